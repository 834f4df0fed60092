"""Figures (数字): the list for a year and organ, and each figure opened to the records it counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from yifa.desk import answers, figure_view, rows
from yifa.desk.figure_view import Reckoned
from yifa.desk.filters import Choice, Filter, Filters, choices
from yifa.desk.navigation import NavItem
from yifa.desk.present import person_in
from yifa.desk.rows import Column
from yifa.desk.subjects import by_subject
from yifa.kernel.figure import Window
from yifa.kernel.figures import Share
from yifa.kernel.frozen import all_figures
from yifa.office import scope
from yifa.office.models import Organ

NAV = [NavItem("数字", "figures", "figure", 42)]

PAGE = 50
COLUMNS: list[Column[Reckoned]] = [
    Column("code", "代码", lambda row: row.figure.key),
    Column("label", "名称", lambda row: row.figure.label),
    Column("value", "数值", lambda row: str(row.value.value) if row.value.value is not None else ""),
    Column("unit", "单位", lambda row: row.figure.unit),
    Column("parts", "分子/分母", lambda row: row.parts),
    Column("definition", "口径", lambda row: row.figure.definition, css="wide"),
]


@dataclass(frozen=True)
class Asked:
    """Which year and organs a page is about."""

    filters: Filters
    year: int
    organs: tuple[int, ...]
    organ: str

    @property
    def window(self) -> Window:
        """The window of the figures."""
        return Window.year(self.year, self.organs)


def _asked(request: HttpRequest, owners: list[Choice]) -> Asked:
    present = scope.current()
    seen = present.organs if present is not None else frozenset[int]()
    organs = list(Organ.objects.filter(pk__in=seen).order_by("pk"))
    today = timezone.localdate()
    years = choices((year, f"{year}年") for year in range(today.year, today.year - 10, -1))
    declared = [
        Filter("owner", "", owners),
        Filter("part", "", choices([("denominator", "分母")])),
        Filter("year", "年度", years),
        Filter("organ", "机关", choices((organ.pk, organ) for organ in organs)),
    ]
    filters = Filters(declared, request.GET)
    organ = filters.number("organ")
    chosen = tuple(each.pk for each in organs if organ is None or each.pk == organ)
    name = next(
        (str(each) for each in organs if each.pk == organ), "全部可见机关" if len(organs) != 1 else str(organs[0])
    )
    return Asked(filters, filters.number("year") or today.year, chosen, name)


def list_page(request: HttpRequest) -> HttpResponseBase:
    """Every figure of one procedure or register, with its value."""
    person_in(request)
    known = all_figures()
    owners = {figure.owner.key: figure.owner for figure in known.values()}
    subjects = by_subject(owners.values(), lambda owner: owner)
    asked = _asked(request, choices((key, each.label) for key, each in owners.items()))
    owner = owners.get(asked.filters.get("owner")) or subjects[0][1][0]
    found = [Reckoned(f, f.value(asked.window)) for f in known.values() if f.owner.key == owner.key]
    kind = answers.wanted(request)
    if kind in ("csv", "xlsx"):
        return answers.file(kind, f"{asked.year}年数字", COLUMNS, found)
    if kind == "json":
        return answers.as_json({"year": asked.year, "organs": asked.organs, "figures": rows.plain(COLUMNS, found)})
    address = asked.filters.address
    context = {
        "asked": asked, "filters": asked.filters, "found": found,
        "subjects": [(name, address({"owner": own[0].key}), owner in own) for name, own in subjects],
        "owners": [
            (each.label, address({"owner": each.key}), each is owner)
            for _, own in subjects if owner in own for each in own
        ],
        "rates": any(row.parts for row in found), "based": any(row.figure.basis for row in found),
        "query": address({"owner": "", "part": ""}), "as_of": timezone.localdate(),
        "twins": answers.twins(request, "csv", "xlsx", "json"),
    }  # fmt: skip
    return render(request, "desk/figures.html", context)


def figure_page(request: HttpRequest, key: str) -> HttpResponseBase:
    """One figure: value, definition, records, years, and what changed since it was frozen."""
    person_in(request)
    figure = all_figures().get(key)
    if figure is None:
        raise Http404("没有这个数字。")
    asked = _asked(request, [])
    part = asked.filters.get("part")
    found = figure_view.records(figure, asked.window, part)
    columns = figure_view.columns_of(found.model, figure.owner)
    kind = answers.wanted(request)
    if kind in ("csv", "xlsx"):
        return answers.file(kind, f"{figure.label}{asked.year}", columns, found[: answers.MOST_ROWS])
    mark = request.GET.get("after", "")
    page = list((found.filter(pk__lt=int(mark)) if mark.isascii() and mark.isdigit() else found)[: PAGE + 1])
    shown = page[:PAGE]
    following = asked.filters.address({"after": str(shown[-1].pk)}) if len(page) > PAGE else ""
    reckoned = Reckoned(figure, figure.value(asked.window))
    if kind == "json":
        return answers.as_json(_data(reckoned, asked, rows.plain(columns, shown), following))
    table = {
        "following": following, "shown": len(shown), "part": part, "head": rows.headings(columns),
        "body": rows.compiled(columns, key=lambda row: int(row.pk))(shown),
    }  # fmt: skip
    return _shown(request, reckoned, asked, table)


def _shown(request: HttpRequest, reckoned: Reckoned, asked: Asked, table: dict[str, Any]) -> HttpResponse:
    figure, address = reckoned.figure, asked.filters.address
    context = {
        "figure": figure, "asked": asked, "filters": asked.filters, "reckoned": reckoned, **table,
        "since": figure_view.since_frozen(figure, asked.window),
        "trend": figure_view.trend(figure, asked.year, asked.organs), "rate": isinstance(figure, Share),
        "above": address({"part": ""}), "below": address({"part": "denominator"}),
        "list_query": address({"part": "", "owner": figure.owner.key}),
        "twins": answers.twins(request, "csv", "xlsx", "json"),
    }  # fmt: skip
    return render(request, "desk/figure.html", context)


def _data(reckoned: Reckoned, asked: Asked, listed: list[dict[str, str]], following: str) -> dict[str, Any]:
    figure, value = reckoned.figure, reckoned.value
    return {
        "code": figure.key, "label": figure.label, "unit": figure.unit, "definition": figure.definition,
        "basis": str(figure.basis) if figure.basis else None, "since": asked.window.since, "until": asked.window.until,
        "organs": asked.organs, "value": value.value, "numerator": value.numerator, "denominator": value.denominator,
        "records": listed, "next": following or None,
    }  # fmt: skip


urlpatterns = [
    path("figures/", list_page, name="figures"),
    path("figures/<str:key>/", figure_page, name="figure"),
]
