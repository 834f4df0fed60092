"""The account of a fine (罚款账目): what is owed on any day and how it is reckoned, a tool of its case page."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone

from yifa.areas.enforcement.fine_collection import ledger
from yifa.areas.enforcement.fine_collection.surcharge import Reckoned
from yifa.desk import answers
from yifa.desk.navigation import CaseTool
from yifa.desk.present import person_in
from yifa.desk.scoped import case_of
from yifa.errors import YifaError
from yifa.kernel.engine import situation_of
from yifa.kernel.models import Case

KEY = "fine_collection"
CASE_TOOLS = [CaseTool(KEY, "罚款账目", "fine_account", "limit")]


class _NoDate(YifaError):
    """The day that was asked for cannot be read."""


def account_page(request: HttpRequest, pk: int) -> HttpResponse:
    """What is owed on a day, today unless another is asked for, line by line; its JSON twin for programs."""
    person_in(request)
    case, on = case_of(pk), _day(request)
    if case.procedure != KEY:
        raise Http404
    situation = situation_of(case.record)
    told, confiscated = ledger.account(situation, on), ledger.confiscated_paid(situation)
    context = {
        "case": case, "record": situation.record, "on": on, "told": told, "lines": told.explain(),
        "payments": [paid for paid in ledger.payments_of(situation) if paid.on <= on],
        "plans": list(ledger.plans_of(situation.record)), "still": list(ledger.still_of(situation)),
        "confiscated_paid": confiscated, "confiscated_left": (situation.record.confiscated_amount or 0) - confiscated,
    }  # fmt: skip
    return answers.page(request, "desk/fine_account.html", context, lambda: _plain(case, told))


def _day(request: HttpRequest) -> date:
    asked = request.GET.get("on", "")
    if not asked:
        return timezone.localdate()
    try:
        return date.fromisoformat(asked)
    except ValueError:
        raise _NoDate(f"“{asked[:20]}”不是日期，不能计算。请写成 2025-03-04 的形式。") from None


def _plain(case: Case, told: Reckoned) -> dict[str, Any]:
    amounts = ("fine", "fine_paid", "fine_left", "surcharge", "surcharge_paid", "surcharge_left", "left", "overdue")
    return {
        "case": case.pk, "on": told.on.isoformat(), "days": told.days,
        "capped_on": told.capped_on.isoformat() if told.capped_on else None,
        **{name: str(getattr(told, name)) for name in amounts}, "explanation": told.explain(),
    }  # fmt: skip


urlpatterns = [path("cases/<int:pk>/fine-account/", account_page, name="fine_account")]
