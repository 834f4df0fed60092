"""The fields of a compulsory measure, by where they come in (强制措施的登记事项)."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from yifa.areas.enforcement.coercion import choices as c
from yifa.kernel.fields import RowColumn, RowsField
from yifa.office.personal import Mask, personal

NOT_NEGATIVE = [MinValueValidator(0, "金额不能为负")]
ITEMS = (
    RowColumn("name", "名称", required=True),
    RowColumn("spec", "规格、型号、特征"),
    RowColumn("quantity", "数量", required=True, help="写数字。"),
    RowColumn("unit", "单位"),
    RowColumn("value", "价值（元）", help="没有估价的留空，不写0。"),
    RowColumn("owner", "所有人、持有人", mask=Mask.NAME, help="不是当事人本人的填写。"),
    RowColumn("perishable", "鲜活、不易保管", choices=(("yes", "是"), ("no", "否"))),
    RowColumn("state", "状况", help="例如 完好、已开封。"),
)


class ClientFields(models.Model):
    """The case that the measure belongs to (主案)."""

    client_title = models.CharField(
        "所属案件", max_length=200, blank=True, help_text="查处案件的名称，例如 某公司无证经营案。"
    )
    client_number = models.CharField("所属案件编号", max_length=80, blank=True)

    class Meta:
        abstract = True


class MeasureFields(models.Model):
    """What measure, why, on what basis, on what."""

    measure_type = models.CharField("措施种类", max_length=10, choices=c.MeasureType, blank=True)
    purpose = models.CharField("采取措施的目的", max_length=10, choices=c.Purpose, blank=True)
    facts = personal(models.TextField("事实和理由", blank=True), Mask.TEXT, "涉及当事人的情况")
    legal_basis = models.CharField(
        "设定依据", max_length=200, blank=True,
        help_text="写明书名号和条款，例如 《食品安全法》第一百一十条。冻结只能依照法律。",
    )  # fmt: skip
    sealed_place = personal(
        models.CharField("查封的场所、设施", max_length=200, blank=True), Mask.ADDRESS, "可能是住址"
    )
    items = RowsField("财物清单", columns=ITEMS, help_text="一式二份，当事人和本机关分别保存。")
    bank = models.CharField("金融机构", max_length=100, blank=True, help_text="冻结的填写。")
    account_no = personal(models.CharField("冻结账号", max_length=60, blank=True), Mask.ID_NUMBER, "银行账号")
    freeze_amount = models.DecimalField(
        "冻结数额（元）", max_digits=18, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE
    )
    involved_amount = models.DecimalField(
        "违法行为涉及的金额（元）", max_digits=18, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE,
        help_text="冻结的填写：冻结数额应当与其相当。",
    )  # fmt: skip
    special_days = models.PositiveIntegerField(
        "特别期限（日）", null=True, blank=True,
        validators=[MinValueValidator(1, "至少一日"), MaxValueValidator(3650, "请核对期限")],
        help_text="法律、行政法规另有规定的填写；冻结只能由法律另行规定。没有的留空，按三十日。",
    )  # fmt: skip
    special_basis = models.CharField(
        "特别期限依据", max_length=200, blank=True, help_text="例如 《某某法》第几条第几款。"
    )

    class Meta:
        abstract = True


class SceneFields(models.Model):
    """How it was carried out (实施现场)."""

    emergency = models.BooleanField("当场紧急实施", default=False)
    approved_on = models.DateField("批准日", null=True, blank=True)
    implemented_on = models.DateField("实施日", null=True, blank=True)
    scene = models.CharField("当事人到场情况", max_length=10, choices=c.Scene, blank=True)
    witness = personal(
        models.CharField("现场见证人", max_length=50, blank=True, help_text="当事人不到场的填写。"),
        Mask.NAME,
        "自然人姓名",
    )
    statement = personal(
        models.TextField("当事人的陈述和申辩", blank=True, help_text="没有的写“无”。"), Mask.TEXT, "涉及当事人的情况"
    )
    custody_place = models.CharField("保管地点", max_length=200, blank=True)
    custodian = models.CharField("保管人", max_length=100, blank=True, help_text="本机关或者受托保管的第三人。")
    withhold_reason = models.CharField(
        "不予公开的理由", max_length=200, blank=True, help_text="例如 正在调查，公开可能影响案件查处；可以公开的留空。"
    )

    class Meta:
        abstract = True


class TermFields(models.Model):
    """Tests, extension, custody, loss (期间和保管)."""

    test_item = models.CharField("检测、检验、检疫、鉴定事项", max_length=200, blank=True)
    tester = models.CharField("检测、检验、检疫、鉴定机构", max_length=100, blank=True)
    test_until = models.DateField(
        "告知的检测期间届满日", null=True, blank=True, help_text="应当明确，并书面告知当事人。"
    )
    test_result = models.TextField("检测、鉴定结论", blank=True)
    extension_days = models.PositiveIntegerField("延长日数", null=True, blank=True)
    extension_reason = models.TextField("延长的理由", blank=True)
    extended_on = models.DateField("延长决定日", null=True, blank=True)
    extension_told_on = models.DateField("延长决定书送达日", null=True, blank=True)
    decision_told_on = models.DateField(
        "决定书和清单送达日", null=True, blank=True, help_text="当事人不到场、没有当场交付的填写。"
    )
    freeze_told_on = models.DateField("冻结决定书送达日", null=True, blank=True)
    custody_fee = models.DecimalField(
        "累计保管费用（元）", max_digits=14, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE,
        help_text="由本机关承担。",
    )  # fmt: skip
    charged_fee = models.DecimalField(
        "向当事人收取的费用（元）", max_digits=14, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE,
        help_text="保管、检测费用不得向当事人收取；没有收取的留空。",
    )  # fmt: skip
    loss = models.TextField("财物损毁、灭失情况", blank=True)
    loss_by = models.CharField(
        "损失的原因", max_length=10, blank=True, choices=(("organ", "本机关"), ("third", "受托保管的第三人"))
    )
    loss_amount = models.DecimalField(
        "损失金额（元）", max_digits=14, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE
    )
    indemnity = models.DecimalField(
        "已赔付金额（元）", max_digits=14, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE
    )
    recovered = models.DecimalField(
        "已向第三人追偿（元）", max_digits=14, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE
    )

    class Meta:
        abstract = True


class EndFields(models.Model):
    """How it ended (解除、处理、移送)."""

    lift_ground = models.CharField("解除情形", max_length=14, choices=c.LiftGround, blank=True)
    lift_reason = models.TextField("解除的事实和理由", blank=True)
    lifted_on = models.DateField("解除日", null=True, blank=True)
    final_decision = models.CharField(
        "处理决定文号", max_length=100, blank=True, help_text="例如 行政处罚决定书的文号。"
    )
    disposal = models.CharField("处理结果", max_length=30, choices=c.Disposal, blank=True)
    disposed_on = models.DateField("处理日", null=True, blank=True)
    sold_items = models.TextField("变卖的财物", blank=True)
    proceeds = models.DecimalField(
        "拍卖、变卖价款（元）", max_digits=14, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE
    )
    market_value = models.DecimalField(
        "当时的市场价值（元）", max_digits=14, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE
    )
    compensation = models.DecimalField(
        "变卖价格明显偏低的补偿（元）", max_digits=14, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE
    )
    returned_on = models.DateField("退还日", null=True, blank=True)
    return_note = models.TextField("退还情况", blank=True, help_text="逐项核对清单，写明签收情况。")
    police = models.CharField("接收的司法机关", max_length=100, blank=True)
    party_told_on = models.DateField("书面告知当事人移送日", null=True, blank=True)

    class Meta:
        abstract = True
