"""The rows of reconsideration: the case of the reconsideration organ and the case of the respondent."""

from __future__ import annotations

from django.db import models

from yifa.areas.remedies.reconsideration import choices as c
from yifa.areas.remedies.reconsideration.decision_words import DecisionInWords
from yifa.areas.remedies.reconsideration.people import PeopleInWords
from yifa.areas.remedies.reconsideration.record_application import ApplicationFields
from yifa.areas.remedies.reconsideration.record_trial import DecisionFields, TrialFields
from yifa.kernel.fields import RowColumn, RowsField
from yifa.kernel.models import Case

DELEGATES = (
    RowColumn("name", "姓名", required=True),
    RowColumn("kind", "身份", choices=(("official", "本机关工作人员"), ("lawyer", "律师"))),
)


class ReconsiderationCase(PeopleInWords, DecisionInWords, ApplicationFields, TrialFields, DecisionFields, Case):
    """A case of administrative reconsideration (行政复议案件), at the reconsideration organ."""

    class Meta:
        verbose_name = "行政复议案件"
        verbose_name_plural = "行政复议案件"


class ReplyCase(Case):
    """The respondent's side of a case (行政复议答复), at the organ whose act is under review."""

    came_by = models.CharField(
        "来源", max_length=20, blank=True,
        choices=(("copy", "复议机关发送副本"), ("submitted", "当事人通过本机关提交申请")),
    )  # fmt: skip
    reconsideration_number = models.CharField("行政复议案号", max_length=60, blank=True)
    reconsideration_organ = models.CharField("行政复议机关", max_length=100, blank=True)
    applicant = models.CharField("申请人", max_length=200, blank=True)
    act_title = models.CharField("被申请的行政行为", max_length=200, blank=True)
    claims = models.TextField("行政复议请求", blank=True)
    application_received_on = models.DateField("本机关收到复议申请日", null=True, blank=True)
    track = models.CharField("审理程序", max_length=20, choices=c.Track, blank=True)
    copy_received_on = models.DateField("收到副本日", null=True, blank=True)
    replied_on = models.DateField("答复日", null=True, blank=True)
    reply_text = models.TextField("答复意见", blank=True, help_text="就合法性、适当性和复议请求说明事实、理由。")
    evidence_list = models.TextField("证据目录", blank=True)
    basis_list = models.TextField("依据目录", blank=True)
    delegates = RowsField("参加复议的人员", columns=DELEGATES, help_text="应当有本机关工作人员，不得仅委托律师。")
    head_attendance = models.CharField("负责人参加听证", max_length=20, choices=c.Attendance, blank=True)
    head_name = models.CharField("参加听证的负责人姓名、职务", max_length=60, blank=True)
    absence_reason = models.TextField("负责人不能参加的理由", blank=True)
    self_corrected = models.TextField("自行纠正的情况", blank=True)
    decision_kind = models.CharField("复议决定种类", max_length=30, choices=c.DecisionKind, blank=True)
    decision_received_on = models.DateField("收到复议决定日", null=True, blank=True)
    redo = models.BooleanField("责令重新作出行政行为", default=False)
    redo_days = models.PositiveIntegerField("重新作出的期限（日）", null=True, blank=True)
    perform_days = models.PositiveIntegerField("责令履行的期限（日）", null=True, blank=True)
    performance = models.TextField("履行情况", blank=True)
    redo_act = models.CharField("重新作出的行政行为", max_length=200, blank=True)
    opinion_reply = models.TextField("意见书反馈内容", blank=True)
    accountability = models.TextField("责任追究情况", blank=True)

    class Meta:
        verbose_name = "行政复议答复案件"
        verbose_name_plural = "行政复议答复案件"
