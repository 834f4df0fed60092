"""Setting a record right (更正登记、撤销登记、变更承办人)."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_POST

from yifa.desk import answers
from yifa.desk.acting import act
from yifa.desk.forms import RecordForm, unseen_by_me
from yifa.desk.present import entry_of, person_in
from yifa.desk.scoped import case_of
from yifa.desk.values import fields_of
from yifa.kernel import correction
from yifa.kernel.declare import field_name
from yifa.kernel.models import Case, Event
from yifa.kernel.replay import situation_of
from yifa.kernel.rules import Reason, Refused
from yifa.office.models import Person


def amend_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The fields of a case as a form, in the groups of their steps; the reason is kept with old and new values."""
    person_in(request)
    case = case_of(pk)
    groups = _groups(case)
    names = [name for _, members in groups for name in members]
    form = RecordForm(case.record, names, request.POST or None)
    reasons: list[Reason] = []
    if request.method == "POST":
        form.is_valid()
        reasons = form.misread()
        try:
            if not reasons:
                correction.amend(case, form.changes(), request.POST.get("reason", ""), entry_of(request))
                messages.success(request, "已更正登记；原来的内容保留在时间线上。")
                return redirect("case", pk)
        except Refused as refused:
            reasons = refused.reasons
    context = {
        "case": case,
        "form": form,
        "groups": [(label, [{"bound": form[f"f_{name}"]} for name in members]) for label, members in groups],
        "reasons": [(reason, _anchor(form, reason)) for reason in reasons],
        "why": request.POST.get("reason", ""),
    }
    status = 422 if reasons else 200
    return answers.page(request, "desk/case/amend.html", context, lambda: [str(r) for r in reasons], status=status)


def _groups(case: Case) -> list[tuple[str, list[str]]]:
    """The fields that steps fill in, each under the first step that does; those still blank are left to their step.

    What whoever has signed in does not see yet is left out.
    """
    record, known = case.record, fields_of(case.declaration.model)
    taken, found = set(unseen_by_me(situation_of(record))), []
    for step in case.declaration.steps():
        names = [field_name(reference) for reference in (*step.needs, *step.may)]
        fresh = [name for name in dict.fromkeys(names) if name not in taken and name in known]
        taken |= set(fresh)
        filled = [name for name in fresh if getattr(record, known[name].attname) not in (None, "", [])]
        if filled:
            found.append((step.label, filled))
    return found


def _anchor(form: RecordForm, reason: Reason) -> str:
    return next((name for name in (f"f_{reason.field}", reason.field) if name in (*form.fields, "reason")), "")


@require_POST
def void(request: HttpRequest, pk: int) -> HttpResponse:
    """Void a step that was entered by mistake."""
    case = case_of(pk)
    chosen = request.POST.get("event", "")
    event = Event.objects.filter(case_id=pk, pk=int(chosen)).first() if chosen.isascii() and chosen.isdigit() else None
    if event is None:
        raise Http404("本案没有这条记录。")
    reason = request.POST.get("reason", "")
    done = "已撤销登记；该环节以删除线保留在时间线上。"
    return act(request, pk, done, lambda: correction.void(case, event, reason, entry_of(request)))


@require_POST
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the case to another handler."""
    case = case_of(pk)
    chosen = request.POST.get("handler", "")
    handler = Person.objects.filter(pk=int(chosen)).first() if chosen.isascii() and chosen.isdigit() else None
    if handler is None:
        raise Http404("没有这名人员。")
    reason = request.POST.get("reason", "")
    done = f"承办人已变更为{handler.name}。"
    return act(request, pk, done, lambda: correction.assign(case, handler, reason, entry_of(request)))


urlpatterns = [
    path("cases/<int:pk>/amend/", amend_page, name="amend"),
    path("cases/<int:pk>/void/", void, name="void"),
    path("cases/<int:pk>/assign/", assign, name="assign"),
]
