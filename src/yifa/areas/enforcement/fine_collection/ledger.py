"""What was paid, granted and suspended in a case, and what is owed on a day (账目): read from its events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from itertools import groupby
from typing import Any

from yifa.areas.enforcement.fine_collection.defaults import DEFAULTS
from yifa.areas.enforcement.fine_collection.surcharge import Paid, Plan, Reckoned, Still, Terms, Tranche, reckon
from yifa.kernel.replay import situation_of
from yifa.kernel.situation import Situation

PAYING = ("pay_part", "pay")
REMEDIES = {"reconsideration": "行政复议期间", "litigation": "行政诉讼期间"}


def account(case: Any, on: date, *, also: tuple[Paid, ...] = ()) -> Reckoned:
    """The account of a case on a day.

    Args:
        case: a record or its situation; also: payments that are just being entered.
    """
    situation = case if isinstance(case, Situation) else situation_of(case)
    return reckon(terms_of(situation), [*payments_of(situation), *also], on, waived_of(situation))


def terms_of(situation: Situation) -> Terms:
    """What the reckoning rests on."""
    record = situation.record
    return Terms(
        fine=record.fine_amount or Decimal(0),
        due=record.due_on or date.max - timedelta(1),
        stated=record.surcharge_stated,
        plans=tuple(plans_of(record)),
        still=tuple(still_of(situation)),
        of_whole=DEFAULTS.text("surcharge_base", situation) == "whole",
    )


def payments_of(situation: Situation) -> list[Paid]:
    """The payments towards the fine, by date."""
    events = (event for event in situation.happened if event.step.code in PAYING)
    return [Paid(event.on, number(event.data, "amount")) for event in events]


def confiscated_paid(situation: Situation) -> Decimal:
    """What was paid of confiscated gains."""
    events = (event for event in situation.happened if event.step.code in PAYING)
    return sum((number(event.data, "confiscated") for event in events), Decimal(0))


def owed_confiscated(situation: Situation) -> Decimal:
    """What is left of the confiscated gains."""
    return max(Decimal(0), (situation.record.confiscated_amount or Decimal(0)) - confiscated_paid(situation))


def refunded(situation: Situation) -> Decimal:
    """What was given back."""
    events = (event for event in situation.happened if event.step.code == "refund")
    return sum((number(event.data, "amount") for event in events), Decimal(0))


def waived_of(situation: Situation) -> Decimal:
    """How much of the additional fine was remitted."""
    events = (event for event in situation.happened if event.step.code == "waive")
    return sum((number(event.data, "amount") for event in events), Decimal(0))


def still_of(situation: Situation) -> Iterator[Still]:
    """The spans of reconsideration and litigation; both ends count as within unless the place says otherwise."""
    step, inner = situation.procedure.step, not DEFAULTS.flag("remedy_ends_excluded", situation)
    stops = {event.on: event.data.get("kind", "") for event in situation.happened if event.step == step("stop")}
    for span in situation.between(step("stop"), step("resume")):
        label = REMEDIES.get(str(stops.get(span.since)), "复议、诉讼期间")
        first = span.since + timedelta(inner)
        last = None if span.until is None else span.until - timedelta(inner)
        if last is None or first <= last:
            yield Still(first, last, label)


def plans_of(record: Any) -> Iterator[Plan]:
    """The plans that were granted; rows without a day of grant are not granted yet."""
    granted = sorted((row for row in record.plan if row.get("granted_on")), key=lambda row: str(row["granted_on"]))
    for day, rows in groupby(granted, key=lambda row: str(row["granted_on"])):
        yield Plan(date.fromisoformat(day), tuple(tranche(row) for row in rows))


def tranche(row: Mapping[str, Any]) -> Tranche:
    """A row of a plan; raises ValueError where it cannot be read."""
    try:
        return Tranche(date.fromisoformat(str(row.get("due"))), Decimal(str(row.get("amount"))))
    except InvalidOperation:
        raise ValueError from None


def number(data: Mapping[str, Any], name: str) -> Decimal:
    """An amount among the inputs; nothing where it was left out or cannot be read."""
    said = data.get(name)
    try:
        return Decimal(str(said)) if said not in (None, "") else Decimal(0)
    except InvalidOperation:
        return Decimal(0)
