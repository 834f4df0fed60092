"""What an on-the-spot penalty tells the ledger of money and receipts, where the officers collected the fine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yifa.areas.enforcement.common.keeping import SOURCES, DerivedRow, Source
from yifa.areas.enforcement.common.money import Channel
from yifa.areas.enforcement.receipts.kept_lines import MONEY
from yifa.areas.enforcement.receipts.models import MoneyKind, MoneyLine
from yifa.areas.enforcement.receipts.reconciling import with_balance
from yifa.areas.enforcement.receipts.using import uses
from yifa.areas.enforcement.summary_penalty.models import SummaryCase
from yifa.kernel.models import EventKind
from yifa.kernel.replay import told_of


def lines(record: SummaryCase) -> Iterator[DerivedRow]:
    """Every movement; a fine to be paid at a bank is a case of its own and tells of it there."""
    if not (record.fined and record.collected_on_spot and record.collected_on and record.fine_amount):
        return
    amount = record.fine_amount

    def line(kind: MoneyKind, on: Any, paper: str = "", *, sign: int = 1, **parts: Any) -> MoneyLine:
        title = f"{record.party_public_name}：{record.violation}"[:200]
        return MoneyLine(kind=kind, on=on, amount=sign * amount, paper=paper, what=title, **parts)

    yield line(MoneyKind.DECIDED, record.decision_date, record.number)
    yield line(MoneyKind.COLLECTED, record.collected_on, record.receipt_no, channel=Channel.ON_SPOT)
    for position, use in enumerate(uses(record.receipt_no, on=record.collected_on)):
        use.amount = None if position else amount
        use.tolerated = record.imported
        yield use
    if record.handed_on:
        yield line(MoneyKind.HANDED_IN, record.handed_on)
    if record.remitted_on:
        yield line(MoneyKind.REMITTED, record.remitted_on, record.remittance_no)
    for event in (event for event in told_of(record.pk) if event.kind == EventKind.STEP):
        if event.step == "revoke":
            yield line(MoneyKind.DECIDED, event.on, record.number, sign=-1)
        elif event.step == "refund":
            yield line(MoneyKind.REFUNDED, event.on, str(event.data.get("inputs", {}).get("voucher", "")))


SOURCES.add(Source(SummaryCase, lambda record: with_balance(lines(record)), MONEY))
