"""审查台: the desk of a legality review, and the list of reviews that wait for somebody."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_POST

from yifa.areas.rulemaking.legality_review.choices import Category, Weight
from yifa.areas.rulemaking.legality_review.review_procedure import LegalityReview
from yifa.desk import answers
from yifa.desk.navigation import CaseTool
from yifa.desk.present import entry_of, person_in
from yifa.desk.review_view import ReviewView
from yifa.desk.scoped import case_of
from yifa.desk.uploads import draft_in
from yifa.errors import YifaError
from yifa.kernel.engine import Entry, perform
from yifa.kernel.materials import attach
from yifa.kernel.rules import Attempt
from yifa.office.roles import Role
from yifa.papers.uploads import check

CASE_TOOLS = [CaseTool("legality_review", "审查台", "review_desk", "check")]


def desk_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft, its findings and the opinions; sending the form keeps them in the case."""
    view = _view(request, pk)
    if request.method == "POST":
        return _saved(request, view)
    return _shown(request, view)


def _view(request: HttpRequest, pk: int) -> ReviewView:
    case = case_of(pk)
    if case.procedure != LegalityReview.key:
        raise Http404("审查台只用于合法性审查案件。")
    return ReviewView(case, person_in(request), timezone.localdate())


def _saved(request: HttpRequest, view: ReviewView) -> HttpResponse:
    """Keep what was typed; where somebody else decided otherwise meanwhile, show both and keep nothing yet."""
    if not view.open:
        raise PermissionDenied("只有审查中的案件，由承办人、审核人或者法律顾问填写审查意见。")
    typed = view.read(request.POST)
    if typed.differ:
        return _shown(request, view, status=409)
    try:
        _perform(request, view, view.changes())
    except YifaError as refused:
        return _shown(request, view, refused=refused, status=422)
    over = f"，并入他人刚才保存的{typed.taken_over}条处理" if typed.taken_over else ""
    messages.success(request, f"已保存：审查意见{len(typed.opinions)}条{over}。")
    return redirect("review_desk", view.case.pk)


def _perform(request: HttpRequest, view: ReviewView, changes: dict[str, Any]) -> None:
    """Record the sheet; `seen` is the length of the trail that was read for the merging."""
    seen = Entry(person_in(request), timezone.now(), seen=view.case.length)
    perform(view.case, Attempt(LegalityReview.screen, view.today), seen, changes)


def _shown(
    request: HttpRequest, view: ReviewView, *, refused: YifaError | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "view": view,
        "case": view.case,
        "record": view.record,
        "sheet": view.sheet,
        "refused": refused,
        "weights": Weight.choices,
        "categories": Category.choices,
    }
    return answers.page(request, "desk/review/page.html", context, lambda: _data(view), status=status)


def _data(view: ReviewView) -> dict[str, Any]:
    return {
        "case": view.case.pk, "round": view.record.round, "open": view.open, "counts": view.counts,
        "findings": view.typed.findings, "opinions": view.typed.opinions, "earlier": view.earlier,
    }  # fmt: skip


@require_POST
def take_draft(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a draft before the review: a file or pasted text. The file is kept among the materials."""
    view = _view(request, pk)
    if not view.open:
        raise PermissionDenied("只有审查中的案件可以放入送审稿。")
    try:
        with transaction.atomic():
            _keep_draft(request, view)
    except YifaError as refused:
        return _shown(request, view, refused=refused, status=422)
    messages.success(request, "已放入送审稿并完成检查。")
    return redirect("review_desk", pk)


def _keep_draft(request: HttpRequest, view: ReviewView) -> None:
    draft = draft_in(request)
    if draft is None:
        text = request.POST.get("text", "").replace("\r\n", "\n")
        if not text.strip():
            raise YifaError("没有选择文件，也没有粘贴文字。请选择送审稿。")
        perform(view.case, Attempt(LegalityReview.screen, view.today), entry_of(request), {"draft": text})
        return
    perform(view.case, Attempt(LegalityReview.screen, view.today), entry_of(request), {
        "draft": draft.source.text[: draft.source.body],
    })  # fmt: skip
    if view.held & {Role.HANDLER, Role.PUBLISHER}:
        file = check(draft.name, draft.content)
        attach(view.case, file, f"送审稿 {file.name}", view.today, _now(request))


def _now(request: HttpRequest) -> Entry:
    return Entry(person_in(request), timezone.now())


urlpatterns = [
    path("cases/<int:pk>/review/", desk_page, name="review_desk"),
    path("cases/<int:pk>/review/draft/", take_draft, name="review_draft"),
]
