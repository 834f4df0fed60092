"""Fields of a document from its signature on (施行): five dates, two numbers, filings, replies, its end."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from yifa.areas.rulemaking.normative_document import choices as c
from yifa.areas.rulemaking.normative_document.validity import Dates, Force, last_day

ENDINGS = {
    c.HowEnded.EXPIRED: Force.EXPIRED,
    c.HowEnded.REPEALED: Force.REPEALED,
    c.HowEnded.REPLACED: Force.REPEALED,
    c.HowEnded.INVALIDATED: Force.INVALIDATED,
    c.HowEnded.REVOKED: Force.REVOKED,
}


def effect_of(record: Any, on: date) -> date | None:
    """The day of effect once it is published on a day: that day itself, or the one that the text names."""
    return on if record.effect == c.Effect.PUBLICATION else record.effective_on


def expiry_of(record: Any, on: date) -> date | None:
    """The last day of validity: the day the text names, else the day before the anniversary of its effect."""
    if record.valid_until is not None:
        end: date = record.valid_until
        return end
    effective = effect_of(record, on)
    return last_day(effective, record.valid_years) if effective and record.valid_years else None


class LifeFields(models.Model):
    """What is known of a document from its signature on.

    Five dates that must not be mixed up: of the finished paper (成文), signature (签发), printing (印发), publication
    (公布) and effect (施行). Filing runs from publication.
    """

    signed_by = models.CharField("签发人", max_length=40, blank=True)
    signed_on = models.DateField("签发日期", null=True, blank=True)
    made_on = models.DateField(
        "成文日期", null=True, blank=True, help_text="会议通过或者负责人签发的日期，印在文件落款处。"
    )
    printed_on = models.DateField("印发日期", null=True, blank=True)
    document_number = models.CharField("发文字号", max_length=60, blank=True)
    unified_number = models.CharField("统一编号", max_length=60, blank=True)
    effect = models.CharField("施行方式", max_length=12, choices=c.Effect, blank=True)
    effective_on = models.DateField("施行日期", null=True, blank=True)
    hasty_reason = models.TextField("公布后即施行的理由", blank=True, help_text="自公布至施行不满规定日数的填写。")
    trial = models.BooleanField("暂行、试行", default=False)
    valid_years = models.PositiveSmallIntegerField("有效期（年）", null=True, blank=True)
    valid_until = models.DateField("有效期至", null=True, blank=True, help_text="文件写明“有效期至某日”的填写。")
    expires_on = models.DateField("有效期最后一日", null=True, blank=True)
    published_on = models.DateField("公布日期", null=True, blank=True)
    published_where = models.CharField(
        "公布载体", max_length=200, blank=True, help_text="政府公报期号、政府网站网址等。"
    )
    interpretation_organ = models.CharField("解释机关", max_length=100, blank=True)
    interpretation_where = models.CharField("政策解读网址", max_length=200, blank=True)
    interpreted_on = models.DateField("政策解读日期", null=True, blank=True)
    filed_superior_on = models.DateField("报上一级人民政府备案日", null=True, blank=True)
    filed_congress_on = models.DateField("报本级人大常委会备案日", null=True, blank=True)
    filed_government_on = models.DateField("报本级人民政府备案日", null=True, blank=True)
    filed_higher_on = models.DateField("报上级主管部门备案日", null=True, blank=True)
    filing_returned = models.BooleanField("报备材料被退回补正", default=False)
    filing_number = models.CharField("备案登记号", max_length=100, blank=True)
    filing_opinion = models.TextField("备案审查意见", blank=True)
    correction = models.TextField("纠正情况", blank=True)
    evaluation = models.CharField("评估结论", max_length=10, choices=c.Evaluation, blank=True)
    evaluation_report = models.TextField("评估报告", blank=True)
    evaluated_on = models.DateField("评估日期", null=True, blank=True)
    cleanup = models.CharField("最近一次清理结论", max_length=10, choices=c.Cleanup, blank=True)
    cleanup_round = models.CharField("最近一次清理", max_length=60, blank=True)
    cleaned_on = models.DateField("最近一次清理结果公布日", null=True, blank=True)
    amended_on = models.DateField("最近一次修改的施行日期", null=True, blank=True)
    ended_how = models.CharField("失去效力的方式", max_length=12, choices=c.HowEnded, blank=True)
    ended_on = models.DateField("失去效力之日", null=True, blank=True, help_text="自该日起不再有效。")
    ended_by = models.CharField("据以废止、失效的文件", max_length=200, blank=True)
    end_reason = models.TextField("废止、失效、撤销的理由", blank=True)
    end_published_on = models.DateField("公布失去效力的日期", null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def dates(self) -> Dates:
        """The dates that decide on its force."""
        how = ENDINGS.get(c.HowEnded(self.ended_how), Force.REPEALED) if self.ended_how else Force.REPEALED
        return Dates(self.published_on, self.effective_on, self.expires_on, self.amended_on, self.ended_on, how)

    def force_on(self, day: date) -> Force:
        """How it stands on a day (效力状态)."""
        return self.dates.on(day)
