"""What a bank told of money that came in for fines (银行流水): one row a payment, as the statement has it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from yifa.areas.enforcement.receipts.books import amount
from yifa.kernel.registers.models import Entry, key_constraint, list_indexes
from yifa.office.personal import Mask, personal


class BankEntry(Entry):
    """One payment on a statement of the collecting bank; account numbers are not kept."""

    number = models.CharField("流水号", max_length=60, help_text="银行的交易流水号，本机关内不重复。")
    on = models.DateField("缴款日期", help_text="款项到账的日期。")
    amount = amount("收入金额", "元；只登记收入，支出、上缴国库的不登记。")
    payer = personal(
        models.CharField("缴款人", max_length=100, blank=True, help_text="付款人户名；没有的留空。"),
        Mask.NAME,
        "可能是自然人",
    )
    notice = models.CharField(
        "缴款通知书号", max_length=100, blank=True, help_text="缴款通知书、处罚决定书的号码；没有的留空。"
    )
    memo = personal(
        models.CharField("摘要附言", max_length=200, blank=True, help_text="其中写有文号的，用来对应案件。"),
        Mask.TEXT,
        "可能写有姓名",
    )
    bank = models.CharField("代收机构", max_length=100, blank=True, help_text="没有的留空。")

    class Meta:
        verbose_name = "银行流水"
        verbose_name_plural = "银行流水"
        constraints: ClassVar = [key_constraint("number", name="bank_entry_number")]
        indexes: ClassVar = list_indexes("on", "bank_entry")

    def __str__(self) -> str:
        return self.number
