"""A case as a story tells it: part after part, on working days (经过)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from yifa.clock import Calendar
from yifa.demo.drive import DemoDefect, Side, Waits
from yifa.kernel.linking import linked_case
from yifa.kernel.models import Case

Act = Callable[["Told"], Waits]
"""A part of the story of a case."""


@dataclass
class Told(Side):
    """A case as a story tells it, with its facts."""

    facts: Mapping[str, Any] = field(default_factory=dict)
    random: Random = field(default_factory=Random)
    calendar: Calendar = field(default_factory=Calendar.load)

    def workday(self, least: int, most: int = 0) -> date:
        """A working day so many working days from today."""
        number = self.random.randint(least, max(least, most))
        return self.calendar.add_working_days(self.day, number, allow_provisional=True)

    def after(self, days: int) -> date:
        """The first working day so many days from today."""
        return self.calendar.workday_from(self.day + timedelta(days), allow_provisional=True)

    def beside(self, procedure: str) -> Side:
        """The latest linked case of another procedure, worked on today by the clerk of its organ."""
        assert self.case is not None
        case = linked_case(self.case, procedure)
        if case is None:
            raise DemoDefect(f"演示故事“{self.story}”在{self.day}没有关联的{procedure}案件。")
        return self.at(case)

    def at(self, case: Case) -> Side:
        """Another case, worked on today."""
        by = self.county.clerks[case.organ_id]
        side = Side(self.story, self.county, case.procedure, case.organ, by, Case._base_manager.get(pk=case.pk))
        side.day, side.minute = self.day, self.minute + 3
        return side

    @property
    def signer_name(self) -> str:
        """The head of the organ, who signs by himself."""
        return self.county.heads[self.organ.pk].name


def told_in(told: Told, parts: tuple[Act, ...]) -> Waits:
    """One part after the other."""
    for part in parts:
        yield from part(told)


def step(code: str, fields: Mapping[str, Any] | None = None, *, wait: tuple[int, int] = (1, 3), **data: Any) -> Act:
    """One step of the case after some working days."""

    def part(told: Told) -> Waits:
        yield told.workday(*wait)
        told.take(code, fields, **data)

    return part
