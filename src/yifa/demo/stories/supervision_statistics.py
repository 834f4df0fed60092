"""The yearly statistics of the county and of one department, made in January for the year before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.place import County
from yifa.kernel import publish
from yifa.kernel.models import Case

YEARS = (2025,)
DEPARTMENT = "县市场监管局"


def tales(county: County, calendar: Calendar, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """For each year the department's own and the county's, where January has come."""
    for year in YEARS:
        on = calendar.workday_from(date(year + 1, 1, 6), allow_provisional=True)
        if on > today:
            continue
        department = next(organ for organ in county.organs if organ.short_name == DEPARTMENT)
        own = Side("执法统计年报", county, "enforcement_statistics", department, county.clerks[department.pk])
        yield on, own, _made(own, calendar, year, whole=False)
        bureau = Side("执法统计年报", county, "enforcement_statistics", county.bureau, county.clerks[county.bureau.pk])
        yield on, bureau, _made(bureau, calendar, year, whole=True)


def _made(side: Side, calendar: Calendar, year: int, *, whole: bool) -> Waits:
    yield side.day
    side.take("open", {"year": year, "whole": whole})
    yield calendar.add_working_days(side.day, 8 if whole else 4, allow_provisional=True)
    side.take("compute")
    about = "全县各行政执法机关" if whole else "本机关"
    side.take("explain", {"explanation": f"{year}年，{about}依法履行职责，行政执法总体规范有序。数据由案件记录计算。"})
    side.take("approve")
    assert side.case is not None
    case = Case._base_manager.get(pk=side.case.pk)
    publish.publish(case, case.declaration.publication("figures_public"), side.day, side.entry())
    yield calendar.add_working_days(side.day, 3, allow_provisional=True)
    side.take("report", {"reported_to": "县人民政府、市司法局" if whole else "县人民政府、市市场监督管理局"})
