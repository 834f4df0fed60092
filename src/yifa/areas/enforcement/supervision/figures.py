"""Figures of supervision that count events and rows, not cases."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from yifa.kernel.figure import Figure, Value, Window
from yifa.kernel.figures import Count
from yifa.kernel.models import Event, EventKind


@dataclass(eq=False)
class Measures(Figure):
    """How often steps were taken within the window (次数); opens onto the cases in which they were."""

    codes: tuple[str, ...] = ()

    def rows(self, window: Window) -> QuerySet[Any]:
        """The cases, each once."""
        rows: QuerySet[Any] = self.owner.model._default_manager.filter(pk__in=self._events(window).values("case_id"))
        return rows

    def value(self, window: Window) -> Value:
        """The number of events."""
        return Value(Decimal(self._events(window).count()))

    def _events(self, window: Window) -> QuerySet[Any]:
        events = Event._base_manager.filter(
            kind=EventKind.STEP, step__in=self.codes, on__range=(window.since, window.until),
            case__procedure=self.owner.key, case__organ_id__in=window.organs,
        )  # fmt: skip
        return events.exclude(pk__in=Event._base_manager.filter(voids__isnull=False).values("voids"))


@dataclass(eq=False)
class Staff(Figure):
    """The number of people for whom a measure was suggested; opens onto the cases that name them."""

    over: Count = field(default_factory=lambda: Count(""))
    measure: str = ""

    def rows(self, window: Window) -> QuerySet[Any]:
        """The cases that name somebody."""
        return self.over.rows(window).filter(pk__in=[pk for pk, number in self._numbers(window) if number])

    def value(self, window: Window) -> Value:
        """How many people."""
        return Value(Decimal(sum(number for _, number in self._numbers(window))))

    def _numbers(self, window: Window) -> list[tuple[int, int]]:
        held = self.over.rows(window).values_list("pk", "staff")
        return [(pk, sum(row.get("measure") == self.measure for row in rows)) for pk, rows in held]
