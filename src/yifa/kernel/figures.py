"""The kinds of figures over cases (数字): counts, sums and shares.

A figure is declared once beside the procedure that it counts. Its value over a `Window` is the count, sum or share of
exactly the rows it returns. Blank and zero are kept apart: a share without a denominator has no value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.contrib.admin.utils import lookup_spawns_duplicates
from django.db import models
from django.db.models import Q, QuerySet

from yifa.kernel.clocks import State
from yifa.kernel.declare import Limit, Procedure, Publication, Step, field_name, type_of_field
from yifa.kernel.figure import Figure, Value, Window
from yifa.kernel.models import Clock, Event, EventKind, Published


@dataclass(eq=False)
class Count(Figure):
    """The number of cases in which one of the steps `by` was taken within the window.

    Attributes:
        where: a further condition on the case's own fields.
        without: steps that must not have been taken until the end of the window.
        standing: whether `by` counts from any time before the end: a stock (存量, 未结) rather than a flow.
    """

    by: tuple[Step, ...] = ()
    where: Q | None = None
    without: tuple[Step, ...] = ()
    standing: bool = False

    def rows(self, window: Window) -> QuerySet[Any]:
        """The cases, each once."""
        rows = _cases(self.owner, window).filter(pk__in=_cases_with(self.by, window, self.standing))
        if self.without:
            rows = rows.exclude(pk__in=_cases_with(self.without, window, standing=True))
        return rows if self.where is None else _where(rows, self.where)


@dataclass(eq=False)
class Sum(Figure):
    """The sum of a field over the cases of a `Count`."""

    of: type_of_field = None
    over: Count = field(default_factory=lambda: Count(""))

    def rows(self, window: Window) -> QuerySet[Any]:
        """The cases whose field is summed."""
        return self.over.rows(window)

    def value(self, window: Window) -> Value:
        """The sum; 0 where there is no case."""
        total = self.rows(window).aggregate(total=models.Sum(field_name(self.of)))["total"]
        return Value(Decimal(total or 0))


@dataclass(eq=False)
class Timely(Figure):
    """The number of cases in which one of the limits ended within the window, in one of the states."""

    limits: tuple[Limit, ...] = ()
    states: tuple[State, ...] = (State.KEPT, State.LATE, State.LAPSED)

    def rows(self, window: Window) -> QuerySet[Any]:
        """The cases whose clock ended in one of the states."""
        clocks = Clock._base_manager.filter(
            limit__in=[limit.code for limit in self.limits],
            state__in=self.states,
            ended_on__range=(window.since, window.until),
            case__procedure=self.owner.key,
        )
        return _cases(self.owner, window).filter(pk__in=clocks.values("case_id"))


@dataclass(eq=False)
class Copies(Figure):
    """The number of cases of which a public copy was published within the window and stands at its end (公开)."""

    publication: Publication | None = None

    def rows(self, window: Window) -> QuerySet[Any]:
        """The cases whose copy was published and was not taken back until the end of the window."""
        if self.publication is None:
            raise TypeError(f"{self.label} lacks its publication")
        copies = Published._base_manager.filter(
            Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=window.until),
            case__procedure=self.owner.key,
            publication=self.publication.code,
            on__range=(window.since, window.until),
        )
        return _cases(self.owner, window).filter(pk__in=copies.values("case_id"))


@dataclass(eq=False)
class Share(Figure):
    """A share in per cent (比率): numerator over denominator, both opening onto their records."""

    numerator: Figure | None = None
    denominator: Figure | None = None
    unit: str = "%"

    def rows(self, window: Window) -> QuerySet[Any]:
        """The records of the numerator."""
        return self._parts()[0].rows(window)

    def denominator_rows(self, window: Window) -> QuerySet[Any]:
        """The records of the denominator."""
        return self._parts()[1].rows(window)

    def value(self, window: Window) -> Value:
        """The share, rounded half up to two places; no value where the denominator is zero."""
        above, below = (part.value(window).value or Decimal(0) for part in self._parts())
        if not below:
            return Value(None, above, below)
        share = (above * 100 / below).quantize(Decimal("0.01"), ROUND_HALF_UP)
        return Value(share, above, below)

    def _parts(self) -> tuple[Figure, Figure]:
        if self.numerator is None or self.denominator is None:
            raise TypeError(f"{self.label} lacks its numerator or denominator")
        return self.numerator, self.denominator


def _cases(procedure: type[Procedure], window: Window) -> QuerySet[Any]:
    manager: Any = procedure.model._default_manager
    cases: QuerySet[Any] = manager.filter(procedure=procedure.key, organ_id__in=window.organs)
    return cases


def _where(rows: QuerySet[Any], where: Q) -> QuerySet[Any]:
    """The rows that fulfil a condition, each once, though it look into rows that a case has several of."""
    opts = rows.model._meta
    if any(lookup_spawns_duplicates(opts, path) for path in _paths(where)):
        return rows.filter(pk__in=rows.model._base_manager.filter(where).values("pk"))
    return rows.filter(where)


def _paths(where: Q) -> Iterator[str]:
    for child in where.children:
        if isinstance(child, Q):
            yield from _paths(child)
        elif isinstance(child, tuple):
            yield str(child[0])


def _cases_with(steps: tuple[Step, ...], window: Window, standing: bool) -> QuerySet[Any]:
    """The cases, of whatever procedure: `_cases` names it, and named here it would be asked of every event."""
    events = Event._base_manager.filter(
        kind=EventKind.STEP,
        step__in=[step.code for step in steps],
        on__lte=window.until,
    )
    voided = Event._base_manager.filter(voids__isnull=False).values("voids")  # few: a list is faster than a join
    events = events.exclude(pk__in=voided)
    return (events if standing else events.filter(on__gte=window.since)).values("case_id")
