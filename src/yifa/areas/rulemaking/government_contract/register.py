"""The registers beside contracts: risk warnings, and the arrears to SMEs published every year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from yifa.areas.rulemaking.contract_acts import ENVIRONMENT, LOCAL, PAYMENT
from yifa.areas.rulemaking.government_contract.choices import ObligationKind
from yifa.areas.rulemaking.government_contract.defaults import DEFAULTS
from yifa.areas.rulemaking.government_contract.models import Arrears, ContractRisk, ObligationCase
from yifa.areas.rulemaking.government_contract.obligation_procedure import ContractObligation
from yifa.clock import days
from yifa.kernel.clocks import State
from yifa.kernel.figure import Window
from yifa.kernel.figures import Share
from yifa.kernel.models import Case, Clock
from yifa.kernel.registers import Column, Disclosed, EntryCount, Expiry, Problem, Register, Warned
from yifa.kernel.registers.figures import EntrySum
from yifa.kernel.workdays import current_calendar

LATE_PAYMENT = PAYMENT[9, 1]
YEARLY = PAYMENT[18, 1].says("3月31日前")


class ContractRisks(Register[ContractRisk]):
    """合同风险预警台账."""

    key, label = "contract_risk", "合同风险预警台账"
    basis = LOCAL
    note = "一项风险登记一条；解除预警时填写处置措施和解除日期。"
    model = ContractRisk
    columns = (
        Column(ContractRisk.number, width=16, example="险〔2025〕3号"),
        Column(ContractRisk.case, lookup=Case.number, width=18, example="洪建合字〔2025〕3号"),
        Column(ContractRisk.level, width=8, example="中"),
        Column(ContractRisk.trigger, LOCAL, width=16, example="节点滞后"),
        Column(ContractRisk.what, width=36, example="二期设备未按约定日期到货"),
        Column(ContractRisk.raised_on, example="2025-06-10"),
        Column(ContractRisk.measure, width=36, listed=False, example="约谈对方，签订补充协议"),
        Column(ContractRisk.closed_on, example="2025-07-01"),
    )
    unique = (ContractRisk.number,)
    dated = ContractRisk.raised_on
    sorted_by = ContractRisk.level
    searched = (ContractRisk.number, ContractRisk.what)

    gc_risk = EntryCount("合同风险预警", unit="项", definition="期内提出的预警。")
    gc_risk_open = EntryCount(
        "未解除的合同风险", unit="项", standing=(ContractRisk.raised_on, ContractRisk.closed_on),
        definition="期末尚未解除的预警；当日解除的计入。",
    )  # fmt: skip
    gc_risk_high = EntryCount("高等级合同风险", unit="项", where=Q(level="high"), definition="期内提出的高等级预警。")

    @classmethod
    def check(cls, entry: ContractRisk, today: date) -> Iterable[Problem]:
        """A warning is closed with what was done, and not before it was raised."""
        if entry.case.procedure != "government_contract":
            yield Problem("case", "合同", "不是政府合同", "请填写政府合同的编号")
        if entry.closed_on is not None and not entry.measure:
            yield Problem("measure", "处置措施", "没有填写", "解除预警应当写明处置措施")
        if entry.closed_on is not None and entry.closed_on < entry.raised_on:
            yield Problem("closed_on", "解除日期", f"{entry.closed_on}早于预警日期{entry.raised_on}", "请核对日期")

    @classmethod
    def warnings(cls, today: date, organs: Iterable[int]) -> Iterator[Warned]:
        """Grave risks left open for a month, payments overdue, and milestones that are late, without a warning."""
        listed = list(organs)
        grave = ContractRisk.objects.filter(
            withdrawn=False, organ_id__in=listed, level="high", closed_on=None, raised_on__lte=today - timedelta(30)
        )
        for risk in grave.select_related("case").order_by("raised_on", "pk"):
            text = f"高等级风险“{risk}”预警已满30日，尚未解除。请报告并处置。"
            yield Warned("contract_risk_open", text, risk.organ_id, risk.pk, risk.raised_on, LOCAL)
        yield from late_milestones(today, listed)


def late_milestones(today: date, organs: Iterable[int]) -> Iterator[Warned]:
    """What is late under contracts, payments of ours and what the other side owes; then what falls due in some days."""
    until = today + timedelta(days=DEFAULTS.number("remind_days") - 1)
    clocks = Clock._base_manager.filter(
        case__procedure=ContractObligation.key, case__organ_id__in=list(organs), limit__in=("pay_in_time", "keep_date"),
        state=State.RUNNING, case__closed_on=None, due__range=(date(1980, 1, 1), until),
    )  # fmt: skip
    first: dict[int, date] = {}
    for pk, due in clocks.order_by("due").values_list("case_id", "due"):
        if due is not None:
            first.setdefault(pk, due)
    records = ObligationCase._base_manager.in_bulk(first)
    for pk, due in sorted(first.items(), key=lambda pair: (pair[1], pair[0])):
        yield _late(records[pk], due, today) if due < today else _near(records[pk], due, today)


def _late(record: ObligationCase, due: date, today: date) -> Warned:
    paying = record.kind == ObligationKind.PAYMENT
    what = "付款已逾期" if paying else "节点已滞后"
    text = f"“{record.contract_title}”的“{record.what}”{what}{(today - due).days}日（{due}届满）。"
    advice = "请立即付款，并依法支付逾期利息。" if record.sme else "请催告、登记预警。"
    if paying and not record.sme:
        advice = "请立即付款。"
    basis = LATE_PAYMENT if record.sme else ENVIRONMENT[32, 1] if paying else LOCAL
    return Warned("contract_overdue", text + advice, record.organ_id, None, due, basis)


def _near(record: ObligationCase, due: date, today: date) -> Warned:
    text = f"“{record.contract_title}”的“{record.what}”于{due}届满，还有{(due - today).days}日。"
    return Warned("contract_due_soon", text, record.organ_id, None, due, LOCAL)


def due_for(year: int) -> date:
    """By when the arrears of a year are public: 31 March, a fixed day that no rest day moves (T-GC-4)."""
    return date(year + 1, 3, 31)


class SmeArrears(Register[Arrears]):
    """拖欠中小企业款项信息公开台账."""

    key, label = "sme_arrears", "拖欠中小企业款项信息公开台账"
    basis = YEARLY
    note = (
        "每年一条：上一年度逾期尚未支付中小企业款项的合同数量、金额。没有逾期的，登记0并公开。"
        "自2025年6月1日起，县级以上政府部门还应当每年按程序报告本级政府。"
    )
    model = Arrears
    columns = (
        Column(Arrears.year, YEARLY, public=True, width=8, example="2025"),
        Column(Arrears.contracts, YEARLY, public=True, unit="份", example="2"),
        Column(Arrears.amount, YEARLY, public=True, unit="元", width=18, example="120000"),
        Column(Arrears.counted_on, example="2026-01-15"),
        Column(Arrears.published_on, YEARLY, public=True, example="2026-03-20"),
        Column(Arrears.channel, YEARLY, width=24, example="政府网站"),
        Column(Arrears.due_on, YEARLY),
        Column(Arrears.on_time, YEARLY, width=10),
    )
    unique = (Arrears.year,)
    dated = Arrears.counted_on
    searched = (Arrears.channel,)
    disclosed = Disclosed("逾期尚未支付中小企业款项信息", YEARLY, Q(published_on__isnull=False))

    publish = Expiry(
        "最迟公开日", Arrears.due_on, days(15), YEARLY, advice="请通过网站、报刊等方式公开。",
        done=Q(published_on__isnull=False),
    )  # fmt: skip
    sme_arrears_amount = EntrySum(
        "公开的逾期尚未支付中小企业款项", unit="元", of=Arrears.amount,
        over=EntryCount("", on=Arrears.published_on), basis=YEARLY, definition="期内公开的上一年度金额。",
    )  # fmt: skip
    sme_arrears_due = EntryCount(
        "应当公开的年度", unit="个", on=Arrears.due_on, basis=YEARLY, definition="期内到期的。"
    )
    sme_arrears_on_time = Share(
        "拖欠信息按期公开率", basis=YEARLY,
        numerator=EntryCount("", on=Arrears.due_on, where=Q(on_time=True)), denominator=sme_arrears_due,
        definition="3月31日前公开的占应当公开的比率。",
    )  # fmt: skip

    @classmethod
    def derive(cls, entry: Arrears) -> None:
        """The last day, and whether it was kept."""
        entry.due_on = due_for(entry.year)
        entry.on_time = None if entry.published_on is None else entry.published_on <= entry.due_on

    @classmethod
    def explain(cls, entry: Arrears) -> str:
        """A fixed day; where it is a rest day the last working day before it is meant."""
        last = due_for(entry.year)
        before = current_calendar().workday_until(last, allow_provisional=True)
        early = f"；当日为休息日，应当在此前最后一个工作日{before}完成" if before != last else ""
        return f"每年3月31日前公开上一年度信息：{last}，固定日期，不顺延{early}"

    @classmethod
    def check(cls, entry: Arrears, today: date) -> Iterable[Problem]:
        """Counted after the year, published after it was counted."""
        if entry.counted_on.year <= entry.year:
            yield Problem("counted_on", "统计日期", f"{entry.counted_on}在年度终了之前", "年度终了后统计")
        if entry.published_on is not None and entry.published_on < entry.counted_on:
            yield Problem("published_on", "公开日期", f"{entry.published_on}早于统计日期", "请核对日期")
        if entry.published_on is not None and not entry.channel:
            yield Problem("channel", "公开方式", "没有填写", "写明通过网站、报刊等何种方式公开", YEARLY)

    @classmethod
    def doubts(cls, entry: Arrears) -> Iterable[Problem]:
        """The books say another amount."""
        number, amount = arrears_of(entry.year, entry.organ_id)
        if (number, amount) != (entry.contracts, entry.amount):
            said = f"系统登记的节点为{number}份、{amount:,.2f}元"
            yield Problem("amount", "逾期尚未支付的金额", said, "不一致的请核对；系统外的合同未计入", YEARLY)

    @classmethod
    def warnings(cls, today: date, organs: Iterable[int]) -> Iterator[Warned]:
        """What has not been published, and organs with arrears that have no entry."""
        listed = list(organs)
        yield from super().warnings(today, listed)
        year = today.year - 1
        told = set(
            Arrears.objects.filter(withdrawn=False, organ_id__in=listed, year=year).values_list("organ_id", flat=True)
        )
        if today < date(today.year, 3, 1):
            return
        for organ in sorted(set(listed) - told):
            number, amount = arrears_of(year, organ)
            if number:
                text = f"{year}年度有{number}份合同逾期尚未支付中小企业款项{amount:,.2f}元，应于{due_for(year)}前公开。"
                yield Warned("sme_arrears_missing", text, organ, None, due_for(year), YEARLY)


def arrears_of(year: int, organ: int) -> tuple[int, Any]:
    """How many contracts, and how much was owed to SMEs at the end of a year, from the books."""
    window = Window.year(year, [organ])
    rows = ContractObligation.gc_sme_overdue.rows(window)
    contracts = rows.values("contract_number", "contract_title").distinct().count()
    return contracts, ContractObligation.gc_sme_overdue_amount.value(window).value
