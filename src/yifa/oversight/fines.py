"""What of a fine is for the main act (主要违法行为的罚款): only that is measured against the range of its tier."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db.models import F, Q

from yifa.areas.enforcement.penalty.benchmark import number

OUTSIDE = Q(fine_amount__lt=F("proposed_low")) | Q(fine_amount__gt=F("proposed_high")) | ~Q(other_acts=[])
"""Rows whose fine may lie outside the range: to be looked at with `outside`."""
FIELDS = ("fine_amount", "other_acts", "proposed_low", "proposed_high")


def main_fine(row: Mapping[str, Any]) -> Decimal | None:
    """The fine without those for the other acts of the case; None where none was imposed."""
    if row["fine_amount"] is None:
        return None
    return Decimal(row["fine_amount"]) - sum((number(act.get("fine")) for act in row["other_acts"] or []), Decimal(0))


def outside(row: Mapping[str, Any]) -> bool:
    """Whether the fine for the main act lies outside the proposed range."""
    fine, low, high = main_fine(row), row["proposed_low"], row["proposed_high"]
    return fine is not None and low is not None and high is not None and not low <= fine <= high
