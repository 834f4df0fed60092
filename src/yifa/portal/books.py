"""Registers that the law has public (执法公示·事前公开): bodies, officers, delegations, items, benchmarks, lists.

What is shown is what each register declares public (`Register.disclosed`), as of today; nothing else of an entry.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from yifa.errors import YifaError
from yifa.kernel.registers import REGISTERS, Column, Register
from yifa.kernel.registers.exporting import TYPES, entries_of, export, public_of
from yifa.office.models import Organ
from yifa.portal.public import listing, public

WHY = "公众查看依法公开的台账"
LONGEST = 60
"""Characters of a search."""
FILES = ("xlsx", "csv")
MOST_COLUMNS = 9
"""So many columns at most stand in the list; the page of an entry has all."""


class UnknownBook(YifaError):
    """No register of this name is public."""

    def __init__(self) -> None:
        super().__init__("没有这个公开目录。请从“执法公示”选择。")


FIRST = (
    "enforcement_body", "enforcement_officer", "power_list", "inspection_item", "discretion_benchmark", "leniency_list",
    "major_decision_directory", "enforcement_delegation", "granted_power", "enforcement_contact_point",
)  # fmt: skip
"""In which order people look for them; the others follow."""
OF = (".areas.enforcement.", ".areas.rulemaking.lists.")
"""Where registers of enforcement, and the lists of powers it rests on, are declared."""


def open_registers() -> list[type[Register[Any]]]:
    """Every register of enforcement that the law has public, in the order in which people look for them."""
    found = [one for one in REGISTERS.all() if one.disclosed is not None and any(of in one.__module__ for of in OF)]
    return sorted(found, key=lambda one: (FIRST.index(one.key) if one.key in FIRST else len(FIRST), one.label))


def register_of(key: str) -> type[Register[Any]]:
    """A public register by its key.

    Raises:
        UnknownBook: there is none.
    """
    found = next((register for register in open_registers() if register.key == key), None)
    if found is None:
        raise UnknownBook
    return found


def rows_of(register: type[Register[Any]]) -> QuerySet[Any]:
    """The entries that are public today, in the order of their organs and of what tells them apart."""
    rows = public_of(register, entries_of(register), timezone.localdate())
    return rows.order_by("organ", *register.unique_names(), "pk")


@public(WHY)
def index(request: HttpRequest) -> HttpResponse:
    """Every public register with the number of its entries."""
    books = [
        {"key": one.key, "label": _label(one), "basis": str(one.disclosed.basis), "entries": rows_of(one).count()}
        for one in open_registers() if one.disclosed is not None
    ]  # fmt: skip
    shown = [book for book in books if book["entries"]]
    return listing(request, "portal/books.html", shown, dict, per_page=len(shown) or 1)


@public(WHY)
def book(request: HttpRequest, key: str) -> HttpResponse:
    """One register: its entries by pages, searched and of one organ where that is asked; or the whole as a file."""
    register = register_of(key)
    rows, wanted = rows_of(register), request.GET.get("format", "")
    if wanted in FILES:
        return _file(register, rows, wanted)
    words, organ = request.GET.get("q", "").strip()[:LONGEST], request.GET.get("organ", "")
    organs = list(Organ.objects.filter(pk__in=rows.order_by().values("organ_id").distinct()).order_by("pk"))
    if words:
        rows = rows.filter(_searched(register, words))
    if organ.isascii() and organ.isdigit() and len(organ) < 10:
        rows = rows.filter(organ_id=int(organ))
    columns = _in_the_list(register)
    context: dict[str, Any] = {
        "register": register, "label": _label(register), "columns": columns, "q": words, "organ": organ,
        "organs": organs if len(organs) > 1 else [], "files": FILES,
    }  # fmt: skip
    return listing(request, "portal/book.html", rows.select_related("organ"), _plain(register, columns), **context)


@public(WHY)
def entry(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """One entry with everything of it that is public."""
    register = register_of(key)
    found = rows_of(register).select_related("organ").filter(pk=pk).first()
    if found is None:
        raise Http404
    cells = [(column, _text(column, found)) for column in register.public()]
    lines = [(column.label, text) for column, text in cells if text]
    context = {"label": _label(register), "register": register, "organ": found.organ.name, "lines": lines}
    return render(request, "portal/book_entry.html", context | {"title": lines[0][1] if lines else ""})


def _label(register: type[Register[Any]]) -> str:
    return register.disclosed.label if register.disclosed is not None else register.label


def _in_the_list(register: type[Register[Any]]) -> list[Column]:
    return [column for column in register.public() if column.listed][:MOST_COLUMNS] or list(register.public()[:4])


def _searched(register: type[Register[Any]], words: str) -> Q:
    """Words are looked up in what is public, and nowhere else."""
    found = Q(organ__name__icontains=words)
    for column in register.public():
        if column.kind in ("text", "long"):
            found |= Q(**{f"{column.name}__icontains": words})
    return found


def _text(column: Column, entry: Any) -> str:
    value = getattr(entry, column.name)
    return str(value or "") if column.kind == "reference" else column.shown(value)


def _plain(register: type[Register[Any]], columns: list[Column]) -> Any:
    def plain(entry: Any) -> Mapping[str, Any]:
        told = {column.name: _text(column, entry) for column in register.public()}
        cells = [(column.label, told[column.name]) for column in columns]
        return {"pk": entry.pk, "organ": entry.organ.name, "cells": cells, "entry": told}

    return plain


def _file(register: type[Register[Any]], rows: QuerySet[Any], wanted: str) -> HttpResponse:
    # The parts are made while the scope is open: a streamed answer would be read after it.
    content = b"".join(export(register, rows, wanted, columns=register.public()))
    answer = HttpResponse(content, content_type=TYPES[wanted])
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(_label(register))}.{wanted}"
    return answer
