"""What a fine case tells the ledger of money and receipts (罚没款变动、票据), read from its events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from yifa.areas.enforcement.common.keeping import SOURCES, DerivedRow, Source
from yifa.areas.enforcement.common.money import Channel
from yifa.areas.enforcement.fine_collection.ledger import PAYING, number
from yifa.areas.enforcement.fine_collection.models import FineCase
from yifa.areas.enforcement.receipts.kept_lines import MONEY
from yifa.areas.enforcement.receipts.models import MoneyKind, MoneyLine
from yifa.areas.enforcement.receipts.reconciling import with_balance
from yifa.areas.enforcement.receipts.using import uses
from yifa.kernel.models import EventKind
from yifa.kernel.replay import Told, told_of

OWED = ("fine_amount", "confiscated_amount")
ZERO = Decimal(0)


def lines(record: FineCase) -> Iterator[DerivedRow]:
    """Every movement in the order of its day."""
    events = told_of(record.pk)
    reading = _Reading(record, _opening(events))
    for event in sorted((e for e in events if e.kind == EventKind.STEP), key=lambda e: (e.on, e.seq)):
        yield from reading.of(event)


def _opening(events: list[Told]) -> dict[str, Decimal]:
    """What was owed at first: as the opening step told it, with what was corrected since (更正登记)."""
    owed = dict.fromkeys(OWED, ZERO)
    for event in events:
        if event.kind == EventKind.STEP and event.step == "open":
            owed = {name: number(event.data.get("fields", {}), name) for name in OWED}
        for name, (before, after) in event.data.get("changed", {}).items():
            if name in owed:
                owed[name] += number({name: after}, name) - number({name: before}, name)
    return owed


class _Reading:
    """The events of one case, one after the other."""

    def __init__(self, record: FineCase, opening: dict[str, Decimal]) -> None:
        self.record, self.owed = record, opening
        self.channel = ""
        self.paid = self.confiscated_paid = ZERO

    def of(self, event: Told) -> Iterator[DerivedRow]:
        """The lines of one step."""
        inputs: Mapping[str, Any] = event.data.get("inputs", {})
        fields: Mapping[str, Any] = event.data.get("fields", {})
        self.channel = str(fields.get("channel") or self.channel)
        amount = number(inputs, "amount")
        if event.step == "open":
            opened = self.record.decision_date or event.on
            yield self._decided(opened, self.owed, self.record.decision_number)
        elif event.step in PAYING:
            yield from self._payment(event, inputs, amount)
        elif event.step == "hand_in":
            yield self._line(MoneyKind.HANDED_IN, event.on, amount)
        elif event.step == "remit":
            yield self._line(MoneyKind.REMITTED, event.on, amount, paper=str(inputs.get("voucher", "")))
        elif event.step == "refund":
            yield self._line(MoneyKind.REFUNDED, event.on, amount, paper=str(inputs.get("voucher", "")))
        elif event.step == "change_amount":
            yield from self._changed(event, {n: number(fields, n) if n in fields else self.owed[n] for n in OWED})
        elif event.step == "cancel":
            yield from self._changed(event, dict.fromkeys(OWED, ZERO))
        elif event.step == "terminate":
            left = self.owed["fine_amount"] - min(self.paid, self.owed["fine_amount"])
            left += max(ZERO, self.owed["confiscated_amount"] - self.confiscated_paid)
            yield self._line(MoneyKind.WRITTEN_OFF, event.on, left)

    def _payment(self, event: Told, inputs: Mapping[str, Any], amount: Decimal) -> Iterator[DerivedRow]:
        confiscated = number(inputs, "confiscated")
        if amount + confiscated <= 0:  # nothing was paid: the sum was lowered, or the rest was remitted
            return
        fine, before = self.owed["fine_amount"], self.paid
        self.paid += amount
        self.confiscated_paid += confiscated
        surcharge = max(ZERO, self.paid - fine) - max(ZERO, before - fine)
        receipt = str(inputs.get("receipt_no", ""))
        yield self._line(MoneyKind.COLLECTED, event.on, amount + confiscated, confiscated=confiscated,
                         surcharge=surcharge, channel=self.channel, paper=receipt)  # fmt: skip
        own = self.channel == Channel.ON_SPOT
        for position, use in enumerate(uses(receipt, on=event.on, own=own)):
            use.amount = None if position else amount + confiscated
            use.tolerated = event.imported
            yield use

    def _changed(self, event: Told, owed: dict[str, Decimal]) -> Iterator[DerivedRow]:
        more = {name: owed[name] - self.owed[name] for name in OWED}
        self.owed = owed
        if any(more.values()):
            yield self._decided(event.on, more, str(event.data.get("inputs", {}).get("document", "")))

    def _decided(self, on: date, amounts: Mapping[str, Decimal], paper: str) -> MoneyLine:
        confiscated = amounts["confiscated_amount"]
        return self._line(MoneyKind.DECIDED, on, sum(amounts.values(), ZERO), paper=paper, confiscated=confiscated)

    def _line(self, kind: MoneyKind, on: date, amount: Decimal, *, paper: str = "", **parts: Any) -> MoneyLine:
        return MoneyLine(kind=kind, on=on, amount=amount, paper=paper[:200], what=self.record.client_title, **parts)


SOURCES.add(Source(FineCase, lambda record: with_balance(lines(record)), MONEY))
