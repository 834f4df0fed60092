"""Figures of the catalogue: they count the items inside catalogues and open onto those catalogues."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from yifa.areas.rulemaking.decision_catalogue.choices import OUT
from yifa.kernel.declare import PROCEDURES
from yifa.kernel.figure import Figure, Value, Window
from yifa.kernel.figures import Count
from yifa.kernel.replay import fields_told, told_of

KEY = "decision_catalogue"


@dataclass(eq=False)
class Catalogues(Figure):
    """The catalogues of the years of a window that were published, of organs of some kinds."""

    levels: tuple[str, ...] = ()
    unit: str = "项"

    def rows(self, window: Window) -> QuerySet[Any]:
        """The catalogues."""
        procedure = PROCEDURES.latest(KEY)
        published = Count("", by=(procedure.step("announce"),), standing=True)
        published.__dict__["owner"] = procedure
        rows = published.rows(window).filter(year__range=(window.since.year, window.until.year))
        return rows.filter(organ__kind__in=self.levels) if self.levels else rows


@dataclass(eq=False)
class ItemCount(Catalogues):
    """The number of items that stand in the catalogues."""

    def value(self, window: Window) -> Value:
        """The items that were not taken out."""
        return Value(Decimal(sum(len(standing(published_items(row))) for row in self.rows(window))))


@dataclass(eq=False)
class TakenOut(Catalogues):
    """The number of items taken out."""

    def value(self, window: Window) -> Value:
        """The items taken out or moved to the next year."""
        items = [published_items(row) for row in self.rows(window)]
        return Value(Decimal(sum(len(each) - len(standing(each)) for each in items)))


def published_items(catalogue: Any) -> list[dict[str, Any]]:
    """The items as they were last published: an adjustment under way does not count yet."""
    told = told_of(catalogue.pk)
    announced = max((n for n, event in enumerate(told) if event.step == "announce"), default=-1)
    fields = fields_told(told[: announced + 1])
    return [*fields.get("items", ()), *fields.get("withheld", ())]


def standing(items: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The items that count: all but those taken out or moved to the next year."""
    return [row for row in items if row.get("status") not in OUT]
