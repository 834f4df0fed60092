"""Which reviews an organ's decision needs on a day (当日适用的目录): the directory and the amounts of the place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet

from yifa.areas.enforcement.common.party import PartyType
from yifa.areas.enforcement.common.rules import threshold_on
from yifa.areas.enforcement.decision_review.models import DirectoryItem
from yifa.areas.enforcement.decision_review.triggers import Facts, Found, triggers
from yifa.office.models import Organ


def directory_on(organ_id: int, on: date) -> QuerySet[DirectoryItem]:
    """The items of an organ's directory in force on a day; `ended_on` no longer counts."""
    rows: QuerySet[DirectoryItem] = DirectoryItem._base_manager.filter(
        Q(ended_on=None) | Q(ended_on__gt=on), withdrawn=False, organ_id=organ_id, effective_on__lte=on
    )
    return rows.order_by("code")


def mandatory(organ: Organ, facts: Facts, on: date, regime: str = "") -> list[Found]:
    """Every reason for which a decision of this organ has to be reviewed on a day.

    An organ with a directory of its own is judged by it; one without by the amounts of the place.
    """
    own = list(directory_on(organ.pk, on))
    if own:
        return triggers(facts, own)
    who = PartyType.NATURAL if facts.citizen else PartyType.LEGAL
    row = threshold_on(regime, facts.matter, on, organ.place.code)
    amount = None if row is None else row.of("review", who)
    return triggers(replace(facts, threshold=None if amount is None else Decimal(amount)))
