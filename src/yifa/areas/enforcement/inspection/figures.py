"""Figures of inspections that compare years or look into rows (同比、联合、非现场)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db.models import QuerySet

from yifa.kernel.figure import Figure, Value, Window
from yifa.kernel.figures import Count


@dataclass(eq=False)
class Joint(Figure):
    """The inspections of `over` in which other organs came along."""

    unit: str = "次"
    over: Count = field(default_factory=lambda: Count(""))

    def rows(self, window: Window) -> QuerySet[Any]:
        """The cases with at least one other organ."""
        rows = self.over.rows(window)
        keys = [pk for pk, organs in rows.values_list("pk", "joint_with") if organs]
        return rows.filter(pk__in=keys)


@dataclass(eq=False)
class Growth(Figure):
    """By how many per cent `over` grew against the same days of the year before; no value where there was none."""

    unit: str = "%"
    over: Count = field(default_factory=lambda: Count(""))

    def rows(self, window: Window) -> QuerySet[Any]:
        """The cases of this year."""
        return self.over.rows(window)

    def value(self, window: Window) -> Value:
        """Growth, rounded half up to two places; numerator and denominator are the two numbers."""
        before = Window(_year_before(window.since), _year_before(window.until), window.organs)
        now, then = self.over.rows(window).count(), self.over.rows(before).count()
        if not then:
            return Value(None, Decimal(now), Decimal(then))
        share = (Decimal(now - then) * 100 / then).quantize(Decimal("0.01"), ROUND_HALF_UP)
        return Value(share, Decimal(now), Decimal(then))


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)


@dataclass(eq=False)
class Enterprises(Figure):
    """How many different enterprises the inspections of `over` entered; its rows are those inspections."""

    unit: str = "家"
    over: Count = field(default_factory=lambda: Count(""))

    def rows(self, window: Window) -> QuerySet[Any]:
        """The inspections."""
        return self.over.rows(window)

    def value(self, window: Window) -> Value:
        """How many enterprises."""
        return Value(Decimal(self.rows(window).values("object_code").distinct().count()))
