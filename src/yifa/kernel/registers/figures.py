"""Figures over entries (台账数字): the same interface as those over cases, `rows(window)` and `value(window)`.

A withdrawn entry is never counted.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from yifa.kernel.declare import field_name, type_of_field
from yifa.kernel.figure import Figure, Value, Window


@dataclass(eq=False)
class EntryCount(Figure):
    """The number of entries whose date lies in the window.

    Attributes:
        where: a further condition on the entry.
        on: the date field that places an entry in time; the register's own (`dated`) unless named.
        standing: the first and the last day of a term: then those count that are valid on the last day of the
            window (期末), instead of those dated in it.
    """

    where: Q | None = None
    on: type_of_field = None
    standing: tuple[type_of_field, type_of_field] | None = None

    def rows(self, window: Window) -> QuerySet[Any]:
        """The entries, each once."""
        rows: QuerySet[Any] = self.owner.model._default_manager.filter(withdrawn=False, organ_id__in=window.organs)
        rows = rows.filter(self._time(window))
        return rows.filter(self.where) if self.where is not None else rows

    def _time(self, window: Window) -> Q:
        if self.standing is not None:
            since, until = (field_name(reference) for reference in self.standing)
            ended = Q(**{f"{until}__gte": window.until}) | Q(**{until: None})
            return Q(**{f"{since}__lte": window.until}) & ended
        name = field_name(self.on if self.on is not None else self.owner.dated)
        return Q(**{f"{name}__range": (window.since, window.until)})


@dataclass(eq=False)
class EntrySum(Figure):
    """The sum of a number field over the entries of an `EntryCount`.

    It has no value where there are entries and none of them has the number filled in: blank is not zero.
    """

    of: type_of_field = None
    over: EntryCount = field(default_factory=lambda: EntryCount(""))

    def rows(self, window: Window) -> QuerySet[Any]:
        """The entries whose number is summed."""
        return self.over.rows(window)

    def value(self, window: Window) -> Value:
        """The sum."""
        name = field_name(self.of)
        found = self.rows(window).aggregate(total=Sum(name), filled=Count(name), entries=Count("pk"))
        if found["entries"] and not found["filled"]:
            return Value(None)
        return Value(Decimal(found["total"] or 0))


@dataclass(eq=False)
class Filled(EntryCount):
    """The number of distinct organs that have an entry in the window (单位数); its rows are those entries."""

    def value(self, window: Window) -> Value:
        """How many organs."""
        return Value(Decimal(self.rows(window).values("organ_id").distinct().count()))
