"""Fields of a decision on its proposal and draft (建议、启动、草案的形成)."""

from __future__ import annotations

from django.db import models

from yifa.areas.rulemaking.decision_catalogue.choices import MatterType
from yifa.areas.rulemaking.fair_competition.choices import Conclusion as FairConclusion
from yifa.areas.rulemaking.major_decision import choices as c
from yifa.areas.rulemaking.texts import DraftText
from yifa.kernel.fields import RowColumn, RowsField
from yifa.office.models import Organ
from yifa.office.personal import Mask, personal

ALTERNATIVES = (
    RowColumn("name", "方案", required=True),
    RowColumn("content", "主要内容", required=True),
    RowColumn("reasons", "利弊比较"),
)
UNITS = (
    RowColumn("unit", "单位", required=True),
    RowColumn("opinion", "意见"),
    RowColumn("result", "结果", choices=tuple(c.UnitResult.choices)),
    RowColumn("handling", "处理"),
)
PARTICIPANTS = (
    RowColumn("name", "姓名", required=True, mask=Mask.NAME, help="听证参加人名单依法提前公布。"),
    RowColumn("kind", "身份类别", required=True, help="例如利害关系人、社区代表、人大代表。"),
    RowColumn("unit", "所在单位或者社区"),
)
EXPERTS = (
    RowColumn("name", "姓名", required=True, mask=Mask.NAME, help="专业机构填写负责人姓名。"),
    RowColumn("unit", "单位或者专业机构", required=True),
    RowColumn("field", "专业"),
    RowColumn("interest", "有直接利害关系", choices=tuple(c.YesNo.choices)),
    RowColumn("signed", "书面意见已署名盖章", choices=tuple(c.YesNo.choices), help="只在论证会上口头提出意见的留空。"),
    RowColumn("opinion", "意见"),
)


class ProposalFields(models.Model):
    """The suggestion and the decision to begin."""

    matter = models.CharField("事项名称", max_length=200, blank=True)
    matter_type = models.CharField("事项类别", max_length=20, choices=MatterType, blank=True)
    source_type = models.CharField("建议来源", max_length=20, choices=c.Source, blank=True)
    proposer = personal(
        models.CharField("建议人", max_length=100, blank=True, help_text="公民个人的姓名，不公开；单位填写下一项。"),
        Mask.NAME,
        "提出建议的公民",
    )
    proposer_unit = models.CharField("建议单位", max_length=100, blank=True)
    proposal = models.TextField("建议内容", blank=True)
    problem = models.TextField("拟解决的主要问题", blank=True)
    grounds = models.TextField("建议理由和依据", blank=True)
    plan = models.TextField("初步方案", blank=True)
    necessity = models.TextField("必要性、可行性", blank=True)
    study_unit = models.CharField("研究论证单位", max_length=100, blank=True)
    study_report = models.TextField("研究论证意见", blank=True)
    catalogue_year = models.PositiveIntegerField("目录年度", null=True, blank=True)
    catalogue_item = models.CharField("目录序号", max_length=20, blank=True, help_text="年度目录中的序号。")
    off_catalogue_reason = models.TextField("目录外启动的理由", blank=True)
    decline_reason = models.TextField("不启动的理由", blank=True)
    lead_unit = models.CharField("承办单位", max_length=100, blank=True, help_text="两个以上单位承办的，为牵头单位。")
    co_units = models.CharField("共同承办单位", max_length=200, blank=True)

    class Meta:
        abstract = True


