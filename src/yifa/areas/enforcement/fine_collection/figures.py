"""Figures of money that came in (实缴、入库), by the day on which it did; never tied to what an organ is given."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet

from yifa.areas.enforcement.fine_collection.ledger import number
from yifa.kernel.clocks import State
from yifa.kernel.declare import Limit, Step
from yifa.kernel.figure import Figure, Value, Window
from yifa.kernel.models import Clock, Event, EventKind


@dataclass(eq=False)
class Money(Figure):
    """The sum of inputs of steps taken within the window; opens onto the cases in which they were taken."""

    unit: str = "元"
    by: tuple[Step, ...] = ()
    inputs: tuple[str, ...] = ("amount",)

    def rows(self, window: Window) -> QuerySet[Any]:
        """The cases."""
        manager: Any = self.owner.model._default_manager
        found: QuerySet[Any] = manager.filter(procedure=self.owner.key, organ_id__in=window.organs)
        return found.filter(pk__in=self._events(window).values("case_id"))

    def value(self, window: Window) -> Value:
        """How much."""
        inside = self._events(window).filter(case__organ_id__in=window.organs)
        told = (data.get("inputs", {}) for data in inside.values_list("data", flat=True))
        return Value(sum((number(inputs, name) for inputs in told for name in self.inputs), Decimal(0)))

    def _events(self, window: Window) -> QuerySet[Event]:
        return Event._base_manager.filter(
            kind=EventKind.STEP, step__in=[step.code for step in self.by], on__range=(window.since, window.until),
            case__procedure=self.owner.key, voided_by=None,
        )  # fmt: skip


@dataclass(eq=False)
class Overdue(Figure):
    """The cases whose limit had lapsed at the end of the window and that were not closed by then."""

    limits: tuple[Limit, ...] = ()

    def rows(self, window: Window) -> QuerySet[Any]:
        """The cases."""
        then_open = Q(state=State.RUNNING) | Q(ended_on__gt=window.until)
        clocks = Clock._base_manager.filter(
            then_open, limit__in=[limit.code for limit in self.limits], case__procedure=self.owner.key,
            due__lt=window.until,
        )  # fmt: skip
        manager: Any = self.owner.model._default_manager
        found: QuerySet[Any] = manager.filter(procedure=self.owner.key, organ_id__in=window.organs)
        return found.filter(pk__in=clocks.values("case_id"))
