"""Proposals to merge visits (合并检查建议): what bodies that come together would spare enterprises in a year."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.cache import cache
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from yifa.areas.enforcement.inspection.merging import Merged, merged
from yifa.desk import answers
from yifa.desk.navigation import NavItem
from yifa.desk.present import person_in
from yifa.desk.rows import Column
from yifa.merging import Proposal
from yifa.office import scope
from yifa.office.roles import Role

NAV = [NavItem("合并检查", "merging", "merge", 32, frozenset({Role.SUPERVISOR, Role.AGENCY_HEAD}))]
KEPT_FOR = 600
"""Seconds that proposals are kept: they change with the plans, a few times a year, and take seconds to make."""


@dataclass(frozen=True)
class Line:
    """A joint visit as the page shows it."""

    place: str
    code: str
    township: str
    month: int
    bodies: str
    plans: str
    saved: int


COLUMNS: list[Column[Line]] = [
    Column("place", "企业", lambda row: row.place, css="yf-main-cell"),
    Column("code", "统一社会信用代码", lambda row: row.code),
    Column("township", "乡镇、街道", lambda row: row.township),
    Column("month", "建议月份", lambda row: f"{row.month}月"),
    Column("bodies", "一起去的机关", lambda row: row.bodies),
    Column("plans", "所属计划", lambda row: row.plans),
    Column("saved", "少去几次", lambda row: str(row.saved), css="yf-num"),
]


def merging(request: HttpRequest) -> HttpResponseBase:
    """The proposals of a year as a page or a file; only visits of organs that the person may see are shown."""
    person_in(request)
    written = request.GET.get("year", "")
    this_year = timezone.localdate().year
    year = int(written) if written.isascii() and written.isdigit() and len(written) == 4 else this_year
    made = cache.get_or_set(f"merging-{year}", lambda: merged(year), KEPT_FOR)
    assert isinstance(made, Merged)
    present = scope.current()
    seen = {str(pk) for pk in (present.organs if present is not None else ())}
    lines = [_line(made, each) for each in made.proposals if any(visit.body in seen for visit in each.visits)]
    kind = answers.wanted(request)
    if kind in ("csv", "xlsx"):
        return answers.file(kind, f"{year}年合并检查建议", COLUMNS, lines)
    if kind == "json":
        return answers.as_json({"year": year, "entries": made.entries, "joint": [vars(line) for line in lines]})
    years = range(this_year + 1, this_year - 3, -1)
    twins = answers.twins(request, "csv", "xlsx", "json")
    return render(request, "desk/merging.html", {"made": made, "lines": lines, "years": years, "twins": twins})


def _line(made: Merged, joint: Proposal) -> Line:
    visits = [made.visits[visit.key] for visit in joint.visits]
    bodies = "、".join(dict.fromkeys(visit.organ.short_name for visit in visits))
    plans = "、".join(dict.fromkeys(visit.plan for visit in visits))
    one = visits[0]
    return Line(one.object_name, one.object_code, one.township, joint.month, bodies, plans, joint.saved)


urlpatterns = [path("merging/", merging, name="merging")]
