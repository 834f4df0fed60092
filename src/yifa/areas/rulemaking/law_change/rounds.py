"""A round of work after a change of law (一轮清理): the impact list as entries that are worked through one by one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from yifa.areas.rulemaking.law_change.impact import Touched, impact
from yifa.areas.rulemaking.law_change.models import LawChange, LawChangeItem
from yifa.areas.rulemaking.law_change.register import LawChangeItems, LawChanges
from yifa.kernel.registers import entries
from yifa.law import act
from yifa.law.basis import article_key
from yifa.office.models import Organ, Person


@dataclass(frozen=True)
class Round:
    """A change that was noted, with the items it brought; `known` stood in the list already."""

    change: LawChange
    added: int
    known: int


def open_round(
    organ: Organ, values: dict[str, Any], *, organs: Collection[int] | None = None, by: Person | None, at: datetime
) -> Round:
    """Note a change of law and list whatever it touches.

    Args:
        values: the fields of the change, as the register asks for them.
        organs: whose records are looked at; None for everybody's.

    Raises:
        EntryRefused: the change is not well described; nothing is listed.
    """
    with transaction.atomic():
        change: LawChange = entries.add(LawChanges, organ, values, by=by, at=at)
        return extend(change, organs=organs, by=by, at=at)


def extend(change: LawChange, *, organs: Collection[int] | None = None, by: Person | None, at: datetime) -> Round:
    """List what the change touches and the list does not have yet (texts stored since)."""
    key = article_key(change.article) if change.article else None
    found = impact(act(change.act), key, organs=organs)
    listed = LawChangeItem._base_manager.filter(change=change, withdrawn=False)
    told = {(item.what, item.title, item.address) for item in listed}
    number = LawChangeItem._base_manager.filter(change=change).count()
    added = 0
    with transaction.atomic():
        for one in found:
            if (one.what, one.title, one.address) in told:
                continue
            added += 1
            entries.add(LawChangeItems, change.organ, _values(change, one, number + added, at), by=by, at=at)
    return Round(change, added, len(found) - added)


def _values(change: LawChange, one: Touched, number: int, at: datetime) -> dict[str, Any]:
    return {
        "number": f"{change.number}-{number}", "change": change.number, "what": one.what, "title": one.title,
        "holder": one.holder, "cited": one.cited, "address": one.address, "state": "open",
        "listed_on": timezone.localdate(at),
    }  # fmt: skip
