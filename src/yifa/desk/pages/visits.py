"""Visits (入企检查): the code that an officer shows on the phone, and the ratings that only supervisors see."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from yifa.areas.enforcement.inspection.choices import Kind
from yifa.areas.enforcement.inspection.entrance import ANSWERS
from yifa.areas.enforcement.inspection.models import Arrival, InspectionCase, Rating
from yifa.desk import answers
from yifa.desk.navigation import CaseTool, NavItem
from yifa.desk.present import person_in
from yifa.desk.scoped import case_of
from yifa.office.roles import Role

KEY = "inspection"
CASE_TOOLS = [CaseTool(KEY, "检查码", "visit_code", "link")]
NAV = [
    NavItem("今日检查", "visits", "today", 14, frozenset({Role.HANDLER})),
    NavItem("企业评价", "ratings", "supervise", 34, frozenset({Role.SUPERVISOR})),
]
PER_PAGE = 50
MOST = 200
AHEAD = timedelta(7)
"""How far ahead visits are shown."""
LOW = 3
"""Fewer stars than this are marked."""


def today(request: HttpRequest) -> HttpResponse:
    """What is to be visited: late, today and in the coming days, for the officer's phone."""
    person_in(request)
    now = timezone.localdate()
    rows = InspectionCase.objects.filter(stage__in=("approved", "visiting")).exclude(kind=Kind.SERVICE)
    found = list(rows.filter(planned_on__lte=now + AHEAD).select_related("organ").order_by("planned_on", "pk")[:MOST])
    there = set(Arrival.objects.filter(case__in=found).values_list("case_id", flat=True))
    if answers.wanted(request) == "json":
        return answers.as_json({"visits": [_visit(case, case.pk in there) for case in found]})
    shown = [
        {"case": case, "arrived": case.pk in there, "late": case.planned_on is not None and case.planned_on < now}
        for case in found
    ]
    return render(request, "desk/visits.html", {"shown": shown, "now": now})


def _visit(case: InspectionCase, arrived: bool) -> dict[str, Any]:
    return {
        "case": case.pk, "number": case.number, "organ": case.organ.name, "object": case.object_name,
        "address": case.address, "planned_on": case.planned_on, "stage": case.stage, "code": case.code_text,
        "arrived": arrived,
    }  # fmt: skip


def visit_code(request: HttpRequest, pk: int) -> HttpResponse:
    """The code and the square to be scanned, for the officer at the door."""
    person_in(request)
    case = case_of(pk)
    record = case.record
    if not isinstance(record, InspectionCase):
        raise Http404
    arrival = Arrival.objects.filter(case_id=pk).first()
    return render(request, "desk/visit_code.html", {"case": case, "record": record, "arrival": arrival})


def _plain(rating: Rating) -> dict[str, Any]:
    said = {name: getattr(rating, name) for name, _ in ANSWERS}
    return {
        "number": rating.case.number, "organ": rating.case.organ.name, "object": rating.case.object_name,
        "visited_on": rating.case.visited_on, "at": timezone.localtime(rating.at), "stars": rating.stars,
        "answers": [(question, "是" if said[name] else "否") for name, question in ANSWERS if said[name] is not None],
        "note": rating.note, "case": rating.case_id, "low": rating.stars < LOW,
    }  # fmt: skip


def ratings(request: HttpRequest) -> HttpResponse:
    """What enterprises say of visits, the latest first; the scope of the model is the supervisor's."""
    person_in(request)
    found = Rating.objects.select_related("case__organ").order_by("-at", "-pk")
    if request.GET.get("low"):
        found = found.filter(stars__lt=LOW)
    written = request.GET.get("page", "1")
    number = int(written) if written.isascii() and written.isdigit() and len(written) < 7 else 1
    page = Paginator(found, PER_PAGE).get_page(number)
    rows = [_plain(one) for one in page]
    if answers.wanted(request) == "json":
        return answers.as_json({"ratings": rows, "total": page.paginator.count})
    return render(request, "desk/ratings.html", {"rows": rows, "page": page, "low": bool(request.GET.get("low"))})


urlpatterns = [
    path("visits/", today, name="visits"),
    path("cases/<int:pk>/code/", visit_code, name="visit_code"),
    path("ratings/", ratings, name="ratings"),
]
