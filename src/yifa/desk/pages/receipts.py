"""Books of receipts and what became of each number (罚没票据)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from markupsafe import Markup

from yifa.areas.enforcement.receipts.gaps import DEFAULTS, BookState, state, states
from yifa.areas.enforcement.receipts.models import ReceiptBook, ReceiptUse
from yifa.areas.enforcement.receipts.register import ReceiptBooks
from yifa.desk import answers, rows
from yifa.desk.filters import Choice, Filter, Filters, choices
from yifa.desk.navigation import RegisterTool
from yifa.desk.present import person_in
from yifa.desk.register_view import entry_in, writable
from yifa.desk.rows import Column
from yifa.desk.scoped import organs_seen
from yifa.kernel.registers.paging import page_of
from yifa.office.models import Organ

REGISTER_TOOLS = [
    RegisterTool(ReceiptBooks.key, "号码去向", "receipts", "figure"),
    RegisterTool(ReceiptBooks.key, "号码去向", "receipt_book", "figure", of_entry=True),
    RegisterTool("loose_receipt", "号码去向", "receipts", "figure"),
]
LOOKED_UP = 50
"""Numbers that a search shows."""
STATES = (("open", "在用"), ("checked", "已核销"), ("missing", "有缺号"), ("again", "有重复"))


@dataclass(frozen=True)
class Number:
    """One number of a book, or a stretch of them, as the file and the page show it."""

    text: str
    fate: str
    on: str = ""
    amount: str = ""
    case: str = ""
    address: str = ""
    wrong: bool = False
    serial: int = 0


BOOKS: list[Column[BookState]] = [
    Column("range", "号段", lambda row: row.book.range_text, css="yf-main-cell",
           html=lambda row: _link(row.book)),
    Column("number", "领用单号", lambda row: row.book.number),
    Column("kind", "种类", lambda row: row.book.get_kind_display()),
    Column("received_on", "领用日期", lambda row: row.book.received_on.isoformat(), css="yf-date"),
    Column("unit", "使用单位", lambda row: row.book.unit),
    Column("holder", "保管人", lambda row: row.book.holder),
    Column("size", "张数", lambda row: str(row.book.size), css="yf-num"),
    Column("used", "使用", lambda row: str(row.used), css="yf-num"),
    Column("voided", "作废", lambda row: str(row.voided), css="yf-num"),
    Column("lost", "遗失", lambda row: str(row.lost), css="yf-num"),
    Column("returned", "缴回", lambda row: str(row.returned), css="yf-num"),
    Column("missing", "缺号", lambda row: str(row.missing_count), css="yf-num",
           html=lambda row: _alarm(row.missing_count)),
    Column("again", "重复", lambda row: str(len(row.again)), css="yf-num", html=lambda row: _alarm(len(row.again))),
    Column("left", "未用", lambda row: str(row.left), css="yf-num"),
    Column("organ", "机关", lambda row: row.book.organ.short_name),
]  # fmt: skip
NUMBERS: list[Column[Number]] = [
    Column("text", "号码", lambda row: row.text),
    Column("fate", "去向", lambda row: row.fate),
    Column("on", "日期", lambda row: row.on),
    Column("amount", "金额（元）", lambda row: row.amount),
    Column("case", "案件", lambda row: row.case),
]
_body = rows.compiled(BOOKS, key=lambda row: row.book.pk)


def _link(book: ReceiptBook) -> Markup:
    return Markup('<a href="{}">{}</a>').format(reverse("receipt_book", args=[book.pk]), book.range_text)


def _alarm(count: int) -> Markup:
    return Markup('<b class="yf-state yf-state-overdue">{}</b>').format(count) if count else Markup("0")


def receipts_page(request: HttpRequest) -> HttpResponseBase:
    """The books, fifty a page, and the numbers that were looked for."""
    person, today, organs = person_in(request), timezone.localdate(), organs_seen()
    filters = _filters(request, organs)
    found = _found(filters)
    kind = answers.wanted(request)
    if kind in ("csv", "xlsx"):
        return answers.file(kind, "罚没票据", BOOKS, states(found.order_by("-received_on", "-pk"), today))
    page = page_of(found, "received_on", (), after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    books = found.in_bulk([row[0] for row in page.rows])
    listed = list(states([books[row[0]] for row in page.rows], today))
    if kind == "json":
        return answers.as_json({"books": rows.plain(BOOKS, listed), "next": page.older, "previous": page.newer})
    context = {
        "filters": filters, "head": rows.headings(BOOKS), "body": _body(listed), "shown": len(listed),
        "following": filters.address({"after": page.older}) if page.older else "",
        "preceding": filters.address({"before": page.newer}) if page.newer else "",
        "twins": answers.twins(request, "xlsx", "csv", "json"), "looked": _looked(filters.get("q")),
        "warnings": list(ReceiptBooks.warnings(today, [organ.pk for organ in organs])) if not filters.chosen else [],
        "may_write": bool(writable(person, today)), "missing_days": DEFAULTS.number("missing_days"),
    }  # fmt: skip
    return render(request, "desk/receipts.html", context)


def _filters(request: HttpRequest, organs: list[Organ]) -> Filters:
    declared = [Filter("q", "号码"), Filter("state", "情况", [Choice(code, label) for code, label in STATES])]
    if len(organs) > 1:
        declared.append(Filter("organ", "机关", choices((organ.pk, organ) for organ in organs)))
    kinds = [Choice(str(code), str(label)) for code, label in ReceiptBook._meta.get_field("kind").flatchoices]
    return Filters([*declared, Filter("kind", "种类", kinds)], request.GET)


def _found(filters: Filters) -> QuerySet[ReceiptBook]:
    found = ReceiptBook.objects.filter(withdrawn=False).select_related("organ__place")
    if organ := filters.number("organ"):
        found = found.filter(organ_id=organ)
    if kind := filters.get("kind"):
        found = found.filter(kind=kind)
    if words := filters.get("q"):
        inside = ReceiptUse.objects.filter(text__icontains=words, book__isnull=False).values("book_id")
        own = Q(number__icontains=words) | Q(unit__icontains=words) | Q(prefix__icontains=words)
        found = found.filter(own | Q(first__icontains=words) | Q(pk__in=inside))
    wanted = filters.get("state")
    if wanted in ("open", "checked"):
        found = found.filter(checked_on__isnull=wanted == "open")
    elif wanted == "again":
        found = found.filter(pk__in=ReceiptUse.objects.filter(again=True, book__isnull=False).values("book_id"))
    elif wanted == "missing":
        told = states(found, timezone.localdate())
        found = found.filter(pk__in=[each.book.pk for each in told if each.missing])
    return found


def _looked(words: str) -> list[Number]:
    """The numbers that hold these digits, wherever they were used."""
    if not words:
        return []
    found = ReceiptUse.objects.filter(text__icontains=words).select_related("case").order_by("text", "pk")
    return [_number(use) for use in found[:LOOKED_UP]]


def _number(use: ReceiptUse, book: ReceiptBook | None = None) -> Number:
    if use.case is not None:
        case, address = use.case.number or use.case.title, reverse("case", args=[use.case.pk])
    else:
        case, address = "台账登记", reverse("register_entry", args=[use.register, use.entry])
    text = book.written(use.serial) if book is not None and use.serial is not None else use.text
    fate = f"{use.get_fate_display()}{'（重复）' if use.again else ''}{'' if use.own else '（代收机构收据）'}"
    amount = "" if use.amount is None else f"{use.amount:.2f}"
    return Number(text, fate, use.on.isoformat(), amount, case, address, use.again, use.serial or 0)


def book_page(request: HttpRequest, pk: int) -> HttpResponse | HttpResponseBase:
    """One book number by number: stretches of which nothing was said stand as one line."""
    person_in(request)
    book: ReceiptBook = entry_in(ReceiptBooks, pk)
    uses = list(ReceiptUse.objects.filter(book=book).select_related("case").order_by("serial", "pk"))
    told = state(book, uses, timezone.localdate())
    listed = sorted(_numbers(told), key=lambda number: number.serial)
    kind = answers.wanted(request)
    if kind in ("csv", "xlsx"):
        return answers.file(kind, "票据号码去向", NUMBERS, listed)
    context = {"book": book, "state": told, "numbers": listed, "twins": answers.twins(request, "xlsx", "csv", "json")}
    return answers.page(request, "desk/receipt_book.html", context, lambda: rows.plain(NUMBERS, listed))


def _numbers(told: BookState) -> Iterable[Number]:
    for use in told.uses:
        yield _number(use, told.book)
    for gap in told.missing:
        yield Number(gap.text(told.book), f"缺号{gap.size}个", wrong=True, serial=gap.first)
    for gap in told.unused:
        yield Number(gap.text(told.book), f"未用{gap.size}个", serial=gap.first)


urlpatterns: list[Any] = [
    path("receipts/", receipts_page, name="receipts"),
    path("receipts/<int:pk>/", book_page, name="receipt_book"),
]
