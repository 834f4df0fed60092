"""The rows of supervision: the case at the supervision body, at the government, and at the supervised organ."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from yifa.areas.enforcement.supervision import choices as c
from yifa.areas.enforcement.supervision.columns import STAFF
from yifa.areas.enforcement.supervision.target import Target
from yifa.kernel.fields import RowsField
from yifa.kernel.models import Case, Paper
from yifa.kernel.registers.models import Entry, key_constraint, list_indexes
from yifa.office.models import Organ
from yifa.office.personal import Mask, personal

LONGEST = 366
"""More days than this in a paper are a slip of the pen."""


def _amount(label: str) -> Any:
    return models.PositiveSmallIntegerField(
        label, null=True, blank=True,
        validators=[MinValueValidator(1, "应当大于0"), MaxValueValidator(LONGEST, "超过一年，请核对")],
        help_text="条例没有规定天数，由文书载明；写明日期的留空。",
    )  # fmt: skip


class SupervisionCase(Target, Case):
    """One case of supervision, at the supervision body (行政执法监督案件)."""

    clue_source = models.CharField("线索来源", max_length=20, choices=c.ClueSource, blank=True)
    clue_number = models.CharField("来源编号", max_length=80, blank=True, help_text="投诉、热线、建议书等的编号。")
    clue_model = models.CharField("监督模型", max_length=60, blank=True, help_text="由监督模型发现的，写模型名称。")
    clue_text = personal(
        models.TextField("反映的问题", blank=True, help_text="不写投诉人、举报人的姓名和联系方式。"),
        Mask.TEXT, "可能带有个人信息",
    )  # fmt: skip
    received_on = models.DateField("收到线索日", null=True, blank=True)
    act_kind = models.CharField("执法行为", max_length=12, choices=c.ActKind, blank=True)
    problem = models.CharField("问题类别", max_length=12, choices=c.Problem, blank=True)
    matter = models.CharField("执法领域", max_length=60, blank=True)
    relation = models.CharField("被监督机关类别", max_length=12, choices=c.Relation, blank=True)
    target_case = models.ForeignKey(
        Case, models.PROTECT, verbose_name="被监督案件", related_name="+", null=True, blank=True
    )
    target_number = models.CharField("被监督案件文号", max_length=80, blank=True)
    dispute = models.CharField("争议状态", max_length=16, choices=c.Dispute, default=c.Dispute.NONE)

    track = models.CharField("线索分类", max_length=10, choices=c.Track, blank=True)
    manner = models.CharField("监督方式", max_length=10, choices=c.Manner, blank=True)
    initiator = models.CharField("专项监督发起机关", max_length=10, choices=c.Initiator, blank=True)
    special_plan = models.CharField("专项监督方案文号", max_length=80, blank=True)
    triage_note = models.TextField("研判意见", blank=True)
    listed_on = models.DateField("挂牌督办日", null=True, blank=True)
    delisted_on = models.DateField("摘牌日", null=True, blank=True)
    warning_text = models.TextField("预警提示内容", blank=True)

    finding = models.CharField("查明的情况", max_length=10, choices=c.Finding, blank=True)
    finding_text = models.TextField("查明的事实", blank=True)
    finding_basis = models.TextField("认定依据", blank=True, help_text="写明法律文件和条款。")
    grave = models.BooleanField("涉及重大问题", default=False)

    urge_demand = models.TextField("督办要求", blank=True)
    urge_term = models.CharField("督办函报送期限写法", max_length=14, choices=c.Term, blank=True)
    urge_amount = _amount("督办函报送期限（日数）")
    urge_until = models.DateField("督办函报送截止日", null=True, blank=True)
    urge_served_on = models.DateField("督办函送达日", null=True, blank=True)
    opinion_demand = models.TextField("纠正要求", blank=True)
    opinion_term = models.CharField("意见书报送期限写法", max_length=14, choices=c.Term, blank=True)
    opinion_amount = _amount("意见书报送期限（日数）")
    opinion_until = models.DateField("意见书报送截止日", null=True, blank=True)
    opinion_served_on = models.DateField("意见书送达日", null=True, blank=True)
    paper_kind = models.CharField("最近的监督文书", max_length=10, choices=c.PaperKind, blank=True)

    replied_on = models.DateField("收到纠正情况日", null=True, blank=True)
    rectification = models.TextField("纠正情况", blank=True)
    checked = models.CharField("核查结果", max_length=10, choices=c.Checked, blank=True)
    checked_note = models.TextField("核查情况", blank=True)
    objected_on = models.DateField("收到异议日", null=True, blank=True)
    objection = models.TextField("异议和理由", blank=True)
    objection_result = models.CharField("异议处理结果", max_length=10, choices=c.Objection, blank=True)
    objection_reply = models.TextField("异议答复", blank=True)

    proposal = models.TextField("报请本级政府的处理建议", blank=True)
    ruling = models.CharField("本级政府决定", max_length=12, choices=c.Ruling, blank=True)
    decision_number = models.CharField("决定书文号", max_length=80, blank=True)
    circular_scope = models.CharField("通报范围", max_length=10, choices=c.Scope, blank=True)
    circular_text = models.TextField("通报内容", blank=True, help_text="向社会公布的，不写个人姓名和商业秘密。")
    staff = personal(
        RowsField("人员处理建议", columns=STAFF, help_text="由有权机关依法处理。"), Mask.TEXT, "涉及对个人的处理"
    )
    transfer_to = models.CharField("移送、告知机关", max_length=100, blank=True)
    outcome = models.CharField("监督结果", max_length=24, choices=c.Outcome, blank=True)
    closing_note = models.TextField("结案说明", blank=True)

    class Meta:
        verbose_name = "行政执法监督案件"
        verbose_name_plural = "行政执法监督案件"
        indexes: ClassVar = [models.Index(fields=["target_organ", "outcome"], name="supervision_by_target")]

    def paper_number(self, title: str) -> str:
        """The number of the latest paper of this name that was issued."""
        papers = Paper._base_manager.filter(case_id=self.pk, title=title).order_by("-pk")
        return papers.values_list("number", flat=True).first() or ""

    @property
    def urge_term_text(self) -> str:
        """How the letter that urges states the time to answer."""
        return _worded(self.urge_term, self.urge_amount, self.urge_until)

    @property
    def opinion_term_text(self) -> str:
        """How the opinion states the time to answer."""
        return _worded(self.opinion_term, self.opinion_amount, self.opinion_until)

    @property
    def staff_lines(self) -> list[str]:
        """The suggestions as sentences for the letter."""
        return [
            f"{row['name']}：建议{c.StaffMeasure(row['measure']).label}。{str(row['reason']).rstrip('。')}。"
            for row in self.staff
        ]


def _worded(term: str, amount: int | None, until: object) -> str:
    if term == c.Term.DATE and until is not None:
        return f"{until:%Y年%-m月%-d日}前" if hasattr(until, "year") else f"{until}前"
    unit = "个工作日" if term == c.Term.WORKING_DAYS else "日"
    return f"收到之日起{amount}{unit}内"


class SupervisionDecision(Target, Case):
    """What the supervision body proposes to its government, at the government (行政执法监督决定)."""

    proposer = models.ForeignKey(
        Organ, models.PROTECT, verbose_name="提出建议的监督机构", related_name="+", null=True, blank=True
    )
    proposal = models.TextField("处理建议", blank=True)
    facts = models.TextField("查明的事实", blank=True)
    legal_basis = models.TextField("认定依据", blank=True)
    why = models.CharField("报请的原因", max_length=200, blank=True)
    ruling = models.CharField("决定", max_length=12, choices=c.Ruling, blank=True)
    demand = models.TextField("决定纠正的内容", blank=True)
    term = models.CharField("报送期限写法", max_length=14, choices=c.Term, blank=True)
    amount = _amount("报送期限（日数）")
    until = models.DateField("报送截止日", null=True, blank=True)
    served_on = models.DateField("决定书送达日", null=True, blank=True)
    rectification = models.TextField("纠正情况", blank=True)

    class Meta:
        verbose_name = "行政执法监督决定"
        verbose_name_plural = "行政执法监督决定"

    @property
    def term_text(self) -> str:
        """How the decision states the time to answer; blank where it states none."""
        return _worded(self.term, self.amount, self.until) if self.term else ""

    @property
    def decision_number(self) -> str:
        """The number of the decision."""
        papers = Paper._base_manager.filter(case_id=self.pk, title=c.PaperKind.DECISION.label).order_by("-pk")
        return papers.values_list("number", flat=True).first() or ""


class SupervisionReply(Case):
    """A paper of supervision as the supervised organ works on it (办理行政执法监督文书)."""

    supervisor = models.ForeignKey(
        Organ, models.PROTECT, verbose_name="监督机关", related_name="+", null=True, blank=True
    )
    paper_kind = models.CharField("监督文书", max_length=10, choices=c.PaperKind, blank=True)
    paper_number = models.CharField("监督文书文号", max_length=80, blank=True)
    target_number = models.CharField("被监督案件文号", max_length=80, blank=True)
    facts = models.TextField("指出的问题", blank=True)
    demand = models.TextField("要求", blank=True)
    term = models.CharField("报送期限写法", max_length=14, choices=c.Term, blank=True)
    amount = _amount("报送期限（日数）")
    until = models.DateField("报送截止日", null=True, blank=True)
    served_on = models.DateField("收到监督文书日", null=True, blank=True)
    objection = models.TextField("异议和理由", blank=True)
    objection_result = models.CharField("异议处理结果", max_length=10, choices=c.Objection, blank=True)
    objection_reply = models.TextField("异议答复", blank=True)
    rectification = models.TextField("纠正情况", blank=True)

    class Meta:
        verbose_name = "行政执法监督文书办理"
        verbose_name_plural = "行政执法监督文书办理"


class WorkReport(Entry):
    """One report of the supervision body to its government (行政执法监督工作报告)."""

    number = models.CharField("报告文号", max_length=60, help_text="本机关内不重复。")
    since = models.DateField("报告期间起", help_text="这一期的第一天。")
    until = models.DateField("报告期间止", help_text="这一期的最后一天。")
    reported_on = models.DateField("报告日期", help_text="报送本级政府的日期。")
    content = models.TextField("主要内容", help_text="监督开展情况、发现的问题、处理结果和建议。")
    next_by = models.DateField(
        "下次报告期限",
        null=True,
        blank=True,
        help_text="条例写“定期”，没有间隔；按本级政府的要求填写，没有要求的留空。",
    )

    class Meta:
        verbose_name = "行政执法监督工作报告"
        verbose_name_plural = "行政执法监督工作报告"
        constraints: ClassVar = [key_constraint("number", name="supervision_report_number")]
        indexes: ClassVar = list_indexes("reported_on", "sup_report")

    def __str__(self) -> str:
        return self.number
