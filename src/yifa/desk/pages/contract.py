"""Contracts (政府合同): their ledger, and the page of one that is being performed, a tool of its case page."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from yifa.desk import answers, case_list, contract_ledger, rows
from yifa.desk.casework import may_record
from yifa.desk.contract_view import ContractView
from yifa.desk.navigation import CaseTool, NavItem
from yifa.desk.present import person_in
from yifa.desk.scoped import case_of, organs_seen
from yifa.office.posts import roles_of

KEY = "government_contract"
NAV = [NavItem("合同", "contracts", "contract", 22)]
CASE_TOOLS = [CaseTool(KEY, "履行情况", "contract", "limit")]
PER_PAGE = 100


def ledger(request: HttpRequest) -> HttpResponseBase:
    """The contracts as a page or a file."""
    person_in(request)
    organs = organs_seen()
    filters = contract_ledger.filters_of(organs, request.GET)
    found, columns = (
        contract_ledger.found(filters, timezone.localdate()),
        contract_ledger.columns(several=len(organs) > 1),
    )
    kind = answers.wanted(request)
    if kind in ("csv", "xlsx"):
        return answers.file(kind, "合同台账", columns, found[: answers.MOST_ROWS])
    if kind == "json":
        return answers.as_json({"contracts": rows.plain(columns, found[: answers.MOST_ROWS])})
    mark = request.GET.get("after", "")
    page = list((case_list.after(found, mark) if mark else found)[: PER_PAGE + 1])
    shown, more = page[:PER_PAGE], len(page) > PER_PAGE
    following = filters.address({"after": case_list.mark_of(shown[-1])}) if more else ""
    chosen = filters.get("state") or "open"
    context: dict[str, Any] = {
        "filters": filters, "total": found.count() if mark or more else len(shown), "head": rows.headings(columns),
        "body": rows.compiled(columns, key=lambda record: record.pk)(shown), "shown": shown, "first": not mark,
        "following": following, "beginning": filters.address({}),
        "twins": answers.twins(request, "xlsx", "csv", "json"),
        "states": [(filters.address({"state": code}), label, code == chosen) for code, label in contract_ledger.STATES],
    }  # fmt: skip
    return render(request, "desk/contracts.html", context)


def contract_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Milestones, payments, what is due next, the review, changes and disputes, risks, documents."""
    person, today = person_in(request), timezone.localdate()
    case = case_of(pk)
    if case.procedure != KEY:
        raise Http404("这件案件不是政府合同。")
    view, held = ContractView(case, today), roles_of(person, case.organ, today)
    may_plan = case.stage == "performing" and may_record(case.declaration.step("plan"), held)
    context = {"view": view, "case": case, "record": view.record, "may_plan": may_plan}
    return answers.page(request, "desk/contract.html", context, view.data)


urlpatterns = [
    path("contracts/", ledger, name="contracts"),
    path("cases/<int:pk>/contract/", contract_page, name="contract"),
]
