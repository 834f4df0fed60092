"""常用意见: opinions often given for a kind of matter and clause, put into the letter of a review, kept for later."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_POST

from yifa.areas.rulemaking.legality_review.choices import Category, Weight
from yifa.areas.rulemaking.legality_review.review_procedure import LegalityReview
from yifa.areas.rulemaking.opinion_library.clauses import OTHER, clauses, kind_of
from yifa.areas.rulemaking.opinion_library.offering import in_library, offers, promote
from yifa.desk import answers
from yifa.desk.pages.review import _perform as keep_sheet
from yifa.desk.present import person_in
from yifa.desk.review_view import ReviewView, new_key
from yifa.desk.scoped import case_of
from yifa.errors import YifaError
from yifa.kernel.registers.entries import WRITERS

LONGEST = 2000


def library(request: HttpRequest, pk: int) -> HttpResponse:
    """The opinions on offer: as a page, or as the part that the desk shows in a dialog."""
    view = _view(request, pk)
    chosen, words = request.GET.get("clause", ""), request.GET.get("q", "").strip()[:60]
    near = request.GET.get("near", "")[:LONGEST]
    target = view.record.target_type
    topics = [(one.key, one.label) for one in clauses(kind_of(target))] + [(OTHER, "其他")]
    found = offers(view.case.organ, target, clause=chosen, words=words, near=near)
    own = [
        row for row in view.stored.opinions
        if not in_library(view.case.organ, target, str(row.get("text", "")))
    ]  # fmt: skip
    context = {
        "view": view, "case": view.case, "record": view.record, "offers": found, "topics": topics, "chosen": chosen,
        "words": words, "near": near, "own": own if may_keep(view) else [], "may_keep": may_keep(view),
    }  # fmt: skip
    template = "desk/review/offers.html" if answers.is_part(request) else "desk/review/library.html"
    return answers.page(request, template, context, lambda: {"offers": [_plain(one) for one in found]})


def _plain(one: Any) -> dict[str, Any]:
    return {
        "text": one.text, "basis": one.basis, "severity": one.severity, "category": one.category, "clause": one.clause,
        "times": one.times, "adopted_percent": one.rate, "block": one.block,
    }  # fmt: skip


def _view(request: HttpRequest, pk: int) -> ReviewView:
    case = case_of(pk)
    if case.procedure != LegalityReview.key:
        raise Http404("常用意见只用于合法性审查案件。")
    return ReviewView(case, person_in(request), timezone.localdate())


def may_keep(view: ReviewView) -> bool:
    """Whether the person writes in the books of the organ that reviews."""
    return bool(view.held & WRITERS)


@require_POST
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """Put an opinion into the letter, for browsers without scripts: it is saved at once."""
    view = _view(request, pk)
    if not view.open:
        raise PermissionDenied("只有审查中的案件，由承办人、审核人或者法律顾问填写审查意见。")
    posted = _posted(request)
    posted.pop("clause")
    view.typed.opinions.append(posted | {"key": new_key()})
    try:
        keep_sheet(request, view, view.changes())
    except YifaError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "已写入意见书，可以在审查台上修改。")
    return redirect("review_desk", pk)


@require_POST
def keep(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an opinion into the library of the organ (收入意见库)."""
    view = _view(request, pk)
    if not may_keep(view):
        raise PermissionDenied("由审查机构的承办人、审核人收入意见库。")
    values, target = _posted(request), view.record.target_type
    silent = request.headers.get("X-Requested-With") == "fetch"  # the dialog says by itself what came of it
    try:
        if not in_library(view.case.organ, target, values["text"]):
            promote(view.case.organ, target, values, by=view.person, at=timezone.now())
    except YifaError as refused:
        if silent:
            return HttpResponse(str(refused), status=422, content_type="text/plain; charset=utf-8")
        messages.error(request, str(refused))
        return redirect("review_library", pk)
    if silent:
        return HttpResponse(status=204)
    messages.success(request, "已收入意见库，可以在台账“审查意见库”中修改字句和适用情形。")
    return redirect("review_library", pk)


def _posted(request: HttpRequest) -> dict[str, str]:
    """The opinion of the form; what is not among the choices is left to the usual one."""
    names = ("text", "basis", "severity", "category", "clause")
    told = {name: request.POST.get(name, "").strip()[:LONGEST] for name in names}
    if not told["text"]:
        raise Http404("没有意见的内容。")
    told["severity"] = told["severity"] if told["severity"] in Weight.values else Weight.SHOULD.value
    told["category"] = told["category"] if told["category"] in Category.values else Category.CONTENT.value
    return told


urlpatterns = [
    path("cases/<int:pk>/opinions/", library, name="review_library"),
    path("cases/<int:pk>/opinions/take/", take, name="review_take"),
    path("cases/<int:pk>/opinions/keep/", keep, name="review_keep"),
]
