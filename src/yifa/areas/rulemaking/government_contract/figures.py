"""Figures of contracts that count events against each other."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from yifa.kernel.declare import Step
from yifa.kernel.figure import Window
from yifa.kernel.figures import Count


@dataclass(eq=False)
class Unsettled(Count):
    """The cases in which the steps `by` were taken more often than `settled`, at the end of the window."""

    settled: tuple[Step, ...] = ()

    def rows(self, window: Window) -> QuerySet[Any]:
        """The cases, each once."""
        from yifa.kernel.models import Event, EventKind

        rows = super().rows(window)
        codes = {step.code: 1 for step in self.by} | {step.code: -1 for step in self.settled}
        events = Event._base_manager.filter(
            kind=EventKind.STEP, step__in=codes, on__lte=window.until, case__in=rows.values("pk")
        ).exclude(pk__in=Event._base_manager.filter(voids__isnull=False).values("voids"))
        open_ones: Counter[int] = Counter()
        for case, step in events.values_list("case_id", "step"):
            open_ones[case] += codes[step]
        return rows.filter(pk__in=[case for case, number in open_ones.items() if number > 0])
