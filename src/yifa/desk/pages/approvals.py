"""Signing, returning and taking back proposals (同意、退回、取回)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_POST

from yifa.desk.acting import act
from yifa.desk.present import entry_of
from yifa.kernel import approval
from yifa.kernel.models import Proposal


def _proposal(pk: int) -> Proposal:
    found = Proposal.objects.filter(pk=pk).select_related("case").first()
    if found is None:
        raise Http404("没有这份报批，或者不在您的数据范围内。")
    return found


@require_POST
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """Agree; the last signature performs the step."""
    proposal = _proposal(pk)
    opinion = request.POST.get("opinion", "")
    done = f"已同意“{proposal.declared.label}”。"
    return act(request, proposal.case_id, done, lambda: approval.sign(proposal, entry_of(request), opinion=opinion))


@require_POST
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Return with the reason."""
    proposal = _proposal(pk)
    opinion = request.POST.get("opinion", "")
    done = f"已退回“{proposal.declared.label}”，报批人修改后可以重新报批。"
    return act(
        request, proposal.case_id, done, lambda: approval.send_back(proposal, entry_of(request), opinion=opinion)
    )


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's own proposal back."""
    proposal = _proposal(pk)
    done = f"已取回“{proposal.declared.label}”的报批。"
    return act(request, proposal.case_id, done, lambda: approval.withdraw(proposal, entry_of(request)))


urlpatterns = [
    path("proposals/<int:pk>/sign/", sign, name="sign"),
    path("proposals/<int:pk>/return/", send_back, name="send_back"),
    path("proposals/<int:pk>/withdraw/", withdraw, name="withdraw_proposal"),
]
