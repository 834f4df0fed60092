"""Figures of decisions that ask what else happened to the cases they count."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from yifa.areas.rulemaking.decision_catalogue.figures import Catalogues, published_items, standing
from yifa.areas.rulemaking.major_decision.choices import Result
from yifa.kernel.declare import PROCEDURES, Step
from yifa.kernel.figure import Value, Window
from yifa.kernel.figures import Count


@dataclass(eq=False)
class Having(Count):
    """A `Count` of cases in which one of the steps `having` was taken as well, at any time before the end."""

    having: tuple[Step, ...] = ()

    def rows(self, window: Window) -> QuerySet[Any]:
        """The cases."""
        other = Count("", by=self.having, standing=True)
        other.__dict__["owner"] = self.owner
        return super().rows(window).filter(pk__in=other.rows(window).values("pk"))


@dataclass(eq=False)
class FinishedItems(Catalogues):
    """The number of items of the catalogues on which a decision was made within the window."""

    def value(self, window: Window) -> Value:
        """Items that a decision of the same organ names."""
        catalogues = list(self.rows(window))
        adopted = Count("", by=(PROCEDURES.latest("major_decision").step("adopt"),))
        adopted.__dict__["owner"] = PROCEDURES.latest("major_decision")
        decisions = adopted.rows(window).exclude(catalogue_item="").exclude(result=Result.TERMINATED)
        decided = set(decisions.values_list("organ_id", "catalogue_year", "catalogue_item"))
        listed = {
            (row.organ_id, row.year, str(item["no"])) for row in catalogues for item in standing(published_items(row))
        }
        return Value(Decimal(len(listed & decided)))
