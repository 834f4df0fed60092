"""Which tier and which leniency hold on a day (当日适用的基准和清单); an old act keeps the edition of its day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet

from yifa.areas.enforcement.discretion.ladder import Rung, plain
from yifa.areas.enforcement.discretion.models import DiscretionTier, LenientItem


def rung_of(tier: DiscretionTier) -> Rung:
    """The range of a tier."""
    return Rung(tier.tier, tier.range_from, tier.range_to, tier.from_open, tier.to_open)


def rung_text(low: Decimal, high: Decimal, tier: DiscretionTier) -> str:
    """A range in words, with the unit of a tier."""
    return f"{plain(low)}至{plain(high)}{tier.get_unit_display()}"


def tiers_on(organ_id: int, act_code: str, on: date) -> QuerySet[DiscretionTier]:
    """The tiers of an act in force at an organ on a day, from the lightest; `ended_on` no longer counts."""
    rows: QuerySet[DiscretionTier] = DiscretionTier._base_manager.filter(
        Q(ended_on=None) | Q(ended_on__gt=on), withdrawn=False, organ_id=organ_id, act_code=act_code,
        effective_on__lte=on,
    )  # fmt: skip
    return rows.order_by("edition", "tier")


def tiers_holding(organ_id: int, act_code: str, on: date, amount: Decimal) -> list[DiscretionTier]:
    """The tiers of that day into which an amount falls: none means that it departs from the benchmark."""
    return [tier for tier in tiers_on(organ_id, act_code, on) if rung_of(tier).holds(amount)]


def lenient_on(organ_id: int, on: date) -> QuerySet[LenientItem]:
    """The items of leniency in force at an organ on a day."""
    rows: QuerySet[LenientItem] = LenientItem._base_manager.filter(
        Q(ended_on=None) | Q(ended_on__gt=on), withdrawn=False, organ_id=organ_id, effective_on__lte=on
    )
    return rows.order_by("item_code", "edition")
