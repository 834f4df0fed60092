"""Money from the decision to the treasury (罚没对账): sums by month and by body, each opening onto its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from markupsafe import Markup

from yifa.areas.enforcement.common.money import Channel
from yifa.areas.enforcement.receipts.gaps import DEFAULTS
from yifa.areas.enforcement.receipts.models import MoneyBalance, MoneyKind, MoneyLine, PastFine
from yifa.areas.enforcement.receipts.reconciling import Totals, differences, lines, reconciled
from yifa.desk import answers, rows
from yifa.desk.derived_list import DerivedList, Row, positions, source_of
from yifa.desk.filters import Filter, Filters, choices
from yifa.desk.navigation import NavItem
from yifa.desk.present import person_in
from yifa.desk.rows import Column
from yifa.desk.scoped import organs_seen
from yifa.kernel.models import Case
from yifa.office.models import Organ

NAV = [NavItem("罚没对账", "fines", "money", 45)]
YEARS = 8
SHOWN = 50
"""So many differences the page lists; the file has all of them."""
PARTS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("decided", "决定应缴", {"kind": MoneyKind.DECIDED}),
    ("elsewhere", "代收机构等收缴", {"kind": MoneyKind.COLLECTED, "spot": "no"}),
    ("on_spot", "当场收缴", {"kind": MoneyKind.COLLECTED, "spot": "yes"}),
    ("surcharge", "其中加处罚款", {"kind": MoneyKind.COLLECTED, "extra": "yes"}),
    ("handed_in", "交至机关", {"kind": MoneyKind.HANDED_IN}),
    ("remitted", "入库", {"kind": MoneyKind.REMITTED}),
    ("refunded", "退还", {"kind": MoneyKind.REFUNDED}),
    ("written_off", "终结未缴", {"kind": MoneyKind.WRITTEN_OFF}),
)
"""Each column: the property of the sums, its label, and the filter of the lines behind it."""
DECISIONS = "决定件数"
BALANCES = (("owed", "期末应收未收"), ("unremitted", "期末已收未入库"))


@dataclass(frozen=True)
class Cell:
    """One number as printed under the heading of its column, and the address at which it opens."""

    label: str
    text: str
    address: str = ""


@dataclass(frozen=True)
class Line:
    """A row of a table: a month or a body."""

    label: str
    cells: Sequence[Cell]


@dataclass(frozen=True)
class Part:
    """A row of the file: one body in one month."""

    organ: str
    month: str
    totals: Totals


FILE: list[Column[Part]] = [
    Column("organ", "机关", lambda row: row.organ),
    Column("month", "月份", lambda row: row.month),
    Column("decisions", DECISIONS, lambda row: str(row.totals.decisions)),
    *(
        Column(name, f"{label}（元）", lambda row, name=name: f"{getattr(row.totals, name):.2f}")  # type: ignore[misc]
        for name, label in [*((name, label) for name, label, _ in PARTS), *BALANCES]
    ),
]


def _yuan(amount: Decimal) -> str:
    return f"{amount:,.2f}".removesuffix(".00")


def _filters(request: HttpRequest, organs: Sequence[Organ], today: date, *more: Filter) -> Filters:
    years = choices((year, f"{year}年") for year in range(today.year, today.year - YEARS, -1))
    bodies = [Filter("organ", "机关", choices((organ.pk, organ) for organ in organs))] if len(organs) > 1 else []
    return Filters([Filter("year", "年度", years), *bodies, *more], request.GET)


def fines_page(request: HttpRequest) -> HttpResponseBase:
    """The sums of a year: by month, by body, and what does not agree."""
    person_in(request)
    today, organs = timezone.localdate(), organs_seen()
    filters = _filters(request, organs, today)
    year, chosen = filters.number("year") or today.year, filters.number("organ")
    within = [organ for organ in organs if chosen is None or organ.pk == chosen]
    told = reconciled([organ.pk for organ in within], year, today)
    names = {organ.pk: organ.short_name for organ in within}
    kind = answers.wanted(request)
    if kind != "html":
        parts = [Part(names[o], f"{year}-{m:02}", totals) for (o, m), totals in told.parts.items()]
        if kind == "json":
            return answers.as_json({"year": year, "parts": rows.plain(FILE, parts)})
        return answers.file(kind, f"{year}年罚没对账", FILE, parts)
    asked = {"year": str(year), **({"organ": str(chosen)} if chosen else {})}
    wrong = differences(list(names), today - timedelta(DEFAULTS.number("idle_days")))
    context = {
        "year": year, "filters": filters, "today": today, "whole": _line("合计", told.whole, asked),
        "months": [_line(f"{month}月", totals, asked | {"month": str(month)}) for month, totals in told.months.items()],
        "bodies": [_line(names[pk], totals, asked | {"organ": str(pk)}) for pk, totals in told.organs.items()]
        if len(within) > 1 else [],
        "differences": _differences(list(wrong[:SHOWN]), names), "difference_count": wrong.count(),
        "idle_days": DEFAULTS.number("idle_days"), "lines": reverse("money_lines") + filters.address({}),
        "years": [(choice.label, filters.address({"year": choice.value}), choice.value == str(year))
                  for choice in filters.declared[0].values],
        "twins": answers.twins(request, "xlsx", "csv", "json"),
    }  # fmt: skip
    return render(request, "desk/fines.html", context)


def _line(label: str, totals: Totals, asked: dict[str, str]) -> Line:
    def cell(heading: str, amount: Decimal | int, text: str, narrowed: dict[str, str]) -> Cell:
        address = f"{reverse('money_lines')}?{urlencode({**asked, **narrowed})}"
        return Cell(heading, text, address) if amount else Cell(heading, "0")

    decided = cell(DECISIONS, totals.decisions, str(totals.decisions), {"kind": MoneyKind.DECIDED, "added": "yes"})
    sums = [cell(head, getattr(totals, name), _yuan(getattr(totals, name)), kind) for name, head, kind in PARTS]
    return Line(label, [decided, *sums, *(Cell(head, _yuan(getattr(totals, name))) for name, head in BALANCES)])


def _differences(found: list[MoneyBalance], names: dict[int, str]) -> list[dict[str, Any]]:
    titles = Case.objects.in_bulk([each.case_id for each in found if each.case_id])
    entries = PastFine.objects.in_bulk([each.entry for each in found if each.entry])
    shown = []
    for each in found:
        case = titles.get(each.case_id or 0)
        address = reverse("case", args=[each.case_id]) if each.case_id else reverse(
            "register_entry", args=["past_fine", each.entry]
        )  # fmt: skip
        title = (case.number or case.title) if case is not None else f"历史罚没：{entries[each.entry or 0].number}"
        why = f"入库、退还比收缴多{_yuan(-each.left)}元" if each.left < 0 else f"已收未入库{_yuan(each.left)}元"
        shown.append({"address": address, "title": title, "why": why, "on": each.last, "organ": names[each.organ_id]})
    return shown


# --- the lines behind a number ------------------------------------------------------------------------

PATHS = (
    "kind", "amount", "confiscated", "surcharge", "channel", "paper", "what", "organ__short_name", "case_id",
    "case__number", "register", "entry",
)  # fmt: skip
AT = positions(PATHS)


def _of(name: str) -> Any:
    return lambda row: row[AT[name]]


def _link(row: Row) -> Markup:
    return Markup('<a href="{}">{}</a>').format(source_of(row, AT), row[AT["what"]] or "罚没案件")


COLUMNS: list[Column[Row]] = [
    Column("on", "日期", lambda row: row[AT["on"]].isoformat(), css="yf-date"),
    Column("kind", "变动", lambda row: MoneyKind(row[AT["kind"]]).label),
    Column("what", "事由", _of("what"), _link, css="yf-main-cell"),
    Column("amount", "金额（元）", lambda row: f"{row[AT['amount']]:,.2f}", css="yf-num"),
    Column("confiscated", "其中没收款", lambda row: f"{row[AT['confiscated']]:,.2f}", css="yf-num", shown=False),
    Column("surcharge", "其中加处罚款", lambda row: f"{row[AT['surcharge']]:,.2f}", css="yf-num", shown=False),
    Column("channel", "方式", lambda row: Channel(row[AT["channel"]]).label if row[AT["channel"]] else ""),
    Column("paper", "凭据", _of("paper")),
    Column("number", "案号", lambda row: row[AT["case__number"]] or "", css="yf-no"),
    Column("organ", "机关", _of("organ__short_name")),
]
LISTED = DerivedList("罚没款明细", "lines", "desk/money_lines.html", PATHS, COLUMNS)


def lines_page(request: HttpRequest) -> HttpResponseBase:
    """The movements behind a number, newest first, as a page or a file."""
    person_in(request)
    today, organs = timezone.localdate(), organs_seen()
    filters = _filters(
        request, organs, today, Filter("month", "月份", choices((month, f"{month}月") for month in range(1, 13))),
        Filter("kind", "变动", choices(MoneyKind.choices)),
        Filter("spot", "收缴", choices((("yes", "当场收缴"), ("no", "代收机构等")))),
        Filter("added", "增减", choices((("yes", "决定数额增加的"),))),
        Filter("extra", "加处罚款", choices((("yes", "有加处罚款"),))), Filter("q", "事由、凭据"),
    )  # fmt: skip
    return LISTED.answer(request, filters, _found(lines([organ.pk for organ in organs]), filters, today))


def _found(found: QuerySet[MoneyLine], filters: Filters, today: date) -> QuerySet[MoneyLine]:
    year, month = filters.number("year"), filters.number("month")
    if year is not None or month is not None:
        found = found.filter(on__range=_span(year or today.year, month))
    if organ := filters.number("organ"):
        found = found.filter(organ_id=organ)
    if kind := filters.get("kind"):
        found = found.filter(kind=kind)
    if spot := filters.get("spot"):
        here = Q(channel=Channel.ON_SPOT)
        found = found.filter(here if spot == "yes" else ~here)
    if filters.get("added"):
        found = found.filter(amount__gt=0)
    if filters.get("extra"):
        found = found.filter(surcharge__gt=0)
    if words := filters.get("q"):
        found = found.filter(Q(what__icontains=words) | Q(paper__icontains=words) | Q(case__number__icontains=words))
    return found


def _span(year: int, month: int | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), after - timedelta(1)


urlpatterns = [
    path("fines/", fines_page, name="fines"),
    path("fines/lines/", lines_page, name="money_lines"),
]
