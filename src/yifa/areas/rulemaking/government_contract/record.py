"""The fields of a contract (合同登记事项), by what they are about."""

from __future__ import annotations

from django.core.validators import MinValueValidator
from django.db import models

from yifa.areas.rulemaking.contract_kinds import ContractType, Nature
from yifa.areas.rulemaking.fair_competition.choices import Conclusion as Competition
from yifa.areas.rulemaking.government_contract import choices as c
from yifa.areas.rulemaking.legality_review.choices import Conclusion
from yifa.areas.rulemaking.legality_review.columns import OPINIONS
from yifa.areas.rulemaking.texts import DraftText
from yifa.kernel.fields import RowColumn, RowsField
from yifa.office.personal import Mask

PARTIES = (
    RowColumn(
        "name",
        "名称或者姓名",
        required=True,
        mask=Mask.NAME,
        public_if=("kind", (c.PartyKind.LEGAL_PERSON, c.PartyKind.ORGANISATION)),
    ),
    RowColumn("kind", "类别", choices=tuple(c.PartyKind.choices)),
    RowColumn("code", "统一社会信用代码", help="法人、非法人组织必填，18位。"),
)
CONTACTS = (
    RowColumn("of", "相对方"),
    RowColumn("name", "联系人", required=True, mask=Mask.NAME),
    RowColumn("phone", "联系电话", mask=Mask.PHONE),
)
NOT_NEGATIVE = [MinValueValidator(0, "不得为负数")]


class SubjectFields(models.Model):
    """What the contract is and between whom."""

    nature = models.CharField(
        "合同性质", max_length=30, choices=Nature, blank=True,
        help_text="先定性质再审查条款：行政协议不得约定仲裁，纠纷依行政诉讼解决。",
    )  # fmt: skip
    agreement_kind = models.CharField("行政协议种类", max_length=20, choices=c.AgreementKind, blank=True)
    contract_type = models.CharField("合同类型", max_length=20, choices=ContractType, blank=True)
    contract_title = models.CharField("合同名称", max_length=150, blank=True)
    purpose = models.TextField("立项依据和目的", blank=True)
    lead_department = models.CharField("承办部门", max_length=100, blank=True)
    major = models.BooleanField(
        "重大合同", default=False, help_text="按本级规定属于重大合同的选是：应当集体研究，并报备案。"
    )
    decision_number = models.CharField(
        "重大行政决策文号", max_length=100, blank=True, help_text="属于重大行政决策事项的，写决策的文号。"
    )
    party_name = models.CharField("签约主体", max_length=100, blank=True, help_text="以谁的名义签订，写全称。")
    party_capacity = models.CharField("签约主体类别", max_length=20, choices=c.Capacity, blank=True)
    counterparties = RowsField("合同相对方", columns=PARTIES)
    contacts = RowsField("相对方联系人", columns=CONTACTS, help_text="个人信息，只在办理中使用，不公开。")
    party_size = models.CharField(
        "相对方规模类型", max_length=10, choices=c.Size, blank=True,
        help_text="依合同订立时的规模类型确定；中小企业应当主动告知。",
    )  # fmt: skip
    diligence = models.TextField("尽职调查情况", blank=True, help_text="主体资格、资质、资产信用、履约能力、涉诉情况。")
    negotiation = models.TextField("磋商情况", blank=True)
    exemption = models.CharField("不适用合法性审查的情形", max_length=20, choices=c.Exemption, blank=True)

    class Meta:
        abstract = True


class MoneyFields(models.Model):
    """What it costs, how it is paid for and how the other side was chosen."""

    amount = models.DecimalField(
        "合同金额（元）", max_digits=18, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE
    )
    currency = models.CharField("币种", max_length=10, default="人民币", blank=True)
    amount_kind = models.CharField("金额类型", max_length=10, choices=c.AmountKind, blank=True)
    flow = models.CharField("收支方向", max_length=10, choices=c.Flow, blank=True)
    procurement = models.CharField("采购方式", max_length=20, choices=c.Procurement, blank=True)
    awarded_on = models.DateField("中标、成交通知书发出日", null=True, blank=True)
    budget_item = models.CharField("预算科目或者资金来源", max_length=150, blank=True)
    budget_year = models.PositiveIntegerField("预算年度", null=True, blank=True)
    budget_amount = models.DecimalField(
        "预算安排金额（元）", max_digits=18, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE
    )
    cross_year = models.BooleanField("跨年度支出", default=False)
    approval_document = models.CharField("财政意见、批准文件", max_length=150, blank=True)
    guarantee_clause = models.BooleanField(
        "含有担保承诺", default=False, help_text="担保函、承诺函、安慰函、差额补足、回购等，按实质判断。"
    )
    borrowing_clause = models.BooleanField(
        "含有举借债务内容", default=False, help_text="借款、固定回报、保底收益、变相融资等，按实质判断。"
    )
    builder_advances = models.BooleanField("由施工单位垫资", default=False)
    performance_bond = models.DecimalField(
        "履约保证金（元）", max_digits=18, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE
    )

    class Meta:
        abstract = True


