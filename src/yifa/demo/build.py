"""Building the demonstration county: place, people, cases, registers and the report, in one transaction.

Everything is written or nothing is: a build that was killed leaves an empty database, and a second run finds the
county standing and builds nothing again.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from random import Random

from django.db import transaction
from django.utils import timezone

from yifa.demo import cases, online, place, registers, report
from yifa.demo.drive import tick
from yifa.demo.place import County
from yifa.errors import YifaError
from yifa.kernel import chain
from yifa.kernel.models import Case
from yifa.office import scope
from yifa.office.models import Organ
from yifa.oversight.watch import run_all
from yifa.report.models import AnnualReport

YEAR = 2025
"""The year that the report is about."""

SHARES = {"law_publicity": 40, "law_study": 26, "counsel": 12, "counsel_service": 180, "disclosure": 124}
"""How many entries of each register an organ makes in a year."""

Progress = Callable[[str, float], None]
"""Told the part that is being built and how much of it is done, from 0 to 1."""


class NotEmpty(YifaError):
    """Somebody's own records are in the database: a demonstration must not be mixed with them."""


@dataclass
class Built:
    """What was made."""

    county: County
    report: AnnualReport
    told: Counter[str] = field(default_factory=Counter)
    entries: int = 0
    codes: list[online.Coded] = field(default_factory=list)


def standing() -> bool:
    """Whether the county is in the database.

    Raises:
        NotEmpty: other organs are.
    """
    if Organ.objects.filter(
        name=place.source()["government"]["name"], place__code=place.source()["county"]["code"]
    ).exists():
        return True
    if Organ.objects.exists():
        raise NotEmpty(
            "不能建立演示县：数据库中已有其他机关的数据，演示数据不得与真实数据混在一起。"
            "请用环境变量 YIFA_HOME 指定一个空目录后再运行。"
        )
    return False


def build(
    seed: int, today: date, password: str, *, scale: float = 1.0, progress: Progress = lambda part, done: None
) -> Built:
    """Build the county in an empty database, as it stands on a day."""
    random = Random(seed)
    with scope.everything("建立演示数据"), transaction.atomic():
        progress("机构和人员", 0)
        county = place.build(random, password)
        entries = registers.fill(
            county, YEAR, random, _shares(scale), until=today, progress=lambda done: progress("导入台账", done)
        )
        told = _cases(county, random, today, scale, progress)
        codes = online.hand_in(random, today)
        progress("汇编年度报告", 0)
        made = report.compile_report(county.government, YEAR, by=county.people["xu"], at=_noon(today))
        progress("汇编年度报告", 1)
        progress("运行监督模型", 0)
        deque(run_all(today, _noon(today)), maxlen=0)
        progress("运行监督模型", 1)
    return Built(county, made, told, entries, codes)


def _cases(county: County, random: Random, today: date, scale: float, progress: Progress) -> Counter[str]:
    first = date(YEAR - 1, 11, 11)
    length = max((today - first).days, 1)
    told = cases.tell(
        county, random, year=YEAR, today=today, scale=scale,
        progress=lambda day: progress("办理案件", min((day - first).days / length, 1)),
    )  # fmt: skip
    tick(today)
    return told


def _shares(scale: float) -> dict[str, int]:
    """Counsel stay as many as they are: services name them."""
    return {key: number if key == "counsel" else max(12, round(number * scale)) for key, number in SHARES.items()}


def _noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))


def fingerprint(today: date) -> str:
    """One line over the chains of all cases: the same seed and day give the same line in an empty database."""
    with scope.everything("核对演示数据"):
        return chain.anchor(Case.objects.order_by("pk").values_list("pk", "length", "head"), today)
