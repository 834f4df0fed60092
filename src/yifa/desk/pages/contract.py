"""The page of a contract being performed (合同履行): a tool of the case page of contracts."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone

from yifa.desk import answers
from yifa.desk.contract_view import ContractView
from yifa.desk.navigation import CaseTool
from yifa.desk.present import person_in
from yifa.desk.scoped import case_of

KEY = "government_contract"
CASE_TOOLS = [CaseTool(KEY, "履行情况", "contract", "limit")]


def contract_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Milestones, payments, what is due next, the review, changes and disputes, risks, documents."""
    person_in(request)
    case = case_of(pk)
    if case.procedure != KEY:
        raise Http404("这件案件不是政府合同。")
    view = ContractView(case, timezone.localdate())
    return answers.page(request, "desk/contract.html", {"view": view, "case": case, "record": view.record}, view.data)


urlpatterns = [path("cases/<int:pk>/contract/", contract_page, name="contract")]
