"""Officers, benchmarks and first-offence items for the organs that punish in the demonstration (执法台账补充)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time

from django.utils import timezone

from yifa.areas.enforcement.authority.models import Officer
from yifa.areas.enforcement.authority.register import Officers
from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.parts.books import Book, books
from yifa.demo.place import County
from yifa.demo.registers import Row
from yifa.demo.stories.penalties_acts import (
    CITY,
    FARM,
    HEALTH,
    MARKET,
    NATURE,
    POLICE,
    ROADS,
    SAFETY,
    TOWN,
    benchmark_rows,
)
from yifa.kernel.registers import entries
from yifa.office.models import Organ

NAMES = ("冯涛", "董洁", "萧峻", "程瑶")
STAFFED = (SAFETY, FARM, NATURE, HEALTH, ROADS, POLICE, TOWN)
SUSPENDED, FOUND_OUT = date(2026, 1, 5), date(2026, 6, 1)
"""At the health commission a certificate was suspended in January and the book was put right only in June."""


def officer_rows(organ: Organ) -> list[Row]:
    """Four officers whose certificates cover every field."""
    return [
        {
            "证件编号": f"130999{organ.pk:02}5{number:02}", "姓名": name, "执法主体": organ.name,
            "人员性质": "公务员、参公人员", "证件类别": "行政执法证", "执法领域": "",
            "考试合格日期": date(2023, 11, 20), "本年培训学时": 44, "发证日期": date(2023, 12, 8),
            "有效期至": date(2028, 12, 7), "证件状态": "有效",
        }
        for number, name in enumerate(NAMES, 1)
    ]  # fmt: skip


def _benchmarks(short: str) -> Callable[[Organ], list[Row]]:
    return lambda organ: benchmark_rows(short)


def lenient_rows(organ: Organ) -> list[Row]:
    """What the safety bureau may spare a first time."""
    return [{
        "事项编码": "YJ-MF-001", "违法行为": "未在有较大危险因素的设备上设置安全警示标志", "处理": "首违可以不罚",
        "适用条件": "初次违法，危害后果轻微，在责令期限内改正", "初次违法的范围": "本县范围内，两年内",
        "违法行为的处罚依据": "《安全生产法》第九十九条", "版次": 1, "清单文件": "洪应急规〔2025〕1号",
        "公布日期": date(2025, 3, 6), "施行日期": date(2025, 3, 10),
    }]  # fmt: skip


BOOKS: tuple[Book, ...] = (
    *((date(2025, 3, 3), "enforcement_officer", name, officer_rows) for name in STAFFED),
    *(
        (date(2025, 3, 7), "discretion_benchmark", name, _benchmarks(name))
        for name in (MARKET, CITY, SAFETY, FARM, NATURE, HEALTH, ROADS, POLICE)
    ),
    (date(2025, 3, 7), "leniency_list", SAFETY, lenient_rows),
)


def _put_right(side: Side) -> Waits:
    """A suspension is entered five months after its day: what was done in between was done without a certificate."""
    yield side.day
    officer = Officer._base_manager.get(organ=side.organ, name=NAMES[0])
    at = timezone.make_aware(datetime.combine(side.day, time(16)))
    raw = {"status": "suspended", "status_on": SUSPENDED.isoformat(), "status_why": "年审不合格"}
    entries.amend(Officers, officer.pk, raw, seen=officer.version, by=side.county.clerks[side.organ.pk], at=at)


def tales(county: County, calendar: Calendar, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """Each book on its day."""
    yield from books(BOOKS, county, today)
    health = next(organ for organ in county.organs if organ.short_name == HEALTH)
    if today >= FOUND_OUT:
        side = Side("台账：更正", county, "", health, county.clerks[health.pk])
        yield FOUND_OUT, side, _put_right(side)
