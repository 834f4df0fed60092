"""The page of one certificate: whether the person before you may enforce today, and nothing else about them."""

from __future__ import annotations

from datetime import date
from typing import Any

from allauth.mfa.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from yifa.areas.enforcement.authority.models import EnforcementBody, Officer
from yifa.areas.enforcement.authority.standing import body_problems, why_not
from yifa.errors import YifaError
from yifa.portal.public import public

WHY = "任何人可以查验执法证件"
LONGEST = 40


class UnknownCertificate(YifaError):
    """No such number in the register."""

    def __init__(self, number: str) -> None:
        super().__init__(
            f"没有编号为“{number}”的执法证件。请核对证件上的编号；编号无误的，您有权拒绝执法，并向司法行政部门核实。"
        )


def read_number(typed: str) -> str:
    """A number as people type it: without blanks."""
    return "".join(typed.split())


def officer_of(number: str, on: date) -> Officer:
    """The certificate of a number: the one that holds on the day, else the latest.

    Raises:
        UnknownCertificate: there is none.
    """
    known = number if len(number) <= LONGEST else ""
    found = list(Officer._base_manager.filter(withdrawn=False, cert_no=known).order_by("-issued_on", "-pk"))
    if not known or not found:
        raise UnknownCertificate(number[:LONGEST])
    return next((one for one in found if one.valid_on(on)), found[0])


def seen(officer: Officer, on: date) -> dict[str, Any]:
    """What the public sees: what must be published, and whether it holds on the day."""
    fault = "" if officer.valid_on(on) else f"证件{why_not(officer, on).removeprefix('的证件')}"
    registered = EnforcementBody._base_manager.filter(withdrawn=False, name=officer.body).exists()
    if not fault and registered:
        fault = next((problem.why for problem in body_problems(officer.body, on)), "")
    return {
        "name": officer.name, "number": officer.cert_no, "kind": officer.get_cert_kind_display(),
        "body": officer.body, "matters": "、".join(officer.matters) or "不限领域", "on": on, "valid": not fault,
        "why": fault,
    }  # fmt: skip


@public(WHY)
def find(request: HttpRequest) -> HttpResponse:
    """The number as typed leads to its page; without one, the form."""
    typed = read_number(request.GET.get("number", ""))[: LONGEST + 1]
    if not typed:
        return render(request, "portal/officers.html", {})
    try:
        officer_of(typed, timezone.localdate())
    except UnknownCertificate as error:
        return render(request, "portal/officers.html", {"typed": typed, "fault": str(error)}, status=404)
    return redirect("portal_officer", number=typed)


@public(WHY)
def officer(request: HttpRequest, number: str) -> HttpResponse:
    """One certificate today."""
    today = timezone.localdate()
    shown = seen(officer_of(read_number(number), today), today)
    if request.GET.get("format") == "json":
        return JsonResponse(shown, json_dumps_params={"ensure_ascii": False})
    return render(request, "portal/officer.html", {"officer": shown})


@public(WHY)
def qr(request: HttpRequest, number: str) -> HttpResponse:
    """The address of the page as a square to be scanned."""
    found = officer_of(read_number(number), timezone.localdate())
    address = settings.SITE_URL + reverse("portal_officer", args=[found.cert_no])
    drawn = get_adapter().build_totp_svg(address)  # the library that draws the square of the second step of signing in
    return HttpResponse(drawn, content_type="image/svg+xml")