class ClauseFields(models.Model):
    """The clauses that the rules look at."""

    draft = DraftText("合同文本", blank=True, help_text="送审、签订的全文；附件在案卷中另存。")
    model_text = models.CharField("使用的示范文本", max_length=150, blank=True, help_text="没有使用的，写明理由。")
    model_departure = models.TextField("未使用示范文本的理由", blank=True)
    settlement = models.CharField("付款期限起算", max_length=20, choices=c.Settlement, blank=True)
    payment_days = models.PositiveIntegerField(
        "约定付款期限（日）", null=True, blank=True, help_text="没有约定的不填：向中小企业付款为三十日。"
    )
    acceptance_term = models.CharField(
        "约定的检验、验收期限", max_length=100, blank=True, help_text="以验收为付款条件的，应当明确、合理。"
    )
    interest_rate = models.DecimalField(
        "约定逾期利率（年，%）", max_digits=8, decimal_places=4, null=True, blank=True, validators=NOT_NEGATIVE
    )
    lpr = models.DecimalField(
        "订立时1年期贷款市场报价利率（%）", max_digits=6, decimal_places=4, null=True, blank=True,
        validators=NOT_NEGATIVE, help_text="约定了逾期利率的填写。",
    )  # fmt: skip
    audit_settlement = models.BooleanField("以审计机关的审计结果作为结算依据", default=False)
    forum = models.CharField("争议解决方式", max_length=20, choices=c.Forum, blank=True)
    venue = models.CharField("约定的管辖法院所在地", max_length=20, choices=c.Venue, blank=True)
    seat = models.CharField("法院或者仲裁机构名称", max_length=100, blank=True)
    governing_law = models.CharField("适用法律", max_length=60, default="中华人民共和国法律", blank=True)

    class Meta:
        abstract = True


class ReviewFields(models.Model):
    """What the reviews came to."""

    competition = models.CharField("公平竞争审查结论", max_length=30, choices=Competition, blank=True)
    competition_on = models.DateField("公平竞争审查结论日", null=True, blank=True)
    submitted_on = models.DateField("送审日", null=True, blank=True)
    review_conclusion = models.CharField("合法性审查结论", max_length=20, choices=Conclusion, blank=True)
    review_number = models.CharField("审查意见文号", max_length=100, blank=True)
    review_opinion = models.TextField("审查意见", blank=True)
    reviewed_on = models.DateField("审查意见日", null=True, blank=True)
    reviewed_digest = models.CharField("所审文本摘要", max_length=64, blank=True)
    cleared_digest = models.CharField("核对过的文本摘要", max_length=64, blank=True)
    opinions = RowsField("审查意见和采纳情况", columns=OPINIONS, help_text="逐条反馈；没有全部采纳的说明理由。")
    meeting = models.CharField("集体研究会议", max_length=150, blank=True)
    meeting_on = models.DateField("集体研究日", null=True, blank=True)

    class Meta:
        abstract = True


class SigningFields(models.Model):
    """Signing, filing and performance."""

    signer = models.CharField("签署人", max_length=60, blank=True, help_text="职务行为，可以公开。")
    signing_authority = models.CharField("签署权限", max_length=20, choices=c.Signing, blank=True)
    authorisation = models.CharField("授权委托书文号", max_length=100, blank=True)
    signed_on = models.DateField("签订日", null=True, blank=True)
    reviewed_before = models.BooleanField("签订前已经合法性审查", default=False)
    effective_on = models.DateField("生效日", null=True, blank=True)
    term_end = models.DateField("履行期限届满日", null=True, blank=True)
    filing_number = models.CharField("备案号", max_length=100, blank=True)
    filed_on = models.DateField("备案日", null=True, blank=True)
    filing_opinion = models.TextField("备案审查意见", blank=True)
    filing_answer = models.TextField("备案审查意见的处理情况", blank=True)
    accepted_on = models.DateField("总体验收日", null=True, blank=True)
    acceptance_result = models.TextField("总体验收情况", blank=True)
    change_kind = models.CharField("变更、解除的种类", max_length=20, choices=c.Change, blank=True)
    change_reason = models.TextField("变更、解除的理由", blank=True)
    change_text = DraftText("补充协议、解除文本", blank=True)
    change_amount = models.DecimalField(
        "增减金额（元）", max_digits=18, decimal_places=2, null=True, blank=True, help_text="减少的写负数。"
    )
    added_before = models.DecimalField(
        "以前各次追加采购金额（元）", max_digits=18, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE
    )
    compensation = models.TextField("补偿、清算情况", blank=True, help_text="没有损失的，写明没有损失。")
    breach = models.TextField("违约情况", blank=True)
    dispute_kind = models.CharField("纠纷处理方式", max_length=20, choices=c.DisputeKind, blank=True)
    dispute_number = models.CharField("纠纷案号", max_length=100, blank=True)
    dispute_result = models.TextField("纠纷处理结果", blank=True)
    outcome = models.CharField("终结方式", max_length=30, choices=c.Outcome, blank=True)
    grade = models.CharField("履约评价", max_length=10, choices=c.Grade, blank=True)
    evaluation = models.TextField("履约评价说明", blank=True)
    archive_no = models.CharField("档号", max_length=60, blank=True)

    class Meta:
        abstract = True
