"""The first page: what I must do, by when (我的工作)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone

from yifa.desk import answers
from yifa.desk.agenda import Agenda, Line, Section
from yifa.desk.navigation import NavItem
from yifa.desk.present import person_in

NAV = [NavItem("我的工作", "work", "work", 10)]


def work_page(request: HttpRequest) -> HttpResponse:
    """The agenda of the person; `?whose=all` widens it to every case in scope."""
    person, today = person_in(request), timezone.localdate()
    agenda = Agenda(person, today, everyone=True)
    asked = request.GET.get("whose", "")
    agenda.everyone = asked == "all" or (asked != "mine" and not agenda.handles)
    sections = agenda.sections()
    context = {"agenda": agenda, "sections": sections, "idle": not any(section.lines for section in sections)}
    return answers.page(request, "desk/work.html", context, lambda: [_plain(section) for section in sections])


def _plain(section: Section) -> dict[str, Any]:
    return {"section": section.code, "label": section.label, "lines": [_line(line) for line in section.lines]}


def _line(line: Line) -> dict[str, Any]:
    return {
        "case": line.case.pk,
        "number": line.case.number,
        "title": line.case.title,
        "what": line.what,
        "words": line.urgency.words if line.urgency else "",
        "next": {"label": line.next.label, "address": line.next.address} if line.next else None,
    }


urlpatterns = [path("", work_page, name="work")]
