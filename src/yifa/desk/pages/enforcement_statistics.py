"""The yearly statistics of enforcement (执法统计): the published form live, body by body, each number opening."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone

from yifa.areas.enforcement.statistics import computing
from yifa.areas.enforcement.statistics.bodies import enforcing
from yifa.areas.enforcement.statistics.form import FORMS, NO_POWER, TOTAL, heading, shown
from yifa.areas.enforcement.statistics.models import StatisticsCase
from yifa.areas.enforcement.statistics.procedure import EnforcementStatistics
from yifa.desk import answers
from yifa.desk.filters import Filter, Filters, choices
from yifa.desk.navigation import NavItem
from yifa.desk.present import person_in
from yifa.desk.rows import Column
from yifa.office import scope
from yifa.office.models import Organ

NAV = [NavItem("执法统计", "enforcement_statistics", "statistics", 44)]
Line = dict[str, str]

COLUMNS: list[Column[Line]] = [
    Column("table", "表", lambda row: row["table"]),
    Column("organ", "机关", lambda row: row["organ"]),
    Column("label", "栏目", lambda row: row["label"]),
    Column("value", "数值", lambda row: "" if row["note"] else row["value"]),
    Column("unit", "单位", lambda row: row["unit"]),
    Column("note", "说明", lambda row: row["note"]),
]


@dataclass(frozen=True)
class Cell:
    """One number as printed, and the address at which it opens."""

    text: str
    address: str
    label: str
    zero: bool = False


@dataclass(frozen=True)
class Shown:
    """A table of the form on the page."""

    title: str
    columns: list[str]
    rows: list[tuple[str, list[Cell]]]


def _tables(lines: list[Line], year: int, organs: dict[str, Organ]) -> list[Shown]:
    found = []
    for form in FORMS:
        own = [line for line in lines if line["table"] == form.key]
        names = list(dict.fromkeys(line["organ"] for line in own))
        first = [line for line in own if line["organ"] == names[0]] if names else []
        rows = [(name, [_cell(line, year, organs) for line in own if line["organ"] == name]) for name in names]
        found.append(Shown(form.title, [heading(line) for line in first], rows))
    return found


def _cell(line: Line, year: int, organs: dict[str, Organ]) -> Cell:
    if line["note"] == NO_POWER:
        return Cell(NO_POWER, "", heading(line))
    organ = organs.get(line["organ"])
    address = reverse("figure", args=[f"{EnforcementStatistics.key}.{line['figure']}"]) + f"?year={year}"
    value = Decimal(line["value"])
    address += f"&organ={organ.pk}" if organ is not None else ""
    return Cell(shown(value, line["unit"]), address, heading(line), not value)


def statistics_page(request: HttpRequest) -> HttpResponseBase:
    """The form of a year over the organs that may be seen; csv, xlsx and json by `?format=`."""
    person_in(request)
    today = timezone.localdate()
    present = scope.current()
    seen = list(Organ.objects.filter(pk__in=present.organs if present else []).order_by("pk"))
    years = choices((year, f"{year}年") for year in range(today.year, today.year - 6, -1))
    filters = Filters([Filter("year", "年度", years)], request.GET)
    year = filters.number("year") or today.year
    seen = enforcing(seen, year, computing.procedures_counted())
    lines = computing.lines_for(seen, year, traced=False)
    kind = answers.wanted(request)
    if kind in ("csv", "xlsx"):
        return answers.file(kind, f"{year}年行政执法统计", COLUMNS, lines)
    if kind == "json":
        return answers.as_json({"year": year, "lines": lines})
    context = {
        "year": year, "filters": filters, "tables": _tables(lines, year, {organ.name: organ for organ in seen}),
        "total": TOTAL, "as_of": today, "due_on": f"{year + 1}-01-31",
        "made": StatisticsCase.objects.filter(year=year).select_related("organ").order_by("-whole", "pk"),
        "years": [(choice.value, choice.label, filters.address({"year": choice.value})) for choice in years],
        "twins": answers.twins(request, "csv", "xlsx", "json"),
    }  # fmt: skip
    return render(request, "desk/enforcement_statistics.html", context)


urlpatterns = [path("enforcement-statistics/", statistics_page, name="enforcement_statistics")]
