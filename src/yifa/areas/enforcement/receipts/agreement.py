"""Agreements with the banks that collect fines (代收罚款协议): 罚缴分离办法6."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from yifa.kernel.registers.models import Entry, key_constraint, list_indexes


class CollectionAgreement(Entry):
    """One agreement of an organ with a bank."""

    number = models.CharField("协议编号", max_length=60, help_text="本机关内不重复。")
    bank = models.CharField("代收机构", max_length=100, help_text="全称。")
    outlets = models.TextField("代收网点", help_text="具体的网点、电子渠道。")
    budget = models.CharField("预算科目、预算级次", max_length=200, help_text="代收机构上缴罚款用的科目和级次。")
    telling = models.CharField(
        "告知方式、期限", max_length=200, help_text="代收机构怎样、几日内把收款情况告知本机关，例如 每日交明细表。"
    )
    signed_on = models.DateField("签订日期", help_text="备案的十五日自这一天起算。")
    until = models.DateField("协议期限至", null=True, blank=True, help_text="最后一天；没有约定的留空。")
    filed_above_on = models.DateField("报上一级行政机关备案日期", null=True, blank=True, help_text="还没有报的留空。")
    filed_finance_on = models.DateField("报同级财政部门备案日期", null=True, blank=True, help_text="还没有报的留空。")
    due_on = models.DateField("备案期限", null=True, editable=False)
    provisional = models.BooleanField("期限暂定", default=False, editable=False)

    class Meta:
        verbose_name = "代收罚款协议"
        verbose_name_plural = "代收罚款协议"
        constraints: ClassVar = [key_constraint("number", name="collection_agreement_number")]
        indexes: ClassVar = list_indexes("signed_on", "agreement")

    def __str__(self) -> str:
        return self.number
