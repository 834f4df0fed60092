"""The register of what banks told (银行流水台账): imported whole or not at all, matched with cases when it is read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yifa.areas.enforcement.receipts.acts import BANK_TELLS
from yifa.areas.enforcement.receipts.bank import BankEntry
from yifa.kernel.registers import Column, EntryCount, Problem, Register
from yifa.kernel.registers.figures import EntrySum


class BankEntries(Register[BankEntry]):
    """银行流水台账."""

    key, label = "bank_entry", "银行流水台账"
    basis = BANK_TELLS
    note = (
        "代收机构、银行交来的收款明细。从“罚没票据”旁的“银行流水”导入，可以直接用银行的表格；对应哪个案件由系统核对。"
    )
    model = BankEntry
    columns = (
        Column(BankEntry.number, width=22, example="20260319000127"),
        Column(BankEntry.on, example="2026-03-19"),
        Column(BankEntry.amount, width=12, unit="元", example="2000"),
        Column(BankEntry.payer, width=20, example="洪河县某食品店"),
        Column(BankEntry.notice, width=24, example="洪市监罚〔2026〕15号"),
        Column(BankEntry.memo, width=24, listed=False),
        Column(BankEntry.bank, width=20, listed=False),
    )
    unique = (BankEntry.number,)
    dated = BankEntry.on
    searched = (BankEntry.number, BankEntry.payer, BankEntry.notice, BankEntry.memo)

    bank_entries = EntryCount(
        "银行流水", unit="笔", basis=BANK_TELLS, definition="期内（按缴款日期）登记的银行收款笔数。"
    )
    bank_money = EntrySum(
        "银行流水收款", unit="元", of=BankEntry.amount, definition="期内（按缴款日期）登记的银行收款金额合计。"
    )

    @classmethod
    def check(cls, entry: BankEntry, today: date) -> Iterable[Problem]:
        """Money came in."""
        if entry.amount == 0:
            yield Problem("amount", "收入金额", "是0", "没有收入的行请删去；冲正的请把原来的一笔一并删去")
