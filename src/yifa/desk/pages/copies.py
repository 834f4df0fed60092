"""The public copy of a case (公开副本): preview with its masks, publishing, taking back."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_POST

from yifa.desk import answers
from yifa.desk.acting import act
from yifa.desk.present import entry_of, person_in
from yifa.desk.scoped import case_of
from yifa.errors import YifaError
from yifa.kernel.declare import Publication
from yifa.kernel.engine import situation_of
from yifa.kernel.models import Case, Published
from yifa.kernel.publish import copy_of, publish, withdraw
from yifa.office.posts import roles_of
from yifa.office.roles import Role


def _publication(case: Case, code: str) -> Publication:
    for publication in case.declaration.publications():
        if publication.code == code:
            return publication
    raise Http404("本案没有这项公开。")


def copy_page(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """What the public would see, or sees; masked spans with the reason."""
    person, case = person_in(request), case_of(pk)
    publication, record = _publication(case, code), case.record
    situation = situation_of(record)
    history = list(Published.objects.filter(case_id=pk, publication=code).select_related("by").order_by("-pk"))
    standing = next((row for row in history if row.withdrawn_on is None), None)
    lines = (
        standing.content if standing else [[each.label, each.text, each.why] for each in copy_of(record, publication)]
    )
    held = roles_of(person, case.organ, timezone.localdate())
    context = {
        "case": case, "publication": publication, "lines": lines, "standing": standing, "history": history,
        "due": situation.did(*publication.after),
        "withheld": publication.withheld_if is not None and publication.withheld_if(situation),
        "may": bool(held & {Role.PUBLISHER, Role.HANDLER}),
    }  # fmt: skip
    data = {"publication": code, "published": bool(standing), "lines": lines}
    return answers.page(request, "desk/case/copy.html", context, lambda: data)


@require_POST
def publish_copy(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Publish the copy as it was previewed."""
    case = case_of(pk)
    publication = _publication(case, code)
    done = f"“{publication.label}”已公开。"
    return act(request, pk, done, lambda: publish(case, publication, timezone.localdate(), entry_of(request)), "public")


@require_POST
def withdraw_copy(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Take the standing copy back, with the reason."""
    case = case_of(pk)
    publication = _publication(case, code)

    def taken_back() -> None:
        standing = Published.objects.filter(case_id=pk, publication=code, withdrawn_on=None).first()
        if standing is None:
            raise YifaError("不能撤回：现在没有公开的副本。请刷新后核对。")
        withdraw(standing, request.POST.get("reason", ""), timezone.localdate(), entry_of(request))

    return act(request, pk, f"“{publication.label}”已撤回公开，撤回理由已登记。", taken_back, "public")


urlpatterns = [
    path("cases/<int:pk>/public/<slug:code>/", copy_page, name="public_copy"),
    path("cases/<int:pk>/public/<slug:code>/publish/", publish_copy, name="publish_copy"),
    path("cases/<int:pk>/public/<slug:code>/withdraw/", withdraw_copy, name="withdraw_copy"),
]
