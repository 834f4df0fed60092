"""A figure that adds figures of several procedures, and still opens onto every case it counts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet

from yifa.kernel.figure import Figure, Value, Window
from yifa.kernel.models import Case


@dataclass(eq=False)
class Added(Figure):
    """The sum of figures over cases (合计); each part keeps its definition, a case belongs to one procedure only."""

    unit: str = "宗"
    parts: tuple[Figure, ...] = ()

    def rows(self, window: Window) -> QuerySet[Any]:
        """The cases of all parts."""
        wanted = Q(pk__in=())
        for part in self.parts:
            wanted |= Q(pk__in=part.rows(window).values("pk"))
        cases: QuerySet[Any] = Case._default_manager.filter(wanted)
        return cases

    def value(self, window: Window) -> Value:
        """The sum of the values of the parts."""
        return Value(sum((part.value(window).value or Decimal(0) for part in self.parts), Decimal(0)))
