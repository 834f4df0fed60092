"""Fields of a decision on its review, discussion, publication and carrying-out (审查、讨论、公布、执行)."""

from __future__ import annotations

from django.db import models

from yifa.areas.rulemaking.legality_review.choices import Conclusion
from yifa.areas.rulemaking.legality_review.columns import OPINIONS
from yifa.areas.rulemaking.major_decision import choices as c
from yifa.kernel.fields import RowColumn, RowsField
from yifa.office.models import Organ

DISSENT = (
    RowColumn("name", "姓名、职务", required=True),
    RowColumn("view", "不同意见", required=True),
)


class ReviewFields(models.Model):
    """Legality review as the decision knows it."""

    review_organ = models.ForeignKey(
        Organ, models.PROTECT, verbose_name="合法性审查单位", related_name="+", null=True, blank=True,
        help_text="不填的，为本级司法行政部门（部门为本机关法制机构）。",
    )  # fmt: skip
    procedure_statement = models.TextField("履行法定程序的说明", blank=True)
    review_conclusion = models.CharField("合法性审查结论", max_length=20, choices=Conclusion, blank=True)
    review_number = models.CharField("合法性审查意见书文号", max_length=60, blank=True)
    review_opinions = RowsField("审查意见及采纳情况", columns=OPINIONS)
    review_risk = models.TextField("明示的法律风险", blank=True)
    reviewed_digest = models.CharField("审查过的草案摘要", max_length=64, blank=True)
    cleared_digest = models.CharField("核对过的草案摘要", max_length=64, blank=True)

    class Meta:
        abstract = True


class MeetingFields(models.Model):
    """Discussion and decision."""

    meeting = models.CharField("讨论会议", max_length=20, choices=c.Meeting, blank=True)
    meeting_no = models.CharField("会议名称、届次", max_length=80, blank=True, help_text="例如“十七届第三十六次”。")
    attendance = models.PositiveIntegerField("会议组成人员出席人数", null=True, blank=True)
    head_spoke_last = models.BooleanField("行政首长最后发表意见", null=True, blank=True)
    majority = models.CharField("多数人的意见", max_length=20, choices=c.Majority, blank=True)
    dissent = RowsField("不同意见", columns=DISSENT, help_text="不同意见如实载明；没有的留空。")
    deviation_reason = models.TextField("与多数人意见不一致的理由", blank=True, help_text="行政首长在会上说明的理由。")
    meeting_record = models.TextField("讨论情况", blank=True)
    result = models.CharField("决定结果", max_length=30, choices=c.Result, blank=True)
    decided_on = models.DateField("决定日期", null=True, blank=True)
    decision_text = models.TextField("决定内容", blank=True)
    outcome_reason = models.TextField("暂缓、不予通过或者终止的理由", blank=True)
    party_report_no = models.CharField("向同级党委请示报告的文号", max_length=60, blank=True)
    party_report_on = models.DateField("向同级党委请示报告日期", null=True, blank=True)
    congress_report_on = models.DateField("向人大及其常委会报告、提请日期", null=True, blank=True)
    congress_result = models.TextField("人大及其常委会的意见", blank=True)

    class Meta:
        abstract = True


class ExecutionFields(models.Model):
    """Publication, carrying-out, evaluation, change."""

    published_on = models.DateField("公布日期", null=True, blank=True)
    document_number = models.CharField("决策文件文号", max_length=60, blank=True)
    gazette_no = models.CharField("政府公报期号", max_length=60, blank=True)
    publish_channels = models.CharField("决策公布途径", max_length=200, blank=True)
    publish_url = models.CharField("决策公布网址", max_length=300, blank=True)
    public_adoption = models.TextField("意见采纳情况说明", blank=True, help_text="向社会说明，不写提出人。")
    interpretation = models.TextField("解读", blank=True)
    interpretation_url = models.CharField("解读网址", max_length=300, blank=True)
    archive_no = models.CharField("决策档案号", max_length=60, blank=True)
    exec_unit = models.CharField("决策执行单位", max_length=200, blank=True)
    exec_report = models.TextField("最近一次执行情况报告", blank=True)
    eval_trigger = models.CharField("后评估的情形", max_length=20, choices=c.EvaluationTrigger, blank=True)
    evaluator = models.CharField("后评估单位", max_length=100, blank=True)
    eval_third_party = models.BooleanField("委托第三方评估", null=True, blank=True)
    eval_report = models.TextField("后评估报告", blank=True)
    eval_action = models.CharField("后评估建议", max_length=20, choices=c.EvaluationAction, blank=True)
    change_reason = models.TextField("调整、中止、停止的理由", blank=True)
    change_text = models.TextField("调整、中止、停止的内容", blank=True)
    stop_meeting_no = models.CharField("决定停止的会议", max_length=80, blank=True)

    class Meta:
        abstract = True
