"""Normative documents (规范性文件): in force on a day, one through time, two texts side by side."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from yifa.desk import answers, document_view, rows
from yifa.desk.document_view import FORCES, Page, day_of, text_of
from yifa.desk.navigation import CaseTool, NavItem
from yifa.desk.present import person_in
from yifa.errors import YifaError
from yifa.office import scope
from yifa.office.models import Organ
from yifa.text.compare import Kind, compare

NAV = [NavItem("文件", "documents", "document", 20)]
CASE_TOOLS = [CaseTool("normative_document", "文本和版本", "document", "document")]

PER_PAGE = 100


def list_page(request: HttpRequest) -> HttpResponseBase:
    """The documents as they stand on a day, as a page or a file."""
    person_in(request)
    today = timezone.localdate()
    organs = _organs()
    filters = document_view.filters_of(organs, request.GET)
    day = day_of(filters.get("on"), today)
    found, columns = document_view.found(filters, day), document_view.columns(day, several=len(organs) > 1)
    kind = answers.wanted(request)
    if kind in ("csv", "xlsx"):
        return answers.file(kind, f"规范性文件（{day}）", columns, found[: answers.MOST_ROWS])
    if kind == "json":
        listed = list(found[: answers.MOST_ROWS])
        plain = zip(listed, rows.plain(columns, listed), strict=True)
        return answers.as_json({"on": day, "documents": [{"id": document.pk, **row} for document, row in plain]})
    page = _number(request.GET.get("page", ""))
    shown = list(found[(page - 1) * PER_PAGE : page * PER_PAGE + 1])
    force = filters.get("force") or "binding"
    context: dict[str, Any] = {
        "filters": filters, "day": day, "force": force, "force_label": dict(FORCES)[force], "forces": _forces(filters),
        "total": found.count(), "head": rows.headings(columns), "page": page, "more": len(shown) > PER_PAGE,
        "body": rows.compiled(columns, key=lambda d: d.pk)(shown[:PER_PAGE]), "shown": shown,
        "following": filters.address({"page": str(page + 1)}), "preceding": filters.address({"page": str(page - 1)}),
        "twins": answers.twins(request, "xlsx", "csv", "json"),
    }  # fmt: skip
    return render(request, "desk/documents/list.html", context)


def _forces(filters: Any) -> list[tuple[str, str, bool]]:
    chosen = filters.get("force") or "binding"
    return [(filters.address({"force": code}), label, code == chosen) for code, label in FORCES]


def document_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One document on a day."""
    page = _page(request, pk)
    context = {"page": page, "document": page.document, "today_iso": page.today.isoformat()}
    return answers.page(request, "desk/documents/page.html", context, lambda: document_view.plain(page))


def compare_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Two texts of a document side by side, article by article."""
    page = _page(request, pk)
    if len(page.texts) < 2:
        raise YifaError("本文件只有一个文本，没有可以对照的版本。")
    keys = [text.key for text in page.texts]
    versions = [key for key in keys if key.startswith("v")]
    default = (versions[-2], versions[-1]) if len(versions) > 1 else (keys[-1], keys[0])
    old = text_of(page.texts, request.GET.get("a", "") or default[0])
    new = text_of(page.texts, request.GET.get("b", "") or default[1])
    if old is None or new is None:
        raise YifaError("没有所选的文本。请重新选择两个版本。")
    found = compare(old.text, new.text)
    everything = request.GET.get("all") == "1"
    changes = [c for c in found.changes if everything or c.kind is not Kind.SAME or c.renumbered or c.moved]
    context = {
        "page": page, "document": page.document, "old": old, "new": new, "found": found, "changes": changes,
        "everything": everything, "same": len(found.changes) - len(changes),
    }  # fmt: skip
    data = {"a": old.key, "b": new.key, **found.plain()}
    return answers.page(request, "desk/documents/compare.html", context, lambda: data)


def _page(request: HttpRequest, pk: int) -> Page:
    person_in(request)
    today = timezone.localdate()
    return Page(pk, day_of(request.GET.get("on", "").strip(), today), today)


def _number(written: str) -> int:
    return max(int(written), 1) if written.isascii() and written.isdigit() and len(written) < 7 else 1


def _organs() -> list[Organ]:
    present = scope.current()
    seen = present.organs if present is not None else frozenset()
    return list(Organ.objects.filter(pk__in=seen).order_by("pk"))


urlpatterns = [
    path("documents/", list_page, name="documents"),
    path("documents/<int:pk>/", document_page, name="document"),
    path("documents/<int:pk>/compare/", compare_page, name="document_compare"),
]
