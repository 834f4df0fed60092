"""Fields of a document while it is made (制定): what it is, the draft, consultation, reviews, the meeting."""

from __future__ import annotations

from django.db import models

from yifa.areas.rulemaking.fair_competition.choices import Conclusion as CompetitionConclusion
from yifa.areas.rulemaking.legality_review.choices import Conclusion
from yifa.areas.rulemaking.legality_review.columns import OPINIONS
from yifa.areas.rulemaking.normative_document import choices as c
from yifa.areas.rulemaking.texts import DraftText
from yifa.kernel.fields import RowColumn, RowsField
from yifa.office.models import Organ
from yifa.office.personal import Mask

CO_ISSUERS = (RowColumn("name", "机关名称", required=True),)
GROUNDS = (
    RowColumn("law", "法律文件", required=True, help="全称，不加书名号。"),
    RowColumn("article", "条款", help="例如“第七十五条”。"),
    RowColumn("version", "公布或者修改日期", help="例如 2022-03-11；不填按制定时有效的版本核对。"),
)
DEPARTMENT_OPINIONS = (
    RowColumn("organ", "单位", required=True),
    RowColumn("agreed", "意见", choices=(("yes", "同意"), ("changes", "同意，有修改意见"), ("no", "不同意"))),
    RowColumn("opinion", "具体意见"),
    RowColumn(
        "settled", "协商结果", choices=(("yes", "协商一致"), ("higher", "报上级协调后同意"), ("no", "未协商一致"))
    ),
)
HEARD = (
    RowColumn("name", "听取的单位", required=True),
    RowColumn("kind", "类别", choices=(("company", "企业"), ("association", "行业协会、商会"), ("other", "其他"))),
    RowColumn("how", "方式", help="座谈、走访、书面等。"),
    RowColumn("opinion", "意见"),
    RowColumn("contact", "联系人", mask=Mask.NAME),
)


class MakingFields(models.Model):
    """What is known of a document until it is published."""

    name = models.CharField(
        "文件名称", max_length=200, blank=True, help_text="全称，不加书名号和制定机关的“关于印发”。"
    )
    doc_kind = models.CharField("文种", max_length=20, choices=c.DocKind, blank=True)
    purpose = models.CharField("制定目的", max_length=10, choices=c.Purpose, default=c.Purpose.NEW, blank=True)
    target = models.ForeignKey(
        "self", models.PROTECT, verbose_name="原文件", related_name="successors", null=True, blank=True,
        help_text="修改、替代或者废止的文件；公布本文件时，系统在原文件中同时登记。",
    )  # fmt: skip
    drafter = models.ForeignKey(Organ, models.PROTECT, verbose_name="起草单位", related_name="+", null=True, blank=True)
    co_issuers = RowsField("联合制定的机关", columns=CO_ISSUERS, help_text="本机关为主办机关，由本机关报送备案。")
    planned = models.BooleanField("列入年度制定计划", default=False)
    plan_year = models.PositiveIntegerField("计划年度", null=True, blank=True)
    unplanned_reason = models.TextField("计划外立项的理由", blank=True)
    is_public = models.BooleanField("公开发布", null=True, blank=True)
    affects_rights = models.BooleanField(
        "涉及公民、法人和其他组织权利义务", null=True, blank=True, help_text="认定要件之一，也决定适用哪些程序。"
    )
    is_general = models.BooleanField("具有普遍约束力", null=True, blank=True)
    is_repeated = models.BooleanField("在一定期限内反复适用", null=True, blank=True)
    recognised_by = models.CharField(
        "认定机构", max_length=60, blank=True, help_text="作出认定的办公机构或者审核机构。"
    )
    not_normative = models.CharField("不属于规范性文件的理由", max_length=20, choices=c.NotNormative, blank=True)
    market = models.BooleanField(
        "与市场主体生产经营活动密切相关",
        default=False,
        help_text="公开征求意见不少于三十日，听取企业、行业协会商会意见。",
    )
    economic = models.BooleanField(
        "涉及经营者经济活动", default=False, help_text="应当进行公平竞争审查；未经审查不得出台。"
    )
    others_powers = models.BooleanField("涉及其他部门、地区职权", default=False)
    reports_to = models.CharField(
        "实行垂直管理，报上级主管部门备案", max_length=60, blank=True,
        help_text="实行垂直管理的部门填写上级主管部门名称；其他机关不填。",
    )  # fmt: skip
    grounds = RowsField("制定依据", columns=GROUNDS)
    assessment = models.TextField("评估论证", blank=True, help_text="必要性、可行性、合理性，预期效果和可能的影响。")
    text = DraftText("文件文本", blank=True, help_text="草案全文；每次修改后粘贴最新的全文，各稿都保留。")
    consolidated = models.TextField(
        "修改后的原文件全文", blank=True, help_text="修改原文件的填写；公布时成为原文件的新版本。"
    )
    drafting_note = models.TextField("起草说明", blank=True)
    department_opinions = RowsField("部门、下级意见", columns=DEPARTMENT_OPINIONS)
    solicit_from = models.DateField("公开征求意见起", null=True, blank=True)
    solicit_until = models.DateField("公开征求意见止", null=True, blank=True, help_text="接受意见的最后一日。")
    solicit_where = models.CharField("公开征求意见的渠道和网址", max_length=200, blank=True)
    shorten_reason = models.TextField("缩短征求意见期限的理由", blank=True)
    exempt = models.CharField("不公开征求意见的情形", max_length=12, choices=c.Exempt, blank=True)
    exempt_reason = models.TextField("不公开征求意见的理由", blank=True)
    feedback = models.TextField("意见采纳情况", blank=True, help_text="向社会反馈的内容，不含提出意见的人的信息。")
    opinions_received = models.PositiveIntegerField("收到公众意见（条）", null=True, blank=True)
    opinions_adopted = models.PositiveIntegerField("采纳和部分采纳（条）", null=True, blank=True)
    heard = RowsField("听取企业、行业协会商会意见", columns=HEARD)
    competition_first_result = models.CharField(
        "公平竞争初审结论", max_length=30, choices=CompetitionConclusion, blank=True
    )
    competition_first = models.TextField("公平竞争审查初审意见", blank=True)
    competition_result = models.CharField("公平竞争审查结论", max_length=30, choices=CompetitionConclusion, blank=True)
    competition_number = models.CharField("公平竞争审查编号", max_length=60, blank=True)
    competition_until = models.DateField("例外规定的实施期限", null=True, blank=True)
    urgent_reason = models.TextField("紧急制定的理由", blank=True, help_text="应对突发事件，或者执行上级紧急命令。")
    legality_result = models.CharField("合法性审核结论", max_length=20, choices=Conclusion, blank=True)
    legality_number = models.CharField("审核意见书文号", max_length=60, blank=True)
    legality_on = models.DateField("出具审核意见日", null=True, blank=True)
    legality_opinions = RowsField("合法性审核意见", columns=OPINIONS)
    reviewed_text = DraftText("经审核的文本", blank=True)
    cleared_text = DraftText("经核对采纳情况的文本", blank=True)
    meeting = models.CharField("审议的会议", max_length=12, choices=c.Meeting, blank=True)
    meeting_number = models.CharField("会议届次", max_length=60, blank=True, help_text="例如“县政府第45次常务会议”。")
    meeting_view = models.TextField("审议意见", blank=True)

    class Meta:
        abstract = True
