"""The page of one visit by its code: who came, on what basis, what they may look at, what came of it."""

from __future__ import annotations

from allauth.mfa.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from yifa.areas.enforcement.inspection import entrance
from yifa.areas.enforcement.inspection.codes import read_code
from yifa.portal.public import public, said

WHY = "企业凭检查码查看本次检查"
STARS = (("1", "很差"), ("2", "较差"), ("3", "一般"), ("4", "较好"), ("5", "很好"))


@public(WHY)
def find(request: HttpRequest) -> HttpResponse:
    """The code as typed leads to its page, or the form says what is wrong with it."""
    typed = request.GET.get("code", "").strip()[:60]
    if not typed:
        return redirect("portal")
    try:
        entrance.visit_of(typed, timezone.localdate())
    except entrance.EntranceError as error:
        return render(request, "portal/index.html", {"typed": typed, "fault": str(error)}, status=404)
    return redirect("portal_visit", code=read_code(typed))


@public(WHY)
def visit(request: HttpRequest, code: str) -> HttpResponse:
    """What the enterprise sees."""
    now = timezone.now()
    case = entrance.visit_of(code, timezone.localdate(now))
    return _page(request, code, entrance.seen(case, now))


def _page(request: HttpRequest, code: str, seen: entrance.Seen, fault: str = "") -> HttpResponse:
    context = {
        "visit": seen, "code": read_code(code), "discipline": entrance.DISCIPLINE, "answers": entrance.ANSWERS,
        "stars": STARS, "fault": fault, "sent": request.POST,
    }  # fmt: skip
    return render(request, "portal/visit.html", context, status=422 if fault else 200)


@require_POST
@public(WHY)
def arrive(request: HttpRequest, code: str) -> HttpResponse:
    """The enterprise registers that the officers are here."""
    now = timezone.now()
    case = entrance.visit_of(code, timezone.localdate(now))
    try:
        entrance.register_arrival(case, now)
    except entrance.EntranceError as error:
        return said(request, str(error), status=422, back=reverse("portal_visit", args=[read_code(code)]))
    return redirect("portal_visit", code=read_code(code))


@require_POST
@public(WHY)
def rate(request: HttpRequest, code: str) -> HttpResponse:
    """The enterprise rates the visit."""
    now = timezone.now()
    case = entrance.visit_of(code, timezone.localdate(now))
    try:
        entrance.rate(case, request.POST, now)
    except entrance.EntranceError as error:
        return _page(request, code, entrance.seen(case, now), str(error))
    return redirect("portal_visit", code=read_code(code))


@public(WHY)
def qr(request: HttpRequest, code: str) -> HttpResponse:
    """The code as a square to be scanned: the address of its page."""
    entrance.visit_of(code, timezone.localdate())
    address = settings.SITE_URL + reverse("portal_visit", args=[read_code(code)])
    drawn = get_adapter().build_totp_svg(address)  # the library that draws the square of the second step of signing in
    return HttpResponse(drawn, content_type="image/svg+xml")
