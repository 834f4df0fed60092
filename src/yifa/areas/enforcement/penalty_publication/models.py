"""The row of a decision on its way to the public, and back (执法决定公示)."""

from __future__ import annotations

from django.db import models

from yifa.areas.enforcement.common.party import IdType, PartyType
from yifa.areas.enforcement.penalty_publication import choices as c
from yifa.kernel.fields import RowColumn, RowsField
from yifa.kernel.models import Case
from yifa.office.personal import Mask, personal

ORGANISED = ("party_type", (PartyType.LEGAL.value, PartyType.OTHER.value, PartyType.INDIVIDUAL.value))
BY_CODE = ("id_type", (IdType.CREDIT.value,))
PARTIES = (
    RowColumn("name", "姓名或者名称", required=True, mask=Mask.NAME, public_if=ORGANISED),
    RowColumn("party_type", "当事人类型", choices=tuple(PartyType.choices)),
    RowColumn("id_type", "证件类型", choices=tuple(IdType.choices)),
    RowColumn("id_no", "证件号码", mask=Mask.ID_NUMBER, public_if=BY_CODE, help="公开时只显示统一社会信用代码。"),
    RowColumn("address", "住址、住所", mask=Mask.ADDRESS, public_if=("party_type", ORGANISED[1][:2])),
)
CHANNELS = (
    RowColumn("channel", "渠道", required=True, choices=(
        ("website", "政府网站"), ("platform", "执法信息公示平台"), ("credit", "信用网站"),
        ("system", "国家企业信用信息公示系统"),
    )),
    RowColumn("link", "网址或者编号"),
)  # fmt: skip


class PublicationCase(Case):
    """The publication of one decision, at the organ that made it."""

    decision_class = models.CharField(
        "决定类别", max_length=12, choices=c.DecisionClass, default=c.DecisionClass.PENALTY
    )
    client_title = models.CharField("所涉案件", max_length=200, blank=True)
    client_number = models.CharField("所涉案件编号", max_length=60, blank=True)
    decision_number = models.CharField("决定书文号", max_length=60, blank=True)
    decision_date = models.DateField("决定日期", null=True, blank=True)
    parties = RowsField("当事人", columns=PARTIES, help_text="公开副本中自然人的姓名、证件号码、住址自动遮蔽。")
    violation = models.TextField("违法事实", blank=True)
    decision_basis = models.CharField("决定依据", max_length=300, blank=True)
    decision_text = models.TextField("决定内容", blank=True, help_text="例如 罚款20000元，没收违法所得3000元。")
    regime = models.CharField("案件特别制度", max_length=20, choices=c.Regime, default=c.Regime.ORDINARY)
    juvenile = models.BooleanField("当事人是未成年人", default=False)
    warning_only = models.BooleanField("仅给予警告", default=False)
    registered_elsewhere = models.BooleanField(
        "当事人登记地在外省", default=False, help_text="市场监管案件填写；推送登记地市场监管部门协助公示。"
    )
    due_rule = models.CharField("公示期限依据", max_length=300, blank=True, help_text="由系统按口径配置填写。")
    impact_why = models.TextField("社会影响的说明", blank=True, help_text="认定具有或者不具有一定社会影响的理由。")
    withheld = models.CharField("不公开的情形", max_length=24, choices=c.Withheld, blank=True)
    withheld_why = models.TextField("不公开的说明", blank=True)
    public_text = models.TextField(
        "公开文本",
        blank=True,
        help_text="公开的决定书文本或者摘要；自然人的姓名写成张某，证件号码、住址、电话、账号删去。",
    )
    masked_items = models.CharField("遮蔽的内容", max_length=200, blank=True, help_text="例如 姓名、住址、商业秘密。")
    screener = personal(models.CharField("审查人", max_length=50, blank=True), Mask.NAME, "自然人姓名")
    channels = RowsField("公示渠道", columns=CHANNELS)
    credit_class = models.CharField("失信程度", max_length=8, choices=c.CreditClass, blank=True)
    credit_on = models.DateField("信用网站公示日", null=True, blank=True)
    system_light = models.BooleanField(
        "仅通报批评或者较低数额罚款", default=False, help_text="企业信用信息公示系统公示三个月，其他三年。"
    )
    system_on = models.DateField("企业信用信息公示系统公示日", null=True, blank=True)
    change = models.CharField("决定的变化", max_length=20, choices=c.Change, blank=True)
    changed_on = models.DateField("变化生效日", null=True, blank=True)
    change_document = models.CharField(
        "变化的文书", max_length=120, blank=True, help_text="复议决定书、判决书等的文号。"
    )
    withdraw_reason = models.TextField("撤回的理由", blank=True, help_text="向社会公开；不写个人信息。")
    repair_why = models.TextField("信用修复的情况", blank=True)
    outcome = models.CharField("公示结果", max_length=30, choices=c.Outcome, blank=True)

    class Meta:
        verbose_name = "执法决定公示"
        verbose_name_plural = "执法决定公示"

    @property
    def party_names(self) -> str:
        """All parties, for letters to them."""
        return "、".join(str(row["name"]) for row in self.parties if row.get("name"))
