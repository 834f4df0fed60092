"""Asking for the review of a document (规范性文件审查建议): the form, the receipt, and how it stands by its code."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from yifa.areas.rulemaking.normative_document.models import NormativeDocumentCase
from yifa.areas.rulemaking.review_suggestion import handing
from yifa.areas.rulemaking.review_suggestion.models import ReviewSuggestionCase
from yifa.areas.rulemaking.review_suggestion.procedure import ReviewSuggestion
from yifa.errors import YifaError
from yifa.kernel.public_forms import FormRefused
from yifa.office.models import Organ, OrganKind
from yifa.portal import handed
from yifa.portal.documents import document_of
from yifa.portal.public import public, said
from yifa.portal.sent import KINDS_OF_FILES, MAX_FILE, Sent, blank, read

WHY = "公众提出审查建议"
LINES = ("kind", "name", "contact", "document_name", "organ", "clauses", "against", "reasons")


@public(WHY, remembered=True)
def suggest(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """The form, for a document of the list or for one that the sender names; what was sent is taken once."""
    document = document_of(pk) if pk is not None else None
    organs = [handing.organ_over(document)] if document is not None else _governments()
    if not organs:
        return said(request, "这里还没有登记可以审查规范性文件的机关，请当面或者邮寄提出。")
    if request.method != "POST":
        return _form(request, blank(LINES), document, organs)
    sent = read(request, LINES)
    if not sent.faults:
        return _taken(request, sent, document, organs)
    return _form(request, sent, document, organs)


def _governments() -> list[Organ]:
    """Who may be asked where the document is not one of the list."""
    return list(Organ.objects.filter(kind=OrganKind.GOVERNMENT).select_related("place").order_by("pk"))


def _form(
    request: HttpRequest, sent: Sent, document: NormativeDocumentCase | None, organs: list[Organ], status: int = 0
) -> HttpResponse:
    context = {
        "sent": sent, "typed": sent.lines, "faults": sent.faults, "document": document, "organs": organs,
        "organ": organs[0], "kinds": handing.KINDS, "longest": handing.LONGEST, "files": KINDS_OF_FILES,
        "megabytes": MAX_FILE // 2**20, "promised": handing.promised(organs[0]),
    }  # fmt: skip
    return render(request, "portal/suggest.html", context, status=status or (422 if sent.faults else 200))


def _taken(
    request: HttpRequest, sent: Sent, document: NormativeDocumentCase | None, organs: list[Organ]
) -> HttpResponse:
    organ = next((one for one in organs if str(one.pk) == sent.lines["organ"]), organs[0])
    now, lines = timezone.now(), {name: text for name, text in sent.lines.items() if name != "organ"}
    told = handing.Suggestion(**lines, document=document)

    def work() -> tuple[int, None]:
        return handing.hand_in(told, organ, now, sent.upload).pk, None

    try:
        receipt = handed.take_once(sent.word, sent.content, sent.address, now, work)
    except FormRefused as error:
        sent.faults = error.faults
        return _form(request, sent, document, organs)
    except handed.TooMany as error:
        sent.faults = {"form": str(error)}
        return _form(request, sent, document, organs, status=429)
    return render(request, "portal/receipt.html", {"receipt": receipt, "told": told_of(receipt.handed)})


def told_of(row: Any) -> handing.Progress:
    """How the suggestion behind a form stands."""
    return handing.progress(_suggestions().get(pk=row.case_id), timezone.localdate())


def _suggestions() -> Any:
    return ReviewSuggestionCase.objects.select_related("organ")


@require_POST
@public(WHY)
def add(request: HttpRequest) -> HttpResponse:
    """The sender adds what was asked for, by the query code."""
    row = handed.behind(str(request.POST.get("code", "")))
    case: ReviewSuggestionCase | None = _suggestions().filter(pk=row.case_id).first()
    if case is None:
        raise handed.UnknownCode
    fault = ""
    if case.stage == ReviewSuggestion.supplementing.code:  # a second sending finds it added already
        try:
            handing.supplement(case, str(request.POST.get("more", "")).replace("\0", ""), timezone.now())
        except YifaError as error:
            fault = str(error)
    shown = {"told": told_of(row), "code": request.POST.get("code", ""), "fault": fault}
    return render(request, "portal/suggestion.html", shown, status=422 if fault else 200)
