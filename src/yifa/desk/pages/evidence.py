"""Evidence and things held, over all cases (证据物品一览)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.urls import path
from django.utils import timezone
from markupsafe import Markup

from yifa.areas.enforcement.evidence.kinds import Disposal, EvidenceKind, Form
from yifa.areas.enforcement.evidence.models import EvidenceLine
from yifa.desk import answers, rows
from yifa.desk.derived_list import DerivedList, Row, positions, source_of
from yifa.desk.filters import Choice, Filter, Filters, choices
from yifa.desk.navigation import CaseTool, NavItem, RegisterTool
from yifa.desk.present import person_in
from yifa.desk.rows import Column
from yifa.desk.scoped import case_of, organs_seen
from yifa.kernel.clocks import State
from yifa.kernel.models import Clock
from yifa.office.models import Organ

NAV = [NavItem("证据物品", "evidence", "evidence", 41)]
REGISTER_TOOLS = [
    RegisterTool("past_evidence", "证据物品一览", "evidence", "document"),
    RegisterTool("seized_property", "证据物品一览", "evidence", "document"),
]
CASE_TOOLS = [CaseTool("penalty", "证据清单", "case_evidence", "document")]
PRESERVATION = "dispose_in_time"
"""The limit of penalty cases for what was registered and preserved: seven working days (处罚法56)."""
YEARS = 8
PATHS = (
    "name", "kind", "source", "collector", "place", "form", "digest", "custody", "preserved", "held", "disposal",
    "disposed_on", "receiver", "note", "dated", "organ__short_name", "case_id", "case__number", "case__title",
    "register", "entry",
)  # fmt: skip
AT = positions(PATHS)
"""After these stands the day by which a preserved thing is to be decided on."""


def _of(name: str) -> Any:
    position = AT[name]
    return lambda row: row[position] or ""


def _choice(name: str, labels: Mapping[str, str]) -> Any:
    position = AT[name]
    return lambda row: labels.get(row[position], "")


def _where(row: Row) -> str:
    return row[AT["case__number"]] or row[AT["case__title"]] or row[AT["note"]] or "台账登记"


def _state(row: Row) -> str:
    if row[AT["preserved"]] and row[AT["held"]]:
        return f"先行登记保存，应于{row[-1]}前处理" if row[-1] else "先行登记保存，没有处理决定"
    if row[AT["held"]]:
        return "仍在保管"
    gone = row[AT["disposed_on"]]
    label = dict(Disposal.choices).get(row[AT["disposal"]], "")
    return f"{label} {gone.isoformat()}" if label and gone else label or "随案卷"


def _state_cell(row: Row) -> Markup:
    text = _state(row)
    if row[AT["preserved"]] and row[AT["held"]]:
        late = row[-1] is None or row[-1] < timezone.localdate()
        return Markup('<span class="yf-state yf-state-{}">{}</span>').format("overdue" if late else "today", text)
    return Markup("{}").format(text)


COLUMNS: list[Column[Row]] = [
    Column("on", "取得日期", lambda row: row[AT["on"]].isoformat() if row[AT["dated"]] else "未写明",
           css="yf-date"),
    Column("name", "证据", _of("name"), css="yf-main-cell",
           html=lambda row: Markup('<a href="{}">{}</a>').format(source_of(row, AT), row[AT["name"]])),
    Column("kind", "种类", _choice("kind", dict(EvidenceKind.choices))),
    Column("where", "案件", _where),
    Column("source", "来源、提供人", _of("source"), shown=False),
    Column("collector", "取证人员", _of("collector")),
    Column("place", "取证地点", _of("place"), shown=False),
    Column("form", "原件", _choice("form", dict(Form.choices)), shown=False),
    Column("digest", "电子数据校验值", _of("digest"), shown=False),
    Column("custody", "保管地点", _of("custody")),
    Column("state", "保管情况", _state, html=_state_cell),
    Column("receiver", "接收人", _of("receiver"), shown=False),
    Column("note", "说明", _of("note"), shown=False),
    Column("organ", "机关", _of("organ__short_name")),
]  # fmt: skip


def evidence_page(request: HttpRequest) -> HttpResponseBase:
    """The list, newest first, as a page or a file."""
    person_in(request)
    today = timezone.localdate()
    filters = _filters(request, organs_seen(), today)
    return LISTED.answer(request, filters, _found(filters, today))


def case_page(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The evidence of one case with everything that is known of each piece."""
    person_in(request)
    case = case_of(pk)
    found = EvidenceLine.objects.filter(case_id=case.pk).order_by("position", "pk")
    listed = _with_due(list(found.values_list("pk", "on", *PATHS)))
    kind = answers.wanted(request)
    if kind in ("csv", "xlsx"):
        return answers.file(kind, "证据清单", COLUMNS, listed)
    told = [[(c.label, c.text(row)) for c in COLUMNS if c.name not in ("name", "where", "organ") and c.text(row)]
            for row in listed]  # fmt: skip
    context = {
        "case": case, "pieces": [(row[AT["name"]], facts) for row, facts in zip(listed, told, strict=True)],
        "twins": answers.twins(request, "xlsx", "csv", "json"),
    }  # fmt: skip
    return answers.page(request, "desk/case_evidence.html", context, lambda: rows.plain(COLUMNS, listed))


