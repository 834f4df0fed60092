"""Taking a step (办理): the form of a step of a running case, and of the step that opens a new one."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone

from yifa.desk import answers
from yifa.desk.casework import may_record
from yifa.desk.day import day_of
from yifa.desk.forms import StepForm
from yifa.desk.models import Opening
from yifa.desk.present import entry_of, person_in
from yifa.desk.scoped import case_of
from yifa.desk.subjects import by_subject
from yifa.kernel.approval import propose
from yifa.kernel.declare import NEW, PROCEDURES, DeclarationError, Procedure, Step
from yifa.kernel.engine import brought, new_case, perform, situation_of
from yifa.kernel.models import Case, Proposal
from yifa.kernel.rules import Reason, Refused, opening_steps, reasons_against
from yifa.kernel.situation import Situation
from yifa.kernel.workdays import current_calendar
from yifa.office.models import Organ, Person
from yifa.office.posts import posts_of
from yifa.office.roles import Role


@dataclass(frozen=True)
class Asked:
    """One form as it was typed: the form, the case with what was typed, and what stands against it."""

    form: StepForm
    situation: Situation
    reasons: tuple[Reason, ...]

    @property
    def listed(self) -> list[tuple[Reason, str]]:
        """Each reason with the control it points to."""
        return [(reason, self.form.anchor(reason)) for reason in self.reasons]

    def parts(self) -> dict[str, list[dict[str, Any]]]:
        """The fields in their groups, each with what is said against it, so that it stands beside the control too."""
        told: dict[str, list[str]] = {}
        for reason, anchor in self.listed:
            told.setdefault(anchor, []).append(reason.text)
        parts = self.form.parts()
        for field in [each for group in parts.values() for each in group]:
            name = field["bound"].name
            field["told"] = [] if field["bound"].errors else told.get(name, [])
            if name in told:
                field["bound"].field.widget.attrs |= {"aria-invalid": "true", "aria-describedby": f"{name}-error"}
        return parts


def step_page(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """The form of a step of a running case; sending it performs the step or puts it before its signers."""
    case = case_of(pk)
    step = _step(case.declaration, code)
    form = StepForm(step, situation_of(case.record), timezone.localdate(), _typed(request))
    if request.method != "POST":
        if returned := request.GET.get("from", ""):
            form.restore(_returned(case, step, returned))
        return _shown(request, case, _untouched(form))
    return _sent(request, case, form)


def _typed(request: HttpRequest) -> Mapping[str, Any] | None:
    """What was sent, be it nothing at all; None for a form that is only opened."""
    return request.POST if request.method == "POST" else None


def _untouched(form: StepForm) -> Asked:
    """A form before anything was typed: the step is asked for as of today."""
    return Asked(form, form.situation.asked(form.step, form.today, form.situation.record, {}), ())


def _returned(case: Case, step: Step, key: str) -> dict[str, Any]:
    """What a proposal that came back had brought."""
    number = int(key) if key.isascii() and key.isdigit() else 0
    found = Proposal.objects.filter(case_id=case.pk, pk=number, step=step.code).first()
    return dict(found.payload) if found else {}


def _sent(request: HttpRequest, case: Case, form: StepForm, token: str = "") -> HttpResponse:
    asked = dry_run(form)
    try:
        require_readable(form, asked)
        return _taken(request, case, form, token)
    except Refused as refused:
        if token:
            case.pk = None  # what the engine may have saved was rolled back
        return _shown(request, case, Asked(form, asked.situation, tuple(refused.reasons)), token, status=422)


def require_readable(form: StepForm, asked: Asked) -> None:
    """Refuse a form in which something cannot be read at all, together with whatever else stands against it.

    Raises:
        Refused: with every reason.
    """
    misread = [*form.misread(), *form.unanswered()]
    if misread:
        raise Refused(form.step.label, [*misread, *asked.reasons])


def _taken(request: HttpRequest, case: Case, form: StepForm, token: str) -> HttpResponse:
    entry = entry_of(request)
    step, attempt, changes = form.step, form.attempt(), form.changes()
    if step.approved_by and case.pk is not None:
        propose(case, attempt, entry, changes)
        signers = "、".join(role.label for role in step.approved_by)
        messages.success(request, f"已将“{step.label}”报{signers}审批；审批前可以取回。")
        return redirect("case", case.pk)
    with transaction.atomic():
        if token and (opened := _opened_before(token)) is not None:
            return redirect("case", opened)
        event = perform(case, attempt, entry, changes)
        if token:
            Opening.objects.filter(token=token).update(case_id=event.case_id)
    paper = event.data.get("paper")
    made = f"已制作《{paper[0]}》{paper[1]}。" if paper else ""
    messages.success(request, f"已办理“{step.label}”（{event.on}）。{made}")
    return redirect("case", event.case_id)


def _opened_before(token: str) -> int | None:
    """The case that this form has opened already; otherwise the token is taken now, under the write lock."""
    taken, fresh = Opening.objects.select_for_update().get_or_create(token=token)
    if not fresh and taken.case_id is None:
        raise Refused("立案", [Reason("同一份表单正在处理，请稍候在案件列表中查看")])
    return taken.case_id


def dry_run(form: StepForm) -> Asked:
    """What stands against the step as typed, without writing: the record is a copy in memory."""
    form.is_valid()
    attempt = form.attempt()
    record = form.situation.record
    refused, _ = brought(record, form.step, form.changes())
    situation = form.situation.asked(form.step, attempt.on, record, attempt.data)
    return Asked(form, situation, (*refused, *reasons_against(situation, attempt, today=form.today)))


def check_page(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """The conditions and what is still missing, as the form stands now (a fragment, asked for while typing)."""
    case = case_of(pk)
    if request.method != "POST":
        return redirect("step", pk, code)
    form = StepForm(_step(case.declaration, code), situation_of(case.record), timezone.localdate(), request.POST)
    return render(request, "desk/case/check.html", _context(request, case, dry_run(form)))


def check_opening(request: HttpRequest, procedure: str, organ: int, code: str) -> HttpResponse:
    """The same for a step that opens a case."""
    case, form = opening_form(request, procedure, organ, code)
    if request.method != "POST":
        return redirect("open_case", procedure, organ, code)
    return render(request, "desk/case/check.html", _context(request, case, dry_run(form)))


def _step(procedure: type[Procedure], code: str) -> Step:
    try:
        return procedure.step(code)
    except DeclarationError as error:
        raise Http404(str(error)) from error


def _shown(request: HttpRequest, case: Case, asked: Asked, token: str = "", *, status: int = 200) -> HttpResponse:
    context = {**_context(request, case, asked), "token": token}
    return answers.page(request, "desk/case/step.html", context, lambda: _data(case, asked), status=status)


def _context(request: HttpRequest, case: Case, asked: Asked) -> dict[str, Any]:
    form = asked.form
    conditions = form.conditions(asked.situation)
    on = form.cleaned_data.get("on") if form.is_bound else form.today
    return {
        "case": case,
        "form": form,
        "step": form.step,
        "parts": (parts := asked.parts()),
        "more_wanted": any(field["told"] or field["bound"].errors for field in parts["may"]),
        "open_conditions": [shown for shown in conditions if not shown.met],
        "met": [shown for shown in conditions if shown.met],
        "asked": asked,
        "day": day_of(on or form.today, current_calendar()),
        "verb": "报批" if form.step.approved_by else form.step.label,
        "check_url": request.path if request.path.endswith("/check/") else f"{request.path}check/",
        "final": form.step.target is not None and form.step.target.final,
    }


def _data(case: Case, asked: Asked) -> dict[str, Any]:
    step = asked.form.step
    return {
        "case": case.pk,
        "step": step.code,
        "label": step.label,
        "basis": [str(basis) for basis in step.bases],
        "fields": [{"name": n, "label": str(f.label), "help": str(f.help_text)} for n, f in asked.form.fields.items()],
        "conditions": [
            {"code": c.code, "text": c.condition.text, "basis": str(c.condition.basis), "answer": c.answer}
            for c in asked.form.conditions(asked.situation)
        ],
        "reasons": [{"text": str(reason), "field": anchor} for reason, anchor in asked.listed],
    }


# --- a new case ---------------------------------------------------------------------------------


def new_page(request: HttpRequest) -> HttpResponse:
    """Choose the procedure, the organ and the step with which the case begins."""
    choices = _choices(request)
    if len(choices) == 1:
        return redirect(choices[0]["url"])
    if answers.wanted(request) == "json":
        return answers.as_json(choices)
    handled = _handled(person_in(request))
    found = {key: Openings(key, tuple(own)) for key, own in groupby(choices, key=lambda each: each["key"])}
    often = sorted(found, key=lambda key: handled.get(key, (0, 0)), reverse=True)
    context = {
        "subjects": by_subject((found[key] for key in often), lambda each: PROCEDURES.latest(each.key)),
        "usual": [found[key] for key in often if handled.get(key, (0, 0))[0]][:USUAL],
        "several": len({each["organ"] for each in choices}) > 1,
    }
    return render(request, "desk/case/new.html", context)


USUAL = 4
"""How many procedures stand first, because the person handles most of their cases under them."""

ARTICLES = 3
"""How many articles a line names."""


@dataclass(frozen=True)
class Openings:
    """One procedure and the steps with which this person may begin it."""

    key: str
    steps: tuple[dict[str, Any], ...]

    @property
    def label(self) -> str:
        """The name of the procedure."""
        return str(self.steps[0]["procedure"])

    @property
    def articles(self) -> str:
        """Where its beginnings rest, in short: the first articles, and how many more."""
        found = [*dict.fromkeys(basis for step in self.steps for basis in step["short"])]
        more = f"等{len(found)}条" if len(found) > ARTICLES else ""
        return "、".join(found[:ARTICLES]) + more


def _handled(person: Person) -> dict[str, tuple[int, int]]:
    """How many cases of each procedure the person handles, and how many they may see at all."""
    counted = Case.objects.order_by().values_list("procedure").annotate(
        own=Count("pk", filter=Q(handler=person)), seen=Count("pk")
    )  # fmt: skip
    return {procedure: (own, seen) for procedure, own, seen in counted}


def _choices(request: HttpRequest) -> list[dict[str, Any]]:
    person, today = person_in(request), timezone.localdate()
    held: dict[int, tuple[Organ, set[Role]]] = {}
    for post in posts_of(person, today):
        held.setdefault(post.organ_id, (post.organ, set()))[1].add(Role(post.role))
    found = []
    for key in sorted(PROCEDURES.versions):
        procedure = PROCEDURES.latest(key)
        for organ, roles in held.values():
            for step in opening_steps(procedure):
                if may_record(step, roles):
                    address = reverse("open_case", args=[key, organ.pk, step.code])
                    found.append(
                        {
                            "key": key, "procedure": procedure.label, "step": step.label, "organ": str(organ),
                            "url": address, "basis": "、".join(dict.fromkeys(str(basis) for basis in step.bases)),
                            "short": [basis.short for basis in step.bases], "help": step.help,
                        }
                    )  # fmt: skip
    return found


def open_page(request: HttpRequest, procedure: str, organ: int, code: str) -> HttpResponse:
    """The form of a step that opens a case."""
    case, form = opening_form(request, procedure, organ, code)
    if request.method != "POST":
        return _shown(request, case, _untouched(form), str(uuid.uuid4()))
    return _sent(request, case, form, _token(request.POST))


def _token(typed: Mapping[str, Any]) -> str:
    try:
        return str(uuid.UUID(str(typed.get("token", ""))))
    except ValueError:
        return str(uuid.uuid4())


def opening_form(request: HttpRequest, procedure: str, organ: int, code: str) -> tuple[Case, StepForm]:
    """An unsaved case and the form of the step that opens it, with what was typed.

    Raises:
        Http404: no such procedure, or no such opening step.
        PermissionDenied: the person holds no post at the organ.
    """
    if procedure not in PROCEDURES.versions:
        raise Http404("没有这种程序。")
    person, today = person_in(request), timezone.localdate()
    chosen = next((post.organ for post in posts_of(person, today) if post.organ_id == organ), None)
    if chosen is None:
        raise PermissionDenied("您在这个机关没有任职，不能在此立案。")
    refusals = []
    try:
        case = new_case(procedure, chosen, _typed_day(request.POST, today))
    except DeclarationError as error:
        refusals.append(Reason(str(error).rstrip("。"), field="on"))
        case = new_case(procedure, chosen, today)
    step = _step(case.declaration, code)
    if NEW not in step.sources:
        raise Http404(f"“{step.label}”不是立案环节。")
    form = StepForm(step, Situation(case.declaration, case), today, _typed(request))
    form.refusals = refusals
    return case, form


def _typed_day(typed: Mapping[str, Any], today: date) -> date:
    """The legal date that was typed decides which version governs a new case."""
    try:
        return date.fromisoformat(str(typed.get("on", "")))
    except ValueError:
        return today


urlpatterns = [
    path("cases/new/", new_page, name="new_case"),
    path("cases/new/<slug:procedure>/<int:organ>/<slug:code>/", open_page, name="open_case"),
    path("cases/new/<slug:procedure>/<int:organ>/<slug:code>/check/", check_opening, name="check_opening"),
    path("cases/<int:pk>/steps/<slug:code>/", step_page, name="step"),
    path("cases/<int:pk>/steps/<slug:code>/check/", check_page, name="check_step"),
]
