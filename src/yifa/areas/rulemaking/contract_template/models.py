"""Model texts of contracts (合同范本), by type, with the time for which each is to be used."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from yifa.areas.rulemaking.contract_kinds import ContractType, Nature
from yifa.kernel.registers.models import Entry, key_constraint, list_indexes


class ContractTemplate(Entry):
    """One edition of a model text (范本的一个版本)."""

    number = models.CharField("范本编号", max_length=40, help_text="本机关内不重复，例如 范〔2025〕1号。")
    name = models.CharField("范本名称", max_length=150, help_text="全称，与合同“使用的示范文本”一致。")
    contract_type = models.CharField("合同类型", max_length=20, choices=ContractType, help_text="用于哪一类合同。")
    nature = models.CharField("合同性质", max_length=30, choices=Nature, help_text="民事合同或者行政协议。")
    source = models.CharField(
        "来源", max_length=150, blank=True, help_text="制定机关和文号；本机关自行制定的写“本机关”。"
    )
    since = models.DateField("启用日期", help_text="自这一天起使用。")
    until = models.DateField("停用日期", null=True, blank=True, help_text="使用的最后一天；仍在使用的留空。")
    text = models.TextField("范本全文", help_text="按条写；需要填写的地方用下划线。")
    fixed = models.CharField(
        "不得改动的条款", max_length=200, blank=True, help_text="条号，用顿号分开，例如 第八条、第十二条。"
    )

    class Meta:
        verbose_name = "合同范本"
        verbose_name_plural = "合同范本"
        constraints: ClassVar = [key_constraint("number", name="contract_template_number")]
        indexes: ClassVar = list_indexes("since", "contract_template")

    def __str__(self) -> str:
        return f"{self.number} {self.name}"
