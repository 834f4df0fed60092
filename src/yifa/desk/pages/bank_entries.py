"""Statements of banks against cases (银行流水): taken in whole or not at all, and what no case has listed first."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from yifa.areas.enforcement.fine_collection.matching import Match, Matched, State, matched
from yifa.areas.enforcement.receipts.bank_register import BankEntries
from yifa.areas.enforcement.receipts.statement import import_statement
from yifa.desk import answers, rows
from yifa.desk.filters import Choice, Filter, Filters, choices
from yifa.desk.navigation import RegisterTool
from yifa.desk.present import person_in
from yifa.desk.register_view import writable
from yifa.desk.rows import Column
from yifa.desk.scoped import organs_seen
from yifa.desk.uploads import sheet_in
from yifa.errors import YifaError
from yifa.kernel.registers.importing import ImportReport
from yifa.kernel.registers.reading import EXCEL, TEXT

REGISTER_TOOLS = [
    RegisterTool(BankEntries.key, "对应案件", "bank_entries", "figure"),
    RegisterTool("receipt_book", "银行流水", "bank_entries", "figure"),
    RegisterTool("past_fine", "银行流水", "bank_entries", "figure"),
]
YEARS = 4
SHOWN = 200
"""So many payments and faults the page lists; the file has all payments."""


def _case_of(match: Match) -> str:
    return (match.case.number or match.case.title) if match.case is not None else ""


FILE: list[Column[Match]] = [
    Column("state", "情况", lambda row: str(row.state)),
    Column("on", "缴款日期", lambda row: row.entry.on.isoformat()),
    Column("amount", "金额（元）", lambda row: f"{row.entry.amount:.2f}"),
    Column("payer", "缴款人", lambda row: row.entry.payer),
    Column("notice", "缴款通知书号", lambda row: row.entry.notice),
    Column("memo", "摘要附言", lambda row: row.entry.memo),
    Column("number", "流水号", lambda row: row.entry.number),
    Column("case", "案件", _case_of),
    Column("text", "说明", lambda row: row.text),
    Column("organ", "机关", lambda row: row.entry.organ.short_name),
]


def page(request: HttpRequest) -> HttpResponseBase:
    """The payments of a year, those that no case has first; the file or JSON of them."""
    person_in(request)
    filters, found = _asked(request)
    listed = found.in_state(filters.get("state"))
    kind = answers.wanted(request)
    if kind in ("csv", "xlsx"):
        return answers.file(kind, "银行流水对应", FILE, listed)
    if kind == "json":
        return answers.as_json({"payments": rows.plain(FILE, listed), "unheard": len(found.unheard)})
    return _shown(request)


def _asked(request: HttpRequest) -> tuple[Filters, Matched]:
    today, organs = timezone.localdate(), organs_seen()
    years = choices((year, f"{year}年") for year in range(today.year, today.year - YEARS, -1))
    declared = [Filter("year", "年度", years), Filter("state", "情况", [Choice(s.name, str(s)) for s in State])]
    if len(organs) > 1:
        declared.append(Filter("organ", "机关", choices((organ.pk, organ) for organ in organs)))
    filters = Filters(declared, request.GET)
    year, chosen = filters.number("year") or today.year, filters.number("organ")
    within = [organ.pk for organ in organs if chosen in (None, organ.pk)]
    return filters, matched(within, date(year, 1, 1), date(year, 12, 31))


def _shown(request: HttpRequest, report: ImportReport | None = None, error: YifaError | None = None) -> HttpResponse:
    filters, found = _asked(request)
    listed = found.in_state(filters.get("state"))
    counts = [(str(state), len(found.in_state(state.name)), filters.address({"state": state.name})) for state in State]
    context = {
        "filters": filters, "counts": [each for each in counts if each[1]], "payments": listed[:SHOWN],
        "total": len(listed), "shown": SHOWN, "unheard": found.unheard[:SHOWN], "report": report, "error": error,
        "faults": report.faults[:SHOWN] if report else [], "suffixes": ",".join(sorted(EXCEL | TEXT)),
        "organs": writable(person_in(request), timezone.localdate()),
        "twins": answers.twins(request, "xlsx", "csv", "json"),
    }  # fmt: skip
    return render(request, "desk/bank_entries.html", context, status=422 if report or error else 200)


@require_POST
def take_in(request: HttpRequest) -> HttpResponse:
    """A whole statement or nothing of it."""
    person, now = person_in(request), timezone.now()
    allowed = writable(person, timezone.localdate(now))
    organ = next((each for each in allowed if str(each.pk) == request.POST.get("organ")), None)
    try:
        if organ is None:
            raise YifaError("不能导入：没有选择机关，或者您在该机关没有办理岗位。请选择机关。")
        sent = sheet_in(request)
        with TemporaryDirectory() as folder:
            kept = Path(folder) / f"statement{Path(sent.name).suffix.lower()}"
            kept.write_bytes(sent.upload.read())
            report = import_statement(kept, sent.name, organ=organ, by=person, at=now)
    except YifaError as error:
        return _shown(request, error=error)
    if report.batch is None:
        return _shown(request, report=report)
    messages.success(request, f"{report.summary()}{'；'.join(report.notes)}")
    return redirect(reverse("bank_entries"))


urlpatterns: list[Any] = [
    path("bank-entries/", page, name="bank_entries"),
    path("bank-entries/import/", take_in, name="bank_entries_import"),
]
