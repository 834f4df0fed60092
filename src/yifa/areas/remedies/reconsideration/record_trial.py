"""Fields of a case on its trial and decision (审理、决定和履行)."""

from __future__ import annotations

from django.db import models

from yifa.areas.remedies.reconsideration import choices as c
from yifa.kernel.fields import RowColumn, RowsField

OFFICIALS = (RowColumn("name", "姓名", required=True),)


class TrialFields(models.Model):
    """What comes up while the case is heard."""

    accepted_on = models.DateField("受理日", null=True, blank=True, help_text="视为受理的，为审查期限届满之日。")
    track = models.CharField("审理程序", max_length=20, choices=c.Track, blank=True)
    simplified_ground = models.CharField("适用简易程序的情形", max_length=20, choices=c.SimplifiedGround, blank=True)
    amount = models.DecimalField("涉及款额（元）", max_digits=14, decimal_places=2, null=True, blank=True)
    handlers = RowsField("行政复议人员", columns=OFFICIALS, help_text="指定负责办理本案的行政复议人员。")
    term_by_law = models.PositiveIntegerField(
        "法律规定的复议期限（日）",
        null=True,
        blank=True,
        help_text="法律规定少于六十日的填写（行政复议法第六十二条第一款）。",
    )
    complex = models.BooleanField(
        "重大、疑难、复杂", default=False, help_text="应当听证、提请咨询（第五十条、第五十二条）。"
    )
    technical = models.BooleanField("专业性、技术性较强", default=False, help_text="应当提请行政复议委员会咨询。")
    hearing_on = models.DateField("听证日期", null=True, blank=True)
    hearing_place = models.CharField("听证地点", max_length=100, blank=True)
    hearing_matters = models.TextField("拟听证事项", blank=True)
    head_attendance = models.CharField("被申请人负责人参加听证", max_length=20, choices=c.Attendance, blank=True)
    opinion_mode = models.CharField("听取意见方式", max_length=20, choices=c.Hearing, blank=True)
    evidence_list = models.TextField("被申请人证据、依据目录", blank=True)
    third_party_evidence = models.BooleanField(
        "第三人提供证据", default=False, help_text="涉及第三人合法权益，第三人提供证据的（第七十条）。"
    )
    committee_opinion = models.TextField("咨询意见", blank=True)
    committee_adoption = models.CharField("采纳情况", max_length=20, choices=c.Adoption, blank=True)
    committee_reason = models.TextField("不采纳的理由", blank=True)
    stay_ground = models.CharField("停止执行的情形", max_length=20, choices=c.StayGround, blank=True)
    party_lost = models.CharField("中止情形（申请人）", max_length=20, choices=c.PartyLost, blank=True)
    suspension_ground = models.CharField("中止情形", max_length=20, choices=c.SuspensionGround, blank=True)
    termination_ground = models.CharField("终止情形", max_length=20, choices=c.TerminationGround, blank=True)
    norm_review = models.CharField("附带审查的启动", max_length=20, choices=c.NormReview, blank=True)
    norm_power = models.CharField("处理权限", max_length=20, choices=c.NormPower, blank=True)
    norm_title = models.CharField("被审查的规范性文件或者依据", max_length=200, blank=True)
    norm_maker = models.CharField("制定机关", max_length=100, blank=True)
    norm_organ = models.CharField("接受转送的机关", max_length=100, blank=True)
    norm_result = models.TextField("审查处理意见", blank=True)

    class Meta:
        abstract = True


class DecisionFields(models.Model):
    """What was decided, and what became of it."""

    decision_kind = models.CharField("决定种类", max_length=30, choices=c.DecisionKind, blank=True)
    decision_ground = models.CharField(
        "决定依据的条款",
        max_length=10,
        choices=c.DecisionGround,
        blank=True,
        help_text="写入决定书；须与决定种类相符。",
    )
    decided_on = models.DateField("决定日", null=True, blank=True)
    more_grounds = models.CharField(
        "同时依据的其他条款",
        max_length=200,
        blank=True,
        help_text="如“第六十四条第一款第二项”；写入决定书，接在“决定依据的条款”之后。",
    )
    respondent_view = models.TextField("被申请人答复意见", blank=True)
    third_party_view = models.TextField("第三人意见", blank=True)
    facts_found = models.TextField("查明的事实", blank=True)
    decision_reasons = models.TextField("决定理由", blank=True)
    decision_text = models.TextField("决定内容", blank=True)
    precedent = models.CharField("直接决定所依据的生效决定", max_length=100, blank=True)
    reject_claim_ground = models.CharField("驳回请求的情形", max_length=20, choices=c.RejectClaimGround, blank=True)
    worse_for_applicant = models.BooleanField("变更对申请人更为不利", default=False)
    contrary_claim = models.BooleanField("第三人提出相反请求", default=False)
    redo = models.BooleanField("责令重新作出行政行为", default=False)
    redo_days = models.PositiveIntegerField(
        "重新作出的期限（日）",
        null=True,
        blank=True,
        help_text="法律、法规、规章规定了期限的填写；没有规定的为六十日，不填。",
    )
    perform_days = models.PositiveIntegerField("责令履行的期限（日）", null=True, blank=True)
    compensation = models.CharField("行政赔偿的处理", max_length=20, choices=c.Compensation, blank=True)
    compensation_amount = models.DecimalField("赔偿数额（元）", max_digits=14, decimal_places=2, null=True, blank=True)
    final_by_law = models.BooleanField("法律规定为最终裁决", default=False)
    settlement_text = models.TextField("调解协议内容", blank=True)
    served_on = models.DateField("申请人收到决定书日", null=True, blank=True)
    effective_on = models.DateField("发生法律效力日", null=True, blank=True)
    opinion_text = models.TextField("意见书内容", blank=True)
    opinion_to = models.CharField("意见书接收机关", max_length=100, blank=True)
    advice_text = models.TextField("建议书内容", blank=True)
    advice_to = models.CharField("建议书接收机关", max_length=100, blank=True)
    superior = models.CharField("被申请人的上一级主管部门", max_length=100, blank=True)
    not_public = models.CharField("不予公开的情形", max_length=20, choices=c.NotPublic, blank=True)
    court = models.CharField(
        "告知的管辖法院", max_length=100, blank=True, help_text="写入起诉权利的告知；不填的，写“有管辖权的人民法院”。"
    )
    sued_on = models.DateField("起诉日", null=True, blank=True)
    suit_result = models.CharField("诉讼结果", max_length=200, blank=True)
    suit_lost = models.BooleanField("复议机关败诉", null=True, blank=True)

    class Meta:
        abstract = True
