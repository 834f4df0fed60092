"""The row of a fair competition review."""

from __future__ import annotations

from django.db import models

from yifa.areas.rulemaking.fair_competition import choices as c
from yifa.areas.rulemaking.fair_competition.standards import CHOICES, EXEMPTIONS
from yifa.areas.rulemaking.texts import DraftText
from yifa.kernel.fields import RowColumn, RowsField
from yifa.kernel.models import Case
from yifa.office.models import Organ
from yifa.office.personal import Mask

CONSULTEES = (
    RowColumn("name", "名称", required=True),
    RowColumn("kind", "类别", choices=tuple(c.Consultee.choices)),
    RowColumn("on", "日期"),
    RowColumn("view", "关于公平竞争影响的意见"),
    RowColumn("answer", "研究采纳情况"),
)
HITS = (
    RowColumn("standard", "审查标准", required=True, choices=CHOICES),
    RowColumn("result", "结果", choices=tuple(c.Result.choices)),
    RowColumn("quote", "有关内容", help="存在问题的，摘录原文和条款。"),
    RowColumn("note", "说明", help="第十条各项有法律、行政法规依据或者经国务院批准的，写明依据。"),
)
REPORTS = (
    RowColumn("on", "收到日期", required=True),
    RowColumn("by", "举报人", mask=Mask.NAME),
    RowColumn("what", "举报内容", required=True),
    RowColumn("handled", "处理", choices=tuple(c.Handling.choices)),
    RowColumn("result", "处理结果或者转送机关"),
)


class FairCompetitionCase(Case):
    """The review of one policy (政策措施), at the organ that reviews it."""

    policy_title = models.CharField("政策措施名称", max_length=200, blank=True)
    policy_kind = models.CharField("政策措施类型", max_length=30, choices=c.PolicyKind, blank=True)
    policy_number = models.CharField("所属案件、文件或者合同编号", max_length=60, blank=True)
    issuer_kind = models.CharField("由谁出台", max_length=20, choices=c.IssuerKind, blank=True)
    drafter = models.ForeignKey(
        Organ, models.PROTECT, verbose_name="起草单位", related_name="+", null=True, blank=True,
        help_text="联合出台的，为牵头起草单位。",
    )  # fmt: skip
    drafter_name = models.CharField(
        "起草单位名称", max_length=100, blank=True, help_text="不在机关名录中的，在此填写。"
    )
    draft = DraftText("政策措施草案", blank=True)
    draft_digest = models.CharField("草案摘要", max_length=64, blank=True)
    received_on = models.DateField("收到日", null=True, blank=True)
    not_concerned_reason = models.TextField("不涉及经营者经济活动的理由", blank=True)
    public_interest = models.BooleanField("涉及社会公众利益", default=False)
    initial_conclusion = models.CharField("起草单位初审结论", max_length=30, choices=c.Conclusion, blank=True)
    initial_opinion = models.TextField("起草单位初审意见", blank=True)
    initial_on = models.DateField("初审日期", null=True, blank=True)
    consultees = RowsField(
        "听取意见",
        columns=CONSULTEES,
        help_text="经营者、行业协会商会等利害关系人必须听取；涉及公众利益的，还应听取公众意见。",
    )
    hits = RowsField("对照审查标准", columns=HITS, help_text="第八条至第十一条逐项填写结果。")
    exemption = models.CharField("适用第十二条的情形", max_length=10, choices=EXEMPTIONS, blank=True)
    exemption_basis = models.CharField("法律、行政法规依据", max_length=200, blank=True, help_text="适用第四项的必填。")
    no_alternative = models.TextField("没有影响更小的替代方案的说明", blank=True)
    exempt_until = models.DateField("实施期限止", null=True, blank=True, help_text="合理的实施期限的最后一天。")
    end_condition = models.TextField("终止条件", blank=True)
    exemption_detail = models.TextField("适用例外的详细说明", blank=True)
    conclusion = models.CharField("审查结论", max_length=30, choices=c.Conclusion, blank=True)
    conclusion_text = models.TextField("结论说明", blank=True, help_text="对公平竞争影响的评估和结论。")
    concluded_on = models.DateField("作出结论日", null=True, blank=True)
    issued_on = models.DateField("出台日", null=True, blank=True)
    ended_on = models.DateField("终止实施日", null=True, blank=True)
    check_result = models.CharField("抽查结果", max_length=20, choices=c.CheckResult, blank=True)
    check_finding = models.TextField("抽查发现的问题", blank=True)
    rectification = models.TextField("整改情况", blank=True)
    reports = RowsField("举报", columns=REPORTS)

    class Meta:
        verbose_name = "公平竞争审查案件"
        verbose_name_plural = "公平竞争审查案件"

    @property
    def drafted_by(self) -> str:
        """Who drafted it, for letters."""
        return self.drafter.name if self.drafter else self.drafter_name

    @property
    def heard_lines(self) -> list[str]:
        """Who was heard, in sentences."""
        kinds = dict(c.Consultee.choices)
        return [
            f"听取了{row['name']}（{kinds.get(row.get('kind', ''), '利害关系人')}）的意见"
            f"{'：' + row['view'].rstrip('。') if row.get('view') else ''}。{row.get('answer', '')}"
            for row in self.consultees
        ]

    @property
    def hit_lines(self) -> list[str]:
        """What was found, and what rests on a law, in sentences."""
        labels, results = dict(CHOICES), dict(c.Result.choices)
        return [
            f"{labels[row['standard']]}：{results[row['result']]}。{row.get('quote', '')}{row.get('note', '')}"
            for row in self.hits
            if row.get("result") not in ("", None, c.Result.NONE)
        ]
