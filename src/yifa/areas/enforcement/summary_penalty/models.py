"""The row of an on-the-spot penalty (当场处罚)."""

from __future__ import annotations

from datetime import date

from django.core.validators import MinValueValidator
from django.db import models

from yifa.areas.enforcement.common.acting import ItemFields, OfficerFields
from yifa.areas.enforcement.common.party import PartyFields
from yifa.areas.enforcement.summary_penalty import choices as c
from yifa.areas.enforcement.summary_penalty.regimes import rule_on
from yifa.kernel.derived import Derived
from yifa.kernel.models import Case
from yifa.office.personal import Mask, personal

NOT_NEGATIVE = (MinValueValidator(0),)


def _held_from(record: SummaryCase) -> date | None:
    """From when the officer holds money collected on the spot: on water from the day of landing (处罚法71)."""
    return record.landed_on or record.collected_on


class SummaryCase(PartyFields, OfficerFields, ItemFields, Case):
    """One on-the-spot penalty, from the scene to the files."""

    regime = models.CharField("适用法律", max_length=20, choices=c.Regime, default=c.Regime.GENERAL)
    violation = models.CharField(
        "违法行为", max_length=500, blank=True, help_text="何时何地做了什么，例如 占用人行道摆放货架经营。"
    )
    penalty_basis = models.CharField(
        "处罚依据",
        max_length=300,
        blank=True,
        help_text="写明书名号和条款项，例如 《食品安全法》第一百二十六条第一款。",
    )
    penalty_kind = models.CharField("处罚种类", max_length=20, choices=c.PenaltyKind, default=c.PenaltyKind.WARNING)
    fine_amount = models.DecimalField(
        "罚款数额（元）", max_digits=12, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE,
        help_text="警告的留空。公民200元、单位3000元以下。",
    )  # fmt: skip
    scene_place = models.CharField("地点", max_length=200, blank=True, help_text="当场作出处罚的地点。")
    evidence = models.CharField("证据", max_length=300, blank=True, default="现场检查情况，当事人陈述，现场照片")
    statement = personal(
        models.TextField("当事人的陈述和申辩", blank=True, default="没有提出陈述、申辩。"), Mask.TEXT, "当事人陈述"
    )
    corrective_order = models.CharField("责令改正", max_length=200, blank=True, default="立即改正")
    no_objection = models.BooleanField(
        "当事人对处罚没有异议", default=False, help_text="治安管理、道路交通当场收缴或者一人办理的须填写。"
    )
    recorded = models.BooleanField("全程同步录音录像", default=False)
    victim = personal(
        models.CharField("被侵害人", max_length=50, blank=True, help_text="治安管理的填写，决定书送达被侵害人。"),
        Mask.NAME, "被侵害人姓名",
    )  # fmt: skip
    party_refused_sign = models.BooleanField(
        "当事人拒绝签收", default=False, help_text="勾选的，决定书上自动注明，请写明在场见证或者录像情况。"
    )
    refusal_note = models.CharField("拒绝签收的情况", max_length=200, blank=True)
    preprinted_no = models.CharField(
        "预印决定书编号", max_length=60, blank=True,
        help_text="没有网络、用预先编号的纸质决定书当场交付的，填纸上的编号。",
    )  # fmt: skip
    remedy_organ = models.CharField(
        "行政复议机关", max_length=100, blank=True, help_text="留空的，写本级人民政府；垂直管理的写上一级主管部门。"
    )
    review_first_notice = models.BooleanField("已告知先申请行政复议", default=False)
    decision_date = models.DateField("决定日期", null=True, blank=True)
    served_on = models.DateField("交付日期", null=True, blank=True, help_text="当场作出、当场交付，与决定日期相同。")
    collected_on_spot = models.BooleanField("当场收缴", default=False)
    collect_reason = models.CharField("当场收缴理由", max_length=20, choices=c.SpotGround, blank=True)
    receipt_no = models.CharField(
        "专用票据号",
        max_length=60,
        blank=True,
        help_text="国务院或者省级财政部门统一制发的专用票据；不出具的不得收缴。",
    )
    collected_on = models.DateField("收缴日期", null=True, blank=True)
    landed_on = models.DateField("抵岸、到站日期", null=True, blank=True, help_text="在水上、旅客列车上收缴的填写。")
    bank = models.CharField(
        "代收机构",
        max_length=200,
        blank=True,
        help_text="名称、地址，决定书应当载明；留空的，填本地统一确定的代收机构。",
    )
    handed_on = models.DateField("交至机关日期", null=True, blank=True)
    remitted_on = models.DateField("缴付银行日期", null=True, blank=True)
    remittance_no = models.CharField("缴款单号", max_length=60, blank=True)
    paid_on = models.DateField("当事人缴款日期", null=True, blank=True)
    payment_no = models.CharField("缴款凭证号", max_length=60, blank=True)
    filed_on = models.DateField("备案日期", null=True, blank=True)
    social_impact = models.BooleanField(
        "具有一定社会影响，应当公开",
        default=False,
        help_text="勾选的同时建立公示案件；治安违法记录应当封存，不得公开。",
    )
    spare_ground = models.CharField("不予处罚的情形", max_length=20, choices=c.SpareGround, blank=True)
    education = models.CharField("教育情况", max_length=300, blank=True, help_text="不予处罚的，应当对当事人进行教育。")
    outcome = models.CharField("结果", max_length=24, choices=c.Outcome, blank=True)
    archive_no = models.CharField("档号", max_length=60, blank=True)

    held_from = Derived("收缴款上缴的起算日", _held_from)

    class Meta:
        verbose_name = "当场处罚"
        verbose_name_plural = "当场处罚"

    @property
    def fined(self) -> bool:
        """Whether a fine is imposed."""
        return self.penalty_kind in (c.PenaltyKind.FINE, c.PenaltyKind.BOTH)

    @property
    def spare_basis(self) -> str:
        """The provision under which no penalty is imposed."""
        return c.SPARED_BY.get(self.spare_ground, "")

    @property
    def collect_basis(self) -> str:
        """The provisions that allow collecting on the spot, as of the day."""
        rule = rule_on(self.regime, self.served_on) if self.served_on is not None else None
        return rule.collecting if rule is not None else ""

    @property
    def spot_basis(self) -> str:
        """The provision that allows it on the spot, as of the day it was imposed."""
        rule = rule_on(self.regime, self.served_on) if self.served_on is not None else None
        return rule.basis if rule is not None else ""

    @property
    def to_bank(self) -> bool:
        """Whether the party has to pay at a bank."""
        return self.fined and not self.collected_on_spot
