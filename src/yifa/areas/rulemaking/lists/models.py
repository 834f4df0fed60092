"""The items of the lists (清单事项). An adjusted item is a new edition; the editions before it stay in the book."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models

from yifa.kernel.registers.models import Entry, key_constraint, list_indexes


class Status(models.TextChoices):
    """How an edition stands."""

    IN_FORCE = "in_force", "现行"
    FORMER = "former", "历史版本"
    CANCELLED = "cancelled", "已取消"


class Reason(models.TextChoices):
    """Why an item was listed or adjusted (调整原因)."""

    FIRST = "first", "首次列入"
    LAW = "law", "法律法规立改废释"
    DUTIES = "duties", "机构和职责调整"
    TRANSFER = "transfer", "下放、承接"
    OTHER = "other", "其他"


class ListItem(Entry):
    """What every item of every list carries."""

    name = models.CharField("事项名称", max_length=200, help_text="与上级目录中的名称一致。")
    legal_basis = models.JSONField(
        "依据", default=list, help_text="逐项写明法律文件和条款，例如 《行政许可法》第十二条。"
    )
    edition = models.PositiveIntegerField(
        "版次", default=1, validators=[MinValueValidator(1, "版次从1开始")], help_text="首次列入为1，每次调整加1。"
    )
    status = models.CharField(
        "状态", max_length=12, choices=Status, default=Status.IN_FORCE, help_text="调整后旧版改为历史版本，不得删除。"
    )
    listed_on = models.DateField("列入、调整日期", help_text="本版列入清单或者调整的日期。")
    adjust_reason = models.CharField("调整原因", max_length=12, choices=Reason, help_text="首次列入的选首次列入。")
    published_on = models.DateField("公布日期", null=True, blank=True, help_text="动态调整后20个工作日内公布。")
    due_on = models.DateField("最迟公布日", null=True, editable=False)
    provisional = models.BooleanField("期限暂定", default=False, editable=False)
    on_time = models.BooleanField("按期公布", null=True, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.name}（第{self.edition}版）"


class PowerKind(models.TextChoices):
    """Kinds of power (权力类型)."""

    LICENCE = "licence", "行政许可"
    PENALTY = "penalty", "行政处罚"
    COERCION = "coercion", "行政强制"
    EXPROPRIATION = "expropriation", "行政征收征用"
    BENEFIT = "benefit", "行政给付"
    INSPECTION = "inspection", "行政检查"
    CONFIRMATION = "confirmation", "行政确认"
    REWARD = "reward", "行政奖励"
    ADJUDICATION = "adjudication", "行政裁决"
    OTHER = "other", "其他行政权力"


class PowerItem(ListItem):
    """An item of the list of powers and duties (权责清单)."""

    item_code = models.CharField("事项编码", max_length=40, help_text="本机关内同一版次不重复。")
    power_type = models.CharField("权力类型", max_length=16, choices=PowerKind, help_text="按上级目录的类型。")
    duty = models.TextField("责任事项", help_text="受理、审查、决定、送达、监管等各环节的责任。")
    accountability = models.TextField("追责情形", help_text="不履行或者不当履行的，依照什么规定追责。")
    flow_chart = models.CharField("运行流程图", max_length=200, blank=True, help_text="流程图的档号或者网址。")

    class Meta:
        verbose_name = "权责清单事项"
        verbose_name_plural = "权责清单事项"
        constraints: ClassVar = [key_constraint("item_code", "edition", name="power_item_edition")]
        indexes: ClassVar = list_indexes("listed_on", "power_item")


class LicenceItem(ListItem):
    """An item of the list of administrative licences (行政许可事项清单)."""

    item_code = models.CharField("国家编码", max_length=40, help_text="行政许可事项清单中的编码。")
    subitem = models.CharField("子项", max_length=150, blank=True, help_text="没有子项的留空。")
    level = models.CharField(
        "实施层级", max_length=10, help_text="由哪一级实施。",
        choices=(("province", "省级"), ("city", "市级"), ("county", "县级"), ("township", "乡级")),
    )  # fmt: skip
    region = models.CharField("实施区域", max_length=60, help_text="行政区划名称。")
    conditions = models.TextField("许可条件", help_text="逐项写明，不得增设。")
    materials = models.TextField("申请材料", help_text="逐项写明，不得增加。")
    limit_workdays = models.PositiveIntegerField("办理时限", help_text="工作日；按实际承诺的时限。")
    fee = models.CharField("收费", max_length=100, help_text="不收费的写不收费；收费的写依据和标准。")
    supervision_rule = models.TextField("监管规则", help_text="事前事中事后监管的规则和标准。")

    class Meta:
        verbose_name = "行政许可事项"
        verbose_name_plural = "行政许可事项"
        constraints: ClassVar = [
            key_constraint("item_code", "subitem", "level", "region", "edition", name="licence_item_edition")
        ]
        indexes: ClassVar = list_indexes("listed_on", "licence_item")


class CertificateItem(ListItem):
    """An item of the list of certificates that may be asked for (证明事项清单)."""

    requesting_unit = models.CharField("索要单位", max_length=100, help_text="由谁索要。")
    issuing_unit = models.CharField("开具单位", max_length=100, help_text="由谁开具。")
    guide = models.CharField("办理指南", max_length=200, help_text="办理指南的网址或者名称。")
    commitment_ok = models.BooleanField("可以告知承诺", default=False, help_text="可以用书面告知承诺替代的选是。")

    class Meta:
        verbose_name = "证明事项"
        verbose_name_plural = "证明事项"
        constraints: ClassVar = [key_constraint("name", "requesting_unit", "edition", name="certificate_item_edition")]
        indexes: ClassVar = list_indexes("listed_on", "certificate_item")


class FeeItem(ListItem):
    """An item of the catalogue of fees, funds and deposits asked of enterprises (涉企收费目录清单)."""

    fee_kind = models.CharField(
        "类别", max_length=16, help_text="按收取的性质。",
        choices=(
            ("fee", "涉企行政事业性收费"), ("fund", "政府性基金"), ("deposit", "涉企保证金"),
            ("regulated", "实行政府定价的经营服务性收费"),
        ),
    )  # fmt: skip
    standard = models.CharField("收费标准", max_length=200, help_text="金额、比例和计算方法。")
    collector = models.CharField("执收单位", max_length=100, help_text="由谁收取。")
    guarantee_ok = models.BooleanField(
        "可以用保函替代", default=False, help_text="保证金可以用金融机构保函替代的选是。"
    )

    class Meta:
        verbose_name = "涉企收费事项"
        verbose_name_plural = "涉企收费事项"
        constraints: ClassVar = [key_constraint("name", "collector", "edition", name="fee_item_edition")]
        indexes: ClassVar = list_indexes("listed_on", "fee_item")


class IntermediaryItem(ListItem):
    """An intermediary service that is a condition of an approval (行政审批中介服务事项)."""

    used_in = models.CharField("对应的审批事项", max_length=200, help_text="是哪一项审批的条件。")
    limit = models.CharField("服务时限", max_length=60, help_text="中介服务的办理时限。")
    price = models.CharField("收费标准", max_length=200, help_text="由中介服务机构公开的收费标准。")

    class Meta:
        verbose_name = "中介服务事项"
        verbose_name_plural = "中介服务事项"
        constraints: ClassVar = [key_constraint("name", "edition", name="intermediary_item_edition")]
        indexes: ClassVar = list_indexes("listed_on", "intermediary_item")
