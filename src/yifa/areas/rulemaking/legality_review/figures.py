"""Figures of legality review that look into the opinions of a case (审查意见的条数和采纳率)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from yifa.areas.rulemaking.legality_review.choices import Adoption, Weight
from yifa.kernel.figure import Figure, Value, Window
from yifa.kernel.figures import Count

Row = dict[str, Any]
ADOPTED = (Adoption.FULL, Adoption.PARTIAL)
ANSWERED = (*ADOPTED, Adoption.NONE)


def every(row: Row) -> bool:
    """Any opinion."""
    return True


def adopted(row: Row) -> bool:
    """Adopted in full or in part."""
    return row.get("adopt_status") in ADOPTED


def answered(row: Row) -> bool:
    """Answered at all."""
    return row.get("adopt_status") in ANSWERED


def asks_for_change(row: Row) -> bool:
    """It asks for a change, be it by all means or for choice."""
    return row.get("severity") in (Weight.MUST, Weight.SHOULD)


@dataclass(eq=False)
class Items(Figure):
    """The number of opinions of the cases of `over` that are wanted; opens onto the cases that hold them."""

    unit: str = "条"
    over: Count = field(default_factory=lambda: Count(""))
    wanted: Callable[[Row], bool] = every

    def rows(self, window: Window) -> QuerySet[Any]:
        """The cases that hold such opinions."""
        return self.over.rows(window).filter(pk__in=[pk for pk, number in self._numbers(window) if number])

    def value(self, window: Window) -> Value:
        """How many opinions."""
        return Value(Decimal(sum(number for _, number in self._numbers(window))))

    def _numbers(self, window: Window) -> list[tuple[int, int]]:
        held = self.over.rows(window).values_list("pk", "opinions")
        return [(pk, sum(map(self.wanted, rows))) for pk, rows in held]


@dataclass(eq=False)
class Holding(Figure):
    """The number of cases of `over` with at least one wanted opinion; of these, where given, one that `also` takes."""

    over: Count = field(default_factory=lambda: Count(""))
    wanted: Callable[[Row], bool] = every
    also: Callable[[Row], bool] = every

    def rows(self, window: Window) -> QuerySet[Any]:
        """The cases."""
        held = self.over.rows(window).values_list("pk", "opinions")
        keys = [pk for pk, rows in held if any(self.wanted(row) and self.also(row) for row in rows)]
        return self.over.rows(window).filter(pk__in=keys)
