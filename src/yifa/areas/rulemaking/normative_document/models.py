"""The row of a normative document, and how its issuer writes numbers."""

from __future__ import annotations

from django.db import models

from yifa.areas.rulemaking.normative_document.record_life import LifeFields
from yifa.areas.rulemaking.normative_document.record_making import MakingFields
from yifa.kernel.models import Case
from yifa.office.models import Organ


class NormativeDocumentCase(MakingFields, LifeFields, Case):
    """A normative document (行政规范性文件), at the organ that issues it."""

    class Meta:
        verbose_name = "行政规范性文件"
        verbose_name_plural = "行政规范性文件"

    @property
    def grounds_in_words(self) -> str:
        """《行政处罚法》第十三条、《优化营商环境条例》."""
        return "、".join(f"《{row['law']}》{row.get('article') or ''}" for row in self.grounds)

    @property
    def opinions_in_words(self) -> str:
        """共收到意见12条，采纳和部分采纳5条。"""
        if self.opinions_received is None:
            return "意见已经研究处理。"
        if not self.opinions_received:
            return "没有收到意见。"
        return f"共收到意见{self.opinions_received}条，采纳和部分采纳{self.opinions_adopted or 0}条。"


class Numbering(models.Model):
    """How an organ writes the numbers of its documents (编号规则): 洪政规〔2025〕3号 and HHZF-2025-0003."""

    organ = models.OneToOneField(Organ, models.PROTECT, verbose_name="机关", related_name="document_numbering")
    mark = models.CharField("发文机关代字", max_length=20, help_text="用于规范性文件的代字，例如“洪政规”。")
    code = models.CharField("统一编号前缀", max_length=20, unique=True, help_text="登记机关编定，例如“HHZF”。")

    class Meta:
        verbose_name = "规范性文件编号规则"
        verbose_name_plural = "规范性文件编号规则"

    def __str__(self) -> str:
        return f"{self.organ} {self.mark} {self.code}"
