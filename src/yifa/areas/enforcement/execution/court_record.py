"""The fields of an application to the court (申请人民法院强制执行的登记事项)."""

from __future__ import annotations

from django.db import models

from yifa.areas.enforcement.execution import choices as c
from yifa.kernel.fields import RowColumn, RowsField

MATERIALS = (
    ("application", "强制执行申请书（负责人签名、盖章、日期）"),
    ("decision", "行政决定书及作出决定的事实、理由和依据"),
    ("opinion", "当事人的意见及行政机关催告情况"),
    ("subject", "申请强制执行标的情况"),
    ("other", "法律、行政法规规定的其他材料"),
)
"""What the application comes with (强制法第五十五条第一款)."""

ROWS = (
    RowColumn("kind", "材料", required=True, choices=MATERIALS),
    RowColumn("note", "说明"),
)


class CourtFields(models.Model):
    """Application, acceptance, ruling, execution (申请、受理、裁定、执行)."""

    immovable = models.BooleanField("执行对象是不动产", default=False, help_text="向不动产所在地的法院申请。")
    court = models.CharField("申请执行的法院", max_length=100, blank=True, help_text="一般是所在地的基层人民法院。")
    requests = models.TextField("申请执行的事项", blank=True)
    materials = RowsField("申请材料", columns=ROWS)
    urgent = models.BooleanField("申请立即执行", default=False, help_text="情况紧急，为保障公共安全的选是。")
    urgent_reason = models.TextField("紧急情况", blank=True)
    preservation = models.BooleanField("申请财产保全", default=False, help_text="有充分理由认为可能逃避执行的选是。")
    preservation_reason = models.TextField("保全理由", blank=True)
    good_reason = models.TextField("逾期申请的正当理由", blank=True)
    applied_on = models.DateField("申请日", null=True, blank=True)
    mailed_on = models.DateField(
        "交邮日", null=True, blank=True, help_text="邮寄申请的填写邮戳日期；期满前交邮不算逾期。"
    )
    accepted_on = models.DateField("法院受理日", null=True, blank=True)
    court_number = models.CharField("法院案号", max_length=100, blank=True)
    not_accepted_reason = models.TextField("不予受理的理由", blank=True)
    obvious = models.BooleanField("法院审查是否明显违法", default=False)
    ruling_number = models.CharField("裁定书文号", max_length=100, blank=True)
    ruled_on = models.DateField("裁定日", null=True, blank=True)
    refusal = models.CharField("不准予执行的情形", max_length=8, choices=c.Refusal, blank=True)
    refusal_reason = models.TextField("不准予执行的理由", blank=True)
    executor = models.CharField("由谁执行", max_length=12, choices=c.Executor, blank=True)
    executed_on = models.DateField("执行完毕日", null=True, blank=True)
    execution_note = models.TextField("执行情况", blank=True)

    class Meta:
        abstract = True
