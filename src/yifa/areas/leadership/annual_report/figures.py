"""Figures over the reports that were due within a window, whenever they were begun."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from yifa.kernel.clocks import State
from yifa.kernel.declare import Limit
from yifa.kernel.figure import Figure, Window
from yifa.kernel.models import Clock


@dataclass(eq=False)
class DueReports(Figure):
    """The reports whose last day of publishing lies within the window.

    Attributes:
        limit: only those with a clock of this limit; states: in one of these states; blank for any but moot.
        where: a further condition on the report.
    """

    unit: str = "份"
    limit: Limit | None = None
    states: tuple[State, ...] = ()
    where: Q | None = None

    def rows(self, window: Window) -> QuerySet[Any]:
        """The cases, each once."""
        manager: Any = self.owner.model._default_manager
        found: QuerySet[Any] = manager.filter(
            organ_id__in=window.organs, publish_by__range=(window.since, window.until)
        )
        if self.limit is not None:
            clocks = Clock._base_manager.filter(limit=self.limit.code, case__procedure=self.owner.key)
            clocks = clocks.filter(state__in=self.states) if self.states else clocks.exclude(state=State.MOOT)
            found = found.filter(pk__in=clocks.values("case_id"))
        return found if self.where is None else found.filter(self.where)
