"""Who may open a case that is kept among few (知悉范围): the list, and taking somebody in or out with a reason."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from yifa.desk import answers
from yifa.desk.acting import act
from yifa.desk.navigation import CaseTool
from yifa.desk.present import entry_of, person_in
from yifa.desk.scoped import case_of
from yifa.kernel import circle
from yifa.kernel.insiders import insiders
from yifa.office.models import Person, Post

CASE_TOOLS = [CaseTool("complaint", "知悉范围", "circle", "person")]


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """The circle of a case; whoever is in it may take in another person of the organ."""
    person_in(request)
    case, today = case_of(pk), timezone.localdate()
    model: Any = case.declaration.model
    trusted = model.confided_to
    if not trusted:
        raise Http404("这类案件没有知悉范围的限制。")
    if request.method == "POST":
        return _changed(request, pk)
    posts = Post.objects.on(today).filter(organ=case.organ).select_related("person").order_by("person_id", "pk")
    named = insiders(case)
    people = {post.person_id: post.person for post in posts}
    known = Person.objects.in_bulk(named)
    inside = [(one, "承办人" if one.pk == case.handler_id else "按名单纳入") for one in known.values()]
    heads = [(post.person, post.get_role_display()) for post in posts if post.role in trusted]
    told = [*inside, *((one, role) for one, role in heads if one.pk not in named)]
    if answers.wanted(request) == "json":
        return answers.as_json({"case": pk, "circle": [{"name": one.name, "why": why} for one, why in told]})
    taken = named | {one.pk for one, _ in heads}
    context = {
        "case": case, "told": told, "others": [one for key, one in people.items() if key not in taken],
        "admitted": [one for one in known.values() if one.pk != case.handler_id],
    }  # fmt: skip
    return render(request, "desk/circle.html", context)


def _changed(request: HttpRequest, pk: int) -> HttpResponse:
    chosen, reason = request.POST.get("person", ""), request.POST.get("reason", "")
    person = Person.objects.filter(pk=int(chosen)).first() if chosen.isascii() and chosen.isdigit() else None
    if person is None:
        raise Http404("没有这名人员。")
    out = request.POST.get("what") == "dismiss"
    change = circle.dismiss if out else circle.admit
    done = f"已将{person.name}{'移出' if out else '纳入'}知悉范围。"
    act(request, pk, done, lambda: change(case_of(pk), person, reason, entry_of(request)))
    return redirect("circle", pk)


urlpatterns = [path("cases/<int:pk>/circle/", page, name="circle")]
