"""Guides to licences (许可办事指南): what a body may license, on which conditions and papers, in how long."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from yifa.areas.enforcement.licence.choices import Kind
from yifa.kernel.registers.models import Entry, key_constraint, list_indexes


class LicenceGuide(Entry):
    """The guide to one item that a body may license, as posted at its office and on its site (许可法30)."""

    item_code = models.CharField("事项编码", max_length=40, help_text="许可事项清单中的编码。")
    name = models.CharField("许可事项", max_length=200, help_text="清单中的名称。")
    kind = models.CharField("许可类别", max_length=14, choices=Kind, help_text="行政许可法第十二条的类别。")
    matter = models.CharField("领域", max_length=40, blank=True, help_text="例如 食品。")
    legal_basis = models.JSONField("设定依据", default=list, help_text="逐项写明法律文件和条款。")
    conditions = models.TextField("许可条件", help_text="法律、法规、规章规定的条件，逐项写明。")
    materials = models.JSONField(
        "申请材料", default=list, help_text="需要提交的全部材料，逐项写明；未列明的不得要求提交。"
    )
    decide_days = models.PositiveSmallIntegerField(
        "法定办理工作日", default=20, validators=[MinValueValidator(1), MaxValueValidator(365)],
        help_text="没有法律、法规另外规定的写20。",
    )  # fmt: skip
    days_basis = models.CharField(
        "另有规定的依据", max_length=200, blank=True, help_text="办理天数不是20的，写明法律、法规的条款；规章不能规定。"
    )
    quota = models.PositiveIntegerField("数量限制", null=True, blank=True, help_text="没有数量限制的留空。")
    safety = models.BooleanField(
        "直接关系公共安全、人身健康、生命财产安全", default=False, help_text="虚假申请一年、骗取三年内不得再次申请。"
    )
    hearing = models.BooleanField("应当听证", default=False, help_text="法律、法规、规章规定应当听证的。")
    commitment = models.BooleanField("可以告知承诺", default=False)
    legal_review = models.BooleanField("列入法制审核目录", default=False)
    validity_months = models.PositiveSmallIntegerField("有效期（月）", null=True, blank=True, help_text="长期的留空。")
    renewal_days = models.PositiveSmallIntegerField(
        "延续申请提前天数", default=30, help_text="没有法律、法规、规章另外规定的写30。"
    )
    listed_on = models.DateField("列入日期", help_text="编入本机关办事指南的日期。")
    published_on = models.DateField("公布日期", null=True, blank=True, help_text="没有公布的不得作为实施许可的依据。")
    ended_on = models.DateField("取消日期", null=True, blank=True, help_text="自这一天起不再实施。")

    class Meta:
        verbose_name = "许可办事指南"
        verbose_name_plural = "许可办事指南"
        constraints: ClassVar = [key_constraint("item_code", name="licence_guide_code")]
        indexes: ClassVar = list_indexes("listed_on", "licence_guide")

    def __str__(self) -> str:
        return f"{self.item_code} {self.name}"

    def stands_on(self, day: date) -> bool:
        """Whether it is published and not taken off the list on a day."""
        return (
            self.published_on is not None
            and self.published_on <= day
            and (self.ended_on is None or day < self.ended_on)
        )


def item_of(organ_id: int | None, code: str) -> LicenceGuide | None:
    """The item of an organ by its code; None where there is none or the organ is not in the books."""
    if organ_id is None or not code:
        return None
    rows = LicenceGuide._base_manager.filter(withdrawn=False, organ_id=organ_id, item_code=code)
    return rows.order_by("-pk").first()
