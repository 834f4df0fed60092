"""Rating codes given out by supervisors (评价码) to enterprises that did not register the arrival.

Whoever inspects never sees a code; whoever supervises sees one only in the moment of giving it out.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from yifa.areas.enforcement.inspected.models import InspectionObject
from yifa.areas.enforcement.inspection import entrance
from yifa.areas.enforcement.inspection.choices import Kind, Way
from yifa.areas.enforcement.inspection.models import Arrival, InspectionCase, Rating, overseen
from yifa.desk import answers
from yifa.desk.navigation import NavItem
from yifa.desk.present import person_in
from yifa.errors import YifaError
from yifa.kernel.codes import grouped
from yifa.office import scope
from yifa.office.roles import Role

NAV = [NavItem("评价码", "rating_codes", "code", 35, frozenset({Role.SUPERVISOR}))]
PER_PAGE = 50
AGO = timedelta(90)
"""How far back visits are listed; whether one can still be rated, the place says."""


def _waiting() -> QuerySet[InspectionCase]:
    """Visits that are over and were not rated, of the bodies whose ratings the person sees."""
    present = scope.current()
    organs = overseen(present) if present is not None else set()
    ended = Q(finished_on__gte=timezone.localdate() - AGO) | Q(
        kind=Kind.SERVICE, visited_on__gte=timezone.localdate() - AGO
    )
    rated = Rating._base_manager.filter(case=OuterRef("pk"))
    rows = InspectionCase._base_manager.filter(ended, mode=Way.ONSITE, organ_id__in=organs).exclude(Exists(rated))
    found: QuerySet[InspectionCase] = rows.select_related("organ__place").order_by("-visited_on", "-pk")
    return found


def listed(request: HttpRequest) -> HttpResponse:
    """The visits, with how to reach the enterprise."""
    person_in(request)
    written = request.GET.get("page", "1")
    number = int(written) if written.isascii() and written.isdigit() and len(written) < 7 else 1
    page = Paginator(_waiting(), PER_PAGE).get_page(number)
    rows = _rows(list(page))
    if answers.wanted(request) == "json":
        return answers.as_json({"visits": rows, "total": page.paginator.count})
    return render(request, "desk/rating_codes.html", {"rows": rows, "page": page})


def _rows(cases: list[InspectionCase]) -> list[dict[str, Any]]:
    codes = {case.object_code for case in cases}
    reach = {
        one.code: f"{one.contact} {one.phone}".strip()
        for one in InspectionObject._base_manager.filter(withdrawn=False, code__in=codes).order_by("pk")
    }
    there = set(Arrival._base_manager.filter(case__in=cases).values_list("case_id", flat=True))
    return [
        {
            "case": case.pk, "number": case.number, "organ": case.organ.name, "object": case.object_name,
            "visited_on": case.visited_on, "reach": reach.get(case.object_code, ""), "registered": case.pk in there,
            "elsewhere": entrance.other_enterprises(case) if case.pk in there else 0,
        }
        for case in cases
    ]  # fmt: skip


@require_POST
def give(request: HttpRequest, pk: int) -> HttpResponse:
    """A code for one visit, shown once."""
    person = person_in(request)
    case = _waiting().filter(pk=pk).first()
    if case is None:
        raise Http404("没有这次检查，或者已经评价、不在您的监督范围内。")
    try:
        code = grouped(entrance.give_rating_code(case, person, timezone.now()))
    except YifaError as error:
        return render(request, "desk/rating_code.html", {"row": _rows([case])[0], "fault": str(error)}, status=422)
    address = settings.SITE_URL + reverse("portal_visit", args=[case.entry_code])
    return render(request, "desk/rating_code.html", {"row": _rows([case])[0], "code": code, "address": address})


urlpatterns = [
    path("ratings/codes/", listed, name="rating_codes"),
    path("ratings/codes/<int:pk>/", give, name="give_rating_code"),
]
