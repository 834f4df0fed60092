"""Drafts on which the public is asked (征求意见): the draft, an opinion from a phone, what became of all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from yifa.areas.rulemaking.consultation import calling
from yifa.areas.rulemaking.consultation.models import Opinion
from yifa.areas.rulemaking.consultation.rules import counts_of, public_summary
from yifa.kernel.models import Published
from yifa.kernel.public_forms import FormRefused
from yifa.portal import handed
from yifa.portal.documents import COPY
from yifa.portal.public import listing, public
from yifa.portal.sent import Sent, blank, read

WHY = "公众对公开征求意见的草案提出意见"
LINES = ("source", "name", "contact", "article", "content")
MOST = 200
"""So many answered opinions stand on the page of a draft."""


@public(WHY)
def listed(request: HttpRequest) -> HttpResponse:
    """Every draft that was laid open, the latest first; whether opinions are still taken stands beside it."""
    today = timezone.localdate()
    return listing(request, "portal/drafts.html", calling.laid_open(), lambda copy: _plain(copy, today))


def _plain(copy: Published, day: date) -> Mapping[str, Any]:
    call = calling.call_of(copy)
    return {
        "case": copy.case_id, "title": copy.case.title, "organ": copy.case.organ.name,
        "kind": copy.case.declaration.label, "published_on": copy.on, "until": call.until,
        "open": call.open_on(day), "told": call.told, "over": call.over,
    }  # fmt: skip


def _call(pk: int) -> calling.Call:
    copy = calling.laid_open().filter(case_id=pk).first()
    if copy is None:
        raise Http404
    return calling.call_of(copy)


@public(WHY, remembered=True)
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    """One draft with the form for opinions; once the consultation is closed, the opinions with their answers."""
    call = _call(pk)
    if request.method != "POST":
        return _page(request, call, blank(LINES))
    sent = read(request, LINES)
    if sent.faults:
        return _page(request, call, sent)
    now = timezone.now()

    def work() -> tuple[int, int]:
        return call.case.pk, calling.give(call, calling.Voice(**sent.lines), now).pk

    try:
        receipt = handed.take_once(sent.word, sent.content, sent.address, now, work)
    except FormRefused as error:
        sent.faults = error.faults
        return _page(request, call, sent)
    except handed.TooMany as error:
        sent.faults = {"form": str(error)}
        return _page(request, call, sent, status=429)
    return render(request, "portal/opinion_receipt.html", {"receipt": receipt, "told": told_of(receipt.handed)})


def _page(request: HttpRequest, call: calling.Call, sent: Sent, status: int = 0) -> HttpResponse:
    today = timezone.localdate()
    context = {
        "call": call, "lines": [(label, text) for label, text, _ in call.copy.content], "open": call.open_on(today),
        "sent": sent, "typed": sent.lines, "faults": sent.faults, "sources": calling.sources(),
        "longest": calling.LONGEST, "answered": public_summary(call.case, MOST) if call.told else [],
        "counts": counts_of(call.case) if call.told else None, "others": _others(call),
    }  # fmt: skip
    return render(request, "portal/draft.html", context, status=status or (422 if sent.faults else 200))


def _others(call: calling.Call) -> list[tuple[str, list[tuple[str, str]]]]:
    """What else of the matter was published: the hearing and who takes part in it, the answers, the decision."""
    copies = Published.objects.filter(case_id=call.case.pk, withdrawn_on=None).exclude(pk=call.copy.pk)
    procedure = call.case.declaration
    return [
        (procedure.publication(copy.publication).label, [(label, text) for label, text, _ in copy.content])
        for copy in copies.exclude(publication=COPY).order_by("on", "pk")
    ]  # fmt: skip


@dataclass(frozen=True)
class Told:
    """How an opinion stands, as whoever gave it reads it: the answer once the consultation was closed.

    Attributes:
        withdrawn: why its entry was withdrawn from the register, where it was.
    """

    title: str
    case: int
    seq: int
    received_on: date
    article: str
    content: str
    until: date | None
    withdrawn: str = ""
    adopt: str = ""
    reason: str = ""


def told_of(row: Any) -> Told:
    """How the opinion behind a form stands."""
    opinion = Opinion.objects.select_related("case").get(pk=row.entry)
    call = calling.call_of(calling.laid_open(withdrawn=True).filter(case_id=opinion.case_id).first())
    answered = call.answered and bool(opinion.adopt)
    return Told(
        title=opinion.case.title, case=opinion.case_id, seq=opinion.seq, received_on=opinion.received_on,
        article=opinion.article, content=opinion.content, until=call.until,
        withdrawn=opinion.withdrawn_why if opinion.withdrawn else "",
        adopt=opinion.get_adopt_display() if answered else "", reason=opinion.reason if answered else "",
    )  # fmt: skip
