"""A figure that counts the problems found in dossiers, not the dossiers."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from yifa.kernel.figure import Figure, Value, Window
from yifa.kernel.figures import Count


@dataclass(eq=False)
class ProblemsFound(Figure):
    """The number of problems of the dossiers of `over`; opens onto the dossiers that have some."""

    over: Count = field(default_factory=lambda: Count(""))

    def rows(self, window: Window) -> QuerySet[Any]:
        """The dossiers with problems."""
        return self.over.rows(window).exclude(problems=[])

    def value(self, window: Window) -> Value:
        """How many problems."""
        return Value(Decimal(sum(len(found) for found in self.over.rows(window).values_list("problems", flat=True))))
