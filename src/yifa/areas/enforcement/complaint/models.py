"""The row of a complaint or report (投诉举报)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from yifa.areas.enforcement.common.party import ORGANISATIONS, PartyType
from yifa.areas.enforcement.complaint import choices as c
from yifa.kernel.models import Case
from yifa.office.models import Organ
from yifa.office.personal import Mask, personal
from yifa.office.roles import Role

SECRET = "投诉人、举报人的信息应当保密"

REPORTER = ("reporter_name", "reporter_phone", "reporter_id_no", "reporter_address")
"""The fields that tell who complains or reports: never in a public copy, a title or another organ's case of
supervision; they go only to the organ that is competent to handle the matter."""


class ComplaintCase(Case):
    """One complaint or report, at the organ that received it."""

    kind = models.CharField("类别", max_length=26, choices=c.Kind, blank=True)
    line = models.CharField("条线", max_length=10, choices=c.Line, blank=True, help_text="按本机关判断，不必填写。")
    channel = models.CharField("渠道", max_length=14, choices=c.Channel, blank=True)
    source_number = models.CharField("来件编号", max_length=80, blank=True, help_text="平台、热线工单的编号。")
    received_on = models.DateField("收到日期", null=True, blank=True, help_text="收到材料之日；留空为办理日期。")
    mixed = models.BooleanField("同时包含投诉和举报", default=False)
    split_kind = models.CharField("分出的类别", max_length=26, choices=c.Kind, blank=True)
    split_facts = models.TextField("分出的内容", blank=True)

    real_name = models.BooleanField("实名", default=False)
    reporter_name = personal(models.CharField("投诉人、举报人姓名", max_length=80, blank=True), Mask.NAME, SECRET)
    reporter_phone = personal(models.CharField("联系电话", max_length=40, blank=True), Mask.PHONE, SECRET)
    reporter_id_no = personal(models.CharField("证件号码", max_length=40, blank=True), Mask.ID_NUMBER, SECRET)
    reporter_address = personal(models.CharField("通讯地址", max_length=200, blank=True), Mask.ADDRESS, SECRET)
    may_disclose = models.BooleanField(
        "同意向被投诉人提供调解所必需的信息", default=False, help_text="只用于调解；举报不得提供。"
    )

    target_name = personal(
        models.CharField("被投诉人、被举报人", max_length=200, blank=True, help_text="名称（姓名）。"),
        Mask.NAME, "可能是自然人", public_if=("target_type", ORGANISATIONS),
    )  # fmt: skip
    target_type = models.CharField(
        "被投诉人类型", max_length=20, choices=PartyType, blank=True,
        help_text="名录中的企业按名称自动填写；没有填写的，公示时遮蔽姓名。",
    )  # fmt: skip
    target_address = models.CharField("被投诉人地址", max_length=200, blank=True)
    target_organ = models.ForeignKey(
        Organ, models.PROTECT, verbose_name="被投诉的执法机关", related_name="+", null=True, blank=True
    )
    matter = models.CharField("执法领域", max_length=60, blank=True)
    facts = personal(models.TextField("事实和请求", blank=True), Mask.TEXT, "可能带有个人信息")

    refusal = models.CharField("不予受理的情形", max_length=2, choices=c.Refusal, blank=True)
    accepted_on = models.DateField("受理日期", null=True, blank=True)
    agreement = models.TextField("调解协议内容", blank=True)
    ending = models.CharField("终止调解的情形", max_length=2, choices=c.Ending, blank=True)
    clue_on = models.DateField("发现违法线索日", null=True, blank=True)
    clue = models.TextField("调解中发现的违法线索", blank=True)
    check_result = models.TextField("核查情况", blank=True)
    filing = models.CharField("是否立案", max_length=10, choices=c.Filing, blank=True)
    filing_reason = models.TextField("立案、不予立案的理由", blank=True)
    filing_number = models.CharField("立案案件编号", max_length=80, blank=True)
    item_code = models.CharField("处罚事项编码", max_length=40, blank=True, help_text="立案的填写，同时建立处罚案件。")
    item_name = models.CharField("处罚事项名称", max_length=200, blank=True)
    told_on = models.DateField("告知日期", null=True, blank=True)
    answer = models.TextField("答复内容", blank=True)
    transfer_organ = models.ForeignKey(
        Organ, models.PROTECT, verbose_name="移送机关", related_name="+", null=True, blank=True
    )
    transfer_name = models.CharField("有权机关名称", max_length=100, blank=True)
    reward_amount = models.DecimalField("奖励金额（元）", max_digits=12, decimal_places=2, null=True, blank=True)
    outcome = models.CharField("处理结果", max_length=22, choices=c.Outcome, blank=True)

    confided_to = (Role.AGENCY_HEAD, Role.ORGAN_HEAD)
    """Beside the handler and those admitted by name: colleagues without a part in it do not learn of it (33)."""

    class Meta:
        verbose_name = "投诉举报"
        verbose_name_plural = "投诉举报"
        indexes: ClassVar = [models.Index(fields=["kind", "outcome"], name="complaint_by_kind")]

    @property
    def subject(self) -> str:
        """Against whom it is, for lists."""
        return self.target_organ.name if self.target_organ else self.target_name

    @property
    def to_whom(self) -> str:
        """The organ that is competent, for letters."""
        return self.transfer_organ.name if self.transfer_organ else self.transfer_name
