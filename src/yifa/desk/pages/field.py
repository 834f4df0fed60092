"""Work outside (现场): what a phone needs to open its pages without a network and to send what it kept.

The worker of the phone serves the addresses under `field/` alone, and keeps only pages that say they may be kept
(`yifa.desk.outside`). What a form says goes through `yifa.desk.sending`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import cache, wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles import finders
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import path, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from yifa.desk import answers, outside, sending
from yifa.desk.forms import StepForm
from yifa.desk.pages import on_the_spot, steps, visits
from yifa.desk.present import entry_of, person_in
from yifa.desk.scoped import case_of
from yifa.errors import YifaError
from yifa.kernel.engine import perform
from yifa.kernel.models import Case, Paper
from yifa.kernel.rules import Refused
from yifa.papers import uploads

FILES = (
    "bootstrap/css/bootstrap.min.css", "bootstrap/js/bootstrap.bundle.min.js", "django_htmx/htmx-2.min.js",
    "desk/yifa.css", "desk/parts.css", "desk/pages.css", "desk/visits.css", "desk/field.css",
    "desk/theme.js", "desk/yifa.js", "desk/pages.js", "desk/field-store.js", "desk/field-photos.js",
    "desk/field-queue.js", "desk/field-form.js", "desk/icons.svg", "desk/mark.svg",
)  # fmt: skip
"""What the pages outside are made of; the same for everybody."""

MOST_BYTES = 6 * 1024 * 1024
"""A photograph that a phone has shrunk is far smaller."""

View = Callable[..., HttpResponse]


# --- the worker -------------------------------------------------------------------------------------


def _worker(version: str) -> str:
    told = {"version": version, "files": [static(name) for name in FILES], "queue": reverse("field_queue")}
    return render_to_string("desk/field/worker.js", {"told": json.dumps(told, ensure_ascii=False)})


@cache
def version() -> str:
    """Changes with every file of `FILES` and with the worker itself; phones then replace what they keep."""
    seen = hashlib.sha256(_worker("").encode())
    for name in FILES:
        found = finders.find(name)
        if isinstance(found, str):
            with open(found, "rb") as file:
                seen.update(file.read())
    return seen.hexdigest()[:16]


@login_not_required
def worker(request: HttpRequest) -> HttpResponse:
    """The worker; the same for everybody, nobody's data is in it."""
    answer = HttpResponse(_worker(version()), content_type="text/javascript; charset=utf-8")
    answer["Cache-Control"] = "no-cache"
    return answer


@never_cache
def state(request: HttpRequest) -> HttpResponse:
    """Who is signed in, with a token that holds now; asked before every round of sending."""
    person = person_in(request)
    return answers.as_json({"person": str(person.pk), "name": person.name, "csrf": get_token(request)})


def queue(request: HttpRequest) -> HttpResponse:
    """What this phone has not sent yet (待发送); the list itself is on the phone alone."""
    return outside.page(request, "desk/field/queue.html", {})


# --- sending ----------------------------------------------------------------------------------------


def answering(view: View) -> View:
    """Every answer as JSON that the phone can show: the state of the form, and what is to be done."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            if request.POST.get("person") != str(person_in(request).pk):
                raise sending.NotYours
            return view(request, *args, **kwargs)
        except sending.NotYours as error:
            return _told("other", str(error), 409)
        except (PermissionDenied, Http404) as error:
            return _told("refused", str(error) or "没有权限，或者案件不在您的数据范围内。", 422)
        except YifaError as error:
            return _told("refused", str(error), 422)

    return require_POST(never_cache(answered))


def _told(state: str, message: str, status: int) -> HttpResponse:
    reasons = [{"text": message, "basis": "", "field": ""}]
    return answers.as_json({"state": state, "message": message, "reasons": reasons}, status=status)


@answering
def send_spot(request: HttpRequest, organ: int) -> HttpResponse:
    """An on-the-spot penalty."""
    case, form = steps.opening_form(request, on_the_spot.KEY, organ, on_the_spot.STEP)
    return _taken(request, case, form)


@answering
def send_visit(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """A step of a visit."""
    case, form = visits.visit_form(request, pk, code)
    return _taken(request, case, form)


def _taken(request: HttpRequest, case: Case, form: StepForm) -> HttpResponse:
    entry, digest = entry_of(request), sending.digest_of(request.POST.dict())

    def work() -> Any:
        steps.require_readable(form, steps.dry_run(form))
        return perform(case, form.attempt(), entry, form.changes())

    try:
        receipt = sending.take_once(_token(request.POST.get("token", "")), entry.person, digest, work)
    except Refused as refused:
        reasons = [
            {"text": reason.text, "basis": str(reason.basis or ""), "field": form.anchor(reason)}
            for reason in refused.reasons
        ]
        return answers.as_json({"state": "refused", "message": str(refused), "reasons": reasons}, status=422)
    return answers.as_json(_sent(receipt, form))


def _sent(receipt: sending.Receipt, form: StepForm) -> dict[str, Any]:
    case = case_of(receipt.case)
    title = form.step.document.title if form.step.document else ""
    made = Paper.objects.filter(case_id=case.pk, title=title, issued=True).order_by("-pk").first() if title else None
    later = "这份表以前已经送到，送到以后改动的内容没有记入，需要的请在案件中更正登记。" if receipt.changed else ""
    return {
        "state": "sent", "case": reverse("case", args=[case.pk]), "number": case.number, "length": receipt.length,
        "paper": reverse("paper_preview", args=[made.pk]) if made else "", "title": title, "message": later,
        "step": form.step.label,
    }  # fmt: skip


def _token(typed: str) -> UUID:
    try:
        return UUID(typed)
    except ValueError:
        raise YifaError("表单没有编号，不能发送。请刷新页面后重新填写。") from None


@answering
def send_photo(request: HttpRequest, token: UUID) -> HttpResponse:
    """One photograph of a form that was taken; sent twice, it is there once."""
    entry = entry_of(request)
    pk = sending.case_behind(token, entry.person)
    if pk is None:
        raise YifaError("照片所属的表单还没有送到，请先发送表单。")
    file = request.FILES.get("photo")
    if file is None or not file.size:
        raise YifaError("没有收到照片，请重新发送。")
    if file.size > MOST_BYTES:
        raise YifaError(f"照片超过{MOST_BYTES // 2**20}MB，不能保存，请删去后重新拍照。")
    case = case_of(pk)
    title = (request.POST.get("title", "").strip() or "现场照片")[:100]
    filed = sending.file_once(case, uploads.check(file.name or "现场照片.jpg", file.read()), title, entry)
    return answers.as_json({"state": "sent", "again": not filed})


urlpatterns = [
    path("field/worker.js", worker, name="field_worker"),
    path("field/state/", state, name="field_state"),
    path("field/queue/", queue, name="field_queue"),
    path("field/send/spot/<int:organ>/", send_spot, name="send_spot"),
    path("field/send/visits/<int:pk>/<slug:code>/", send_visit, name="send_visit"),
    path("field/send/photos/<uuid:token>/", send_photo, name="send_photo"),
]
