"""The consultation page (征求意见): every opinion on a draft with its answer beside it, until none is open."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from yifa.areas.rulemaking.consultation.register import ConsultationOpinions
from yifa.areas.rulemaking.consultation.rules import PublicOpinion, consulting, public_summary
from yifa.desk import answers
from yifa.desk.consultation_view import ANSWER, NEW, Card, Consultation, as_data, card_of, choices
from yifa.desk.navigation import CaseTool
from yifa.desk.present import person_in
from yifa.desk.rows import Column
from yifa.desk.scoped import case_of
from yifa.errors import YifaError
from yifa.kernel.registers import entries as books
from yifa.kernel.registers.errors import EntryRefused, Stale

CASE_TOOLS = [CaseTool(procedure, "征求意见", "consultation", "note") for procedure in consulting()]


PREVIEW = 50
"""How many lines of the public summary the page shows; the files hold all of them."""

COLUMNS: tuple[Column[PublicOpinion], ...] = (
    Column("seq", "序号", lambda row: str(row.seq)),
    Column("source", "来源", lambda row: row.source),
    Column("article", "针对条款", lambda row: row.article),
    Column("content", "意见", lambda row: row.content),
    Column("adopt", "采纳情况", lambda row: row.adopt),
    Column("reason", "说明", lambda row: row.reason),
)
"""The public summary as a file: no column names a person."""


def consultation_page(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The opinions, what remains open, the way to close, and what the public will see; as a file the public summary."""
    view, kind = _view(request, pk), answers.wanted(request)
    if kind in ("csv", "xlsx"):
        return answers.file(kind, "意见采纳情况", COLUMNS, public_summary(view.case))
    return _shown(request, view)


def _view(request: HttpRequest, pk: int) -> Consultation:
    page = request.GET.get("page", "")
    number = int(page) if page.isascii() and page.isdigit() else 1
    today = timezone.localdate()
    return Consultation(case_of(pk), person_in(request), today, request.GET.get("shown", ""), number)


def _shown(
    request: HttpRequest, view: Consultation, held: Card | None = None, *,
    typed: dict[str, str] | None = None, refused: YifaError | None = None,
) -> HttpResponse:  # fmt: skip
    """The page; `held` is a card whose answer was refused, `typed` a new opinion that was."""
    page, public = view.page, public_summary(view.case, PREVIEW)
    cards = [held if held and held.opinion.pk == row.pk else card_of(row, view.today) for row in page]
    if held and held.opinion.pk not in {row.pk for row in page}:
        cards.insert(0, held)
    context = {
        "view": view, "case": view.case, "page": page, "cards": cards, "may_write": view.may_write,
        "closing": view.closing, "public": public, "hidden": max(view.counts.received - PREVIEW, 0),
        "typed": typed or {"received_on": view.today.isoformat()}, "refused": refused,
        "problems": refused.problems if isinstance(refused, EntryRefused) else [], **choices(),
    }  # fmt: skip
    status = 422 if refused or (held and held.refused) else 200
    return answers.page(request, "desk/consultation/page.html", context, lambda: as_data(view), status=status)


@require_POST
def answer(request: HttpRequest, pk: int, entry: int) -> HttpResponse:
    """Keep the answer to one opinion; who comes second is shown the change of the first."""
    view = _view(request, pk)
    opinion = view.opinion(entry)
    values = {name: str(request.POST.get(name, "")).strip() for name in ANSWER}
    if not values["adopt"] and not values["reason"]:
        values["answered_on"] = ""  # only the date that the form offered: an answer taken back
    card = _kept(request, view, opinion, values)
    if not request.headers.get("HX-Request"):
        if card.refused is not None:
            return _shown(request, view, card)
        return redirect(f"{reverse('consultation', args=[pk])}#o{opinion.pk}")
    view = _view(request, pk)
    context = {
        "card": card, "view": view, "case": view.case, "may_write": view.may_write, "closing": view.closing,
        "fragment": True, **choices(),
    }  # fmt: skip
    return render(
        request, "desk/consultation/answered.html", context, status=422 if card.refused is not None else 200
    )  # fmt: skip


def _kept(request: HttpRequest, view: Consultation, opinion: Any, values: dict[str, str]) -> Card:
    said = request.POST.get("seen", "")
    seen = int(said) if said.isascii() and said.isdigit() and len(said) < 10 else 0
    told = values | {"answered_by": view.person.name if values["adopt"] else ""}
    try:
        kept = books.amend(
            ConsultationOpinions, opinion.pk, told, seen=seen, by=view.person, at=timezone.now()
        )  # fmt: skip
    except Stale as stale:
        now = view.opinion(opinion.pk)
        return Card(now, values, now.version, stale)
    except YifaError as refused:
        return Card(opinion, values, seen, refused)
    return replace(card_of(kept, view.today), saved=True)


@require_POST
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Record one more opinion under the next number."""
    view = _view(request, pk)
    typed = {name: str(request.POST.get(name, "")).strip() for name in NEW}
    raw: dict[str, Any] = {**typed, "case": view.case, "seq": view.next_seq()}
    try:
        entry = books.add(ConsultationOpinions, view.case.organ, raw, by=view.person, at=timezone.now())
    except YifaError as refused:
        return _shown(request, view, typed=typed, refused=refused)
    messages.success(request, f"已登记第{entry.seq}条意见。")
    return redirect(f"{reverse('consultation', args=[pk])}#o{entry.pk}")


urlpatterns = [
    path("cases/<int:pk>/consultation/", consultation_page, name="consultation"),
    path("cases/<int:pk>/consultation/add/", add, name="consultation_add"),
    path("cases/<int:pk>/consultation/<int:entry>/", answer, name="consultation_answer"),
]
