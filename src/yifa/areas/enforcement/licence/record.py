"""The fields of a licence case in their groups (许可案件的字段): application, review, decision, what it became."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from yifa.areas.enforcement.licence import choices as c
from yifa.kernel.fields import RowColumn, RowsField
from yifa.office.personal import Mask, personal

MATERIALS = (
    RowColumn("name", "材料", required=True),
    RowColumn("state", "状态", choices=(("present", "齐全"), ("missing", "缺少"), ("defect", "不符合法定形式"))),
    RowColumn("note", "说明", help="缺少、不符合的，写明怎样补正。"),
)
CHECKERS = (
    RowColumn("name", "姓名", required=True),
    RowColumn("cert_no", "证件编号", help="有执法证件的填写。"),
)
INTERESTED = (
    RowColumn("name", "姓名或者名称", required=True, mask=Mask.NAME),
    RowColumn("phone", "电话", mask=Mask.PHONE),
    RowColumn("told_on", "告知日期", help="写成 2025-03-04 的形式。"),
    RowColumn("opinion", "陈述、申辩意见", help="没有意见的写“没有意见”。"),
)
DAYS = (MinValueValidator(1), MaxValueValidator(365))
NOT_NEGATIVE = (MinValueValidator(0),)


class ApplicationFields(models.Model):
    """The application and what became of it at the window (申请与受理)."""

    kind = models.CharField("许可类别", max_length=14, choices=c.Kind, default=c.Kind.GENERAL)
    channel = models.CharField("申请方式", max_length=10, choices=c.Channel, default=c.Channel.WINDOW)
    proxy = personal(
        models.CharField("代理人", max_length=50, blank=True, help_text="委托代理人申请的填写。"),
        Mask.NAME, "自然人姓名",
    )  # fmt: skip
    request = models.TextField("申请内容", blank=True, help_text="申请从事的活动、范围、地址等。")
    received_on = models.DateField("收到申请日", null=True, blank=True)
    materials = RowsField("申请材料", columns=MATERIALS, help_text="按办事指南的目录逐项核对；目录之外的不得要求提交。")
    supplement_items = models.TextField(
        "需要补正的全部内容", blank=True, help_text="应当一次告知，以后不得再要求补正。"
    )
    supplement_until = models.DateField(
        "补正截止日", null=True, blank=True, help_text="法律没有规定补正期限，由本机关在补正通知书中写明。"
    )
    supplemented_on = models.DateField("收到补正材料日", null=True, blank=True)
    handling = models.CharField("办理方式", max_length=10, choices=c.Handling, default=c.Handling.SINGLE)
    level = models.CharField("层级", max_length=10, choices=c.Level, default=c.Level.OWN)
    decide_days = models.PositiveSmallIntegerField(
        "另有规定的办理工作日", null=True, blank=True, validators=DAYS, help_text="法律、法规另有规定的填写。"
    )
    days_basis = models.CharField(
        "另有规定的依据", max_length=200, blank=True, help_text="只能是法律、法规；规章不能规定。"
    )
    safety = models.BooleanField(
        "直接关系公共安全、人身健康、生命财产安全", default=False, help_text="虚假申请一年、骗取三年内不得再次申请。"
    )
    quota = models.PositiveIntegerField("数量限制", null=True, blank=True, help_text="没有数量限制的留空。")
    commitment = models.BooleanField("告知承诺方式办理", default=False)
    commitment_text = models.TextField("承诺内容", blank=True, help_text="申请人书面承诺符合的条件、标准和违反的后果。")
    confidential = models.BooleanField(
        "材料含商业秘密、未披露信息", default=False, help_text="未经申请人同意不得披露；公开准予决定时不公开许可内容。"
    )
    accepted_on = models.DateField("受理日", null=True, blank=True)
    accept_mode = models.CharField("受理方式", max_length=20, choices=c.AcceptMode, blank=True)
    refusal = models.CharField("不予受理的情形", max_length=20, choices=c.Refusal, blank=True)
    refusal_reason = models.TextField("不予受理的理由", blank=True)
    proper_organ = models.CharField("应当申请的机关", max_length=100, blank=True)

    class Meta:
        abstract = True


class ExaminationFields(models.Model):
    """What the examination found (审查)."""

    substantive = models.BooleanField(
        "需要核实材料的实质内容", default=False, help_text="需要的，指派两名以上工作人员核查。"
    )
    checkers = RowsField("核查、检验人员", columns=CHECKERS, help_text="不少于两人。")
    check_findings = models.TextField("核查情况", blank=True)
    checked_on = models.DateField("核查日期", null=True, blank=True)
    interested = RowsField("利害关系人", columns=INTERESTED)
    applicant_opinion = personal(
        models.TextField("申请人的陈述、申辩", blank=True, help_text="没有意见的写“没有意见”。"),
        Mask.TEXT,
        "当事人陈述",
    )
    major_interest = models.BooleanField(
        "直接涉及他人重大利益", default=False, help_text="应当告知利害关系人，并告知申请人、利害关系人有权要求听证。"
    )
    hearing_by_law = models.BooleanField(
        "应当依职权听证", default=False, help_text="法律、法规、规章规定，或者重大公共利益。"
    )
    hearing_outcome = models.CharField("听证结果", max_length=20, blank=True)
    hearing_summary = models.TextField("听证情况", blank=True)
    special = models.CharField(
        "特别程序",
        max_length=12,
        choices=c.Special,
        blank=True,
        help_text="所需时间不计入办理期限，应当书面告知申请人。",
    )
    special_days = models.PositiveSmallIntegerField("特别程序所需工作日", null=True, blank=True, validators=DAYS)
    special_result = models.TextField("特别程序结果", blank=True)
    exam_result = models.TextField("考试成绩、考核结果", blank=True, help_text="赋予特定资格、资质的填写。")
    review_required = models.BooleanField("应当法制审核", default=False)
    review_result = models.CharField("法制审核结论", max_length=20, blank=True)
    review_number = models.CharField("法制审核意见书文号", max_length=60, blank=True)
    review_cleared = models.BooleanField("法制审核通过", default=False)
    preliminary = models.TextField("初步审查意见", blank=True)
    upper_organ = models.CharField("报送的上级机关", max_length=100, blank=True)

    class Meta:
        abstract = True


class DecisionFields(models.Model):
    """The decision, the licence and how it stands (决定、证件、状态)."""

    outcome = models.CharField("办理结果", max_length=20, choices=c.Outcome, blank=True)
    decided_on = models.DateField("决定日期", null=True, blank=True)
    scope = models.TextField("许可内容", blank=True, help_text="准予从事的活动、范围、地址、条件。")
    decision_reason = models.TextField("不予许可的理由", blank=True, help_text="不符合哪一条件、标准，依据哪一条款。")
    standards = models.CharField(
        "依据的技术标准、规范", max_length=300, blank=True, help_text="根据检验、检测、检疫不予许可的填写。"
    )
    fee = models.DecimalField(
        "收取费用（元）", max_digits=12, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE,
        help_text="不收费的留空；只有法律、行政法规规定的才能收。",
    )  # fmt: skip
    fee_basis = models.CharField("收费依据", max_length=200, blank=True)
    certificate = models.CharField("许可证件名称", max_length=100, blank=True, help_text="例如 食品经营许可证。")
    licence_no = models.CharField("许可证号", max_length=60, blank=True)
    valid_from = models.DateField("有效期起", null=True, blank=True)
    valid_to = models.DateField("有效期止", null=True, blank=True, help_text="最后有效的一天；长期有效的留空。")
    renewal_days = models.PositiveSmallIntegerField(
        "延续申请提前天数", default=30, validators=DAYS, help_text="法律、法规、规章没有另外规定的为30日。"
    )
    delivered_on = models.DateField("颁发、送达日期", null=True, blank=True)
    delivery = models.CharField(
        "送达方式", max_length=100, blank=True, help_text="窗口领取、邮寄（单号）、电子证照等。"
    )
    receiver = personal(models.CharField("领取人", max_length=50, blank=True), Mask.NAME, "自然人姓名")
    standing = models.CharField("证件状态", max_length=30, choices=c.Standing, blank=True)
    ended_on = models.DateField("失效日期", null=True, blank=True)
    banned_until = models.DateField("不得再次申请至", null=True, blank=True)
    pending = models.CharField("正在办理的变更、延续", max_length=10, choices=c.ChangeKind, blank=True)

    class Meta:
        abstract = True
