"""Tiers of benchmarks and items of leniency (裁量阶次、免罚减罚事项). Editions are added, never changed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

from django.core.validators import MinValueValidator
from django.db import models

from yifa.kernel.registers.models import Entry, key_constraint, list_indexes

FIRST = MinValueValidator(1, "从1开始")
AMOUNT = MinValueValidator(0, "不能小于0")


class Level(models.TextChoices):
    """Who issued a benchmark."""

    STATE = "state", "国务院部门"
    PROVINCE = "province", "省级"
    CITY = "city", "市级"
    COUNTY = "county", "县级"


class Form(models.TextChoices):
    """In which form it was issued."""

    RULE = "rule", "规章"
    DOCUMENT = "document", "行政规范性文件"


class TierKind(models.TextChoices):
    """What a tier does (裁量阶次)."""

    MITIGATED = "mitigated", "减轻"
    LIGHTER = "lighter", "从轻"
    ORDINARY = "ordinary", "一般"
    HEAVIER = "heavier", "从重"


class Unit(models.TextChoices):
    """In what a range is measured."""

    YUAN = "yuan", "元"
    GOODS = "goods", "货值倍数"
    GAINS = "gains", "违法所得倍数"
    PRICE = "price", "价款百分比"
    DAYS = "days", "日"


def _range(label: str, help_text: str, *, blank: bool = False) -> models.DecimalField[Any, Decimal]:
    return models.DecimalField(
        label, max_digits=14, decimal_places=4, null=blank, blank=blank, validators=[AMOUNT], help_text=help_text
    )


class DiscretionTier(Entry):
    """One tier of the benchmark of one act (裁量阶次)."""

    act_code = models.CharField("违法行为编码", max_length=40, help_text="同一违法行为的各个阶次写同一个编码。")
    act = models.CharField("违法行为", max_length=200, help_text="例如 未取得食品生产经营许可从事食品生产经营活动。")
    legal_basis = models.JSONField("处罚依据", default=list, help_text="逐项写明法律文件和条款。")
    edition = models.PositiveIntegerField("版次", default=1, validators=[FIRST], help_text="首次制定为1，修改一次加1。")
    tier = models.PositiveIntegerField("阶次", validators=[FIRST], help_text="从轻到重，1、2、3……")
    tier_kind = models.CharField("阶次性质", max_length=10, choices=TierKind, help_text="减轻、从轻、一般、从重。")
    conditions = models.TextField("适用条件", help_text="违法情节、后果等，写到能够对照事实判断。")
    unit = models.CharField("幅度单位", max_length=6, choices=Unit, help_text="同一违法行为的各个阶次用同一个单位。")
    range_from = _range("幅度下限", "只写数字。")
    range_to = _range("幅度上限", "只写数字；固定数额的，上下限相同。")
    from_open = models.BooleanField("不含下限", default=False, help_text="“超过”选是；“以上”含本数，选否。")
    to_open = models.BooleanField("不含上限", default=False, help_text="“不足、不满”选是；“以下”含本数，选否。")
    statute_from = _range("法定下限", "法律、法规、规章规定的下限；没有下限的写0。")
    statute_to = _range("法定上限", "法律、法规、规章规定的上限。")
    issuer_level = models.CharField("制定层级", max_length=10, choices=Level, help_text="按制定机关选一项。")
    form = models.CharField("制定形式", max_length=10, choices=Form, help_text="以规章或者行政规范性文件制定。")
    document = models.CharField("文件名称和文号", max_length=200, help_text="制定基准的规章或者文件。")
    review_no = models.CharField(
        "合法性审核文号", max_length=80, blank=True, help_text="以行政规范性文件制定的填写审核意见文号。"
    )
    filing_no = models.CharField("备案号", max_length=80, blank=True, help_text="没有的留空。")
    published_on = models.DateField("公布日期", null=True, blank=True, help_text="裁量基准应当向社会公布。")
    effective_on = models.DateField("施行日期", help_text="本版施行的第一天。")
    ended_on = models.DateField("停止执行日期", null=True, blank=True, help_text="被新版代替的，填写新版施行日期。")

    class Meta:
        verbose_name = "裁量权基准阶次"
        verbose_name_plural = "裁量权基准阶次"
        constraints: ClassVar = [key_constraint("act_code", "edition", "tier", name="discretion_tier_once")]
        indexes: ClassVar = list_indexes("effective_on", "disc_tier")

    def __str__(self) -> str:
        return f"{self.act}（第{self.edition}版第{self.tier}阶次）"


class LenientKind(models.TextChoices):
    """What an item of the lists leads to; the first must, the second may be spared."""

    NONE_MINOR = "none_minor", "轻微不罚"
    NONE_FIRST = "none_first", "首违可以不罚"
    NONE_NO_FAULT = "none_no_fault", "无主观过错不罚"
    REDUCE = "reduce", "从轻处罚"
    MITIGATE = "mitigate", "减轻处罚"


class LenientItem(Entry):
    """One item of the lists of acts that are not, or less, punished (不予、从轻、减轻处罚清单事项)."""

    item_code = models.CharField("事项编码", max_length=40, help_text="本机关内同一版次不重复。")
    act = models.CharField("违法行为", max_length=200, help_text="与裁量权基准中的名称一致。")
    kind = models.CharField("处理", max_length=14, choices=LenientKind, help_text="轻微不罚是应当，首违不罚是可以。")
    rule = models.CharField("适用条款", max_length=60, editable=False, default="")
    legal_basis = models.JSONField("违法行为的处罚依据", default=list, help_text="逐项写明法律文件和条款。")
    conditions = models.TextField("适用条件", help_text="逐项写明，写到能够对照事实判断。")
    first_scope = models.CharField(
        "初次违法的范围", max_length=200, blank=True, help_text="在什么地域、领域、期间内没有同类违法；首违不罚填写。"
    )
    edition = models.PositiveIntegerField("版次", default=1, validators=[FIRST], help_text="首次列入为1，修改一次加1。")
    document = models.CharField("清单文件", max_length=200, help_text="公布清单的文件名称和文号。")
    published_on = models.DateField("公布日期", null=True, blank=True, help_text="没有公布的留空。")
    effective_on = models.DateField("施行日期", help_text="本版施行的第一天。")
    ended_on = models.DateField("停止执行日期", null=True, blank=True, help_text="被新版代替的，填写新版施行日期。")

    class Meta:
        verbose_name = "免罚减罚事项"
        verbose_name_plural = "免罚减罚事项"
        constraints: ClassVar = [key_constraint("item_code", "edition", name="lenient_item_edition")]
        indexes: ClassVar = list_indexes("effective_on", "lenient")

    def __str__(self) -> str:
        return f"{self.act}（第{self.edition}版）"
