"""The square of a certificate (查验码), from its case and from its entry in the officers' register."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone

from yifa.areas.enforcement.authority.models import Officer
from yifa.areas.enforcement.authority.register import Officers
from yifa.areas.enforcement.authority.standing import why_not
from yifa.areas.enforcement.certificate.models import CertificateCase
from yifa.desk.navigation import CaseTool, RegisterTool
from yifa.desk.present import person_in
from yifa.desk.register_view import entry_in
from yifa.desk.scoped import case_of

CASE_TOOLS = [CaseTool("certificate", "查验码", "certificate_code", "link")]
REGISTER_TOOLS = [RegisterTool(Officers.key, "查验码", "officer_code", "link", of_entry=True)]


def of_case(request: HttpRequest, pk: int) -> HttpResponse:
    """The square of the certificate that a case issued; before that, that there is none yet."""
    person_in(request)
    case = case_of(pk)
    record = case.record
    if not isinstance(record, CertificateCase):
        raise Http404
    rows = Officer._base_manager.filter(withdrawn=False, cert_no=record.cert_no, organ=record.body_organ_id)
    officer = rows.first() if record.issued_on else None
    return _shown(request, officer, reverse("case", args=[pk]), case.number or case.title)


def of_entry(request: HttpRequest, pk: int) -> HttpResponse:
    """The square of a certificate in the register."""
    person_in(request)
    officer = entry_in(Officers, pk)
    return _shown(request, officer, reverse("register_entry", args=[Officers.key, pk]), str(officer))


def _shown(request: HttpRequest, officer: Officer | None, back: str, title: str) -> HttpResponse:
    today, fault = timezone.localdate(), ""
    if officer is not None and not officer.valid_on(today):
        fault = f"证件{why_not(officer, today).removeprefix('的证件')}"
    context = {"officer": officer, "fault": fault, "today": today, "back": back, "title": title}
    return render(request, "desk/certificate_code.html", context)


urlpatterns = [
    path("cases/<int:pk>/certificate/", of_case, name="certificate_code"),
    path("registers/enforcement_officer/<int:pk>/code/", of_entry, name="officer_code"),
]
