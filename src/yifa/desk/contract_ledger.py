"""The ledger of contracts (合同台账): one line a contract, with its review, its filing and what is overdue under it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.http import QueryDict
from django.urls import reverse
from markupsafe import Markup

from yifa.areas.rulemaking.contract_kinds import ContractType, Nature
from yifa.areas.rulemaking.government_contract import choices as c
from yifa.areas.rulemaking.government_contract.models import ContractCase
from yifa.desk.filters import Choice, Filter, Filters
from yifa.desk.rows import Column
from yifa.desk.templatetags.yifa import state
from yifa.kernel.clocks import State
from yifa.kernel.models import Clock, Link
from yifa.office.models import Organ

STATES = (
    ("open", "未终结"),
    ("making", "订立中"),
    ("performing", "履行中"),
    ("late", "有逾期节点"),
    ("ended", "已终结"),
    ("all", "全部"),
)
MAKING = ("preparing", "drafting", "reviewing")


def filters_of(organs: Sequence[Organ], query: QueryDict) -> Filters:
    """State, organ, nature, type, year of signature and words."""
    declared = [
        Filter("q", "包含"), Filter("state", "", _choices(STATES)),
        Filter("nature", "性质", _choices(Nature.choices)),
        Filter("type", "类型", _choices(ContractType.choices)), Filter("year", ""),
    ]  # fmt: skip
    if len(organs) > 1:
        declared.append(Filter("organ", "机关", _choices((organ.pk, str(organ)) for organ in organs)))
    return Filters(declared, query)


def _choices(pairs: Iterable[tuple[Any, Any]]) -> tuple[Choice, ...]:
    return tuple(Choice(str(value), str(label)) for value, label in pairs)


def found(filters: Filters, today: date) -> QuerySet[ContractCase]:
    """The contracts in scope that the filters ask for, the latest first; those not over where no state is asked."""
    # The procedure is named, so that the index of procedure and date serves however many other cases there are.
    contracts = ContractCase.objects.filter(procedure="government_contract").select_related("organ")
    contracts = contracts.annotate(first_late=Subquery(_late(today)))
    wanted = _state(filters.get("state") or "open")
    if (organ := filters.number("organ")) is not None:
        wanted &= Q(organ_id=organ)
    if (year := filters.number("year")) is not None:
        wanted &= Q(signed_on__year=year)
    for name, field in (("nature", "nature"), ("type", "contract_type")):
        if filters.get(name):
            wanted &= Q(**{field: filters.get(name)})
    if words := filters.get("q"):
        wanted &= Q(number__icontains=words) | Q(title__icontains=words) | Q(contract_title__icontains=words)
    ordered: QuerySet[ContractCase] = contracts.filter(wanted).order_by("-opened_on", "-pk")
    return ordered


def _late(today: date) -> QuerySet[Any]:
    """The earliest day that passed without the milestone of a contract being done."""
    ours = Link._base_manager.filter(source_id=OuterRef(OuterRef("pk")), target_id=OuterRef("case_id"))
    clocks = Clock._base_manager.filter(
        Exists(ours), limit__in=("pay_in_time", "keep_date"), state=State.RUNNING, due__lt=today, case__closed_on=None
    )
    return clocks.order_by("due").values("due")[:1]


def _state(wanted: str) -> Q:
    return {
        "open": Q(closed_on=None), "making": Q(stage__in=MAKING), "performing": Q(stage="performing"),
        "late": Q(first_late__isnull=False), "ended": Q(stage__in=("ended", "archived", "abandoned")), "all": Q(),
    }[wanted]  # fmt: skip


def columns(*, several: bool) -> list[Column[Any]]:
    """The columns of the ledger; the files hold more than the page."""
    listed: list[Column[Any]] = [
        Column("number", "合同编号", lambda r: r.number or "（未编号）", _linked, css="yf-no"),
        Column("contract_title", "合同名称", lambda r: r.contract_title, css="yf-main-cell wide"),
        Column("counterparty", "相对方", _others, css="wide"),
        Column("nature", "性质", lambda r: r.get_nature_display(), css="yf-no yf-spare"),
        Column("contract_type", "类型", lambda r: r.get_contract_type_display(), shown=False),
        Column("amount", "金额（元）", lambda r: _money(r.amount), css="yf-num"),
        Column("signed_on", "签订", lambda r: _day(r.signed_on), css="yf-date yf-spare"),
        Column("term_end", "履行期限至", lambda r: _day(r.term_end), css="yf-date", shown=False),
        Column("review", "合法性审查", _review, css="yf-no"),
        Column("filed_on", "备案", lambda r: _day(r.filed_on), css="yf-date", shown=False),
        Column("procurement", "采购方式", lambda r: r.get_procurement_display(), shown=False),
        Column("stage", "状态", _standing, _state_cell, css="yf-no"),
        Column("outcome", "终结方式", lambda r: r.get_outcome_display(), shown=False),
        Column("archive_no", "档号", lambda r: r.archive_no, shown=False),
    ]
    if several:
        listed.insert(1, Column("organ", "机关", lambda r: r.organ.short_name, css="yf-no"))
    return listed


def _linked(record: Any) -> Markup:
    address = reverse("contract", args=[record.pk])
    return Markup('<a href="{}">{}</a>').format(address, record.number or "（未编号）")


def _others(record: Any) -> str:
    """The other sides; of citizens the list does not tell the name."""
    names = [
        str(r.get("name", "")) if r.get("kind") != c.PartyKind.CITIZEN else "自然人" for r in record.counterparties
    ]
    return "、".join(names)


def _review(record: Any) -> str:
    if record.review_conclusion:
        return str(record.get_review_conclusion_display())
    if record.exemption:
        return "不适用"
    return "已审查（补录）" if record.reviewed_before else ("未审查" if record.signed_on else "—")


def _standing(record: Any) -> str:
    return f"{record.stage_label}，有逾期节点" if record.first_late else str(record.stage_label)


def _state_cell(record: Any) -> Markup:
    if record.first_late:
        return Markup("{} {}").format(record.stage_label, Markup(state("overdue", "有逾期")))
    return Markup("{}").format(record.stage_label)


def _money(amount: Decimal | None) -> str:
    return f"{amount:,.2f}" if amount is not None else ""


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