def _filters(request: HttpRequest, organs: list[Organ], today: date) -> Filters:
    declared = [
        Filter("q", "证据"),
        Filter("year", "取得年度", choices((year, f"{year}年") for year in range(today.year, today.year - YEARS, -1))),
        Filter("kind", "种类", choices(EvidenceKind.choices)),
        Filter("held", "保管", [Choice("yes", "仍在保管"), Choice("gone", "已有去向")]),
        Filter("due", "登记保存", [Choice("any", "尚未处理"), Choice("week", "七日内届满"), Choice("late", "已逾期")]),
        Filter("lack", "缺项", [Choice("digest", "电子数据无校验值"), Choice("date", "无取得日期")]),
    ]
    if len(organs) > 1:
        declared.append(Filter("organ", "机关", choices((organ.pk, organ) for organ in organs)))
    return Filters(declared, request.GET)


def _found(filters: Filters, today: date) -> QuerySet[EvidenceLine]:
    found = EvidenceLine.objects.all()
    if (year := filters.number("year")) is not None:
        found = found.filter(on__range=(date(year, 1, 1), date(year, 12, 31)))
    if organ := filters.number("organ"):
        found = found.filter(organ_id=organ)
    if kind := filters.get("kind"):
        found = found.filter(kind=kind)
    if held := filters.get("held"):
        found = found.filter(held=True) if held == "yes" else found.exclude(disposal="")
    if due := filters.get("due"):
        found = _due(found.filter(preserved=True, held=True), due, today)
    if lack := filters.get("lack"):
        electronic = Q(kind=EvidenceKind.ELECTRONIC, digest="")
        found = found.filter(electronic if lack == "digest" else Q(dated=False))
    if words := filters.get("q"):
        found = found.filter(
            Q(name__icontains=words) | Q(custody__icontains=words) | Q(case__number__icontains=words)
            | Q(note__icontains=words) | Q(collector__icontains=words)
        )  # fmt: skip
    return found


def _due(found: QuerySet[EvidenceLine], due: str, today: date) -> QuerySet[EvidenceLine]:
    """Those still to be decided on; of old cases without a clock the seven days are over."""
    clocks = Clock._base_manager.filter(limit=PRESERVATION, state=State.RUNNING)
    if due == "week":
        return found.filter(case_id__in=clocks.filter(due__range=(today, today + timedelta(7))).values("case_id"))
    if due == "late":
        return found.filter(Q(case_id__in=clocks.filter(due__lt=today).values("case_id")) | Q(case=None))
    return found


def _with_due(listed: list[Row]) -> list[Row]:
    """Each row with the day by which it is to be decided on, for what is preserved: one query a page."""
    cases = {row[AT["case_id"]] for row in listed if row[AT["preserved"]] and row[AT["held"]]}
    clocks = Clock._base_manager.filter(case_id__in=cases, limit=PRESERVATION, state=State.RUNNING)
    due = dict(clocks.order_by("run").values_list("case_id", "due")) if cases else {}
    return [(*row, due.get(row[AT["case_id"]])) for row in listed]


LISTED = DerivedList("证据物品一览", "evidence", "desk/evidence.html", PATHS, COLUMNS, _with_due)


urlpatterns = [
    path("evidence/", evidence_page, name="evidence"),
    path("cases/<int:pk>/evidence/", case_page, name="case_evidence"),
]
