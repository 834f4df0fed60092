"""The lines that entries of the registers yield (台账推算行): numbers accounted for, and the money of old fines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models.signals import post_save

from yifa.areas.enforcement.common.keeping import SOURCES, DerivedRow, Source
from yifa.areas.enforcement.common.money import Channel
from yifa.areas.enforcement.receipts.models import (
    LooseReceipt,
    MoneyBalance,
    MoneyKind,
    MoneyLine,
    PastFine,
    ReceiptBook,
    ReceiptUse,
)
from yifa.areas.enforcement.receipts.reconciling import with_balance
from yifa.areas.enforcement.receipts.register import ReceiptBooks, numbers_of
from yifa.areas.enforcement.receipts.using import match_again, uses
from yifa.kernel.registers.models import BookEvent, BookEventKind

MONEY = (MoneyLine, MoneyBalance, ReceiptUse)
"""What a source of money yields."""
BATCHES = (BookEventKind.IMPORT, BookEventKind.WITHDRAW_BATCH)


def loose_lines(entry: LooseReceipt) -> Iterator[DerivedRow]:
    """One line for each number."""
    for number in numbers_of(entry):
        yield ReceiptUse(text=str(number), fate=entry.fate, on=entry.on, amount=entry.money)


def past_lines(entry: PastFine) -> Iterator[DerivedRow]:
    """What was decided, collected and paid in, and the receipts."""
    common = {"what": f"历史罚没：{entry.number}"}
    yield MoneyLine(
        kind=MoneyKind.DECIDED, on=entry.decided_on, amount=entry.fine + entry.confiscated,
        confiscated=entry.confiscated, paper=entry.number, **common,
    )  # fmt: skip
    if entry.collected and entry.collected_on:
        yield MoneyLine(
            kind=MoneyKind.COLLECTED, on=entry.collected_on, amount=entry.collected, surcharge=entry.surcharge,
            confiscated=min(entry.confiscated, entry.collected), channel=entry.channel,
            paper=entry.receipt_no, **common,
        )  # fmt: skip
        own = entry.channel == Channel.ON_SPOT
        for use in uses(entry.receipt_no, on=entry.collected_on, amount=entry.collected, own=own):
            use.tolerated = True
            yield use
    if entry.remitted and entry.remitted_on:
        paid_in = {"on": entry.remitted_on, "amount": entry.remitted, "paper": entry.voucher}
        yield MoneyLine(kind=MoneyKind.REMITTED, **paid_in, **common)


def _book_stored(sender: type[Any], instance: ReceiptBook, **rest: Any) -> None:
    """Numbers used before their book was entered lie in it from then on."""
    match_again(instance.organ_id, instance)


def _books_imported(sender: type[Any], instance: BookEvent, created: bool = False, **rest: Any) -> None:
    """The same for books that came in bulk, or went so."""
    if created and instance.kind in BATCHES and instance.book.register == ReceiptBooks.key:
        for book in ReceiptBook._base_manager.filter(batch_id=instance.data["batch"]).order_by("pk"):
            match_again(book.organ_id, book)


SOURCES.add(Source(LooseReceipt, loose_lines, (ReceiptUse,)))
SOURCES.add(Source(PastFine, lambda entry: with_balance(past_lines(entry)), MONEY))
post_save.connect(_book_stored, sender=ReceiptBook, dispatch_uid="receipts.book")
post_save.connect(_books_imported, sender=BookEvent, dispatch_uid="receipts.books")
