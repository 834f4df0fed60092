"""The fields of execution by the organ itself (行政机关强制执行的登记事项)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from yifa.areas.enforcement.coercion.record import NOT_NEGATIVE
from yifa.areas.enforcement.execution import choices as c
from yifa.kernel.derived import Derived
from yifa.kernel.fields import RowColumn, RowsField

INSTALMENTS = (
    RowColumn("due", "履行日期", required=True, help="例如 2025-03-04"),
    RowColumn("what", "履行内容", required=True),
    RowColumn("amount", "金额（元）"),
    RowColumn("done_on", "实际履行日期"),
)


def _money(label: str, help_text: str = "") -> Any:
    return models.DecimalField(
        label, max_digits=18, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE, help_text=help_text
    )


def _surcharge_base(record: Any) -> date | None:
    """The day before the additional fine begins: the last day to perform, a deferral included (处罚法第六十六条第二款).

    The 30 days run from the day after.
    """
    if record.obligation != c.Obligation.MONEY or not record.surcharge_basis_told:
        return None
    return max((day for day in (record.perform_by, record.deferred_until) if day is not None), default=None)


class ForceFields(models.Model):
    """Announcement, decision, carrying out (公告、决定、实施)."""

    announced_on = models.DateField("限期拆除公告日", null=True, blank=True)
    announced_at = models.CharField("公告地点、载体", max_length=200, blank=True)
    announce_until = models.DateField("公告限期自行拆除届满日", null=True, blank=True)
    force_basis = models.CharField(
        "强制执行依据", max_length=200, blank=True, help_text="只能由法律设定，例如 《城乡规划法》第六十八条。"
    )
    method = models.CharField("执行方式", max_length=12, choices=c.Method, blank=True)
    force_on = models.DateField("计划实施日", null=True, blank=True)
    force_decided_on = models.DateField("强制执行决定日", null=True, blank=True)
    force_served_on = models.DateField("强制执行决定书送达日", null=True, blank=True)
    executed_on = models.DateField("实施日", null=True, blank=True)
    bank = models.CharField("金融机构", max_length=100, blank=True, help_text="划拨的填写。")
    result = models.TextField("执行情况", blank=True)
    collected = _money("执行所得（元）")
    treasury_no = models.CharField(
        "缴库票据号", max_length=60, blank=True, help_text="所得款项上缴国库、财政专户的票据号。"
    )
    reversal = models.TextField("执行回转情况", blank=True, help_text="恢复原状、退还财物、赔偿的情况。")

    surcharge_base = Derived("加处罚款起算日的前一日", _surcharge_base)

    class Meta:
        abstract = True


class StayFields(models.Model):
    """Standing still and agreements (中止、执行协议)."""

    stay_ground = models.CharField("中止情形", max_length=8, choices=c.StayGround, blank=True)
    stay_reason = models.TextField("中止的事实和理由", blank=True)
    stayed_on = models.DateField("中止日", null=True, blank=True)
    harmless = models.BooleanField(
        "没有明显社会危害，当事人确无能力履行", default=False, help_text="中止满三年未恢复的，不再执行。"
    )
    agreement = models.TextField("执行协议内容", blank=True)
    agreement_until = models.DateField("执行协议履行届满日", null=True, blank=True)
    instalments = RowsField("分阶段履行", columns=INSTALMENTS)
    waived = models.DecimalField(
        "减免的加处罚款、滞纳金（元）", max_digits=18, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE,
        help_text="只能减免加处部分；本金不得减免。",
    )  # fmt: skip

    class Meta:
        abstract = True


class SubstituteFields(models.Model):
    """Performance in the party's stead (代履行)."""

    performer = models.CharField("代履行人", max_length=100, blank=True, help_text="本机关，或者没有利害关系的第三人。")
    substitute_on = models.DateField("代履行日", null=True, blank=True)
    budget = _money("代履行费用预算（元）")
    substitute_served_on = models.DateField("代履行决定书送达日", null=True, blank=True)
    substitute_urged_on = models.DateField("代履行催告日", null=True, blank=True)
    cost = _money("代履行实际费用（元）", "按照成本合理确定。")
    supervisors = models.CharField("到场监督人员", max_length=200, blank=True)
    absent = models.BooleanField(
        "当事人不在场", default=False, help_text="立即代履行时当事人不在场的选是，事后立即通知。"
    )

    class Meta:
        abstract = True
