"""Shorter limits that a place has promised (承诺时限): data with its own basis, never longer than the law's.

They stand in `places/<行政区划代码>/limits.yaml`, in the package and in the folder of the installation (which comes
first), one entry a promise:

    来源: 洪河县人民政府办公室政务服务承诺
    时限:
      - {程序: reconsideration, 期限: examine, 长度: 3个工作日, 依据: 洪政办〔2025〕3号}

A promise runs beside the limit of the law, from and until the same steps, and is shown as a promise. An entry that is
longer than the law, or that cannot be compared with it, is a fault: it is told and not used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from yifa.clock import ClockError, Period, Unit
from yifa.errors import YifaError, reason_of
from yifa.kernel.declare import PROCEDURES, PROMISED, Consequence, Limit, Procedure

PACKAGED = Path(__file__).resolve().parent.parent / "data" / "places"
_LENGTH = re.compile(r"(\d{1,5})\s*(?:个)?(工作日|日|天|月|年|小时)")
_UNITS = {"天": Unit.DAY} | {unit.value: unit for unit in Unit}
KEYS = {"程序", "期限", "长度", "依据"}


@dataclass(frozen=True)
class Promise:
    """One promised limit: of which procedure, instead of which limit, how long, and by which document."""

    procedure: str
    limit: str
    period: Period
    basis: str


@dataclass(frozen=True)
class Promises:
    """What one place has promised, and the entries that cannot be used, each with its reason."""

    made: tuple[Promise, ...] = ()
    faults: tuple[str, ...] = ()


def limits_for(place: str, procedure: type[Procedure]) -> list[Limit]:
    """The promised limits of a place for a version of a procedure, as clocks of their own."""
    made = [p for p in of_place(place, _folders()).made if p.procedure == procedure.key]
    return [promised(procedure.limit(p.limit), p) for p in made if _holds(procedure, p)]


def _holds(procedure: type[Procedure], promise: Promise) -> bool:
    """Whether it is a promise under this version too: the limit exists and is longer."""
    limit = next((one for one in procedure.limits() if promise.limit in (one.code, one.label)), None)
    return limit is not None and isinstance(limit.period, Period) and shorter(promise.period, limit.period)


def promised(limit: Limit, promise: Promise) -> Limit:
    """The limit of the law with the promised length, under a code and a label of its own."""
    broken = Consequence(f"超过承诺时限（{promise.basis}）；法定期限另行计算")
    return replace(
        limit, label=f"{limit.label}（承诺）", period=promise.period, on_expiry=broken, promised=True, extension=None,
        cap=None, code=limit.code + PROMISED,
    )  # fmt: skip


def shorter(promise: Period, law: Period) -> bool:
    """Whether a promise ends before the law's limit whatever the calendar; units that cannot be compared do not."""
    if promise.unit is law.unit:
        return promise.amount < law.amount
    least = {Unit.MONTH: 28, Unit.YEAR: 365, Unit.WORKING_DAY: 1, Unit.DAY: 1}
    if promise.unit is Unit.DAY and law.unit in least:
        return promise.amount < law.amount * least[law.unit] or (
            law.unit is Unit.WORKING_DAY and promise.amount == law.amount
        )
    return promise.unit is Unit.MONTH and law.unit is Unit.YEAR and promise.amount < law.amount * 12


def faults() -> Iterator[str]:
    """Every entry of every place that cannot be used."""
    folders = _folders()
    places = sorted({path.parent.name for folder in folders for path in folder.glob("*/limits.yaml")})
    for place in places:
        yield from of_place(place, folders).faults


def _folders() -> tuple[Path, ...]:
    from django.conf import settings

    return (settings.HOME / "places", PACKAGED)


@cache
def of_place(place: str, folders: tuple[Path, ...]) -> Promises:
    """What a place has promised; the file of the first folder that has one counts. Read once a process."""
    for folder in folders:
        path = folder / place / "limits.yaml"
        if path.is_file():
            return read(path)
    return Promises()


def read(path: Path) -> Promises:
    """The promises of a file; a file that cannot be read is one fault."""
    where = f"places/{path.parent.name}/{path.name}"
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        return Promises(faults=(f"{where} 不能读取（{reason_of(error)}）。请存为UTF-8编码，并检查缩进和冒号。",))
    entries = content.get("时限") if isinstance(content, dict) else None
    if not isinstance(entries, list) or not str(content.get("来源") or "").strip():
        return Promises(faults=(f"{where} 应当写明“来源”，并在“时限”下逐项列出承诺。",))
    made, wrong = [], []
    for number, entry in enumerate(entries, 1):
        try:
            made.append(_promise(entry))
        except YifaError as error:
            wrong.append(f"{where} 第{number}项没有采用：{error}")
    return Promises(tuple(made), tuple(wrong))


def _promise(entry: Any) -> Promise:
    if not isinstance(entry, dict) or set(entry) != KEYS or not str(entry["依据"] or "").strip():
        raise YifaError("每项应当写明程序、期限、长度、依据四项，不多不少。")
    key = str(entry["程序"])
    known = [PROCEDURES.latest(known) for known in sorted(PROCEDURES.versions)]
    latest = next((procedure for procedure in known if key in (procedure.key, procedure.label)), None)
    if latest is None:
        raise YifaError(f"没有名为“{key}”的程序，可用的有：{'、'.join(p.label for p in known)}。")
    limit, period = latest.limit(str(entry["期限"])), _period(str(entry["长度"]))
    if not isinstance(limit.period, Period):
        raise YifaError(f"“{limit.label}”的法定期限因案而定，不能统一承诺。")
    if not shorter(period, limit.period):
        raise YifaError(f"“{limit.label}”法定为{limit.period}，承诺{period}不短于法定期限（或者单位不能比较）。")
    return Promise(latest.key, limit.code, period, str(entry["依据"]).strip())


def _period(text: str) -> Period:
    found = _LENGTH.fullmatch(text.strip())
    if found is None:
        raise YifaError(f"“{text}”不是期间，请写成“3个工作日”“45日”的样式。")
    try:
        return Period(int(found[1]), _UNITS[found[2]])
    except ClockError as error:
        raise YifaError(str(error)) from error
