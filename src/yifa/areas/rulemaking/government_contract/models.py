"""The rows of government contracts: contracts, what is to be done under them, risks, yearly arrears."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import ClassVar

from django.db import models

from yifa.areas.rulemaking.contract_kinds import NO_PURCHASE
from yifa.areas.rulemaking.government_contract import choices as c
from yifa.areas.rulemaking.government_contract.record import (
    NOT_NEGATIVE,
    ClauseFields,
    MoneyFields,
    ReviewFields,
    SigningFields,
    SubjectFields,
)
from yifa.areas.rulemaking.legality_review.drafts import digest_of
from yifa.kernel.derived import Derived
from yifa.kernel.fields import RowColumn, RowsField
from yifa.kernel.models import Case
from yifa.kernel.registers.models import Entry, key_constraint, list_indexes


class ContractCase(SubjectFields, MoneyFields, ClauseFields, ReviewFields, SigningFields, Case):
    """A contract of an administrative organ (政府合同), at the organ that is responsible for it."""

    class Meta:
        verbose_name = "政府合同"
        verbose_name_plural = "政府合同"

    @property
    def draft_digest(self) -> str:
        """The digest of the text as it stands; blank where there is none."""
        return digest_of(self.draft)

    @property
    def change_digest(self) -> str:
        """The digest of the supplement or of the agreement to end."""
        return digest_of(self.change_text)

    @property
    def sme(self) -> bool:
        """Whether the payment regulation protects the other side."""
        buying = self.flow == c.Flow.SPENDING and self.contract_type not in NO_PURCHASE
        return self.party_size == c.Size.SMALL_AND_MEDIUM and buying

    @property
    def counterparty_names(self) -> str:
        """The other sides, for instruments and lists."""
        return "、".join(str(row.get("name", "")) for row in self.counterparties)

    @property
    def counterparty_lines(self) -> list[dict[str, str]]:
        """The other sides with their codes, for tables in instruments; a citizen has none."""
        return [{"name": str(row.get("name", "")), "code": str(row.get("code") or "—")} for row in self.counterparties]


INSTALLMENTS = (
    RowColumn("on", "付款日期", required=True, help="例如 2025-03-04"),
    RowColumn("amount", "金额（元）", required=True),
)


def paid_in_parts(record: ObligationCase, on: date) -> Decimal:
    """The sum of the part payments."""
    return sum((amount for _, amount in record.parts_paid), Decimal(0))


def _period_start(record: ObligationCase) -> date | None:
    """From when the period for paying an SME runs (款项条例第九条第一款、第四款，第十条).

    Delayed acceptance counts from the end of the period agreed for it; acceptance that failed within the period, or a
    delivery after it, is no delay of ours.
    """
    if record.settlement == c.Settlement.PROGRESS:
        return record.confirmed_on
    if record.settlement != c.Settlement.ACCEPTANCE:
        return record.delivered_on
    end, accepted = record.acceptance_until, record.accepted_on
    in_time = end is None or record.delivered_on is None or record.delivered_on > end
    reworked = end is not None and record.failed_on is not None and record.failed_on <= end
    if in_time or reworked or (accepted is not None and end is not None and accepted <= end):
        return accepted
    return end


def _payable_from(record: ObligationCase) -> date | None:
    """The same, unless the money was paid before the period began."""
    start = _period_start(record)
    return None if start is None or (record.paid_on is not None and record.paid_on < start) else start


def _agreed_from(record: ObligationCase) -> date | None:
    """From when the time until the day agreed is shown: from when the milestone was set, or the day before that day.

    What is done before the day agreed must lie behind this start, or it would keep nothing.
    """
    if record.agreed_on is None:
        return None
    before = record.agreed_on - timedelta(days=1)
    return min(before, record.planned_on) if record.planned_on is not None else before


class ObligationCase(Case):
    """One milestone or payment of a contract (合同履行节点), with its own dates and limits."""

    contract_number = models.CharField("合同编号", max_length=60, blank=True)
    contract_title = models.CharField("合同名称", max_length=150, blank=True)
    what = models.CharField("节点内容", max_length=150, blank=True)
    kind = models.CharField("节点种类", max_length=20, choices=c.ObligationKind, blank=True)
    sme = models.BooleanField("向中小企业付款", default=False)
    amount = models.DecimalField(
        "应付、应收金额（元）", max_digits=18, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE
    )
    planned_on = models.DateField("设立日", null=True, blank=True)
    agreed_on = models.DateField("约定日期", null=True, blank=True)
    settlement = models.CharField("付款期限起算", max_length=20, choices=c.Settlement, blank=True)
    payment_days = models.PositiveIntegerField("约定付款期限（日）", null=True, blank=True)
    acceptance_until = models.DateField("约定的检验、验收期限届满日", null=True, blank=True)
    interest_rate = models.DecimalField(
        "约定逾期利率（年，%）", max_digits=8, decimal_places=4, null=True, blank=True, validators=NOT_NEGATIVE
    )
    lpr = models.DecimalField(
        "订立时1年期贷款市场报价利率（%）",
        max_digits=6,
        decimal_places=4,
        null=True,
        blank=True,
        validators=NOT_NEGATIVE,
    )
    delivered_on = models.DateField("交付日", null=True, blank=True)
    accepted_on = models.DateField("检验、验收合格日", null=True, blank=True)
    failed_on = models.DateField("检验、验收不合格日", null=True, blank=True)
    confirmed_on = models.DateField("双方确认结算金额日", null=True, blank=True)
    confirmed_amount = models.DecimalField(
        "确认的结算金额（元）", max_digits=18, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE
    )
    paid_on = models.DateField("付清日", null=True, blank=True)
    paid_amount = models.DecimalField(
        "已付金额（元）", max_digits=18, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE
    )
    installments = RowsField("已付款项", columns=INSTALLMENTS, help_text="分次支付的逐笔填写；逾期利息按未付余额计算。")
    disputed_amount = models.DecimalField(
        "有争议的金额（元）", max_digits=18, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE,
        help_text="无争议部分应当及时付款。",
    )  # fmt: skip
    interest_paid = models.DecimalField(
        "已付逾期利息（元）", max_digits=18, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE
    )
    claim_confirmed = models.TextField("确认的债权债务关系", blank=True)
    done_how = models.TextField("完成情况", blank=True)

    payable_from = Derived("付款期限起算日", _payable_from)
    agreed_from = Derived("约定日期的起算", _agreed_from)

    class Meta:
        verbose_name = "合同履行节点"
        verbose_name_plural = "合同履行节点"

    @property
    def due_amount(self) -> Decimal:
        """What is to be paid in all: the amount confirmed, else the one agreed."""
        amount = self.confirmed_amount if self.confirmed_amount is not None else self.amount
        return amount or Decimal(0)

    @property
    def owed(self) -> Decimal:
        """What is still to be paid."""
        return self.due_amount - (self.paid_amount or Decimal(0))

    def owed_on(self, day: date) -> Decimal:
        """What was still to be paid at the end of a day."""
        if self.paid_on is not None and self.paid_on <= day:
            return Decimal(0)
        return max(self.due_amount - sum((paid for on, paid in self.parts_paid if on <= day), Decimal(0)), Decimal(0))

    @property
    def parts_paid(self) -> list[tuple[date, Decimal]]:
        """The part payments with their days."""
        return [(date.fromisoformat(str(row["on"])), Decimal(str(row["amount"]))) for row in self.installments]


class ContractRisk(Entry):
    """A risk of a contract that was warned of (合同风险)."""

    number = models.CharField("预警编号", max_length=40, help_text="本机关内不重复，例如 险〔2025〕3号。")
    case = models.ForeignKey(
        Case, models.PROTECT, verbose_name="合同", related_name="+", help_text="合同编号；没有编号的写合同名称。"
    )
    level = models.CharField("等级", max_length=10, choices=c.RiskLevel, help_text="可能造成重大损失或者违法的为高。")
    trigger = models.CharField("预警情形", max_length=20, choices=c.RiskTrigger, help_text="按主要原因选一项。")
    what = models.CharField("风险内容", max_length=300, help_text="可能发生什么，涉及多少金额。")
    raised_on = models.DateField("预警日期", help_text="提出预警的日期。")
    measure = models.CharField("处置措施", max_length=300, blank=True, help_text="解除预警的必填。")
    closed_on = models.DateField("解除日期", null=True, blank=True, help_text="风险消除的日期；没有消除的留空。")

    class Meta:
        verbose_name = "合同风险预警"
        verbose_name_plural = "合同风险预警"
        constraints: ClassVar = [key_constraint("number", name="contract_risk_number")]
        indexes: ClassVar = list_indexes("raised_on", "contract_risk")

    def __str__(self) -> str:
        return f"{self.number} {self.what}"


class Arrears(Entry):
    """What an organ still owed SMEs at the end of a year and published (逾期尚未支付中小企业款项信息)."""

    year = models.PositiveIntegerField("年度", help_text="上一年度，例如 2025。")
    contracts = models.PositiveIntegerField("逾期尚未支付的合同数量", help_text="份；没有的写0。")
    amount = models.DecimalField("逾期尚未支付的金额", max_digits=18, decimal_places=2, help_text="元；没有的写0。")
    counted_on = models.DateField("统计日期", help_text="年度终了后统计的日期。")
    published_on = models.DateField("公开日期", null=True, blank=True, help_text="最迟次年3月31日。")
    channel = models.CharField("公开方式", max_length=100, blank=True, help_text="网站、报刊等便于公众知晓的方式。")
    due_on = models.DateField("最迟公开日", null=True, editable=False)
    on_time = models.BooleanField("按期公开", null=True, editable=False)

    class Meta:
        verbose_name = "拖欠中小企业款项信息"
        verbose_name_plural = "拖欠中小企业款项信息"
        constraints: ClassVar = [key_constraint("year", name="arrears_year")]
        indexes: ClassVar = list_indexes("counted_on", "arrears")

    def __str__(self) -> str:
        return f"{self.year}年度"
