"""Pages of registers (台账): what there is, a register's list, one entry, its form. Generic over the declarations."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from yifa.desk import answers, register_view
from yifa.desk.navigation import NavItem
from yifa.desk.pages import register_tools
from yifa.desk.present import person_in
from yifa.desk.register_view import entry_in, register_of
from yifa.desk.subjects import by_subject
from yifa.errors import YifaError
from yifa.kernel.registers import REGISTERS, Register
from yifa.kernel.registers import entries as books
from yifa.kernel.registers.columns import compiled, headings
from yifa.kernel.registers.errors import EntryRefused, Problem, Stale
from yifa.kernel.registers.exporting import TYPES, export
from yifa.kernel.registers.models import BookEvent
from yifa.kernel.registers.paging import Page, page_of
from yifa.office import scope
from yifa.office.models import Organ

NAV = [NavItem("台账", "registers", "register", 40)]

WARNED = 30
"""How many warnings the first page shows for each register."""


def index(request: HttpRequest) -> HttpResponse:
    """Every register, with what a person should look at today."""
    today, organs = timezone.localdate(), _organs()
    shown = []
    for register in REGISTERS.all():
        warnings = []
        for number, warned in enumerate(register.warnings(today, [organ.pk for organ in organs])):
            if number == WARNED:
                break
            warnings.append(warned)
        shown.append((register, warnings))
    context = {
        "subjects": by_subject(shown, lambda each: each[0]),
        "warned": [each for each in shown if each[1]],
        "most": WARNED,
    }
    return answers.page(request, "desk/registers/index.html", context, lambda: _plain_index(shown))


def _plain_index(shown: list[tuple[type[Register[Any]], list[Any]]]) -> list[dict[str, Any]]:
    return [
        {
            "key": register.key,
            "label": register.label,
            "basis": str(register.basis),
            "warnings": [{"code": w.code, "text": w.text, "entry": w.entry, "on": w.on} for w in warnings],
        }
        for register, warnings in shown
    ]


def list_page(request: HttpRequest, key: str) -> HttpResponseBase:
    """The list of a register as a page or a file."""
    register, organs, today = register_of(key), _organs(), timezone.localdate()
    filters = register_view.filters_of(register, organs, request.GET, today)
    rows = register_view.found(register, filters)
    kind = answers.wanted(request)
    if kind in ("csv", "xlsx") or (kind == "json" and request.GET.get("all")):
        name = f"{register.label}{today:%Y%m%d}.{kind}"
        answer = StreamingHttpResponse(export(register, rows, kind), content_type=TYPES[kind])
        answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
        return answer
    columns = register_view.columns_of(register, organs)
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    page = page_of(rows, register.dated_name(), [c.path for c in columns], after=after, before=before)
    following = filters.address({"after": page.older}) if page.older else ""
    preceding = filters.address({"before": page.newer}) if page.newer else ""
    if kind == "json":
        return answers.as_json(_plain_page(columns, page, following, preceding))
    draw = compiled(columns, reverse("register_entry", args=[key, 0]).replace("/0/", "/{pk}/"))
    context = {
        "register": register, "filters": filters, "head": headings(columns), "shown": len(page.rows),
        "body": [draw((row[0], *row[2:])) for row in page.rows], "following": following, "preceding": preceding,
        "may_write": bool(register_view.writable(person_in(request), today)),
        "twins": [*answers.twins(request, "xlsx", "csv"), ("json", _all_json(request))],
        "tools": register_tools(key, of_entry=False),
    }  # fmt: skip
    return render(request, "desk/registers/list.html", context)


def _all_json(request: HttpRequest) -> str:
    query = request.GET.copy()
    for name in ("after", "before"):
        query.pop(name, None)
    query["format"], query["all"] = "json", "1"
    return f"{request.path}?{query.urlencode()}"


def _plain_page(columns: Any, page: Page, following: str, preceding: str) -> dict[str, Any]:
    names = [column.name for column in columns]
    entries = [{"id": row[0], **dict(zip(names, row[2:], strict=True))} for row in page.rows]
    return {"entries": entries, "next": following or None, "previous": preceding or None}


def entry_page(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """One entry: its values, what looks odd, how its dates came about, its history."""
    register = register_of(key)
    entry = entry_in(register, pk)
    grouped = register_view.facts(register, entry)
    writable = register_view.writable(person_in(request), timezone.localdate())
    context = {
        "register": register, "entry": entry, "title": register.title_of(entry), "groups": grouped,
        "doubts": [] if entry.withdrawn else list(register.doubts(entry)),
        "explained": register.explain(entry).splitlines(), "history": _history(register, entry),
        "may_write": entry.organ in writable and not entry.withdrawn,
        "tools": register_tools(key, of_entry=True),
    }  # fmt: skip
    return answers.page(request, "desk/registers/entry.html", context, lambda: _plain_entry(register, entry))


def _plain_entry(register: type[Register[Any]], entry: Any) -> dict[str, Any]:
    values = {column.name: getattr(entry, column.model_field.attname) for column in register.columns}
    kept = {"id": entry.pk, "organ": entry.organ.name, "version": entry.version, "withdrawn": entry.withdrawn}
    return {**kept, "digest": entry.digest, "values": values}


def _history(register: type[Register[Any]], entry: Any) -> list[tuple[BookEvent, list[tuple[str, str, str]]]]:
    return [(event, books.changes_of(register, event)) for event in books.history(entry, register)]


def new_page(request: HttpRequest, key: str) -> HttpResponse:
    """Record an entry."""
    register, person, now = register_of(key), person_in(request), timezone.now()
    organs = register_view.writable(person, timezone.localdate(now))
    if not organs:
        raise PermissionDenied("您今天没有可以登记台账的岗位。登记由承办人员办理，请联系系统管理员核对任职。")
    wanted = request.POST.get("organ") or request.GET.get("organ", "")
    organ = next((each for each in organs if str(each.pk) == wanted), organs[0])
    values, refused = register_view.defaults(register, timezone.localdate(now)), None
    if request.method == "POST":
        values = register_view.posted(register, request.POST)
        try:
            entry = books.add(register, organ, values, by=person, at=now)
        except YifaError as error:
            refused = error
        else:
            messages.success(request, f"已登记“{register.title_of(entry)}”。")
            return redirect("register_entry", key, entry.pk)
    context = {"organs": organs, "organ": organ, "action": "登记", "back": reverse("register", args=[key])}
    return _form(request, register, values, refused, context)


def edit_page(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """Change an entry; who comes second is shown the change of the first, and may then save over it."""
    register, person = register_of(key), person_in(request)
    entry = entry_in(register, pk)
    books.require_writer(person, entry.organ, timezone.localdate())
    values, refused, seen = register_view.written(register, entry), None, entry.version
    if request.method == "POST":
        values = register_view.posted(register, request.POST)
        try:
            seen = _number(request.POST.get("seen", ""))
            books.amend(register, pk, values, seen=seen, by=person, at=timezone.now())
        except YifaError as error:
            refused = error
            seen = entry.version if isinstance(error, Stale) else seen
        else:
            messages.success(request, f"已修改“{register.title_of(entry)}”，原值和新值已记入变动。")
            return redirect("register_entry", key, pk)
    back = reverse("register_entry", args=[key, pk])
    context = {"entry": entry, "organ": entry.organ, "action": "修改", "seen": seen, "back": back}
    return _form(request, register, values, refused, context)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _form(
    request: HttpRequest,
    register: type[Register[Any]],
    values: dict[str, str],
    refused: YifaError | None,
    context: dict[str, Any],
) -> HttpResponse:
    problems: list[Problem] = refused.problems if isinstance(refused, EntryRefused) else []
    shown = {
        "register": register, "refused": refused, "problems": problems, "stale": isinstance(refused, Stale),
        "groups": register_view.groups(register, values, problems, context["organ"]), **context,
    }  # fmt: skip
    return render(request, "desk/registers/form.html", shown, status=422 if refused else 200)


@require_POST
def withdraw(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """Withdraw an entry with a reason."""
    register, seen = register_of(key), _number(request.POST.get("seen", ""))
    reason = request.POST.get("reason", "")
    try:
        books.withdraw(register, pk, reason, seen=seen, by=person_in(request), at=timezone.now())
    except YifaError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "已撤回。记录和理由留存，不再列出、统计和公开。")
    return redirect("register_entry", key, pk)


def _organs() -> list[Organ]:
    present = scope.current()
    seen = present.organs if present is not None else frozenset()
    return list(Organ.objects.filter(pk__in=seen).order_by("pk"))


urlpatterns = [
    path("registers/", index, name="registers"),
    path("registers/<slug:key>/", list_page, name="register"),
    path("registers/<slug:key>/new/", new_page, name="register_new"),
    path("registers/<slug:key>/<int:pk>/", entry_page, name="register_entry"),
    path("registers/<slug:key>/<int:pk>/edit/", edit_page, name="register_edit"),
    path("registers/<slug:key>/<int:pk>/withdraw/", withdraw, name="register_withdraw"),
]