class NatureFields(models.Model):
    """What the matter is like: which procedures it has to go through follows from it."""

    affects_market = models.BooleanField("涉及市场主体经济活动", null=True, blank=True)
    highly_technical = models.BooleanField("专业性、技术性较强", null=True, blank=True)
    stability_risk = models.BooleanField("可能影响社会稳定、公共安全", null=True, blank=True)
    public_concern = models.BooleanField("社会公众普遍关心", null=True, blank=True)
    other_units = models.BooleanField("涉及其他部门、下级政府的职责", null=True, blank=True)
    specific_group = models.CharField("涉及的特定群体", max_length=200, blank=True, help_text="没有的留空。")
    expropriation_plan = models.BooleanField(
        "房屋征收补偿方案",
        default=False,
        help_text="国有土地上房屋征收补偿方案；征收决定作出前还应进行社会稳定风险评估。",
    )
    hearing_by_law = models.CharField(
        "应当听证的依据", max_length=200, blank=True, help_text="法律、法规、规章规定必须听证的，写明条款；没有的留空。"
    )
    exploratory = models.BooleanField("国家尚无明确规定的探索性改革", default=False)
    congress = models.CharField("人大及其常委会", max_length=20, choices=c.Congress, default=c.Congress.NONE)
    confidential = models.BooleanField("依法不予公开", default=False)
    confidential_basis = models.CharField("不予公开的依据", max_length=200, blank=True)

    class Meta:
        abstract = True


class DraftFields(models.Model):
    """The draft and how it came about."""

    draft = DraftText("决策草案", blank=True, help_text="草案全文。")
    explanation = models.TextField("起草说明", blank=True)
    legal_basis = models.TextField("依据", blank=True, help_text="有关法律、法规、规章和政策。")
    cost_benefit = models.TextField("成本效益分析预测", blank=True)
    alternatives = RowsField("备选方案", columns=ALTERNATIVES, help_text="分歧较大的，可以提出两个以上方案。")
    unit_opinions = RowsField("有关单位意见", columns=UNITS)
    dispute_note = models.TextField(
        "争议说明", blank=True, help_text="争议的主要问题，各方意见，承办单位的意见、理由和依据。"
    )
    solicit_until = models.DateField("征求意见截止日", null=True, blank=True, help_text="最后一日；至当日24时。")
    solicit_channels = models.CharField("公布途径", max_length=200, blank=True)
    solicit_how = models.CharField("提出意见的方式", max_length=200, blank=True, help_text="信箱、电子邮箱、地址等。")
    solicit_url = models.CharField("征求意见网址", max_length=300, blank=True)
    shorten_reason = models.TextField("缩短期限的说明", blank=True, help_text="少于30日的必填，写入公告。")
    hearing_on = models.DateField("听证会日期", null=True, blank=True)
    hearing_place = models.CharField("听证会地点", max_length=100, blank=True)
    hearing_selection = models.TextField("听证参加人遴选办法", blank=True)
    hearing_people = RowsField("听证参加人", columns=PARTICIPANTS)
    hearing_record = models.TextField("听证会记录", blank=True)
    adoption_summary = models.TextField("公众意见研究采纳情况", blank=True)
    experts = RowsField("专家、专业机构", columns=EXPERTS)
    expert_form = models.CharField("论证方式", max_length=20, choices=c.ExpertForm, blank=True)
    expert_opinion = models.TextField("论证意见", blank=True)
    expert_adoption = models.TextField("专家论证意见研究采纳情况", blank=True)

    class Meta:
        abstract = True


class RiskFields(models.Model):
    """Risk assessment and fair competition review."""

    risk_assessor = models.CharField("风险评估单位", max_length=100, blank=True)
    risk_level = models.CharField("风险等级", max_length=10, choices=c.RiskLevel, blank=True)
    risk_result = models.CharField("风险可控性", max_length=30, choices=c.RiskResult, blank=True)
    risk_points = models.TextField("风险点", blank=True)
    risk_measures = models.TextField("防范措施", blank=True)
    risk_plan = models.TextField("处置预案", blank=True)
    risk_reused = models.CharField(
        "已有的评价、评估", max_length=200, blank=True, help_text="按规定已经评价、评估的，写明报告名称和文号。"
    )
    fair_organ = models.ForeignKey(
        Organ, models.PROTECT, verbose_name="公平竞争审查单位", related_name="+", null=True, blank=True
    )
    fair_first = models.CharField("起草单位初审结论", max_length=30, choices=FairConclusion, blank=True)
    fair_view = models.TextField("起草单位初审意见", blank=True)
    fair_conclusion = models.CharField("公平竞争审查结论", max_length=30, choices=FairConclusion, blank=True)
    fair_number = models.CharField("公平竞争审查文号", max_length=60, blank=True)

    class Meta:
        abstract = True
