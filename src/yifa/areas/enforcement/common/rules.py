"""Special case limits and amounts that count as large, as data (特别制度、较大数额): with dates, marks and sources."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from django.conf import settings

from yifa.areas.enforcement.common.party import CITIZENS
from yifa.errors import YifaError

HERE = Path(__file__).parent
ORDINARY, PUBLIC_SECURITY = "ordinary", "public_security"


@dataclass(frozen=True)
class Regime:
    """The values of one kind of case (案件特别制度) from one day on; see `regimes.toml`."""

    key: str
    label: str
    since: date
    start: str
    case_days: int
    case_basis: str
    mark: str
    source: str
    until: date = date.max
    extension_days: int = 0
    extensions: int = 0
    approver: str = ""
    excludes: tuple[str, ...] = ()
    limitation_months: int = 24
    service_days: int = 7
    service_working: bool = True
    one_officer: bool = False
    sealed: bool = False


@dataclass(frozen=True)
class Threshold:
    """From which amounts a penalty is large (较大数额), the number itself included; see `thresholds.toml`."""

    regime: str
    matter: str
    since: date
    mark: str
    source: str
    until: date = date.max
    citizen: int | None = None
    organisation: int | None = None
    confiscation_citizen: int | None = None
    confiscation_organisation: int | None = None
    review_citizen: int | None = None
    review_organisation: int | None = None

    def of(self, what: str, party_type: str) -> int | None:
        """The amount for a party: `fine`, `confiscation` or `review`; individual businesses count as citizens."""
        citizen = party_type in (*CITIZENS, "")
        who = "citizen" if citizen else "organisation"
        name = who if what == "fine" else f"{what}_{who}"
        amount: int | None = getattr(self, name)
        return amount


_R = TypeVar("_R", Regime, Threshold)


def regime_on(key: str, on: date, place: str = "") -> Regime:
    """The values of a kind of case that hold on a day; the ordinary ones where the key is blank.

    Raises:
        YifaError: no such kind, or none on that day.
    """
    for one in _of_place("regimes", place):
        if isinstance(one, Regime) and one.key == (key or ORDINARY) and one.since <= on <= one.until:
            return one
    known = "、".join(dict.fromkeys(one.key for one in _of_place("regimes", place) if isinstance(one, Regime)))
    raise YifaError(f"没有{on}适用的案件特别制度“{key}”，登记的有：{known}。请在 regimes.toml 中补上，并写明出处。")


def regimes() -> list[tuple[str, str]]:
    """The kinds of cases that ship, for the choices of a field."""
    return list(dict.fromkeys((one.key, one.label) for one in _of_place("regimes", "") if isinstance(one, Regime)))


def threshold_on(regime: str, matter: str, on: date, place: str = "") -> Threshold | None:
    """The amounts for a matter on a day: of its own row, else of the general one of its kind of case."""
    kind = "" if regime in ("", ORDINARY, "market") else regime
    rows = [one for one in _of_place("thresholds", place) if isinstance(one, Threshold) and one.regime == kind]
    held = [one for one in rows if one.since <= on <= one.until]
    return next((one for wanted in (matter, "") for one in held if one.matter == wanted), None)


def _of_place(name: str, place: str) -> tuple[Regime | Threshold, ...]:
    path = Path(settings.HOME) / "places" / place / f"{name}.toml"
    try:
        changed = path.stat().st_mtime_ns if place else None
    except OSError:
        changed = None
    own = () if changed is None else _read(path, name, changed)
    return own + _read(HERE / f"{name}.toml", name, 0)


@lru_cache(maxsize=256)
def _read(path: Path, name: str, changed: int) -> tuple[Regime | Threshold, ...]:
    kind, table = (Regime, "regime") if name == "regimes" else (Threshold, "row")
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get(table, [])
    except (OSError, ValueError) as error:
        raise YifaError(f"不能读取 {path.name}：{error}。请改正该文件。") from None
    return tuple(_made(kind, row, path.name) for row in rows)


def _made(kind: Any, row: Mapping[str, Any], name: str) -> Any:
    known = {one.name for one in fields(kind)}
    strange = sorted(set(row) - known)
    if strange:
        raise YifaError(f"{name} 里不认识“{'、'.join(strange)}”，可以写的有：{'、'.join(sorted(known))}。")
    if not row.get("source"):
        raise YifaError(f"{name} 里有一项没有写明出处（source），请补上。")
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    try:
        return kind(**values)
    except TypeError as error:
        raise YifaError(f"{name} 里有一项缺少必填的内容：{error}。请补上。") from None
