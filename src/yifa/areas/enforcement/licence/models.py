"""The rows of licences: the application with the licence it led to, changes and renewals, and how it was ended."""

from __future__ import annotations

from django.db import models

from yifa.areas.enforcement.common.acting import ItemFields
from yifa.areas.enforcement.common.party import PartyFields
from yifa.areas.enforcement.licence import choices as c
from yifa.areas.enforcement.licence.item import LicenceGuide
from yifa.areas.enforcement.licence.record import (
    NOT_NEGATIVE,
    ApplicationFields,
    DecisionFields,
    ExaminationFields,
)
from yifa.kernel.models import Case, Paper

__all__ = ["LicenceCase", "LicenceChangeCase", "LicenceEndCase", "LicenceGuide"]


class LicenceCase(PartyFields, ItemFields, ApplicationFields, ExaminationFields, DecisionFields, Case):
    """One application and the licence that came of it (行政许可)."""

    class Meta:
        verbose_name = "行政许可"
        verbose_name_plural = "行政许可"

    @property
    def jointly(self) -> bool:
        """Whether several departments handle it."""
        return self.handling in c.JOINTLY

    @property
    def last_received(self) -> object:
        """When papers came in last."""
        return self.supplemented_on or self.received_on

    @property
    def decision_number(self) -> str:
        """The number of the decision; blank before it."""
        titles = ("准予行政许可决定书", "不予行政许可决定书")
        papers = Paper._base_manager.filter(case_id=self.pk, title__in=titles).order_by("-pk")
        return papers.values_list("number", flat=True).first() or ""

    @property
    def validity(self) -> str:
        """自2025年3月4日起，长期有效 and so on, for instruments."""
        if self.valid_from is None:
            return "以许可证件载明的为准"
        since = _said(self.valid_from)
        return f"自{since}至{_said(self.valid_to)}" if self.valid_to else f"自{since}起长期有效"

    @property
    def missing_materials(self) -> list[str]:
        """What is missing or not in its form, with what to do."""
        bad = [row for row in self.materials if row.get("state") in ("missing", "defect")]
        return [f"{row['name']}{'：' + str(row['note']) if row.get('note') else ''}" for row in bad]

    @property
    def interested_names(self) -> str:
        """The third parties."""
        return "、".join(str(row.get("name", "")) for row in self.interested)


class OfLicence(models.Model):
    """What a follow-up case knows of the licence (所涉许可)."""

    item_code = models.CharField("执法事项编码", max_length=40, blank=True)
    item_name = models.CharField("许可事项", max_length=200, blank=True)
    licence_no = models.CharField("许可证号", max_length=60, blank=True)
    certificate = models.CharField("许可证件名称", max_length=100, blank=True)
    scope = models.TextField("许可内容", blank=True)
    valid_from = models.DateField("原有效期起", null=True, blank=True)
    valid_to = models.DateField("原有效期止", null=True, blank=True)

    class Meta:
        abstract = True


class LicenceChangeCase(PartyFields, OfLicence, Case):
    """One change or renewal of a licence (变更、延续)."""

    kind = models.CharField("办理事项", max_length=10, choices=c.ChangeKind, blank=True)
    wanted = models.TextField("申请变更、延续的内容", blank=True)
    applied_on = models.DateField("申请日期", null=True, blank=True)
    late_application = models.BooleanField("晚于届满前规定的日期提出", default=False)
    accepted_on = models.DateField("受理日", null=True, blank=True)
    supplement_items = models.TextField("需要补正的全部内容", blank=True)
    supplement_until = models.DateField(
        "补正截止日", null=True, blank=True, help_text="法律没有规定补正期限，由本机关在补正通知书中写明。"
    )
    supplemented_on = models.DateField("收到补正材料日", null=True, blank=True)
    findings = models.TextField("审查情况", blank=True)
    new_scope = models.TextField("变更后的许可内容", blank=True)
    new_valid_to = models.DateField("延续后有效期止", null=True, blank=True, help_text="留空的，与原有效期等长。")
    decision_reason = models.TextField("不予的理由", blank=True)
    decided_on = models.DateField("决定日期", null=True, blank=True)
    delivered_on = models.DateField("颁发、送达日期", null=True, blank=True)
    outcome = models.CharField("办理结果", max_length=20, choices=c.ChangeOutcome, blank=True)

    class Meta:
        verbose_name = "行政许可变更、延续"
        verbose_name_plural = "行政许可变更、延续"

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()


class LicenceEndCase(PartyFields, OfLicence, Case):
    """One matter of taking a licence back, revoking or cancelling it (撤回、撤销、注销)."""

    kind = models.CharField("办理事项", max_length=14, choices=c.EndKind, blank=True)
    ground = models.CharField("情形", max_length=24, choices=c.EndGround, blank=True)
    facts = models.TextField("事实和理由", blank=True)
    on_request = models.BooleanField("利害关系人请求", default=False, help_text="撤销可以依请求，也可以依职权。")
    public_harm = models.BooleanField("撤销可能对公共利益造成重大损害", default=False, help_text="勾选的，不予撤销。")
    safety = models.BooleanField("直接关系公共安全、人身健康、生命财产安全", default=False)
    told_on = models.DateField("告知日期", null=True, blank=True)
    opinion = models.TextField("被许可人的陈述、申辩", blank=True, help_text="没有意见的写“没有提出”。")
    opinion_answer = models.TextField("复核意见", blank=True)
    loss = models.DecimalField(
        "被许可人财产损失（元）", max_digits=14, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE,
        help_text="撤回的，依法给予补偿；因机关原因撤销、合法权益受损的，依法给予赔偿。没有损失的写0。",
    )  # fmt: skip
    compensation = models.DecimalField(
        "补偿、赔偿金额（元）", max_digits=14, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE
    )
    compensation_how = models.CharField("补偿、赔偿的依据和方式", max_length=300, blank=True)
    paid_on = models.DateField("补偿、赔偿支付日期", null=True, blank=True)
    decided_on = models.DateField("决定日期", null=True, blank=True)
    served_on = models.DateField("送达日期", null=True, blank=True)
    certificate_back = models.BooleanField("许可证件已收回或者公告作废", default=False)
    banned_until = models.DateField("不得再次申请至", null=True, blank=True)
    outcome = models.CharField("结果", max_length=10, choices=c.EndOutcome, blank=True)

    class Meta:
        verbose_name = "行政许可撤回、撤销、注销"
        verbose_name_plural = "行政许可撤回、撤销、注销"

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()

    @property
    def fraud(self) -> bool:
        """Whether the licence was got by fraud or bribery."""
        return self.ground == c.EndGround.FRAUD


def _said(day: object) -> str:
    return f"{getattr(day, 'year', '')}年{getattr(day, 'month', '')}月{getattr(day, 'day', '')}日"
