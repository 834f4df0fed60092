"""Visits (入企检查): the list of the day and each visit on an officer's phone, its code, what supervisors read of it.

Arrival, record and result are the steps of the inspection itself; the phone keeps their forms while there is no
network (`pages/field.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone

from yifa.areas.enforcement.inspection.choices import Kind
from yifa.areas.enforcement.inspection.entrance import ANSWERS
from yifa.areas.enforcement.inspection.models import Arrival, InspectionCase, Rating
from yifa.desk import answers, outside
from yifa.desk.casework import against
from yifa.desk.forms import Shown, StepForm
from yifa.desk.navigation import CaseTool, NavItem
from yifa.desk.present import person_in
from yifa.desk.scoped import case_of
from yifa.kernel.engine import situation_of
from yifa.kernel.models import Case
from yifa.kernel.rules import Reason
from yifa.office.models import Person
from yifa.office.roles import Role

KEY = "inspection"
CASE_TOOLS = [CaseTool(KEY, "检查码", "visit_code", "link")]
NAV = [
    NavItem("今日检查", "visits", "visit", 14, frozenset({Role.HANDLER})),
    NavItem("企业评价", "ratings", "rating", 34, frozenset({Role.SUPERVISOR})),
]
PER_PAGE = 50
MOST = 200
AHEAD = timedelta(7)
"""How far ahead visits are shown."""
LOW = 3
"""Fewer stars than this are marked."""


STEPS = {"enter": "到达", "note": "检查笔录", "conclude": "检查结果（离开）"}
"""What an officer registers at the door and inside, in this order, with the words of the phone."""
KEEP = 12
"""So many of the next visits of one's own are fetched beforehand."""


@dataclass(frozen=True)
class Visit:
    """A visit as the list shows it."""

    case: InspectionCase
    arrived: bool
    mine: bool
    now: date

    @property
    def late(self) -> bool:
        """Whether its day is over."""
        return self.case.planned_on is not None and self.case.planned_on < self.now

    @property
    def near(self) -> bool:
        """Whether it is for today, or should have been."""
        return self.case.planned_on is None or self.case.planned_on <= self.now or self.case.stage == "visiting"


def today(request: HttpRequest) -> HttpResponse:
    """What is to be visited: late, today and in the coming days; one's own first."""
    person = person_in(request)
    now = timezone.localdate()
    rows = InspectionCase.objects.filter(stage__in=("approved", "visiting")).exclude(kind=Kind.SERVICE)
    found = list(rows.filter(planned_on__lte=now + AHEAD).select_related("organ").order_by("planned_on", "pk")[:MOST])
    there = set(Arrival.objects.filter(case__in=found).values_list("case_id", flat=True))
    if answers.wanted(request) == "json":
        return answers.as_json({"visits": [_visit(case, case.pk in there) for case in found]})
    shown = [Visit(case, case.pk in there, _mine(case, person), now) for case in found]
    groups = [
        ("我的检查", [one for one in shown if one.mine and one.near]),
        ("我的检查，七日内", [one for one in shown if one.mine and not one.near]),
        ("本机关的其他检查", [one for one in shown if not one.mine]),
    ]
    own = [reverse("visit", args=[one.case.pk]) for one in shown if one.mine and one.case.enters]
    keep = [*own[:KEEP], reverse("field_queue"), reverse("on_the_spot")]
    return outside.page(request, "desk/visits.html", {"groups": groups, "any": bool(shown), "now": now}, keep)


def _mine(case: InspectionCase, person: Person) -> bool:
    """Whether the person handles it, or is named among its officers."""
    return case.handler_id == person.pk or person.name in {str(row.get("name", "")) for row in case.officers}


def _visit(case: InspectionCase, arrived: bool) -> dict[str, Any]:
    return {
        "case": case.pk, "number": case.number, "organ": case.organ.name, "object": case.object_name,
        "address": case.address, "planned_on": case.planned_on, "stage": case.stage, "code": case.code_text,
        "arrived": arrived,
    }  # fmt: skip


@dataclass(frozen=True)
class Part:
    """One of the forms of a visit.

    Attributes:
        state: done, now (the next one) or later.
        reasons: what stands against it that its form cannot remove.
        conditions: those that a person confirms, and those that may be held against with a reason.
    """

    code: str
    label: str
    form: StepForm
    state: str
    reasons: tuple[Reason, ...]
    conditions: tuple[Shown, ...]


def visit(request: HttpRequest, pk: int) -> HttpResponse:
    """One visit on the phone: whom, what, by whom; arrival, record and result as forms that the phone keeps."""
    person = person_in(request)
    case = case_of(pk)
    record = case.record
    if not isinstance(record, InspectionCase):
        raise Http404
    arrival = Arrival.objects.filter(case_id=pk).first()
    parts = list(_parts(case)) if record.enters and record.enforces else []
    context = {"case": case, "record": record, "arrival": arrival, "parts": parts, "mine": _mine(record, person)}
    return outside.page(request, "desk/field/visit.html", context, [reverse("visits"), reverse("field_queue")])


def _parts(case: Case) -> list[Part]:
    situation = situation_of(case.record)
    now = timezone.localdate()
    parts: list[Part] = []
    for code, label in STEPS.items():
        step = situation.procedure.step(code)
        form = StepForm(step, situation, now)
        form.auto_id = f"{code}-%s"
        done = situation.did(step)
        first = not done and all(part.state == "done" for part in parts)
        shown = form.conditions(situation.asked(step, now, situation.record, {}))
        wanted = tuple(one for one in shown if one.judged or (first and one.answer and one.condition.qualified))
        reasons = against(situation, step, now) if first else ()
        held = tuple(reason for reason in reasons if not reason.overridable)
        parts.append(Part(code, label, form, "done" if done else "now" if first else "later", held, wanted))
    return parts


def visit_form(request: HttpRequest, pk: int, code: str) -> tuple[Case, StepForm]:
    """The case and the form of one of `STEPS`, with what was typed.

    Raises:
        Http404: no inspection, or another step.
    """
    case = case_of(pk)
    if code not in STEPS or not isinstance(case.record, InspectionCase):
        raise Http404("没有这个环节。")
    form = StepForm(case.declaration.step(code), situation_of(case.record), timezone.localdate(), request.POST)
    return case, form


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
    path("field/visits/", today, name="visits"),
    path("field/visits/<int:pk>/", visit, name="visit"),
    path("cases/<int:pk>/code/", visit_code, name="visit_code"),
    path("ratings/", ratings, name="ratings"),
]
