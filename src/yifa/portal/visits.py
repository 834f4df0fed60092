"""The page of one visit by its code: who came, on what basis, what they may look at, what came of it."""

from __future__ import annotations

import re
import secrets

from allauth.mfa.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from yifa.areas.enforcement.inspection import entrance
from yifa.kernel.codes import read_code
from yifa.portal.public import public, said

WHY = "企业凭检查码查看本次检查"
OPEN = "open/"
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
    seen = entrance.seen(case, now, _device(request))
    return _remembered(_page(request, code, seen), request) if seen.may_register else _page(request, code, seen)


def _page(request: HttpRequest, code: str, seen: entrance.Seen, fault: str = "") -> HttpResponse:
    context = {
        "visit": seen, "code": read_code(code), "discipline": entrance.DISCIPLINE, "answers": entrance.ANSWERS,
        "stars": STARS, "fault": fault, "sent": request.POST,
    }  # fmt: skip
    return render(request, "portal/visit.html", context, status=422 if fault else 200)


# -- the telephone -------------------------------------------------------------------------------

COOKIE = "yifa_device"
KEPT = 400 * 24 * 3600
"""How long a telephone is known again, in seconds."""
WORD = re.compile(r"[\w-]{32}", re.ASCII)


def _device(request: HttpRequest) -> str:
    """The word that this telephone holds; blank where it holds none."""
    held = request.COOKIES.get(COOKIE, "")
    return held if WORD.fullmatch(held) else ""


def _remembered(answer: HttpResponse, request: HttpRequest) -> HttpResponse:
    """Give the telephone a word before it registers an arrival, so that it is the one that may rate."""
    if not _device(request):
        answer.set_cookie(
            COOKIE, secrets.token_urlsafe(24), max_age=KEPT, path=f"/{OPEN}", httponly=True, samesite="Lax",
            secure=request.is_secure(),
        )  # fmt: skip
    return answer


def _of_staff(request: HttpRequest, code: str) -> HttpResponse | None:
    """A telephone on which somebody of an organ has signed in is not the enterprise's."""
    if not request.user.is_authenticated:
        return None
    why = "这台设备登录着工作人员账号，不能代企业登记、评价。请由企业用自己的手机办理。"
    return said(request, why, status=403, back=reverse("portal_visit", args=[read_code(code)]))


@require_POST
@public(WHY)
def arrive(request: HttpRequest, code: str) -> HttpResponse:
    """The enterprise registers that the officers are here."""
    now = timezone.now()
    case = entrance.visit_of(code, timezone.localdate(now))
    refused = _of_staff(request, code)
    if refused is not None:
        return refused
    try:
        entrance.register_arrival(case, now, _device(request))
    except entrance.EntranceError as error:
        return said(request, str(error), status=422, back=reverse("portal_visit", args=[read_code(code)]))
    return redirect("portal_visit", code=read_code(code))


@require_POST
@public(WHY)
def rate(request: HttpRequest, code: str) -> HttpResponse:
    """The enterprise rates the visit, by the code that its telephone holds or that was given to it."""
    now = timezone.now()
    case = entrance.visit_of(code, timezone.localdate(now))
    refused = _of_staff(request, code)
    if refused is not None:
        return refused
    seen = entrance.seen(case, now, _device(request))
    try:
        entrance.rate(case, request.POST.get("rating_code", "").strip()[:40] or seen.rating_code, request.POST, now)
    except entrance.EntranceError as error:
        return _page(request, code, seen, str(error))
    return render(request, "portal/message.html", {"title": "已经评价", "message": THANKS})


THANKS = "谢谢。评价只有行政执法监督机关能看到，检查机关看不到，也不知道有没有评价。"


@public(WHY)
def qr(request: HttpRequest, code: str) -> HttpResponse:
    """The code as a square to be scanned: the address of its page."""
    entrance.visit_of(code, timezone.localdate())
    address = settings.SITE_URL + reverse("portal_visit", args=[read_code(code)])
    drawn = get_adapter().build_totp_svg(address)  # the library that draws the square of the second step of signing in
    return HttpResponse(drawn, content_type="image/svg+xml")
