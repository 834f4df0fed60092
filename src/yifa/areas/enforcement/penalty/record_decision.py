"""What was proposed, told, answered, reviewed and decided (裁量、告知、决定)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import models

from yifa.areas.enforcement.discretion.models import TierKind
from yifa.areas.enforcement.penalty import choices as c
from yifa.areas.enforcement.penalty.record_facts import AMOUNT
from yifa.kernel.fields import RowColumn, RowsField
from yifa.office.personal import Mask

CIRCUMSTANCES = (
    RowColumn("kind", "情节", required=True, choices=tuple(c.Circumstance.choices)),
    RowColumn("fact", "事实和证据"),
)
KINDS = (
    RowColumn("kind", "种类", required=True, choices=tuple(c.PenaltyKind.choices)),
    RowColumn("detail", "内容", help="暂扣、停业写明期限和范围；没收写明物品。"),
)
ELEMENTS = (
    RowColumn("element", "要件", required=True),
    RowColumn("met", "是否具备", choices=(("yes", "具备"), ("no", "不具备"))),
    RowColumn("evidence", "证据"),
)
ATTENDEES = (
    RowColumn("name", "姓名", required=True, mask=Mask.NAME),
    RowColumn("post", "职务"),
    RowColumn("opinion", "意见"),
    RowColumn("voting", "身份", choices=(("head", "机关负责人"), ("attending", "列席"))),
)


def _money(label: str, help_text: str = "") -> Any:
    return models.DecimalField(
        label, max_digits=14, decimal_places=2, null=True, blank=True, validators=[AMOUNT], help_text=help_text
    )


def heaviest(kinds: list[str]) -> str:
    """The kind as which a decision of several is counted (计入最重类别); blank without any."""
    return max(kinds, key=lambda kind: c.WEIGHTS.get(kind, -1), default="")


class DiscretionFields(models.Model):
    """Benchmark, circumstances, tier."""

    benchmark = models.CharField("违法行为编码", max_length=40, blank=True, help_text="裁量权基准库中的编码。")
    circumstances = RowsField("从轻、减轻、从重情节", columns=CIRCUMSTANCES)
    base_amount = _money("裁量基数", "基准以货值、违法所得、价款计算的，填写其数额（元）。")
    edition = models.PositiveIntegerField("适用的基准版次", null=True, blank=True)
    tier = models.PositiveIntegerField("建议阶次", null=True, blank=True)
    proposed_grade = models.CharField("建议阶次性质", max_length=10, choices=TierKind, blank=True)
    proposed_low = _money("建议幅度下限")
    proposed_high = _money("建议幅度上限")
    proposal_text = models.TextField("裁量建议及理由", blank=True)
    grade = models.CharField("裁量阶次", max_length=10, choices=TierKind, blank=True)
    deviation_reason = models.TextField(
        "偏离裁量基准的理由", blank=True, help_text="不适用建议阶次，或者数额在幅度以外的，写明理由。"
    )
    prior_penalties = models.TextField("当事人以往处罚记录", blank=True, help_text="由系统按证件号码查询。")

    class Meta:
        abstract = True


class DecisionFields(models.Model):
    """From the notice to the decision and what came of it."""

    violated_provisions = models.TextField("违反条款", blank=True, help_text="逐项写明法律文件、条、款、项。")
    penalty_basis = models.TextField("处罚依据", blank=True, help_text="逐项写明法律文件、条、款、项。")
    decision_type = models.CharField("处理结果", max_length=30, choices=c.DecisionType, blank=True)
    penalty_kinds = RowsField("处罚种类", columns=KINDS)
    fine_amount = _money("罚款金额", "数个违法行为的，为合计。")
    confiscated_amount = _money("没收违法所得", "不能确定数额的不填。")
    confiscated_value = _money("没收非法财物价值", "不能确定金额的不填。")
    heaviest_kind = models.CharField("统计类别", max_length=30, choices=c.PenaltyKind, blank=True)
    noticed_fine = _money("告知的罚款金额")
    noticed_confiscated = _money("告知的没收数额", "没收违法所得和非法财物价值合计。")
    noticed_kinds = RowsField("告知的处罚种类", columns=KINDS)
    notice_issued_date = models.DateField("告知书制作日", null=True, blank=True)
    notice_served_date = models.DateField("告知书送达日", null=True, blank=True)
    statement_received = models.BooleanField("当事人陈述、申辩", default=False)
    statement_text = models.TextField("陈述、申辩意见", blank=True)
    statement_review = models.TextField("复核意见", blank=True)
    statement_waived = models.BooleanField("明确放弃陈述、申辩", default=False)
    hearing_required = models.BooleanField("应当告知听证", default=False)
    hearing_requested = models.BooleanField("当事人要求听证", default=False)
    hearing_outcome = models.CharField("听证情况", max_length=20, choices=c.HearingOutcome, blank=True)
    hearing_summary = models.TextField("听证报告意见", blank=True)
    legal_review_required = models.BooleanField("应当法制审核", default=False)
    legal_review_result = models.CharField("法制审核结果", max_length=20, choices=c.ReviewResult, blank=True)
    legal_review_cleared = models.BooleanField(
        "审核意见已落实", default=False, help_text="修改后通过的，经审核人员核对。"
    )
    legal_review_number = models.CharField("法制审核意见书文号", max_length=60, blank=True)
    collective_required = models.BooleanField("应当集体讨论", default=False)
    collective_on = models.DateField("集体讨论日", null=True, blank=True)
    collective_attendees = RowsField("集体讨论人员", columns=ATTENDEES)
    collective_conclusion = models.CharField("集体讨论结论", max_length=12, choices=c.Conclusion, blank=True)
    spare_ground = models.CharField("不予处罚的理由", max_length=24, choices=c.SpareGround, blank=True)
    spare_elements = RowsField("不予处罚的要件", columns=ELEMENTS)
    no_fault_evidence = models.TextField("证明没有主观过错的证据", blank=True, help_text="由当事人提供。")
    education_record = models.TextField("教育当事人的情况", blank=True)
    guardian_order = models.TextField("责令监护人的内容", blank=True)
    decision_date = models.DateField("决定日", null=True, blank=True)
    served_date = models.DateField("决定书送达日", null=True, blank=True)
    social_impact = models.BooleanField("具有一定社会影响", default=True, help_text="应当依法公开的选是。")
    surcharge_stated = models.BooleanField("载明逾期加处罚款", default=True)
    perform_due_date = models.DateField(
        "履行期限", null=True, blank=True, help_text="罚款以外的处罚，决定书写明的期限。"
    )
    performance = models.CharField("履行情况", max_length=12, choices=c.Performance, blank=True)
    performed_date = models.DateField("履行完毕日", null=True, blank=True)
    fine_paid_on = models.DateField("罚没款缴清日", null=True, blank=True)
    changed_by = models.CharField("复议、诉讼、自行纠正结果", max_length=20, choices=c.Changed, blank=True)
    changed_on = models.DateField("结果生效日", null=True, blank=True)
    changed_fine = _money("变更后的罚款金额", "变更罚款的填写；决定书的数额不改，统计仍按原决定。")
    changed_text = models.TextField("变更后的处罚内容", blank=True, help_text="变更其他处罚内容的填写。")
    remedy_organ = models.CharField(
        "行政复议机关", max_length=100, blank=True,
        help_text="留空的，写本级人民政府；海关、金融、外汇等垂直管理的，税务、国家安全机关，写上一级主管部门。",
    )  # fmt: skip
    closed_date = models.DateField("结案日", null=True, blank=True)
    archive_no = models.CharField("档号", max_length=60, blank=True)

    class Meta:
        abstract = True

    @property
    def kind_codes(self) -> list[str]:
        """The kinds of the penalty, as codes."""
        return [str(row["kind"]) for row in self.penalty_kinds]

    @property
    def money_taken(self) -> Decimal:
        """Fine and confiscation as the decision has them; what cannot be put into figures is left out."""
        return sum((n for n in (self.fine_amount, self.confiscated_amount, self.confiscated_value) if n), Decimal(0))

    @property
    def confiscated_total(self) -> Decimal:
        """What is confiscated, as far as it can be put into figures."""
        return (self.confiscated_amount or Decimal(0)) + (self.confiscated_value or Decimal(0))

    @property
    def penalty_lines(self) -> list[str]:
        """What is imposed, one kind a line: 罚款人民币20000元."""
        amounts = {
            c.PenaltyKind.FINE.value: self.fine_amount,
            c.PenaltyKind.GAINS.value: self.confiscated_amount,
            c.PenaltyKind.PROPERTY.value: self.confiscated_value,
        }
        return [_line(row, amounts.get(str(row["kind"]))) for row in self.penalty_kinds]

    @property
    def penalty_text(self) -> str:
        """What is imposed, in one sentence."""
        return "；".join(self.penalty_lines)


def _line(row: dict[str, Any], amount: Decimal | None) -> str:
    kind = str(row["kind"])
    label = c.PenaltyKind(kind).label
    money = f"人民币{amount.normalize():f}元" if amount is not None else ""
    if kind == c.PenaltyKind.PROPERTY and money:
        money = f"（价值{money}）"
    detail = str(row.get("detail") or "")
    return f"{label}{money}" + (f"（{detail}）" if detail else "")
