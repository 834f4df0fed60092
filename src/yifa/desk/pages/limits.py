"""The board of limits (期限)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from yifa.desk import answers, limit_board, rows
from yifa.desk.filters import Filters
from yifa.desk.limit_board import AHEAD, COLUMNS, PAGE, TABS, StripDay, mark_of
from yifa.desk.navigation import NavItem
from yifa.desk.present import person_in
from yifa.desk.scoped import organs_seen
from yifa.kernel.workdays import current_calendar

NAV = [NavItem("期限", "limits", "limit", 18)]


def board(request: HttpRequest) -> HttpResponseBase:
    """The strip of thirty days, the tabs, and the lines of the one chosen."""
    person_in(request)
    today = timezone.localdate()
    filters = _filters(request)
    clocks = limit_board.filtered(filters)
    day = _day(filters.get("day"))
    kind = answers.wanted(request)
    tallies = limit_board.tallies(clocks, today)
    tab = filters.get("show") or ("late" if tallies["late"] else "due")
    chosen = limit_board.on_tab(clocks, tab, day, today)
    if kind in ("csv", "xlsx"):
        return answers.file(kind, "期限", COLUMNS, limit_board.lines(chosen[: answers.MOST_ROWS], today))
    mark = request.GET.get("after", "")
    page = list(limit_board.lines((limit_board.after(chosen, mark) if mark else chosen)[: PAGE + 1], today))
    shown = page[:PAGE]
    following = filters.address({"show": tab, "after": mark_of(shown[-1])}) if len(page) > PAGE else ""
    strip = _strip(filters, limit_board.by_day(clocks, today), day, today)
    if kind == "json":
        return answers.as_json(_data(tallies, strip, rows.plain(COLUMNS, shown), following))
    context: dict[str, Any] = {
        "filters": filters, "strip": strip, "day": day, "shown": len(shown), "following": following,
        "tabs": [(code, label, tallies[code], filters.address({"show": code, "day": ""})) for code, label in TABS],
        "tab": "" if day else tab, "head": rows.headings(COLUMNS), "body": limit_board.body(shown),
        "twins": answers.twins(request, "csv", "xlsx", "json"), "total": tallies["all"],
    }  # fmt: skip
    return render(request, "desk/limits.html", context)


def _data(tallies: dict[str, int], strip: list[StripDay], lines: list[dict[str, str]], following: str) -> Any:
    days = [{"day": each.day, "count": each.count, "working": each.working} for each in strip]
    return {"counts": tallies, "days": days, "limits": lines, "next": following or None}


def _filters(request: HttpRequest) -> Filters:
    return Filters(limit_board.declared_filters(organs_seen(), request.GET.get("procedure", "")), request.GET)


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError:
        return None


def _strip(filters: Filters, counts: dict[date, int], chosen: date | None, today: date) -> list[StripDay]:
    calendar = current_calendar()
    days = (today + timedelta(days=number) for number in range(AHEAD))
    return [
        StripDay(
            day, counts.get(day, 0), calendar.is_workday(day, allow_provisional=True), day == chosen,
            filters.address({"day": "" if day == chosen else day.isoformat(), "show": ""}),
        )
        for day in days
    ]  # fmt: skip


urlpatterns = [path("limits/", board, name="limits")]
