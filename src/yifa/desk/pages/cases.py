"""The list of cases, and the views of it that a person keeps (保存的视图)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from yifa.desk import answers, case_list, rows
from yifa.desk.case_list import COLUMNS, PAGE, Listed, mark_of
from yifa.desk.case_pages import pages
from yifa.desk.filters import Filters
from yifa.desk.models import SavedView
from yifa.desk.navigation import NavItem
from yifa.desk.present import person_in
from yifa.office import scope
from yifa.office.models import Organ, Post
from yifa.office.roles import HANDLING
from yifa.office.worded import MARK, Worded, made

NAV = [NavItem("案件", "cases", "case", 12)]

UNFOLDED = "unfolded=1"

_VIEWS = Worded(lambda person: SavedView.objects.filter(person=person, page="cases"), person=MARK)


def list_page(request: HttpRequest) -> HttpResponseBase:
    """The list as a page or a file."""
    person, today = person_in(request), timezone.localdate()
    filters = _filters(request)
    kind = answers.wanted(request)
    if kind in ("csv", "xlsx"):
        found = case_list.streamed(case_list.found(filters, today), today, answers.MOST_ROWS)
        return answers.file(kind, "案件", COLUMNS, found)
    mark, cases = request.GET.get("after", ""), pages(filters, today)
    unfolded = "unfolded" in request.GET
    page = cases.lines(mark, today)
    shown, more = page[:PAGE], len(page) > PAGE
    following = filters.address({"after": mark_of(shown[-1])}) if more else ""
    if kind == "json":
        return answers.as_json({"cases": [_plain(line) for line in shown], "next": following or None})
    total = f"{len(shown)}件" if not mark and not more else cases.counted()
    context: dict[str, Any] = {
        "filters": filters, "following": following, "first": not mark, "shown": len(shown),
        "head": rows.headings(COLUMNS), "body": case_list.body(shown), "total": total,
        "twins": answers.twins(request, "csv", "xlsx", "json"),
        "panel": "" if unfolded else reverse("case_filters") + filters.address({}), "unfolded": unfolded,
        "views": [made(SavedView, row) for row in _VIEWS.rows(person=person.pk)],
    }  # fmt: skip
    return render(request, "desk/cases.html", context)


def _plain(line: Listed) -> dict[str, Any]:
    return {"id": line.pk, **{column.name: column.text(line) for column in COLUMNS}}


def _filters(request: HttpRequest) -> Filters:
    """The filters with the organs and handlers that the person may see."""
    present = scope.current()
    seen = present.organs if present is not None else frozenset()
    today = timezone.localdate()

    def organs() -> QuerySet[Organ]:
        return Organ.objects.filter(pk__in=seen).order_by("pk")

    def handlers() -> Iterable[tuple[int, str]]:
        posts = Post.objects.on(today).filter(organ_id__in=seen, role__in=HANDLING).order_by("person_id")
        return posts.values_list("person_id", "person__name").distinct()

    return Filters(case_list.declared_filters(organs, handlers, today), request.GET)


def filter_panel(request: HttpRequest) -> HttpResponse:
    """The filters to choose from, asked for when their menu is opened: most pages are read without it.

    Opened as a page of its own it is the list with the menu unfolded.
    """
    if not answers.is_part(request):
        return redirect(f"{reverse('cases')}?{'&'.join(filter(None, [request.GET.urlencode(), UNFOLDED]))}")
    return render(request, "desk/filter_panel.html", {"filters": _filters(request), "list": reverse("cases")})


@require_POST
def keep_view(request: HttpRequest) -> HttpResponse:
    """Keep the present filters under a name."""
    name, query = request.POST.get("name", "").strip()[:30], request.POST.get("query", "")[:500]
    if not name:
        messages.error(request, "不能保存视图：没有填写名称。")
        return redirect(f"{reverse('cases')}?{query}")
    try:
        with transaction.atomic():
            SavedView.objects.create(person=person_in(request), page="cases", name=name, query=query)
    except IntegrityError:
        messages.error(request, f"不能保存视图：已有名为“{name}”的视图，请换一个名称或者先删除它。")
    else:
        messages.success(request, f"已保存视图“{name}”。")
    return redirect(f"{reverse('cases')}?{query}")


@require_POST
def drop_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget a kept view of one's own."""
    SavedView.objects.filter(pk=pk, person=person_in(request)).delete()
    return redirect("cases")


urlpatterns = [
    path("cases/", list_page, name="cases"),
    path("cases/filters/", filter_panel, name="case_filters"),
    path("cases/views/", keep_view, name="keep_view"),
    path("cases/views/<int:pk>/drop/", drop_view, name="drop_view"),
]
