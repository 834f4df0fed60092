"""Measures and executions of the demonstration county, told day by day (强制措施、强制执行).

What a supervisor should find is planted: `coercion_planted.PLANTED` lists it by the number of the leading case.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.parts.books import Book, books
from yifa.demo.place import County
from yifa.demo.registers import Row
from yifa.demo.stories import coercion_parts as p
from yifa.demo.stories.coercion_executions import APPLICATIONS, EXECUTIONS
from yifa.demo.stories.coercion_measures import MEASURES
from yifa.demo.stories.coercion_parts import LABOUR, MEASURE, POLICE, ROADS, WATER, CoercionTold, Tale
from yifa.office.models import Organ

TALES = (*MEASURES, *EXECUTIONS, *APPLICATIONS)


def officer_rows(organ: Organ) -> list[Row]:
    """Two officers for organs that the books of enforcement say nothing of."""
    return [
        {
            "证件编号": f"130999{organ.pk:02}8{number:02}", "姓名": name, "执法主体": organ.name,
            "人员性质": "公务员、参公人员", "证件类别": "行政执法证", "执法领域": "",
            "考试合格日期": date(2023, 11, 20), "本年培训学时": 40, "发证日期": date(2023, 12, 8),
            "有效期至": date(2028, 12, 7), "证件状态": "有效",
        }
        for number, name in enumerate(("魏强", "秦芳"), 1)
    ]  # fmt: skip


BOOKS: tuple[Book, ...] = tuple(
    (date(2025, 3, 3), "enforcement_officer", name, officer_rows) for name in (POLICE, LABOUR, WATER, ROADS)
)


def tales(county: County, calendar: Calendar, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """Every measure and every execution with the day on which it begins."""
    yield from books(BOOKS, county, today)
    for tale in TALES:
        wanted = today - timedelta(tale.begins) if isinstance(tale.begins, int) else tale.begins
        begins = calendar.workday_from(wanted, allow_provisional=True)
        if begins > today or begins < date(2025, 3, 5):
            continue
        organ = next(organ for organ in county.organs if organ.short_name == tale.organ)
        told = CoercionTold(
            f"强制：{tale.name}", county, tale.procedure, organ, county.clerks[organ.pk],
            facts=_facts(organ, tale, begins), calendar=calendar,
        )  # fmt: skip
        yield begins, told, p.told_in(told, tale.parts)


def _facts(organ: Organ, tale: Tale, begins: date) -> dict[str, Any]:
    number = f"{organ.mark}立字〔{begins.year}〕{tale.number}号"
    facts = {"client_title": f"{tale.facts['party_name']}涉嫌违法案", "client_number": number, **tale.facts}
    if tale.procedure != MEASURE:
        facts.setdefault("decision_number", f"{organ.mark}处字〔{begins.year}〕{tale.number}号")
    return facts
