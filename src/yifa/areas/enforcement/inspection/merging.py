"""Proposals to go to an enterprise together (合并检查建议), out of the plans that the bodies have made for a year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from random import Random

from yifa.areas.enforcement.authority.models import Officer
from yifa.areas.enforcement.inspection.defaults import DEFAULTS
from yifa.areas.enforcement.inspection.planned import PlannedVisit, planned_visits
from yifa.merging import Plan, Problem, Proposal, Visit, greedy, improved, proposals
from yifa.office.models import Organ

MONTHS = range(1, 13)


@dataclass(frozen=True)
class Merged:
    """What merging makes of a year's plans.

    Attributes:
        visits: by the key of the problem's visits.
        short: organ and month in which the officers' days do not suffice even so.
    """

    year: int
    problem: Problem
    plan: Plan
    visits: dict[str, PlannedVisit]
    proposals: tuple[Proposal, ...]
    entries: int
    bound: int
    short: tuple[tuple[str, int], ...]

    @property
    def saved(self) -> int:
        """How many times fewer somebody comes through a gate than if each visit were made by itself."""
        return len(self.problem.visits) - self.entries


def merged(year: int) -> Merged:
    """The proposals for a year; the same plans give the same proposals."""
    visits = {str(number): visit for number, visit in enumerate(planned_visits(year), 1)}
    problem = Problem([_visit(key, each) for key, each in visits.items()], _capacity(visits.values(), year))
    plan = improved(problem, greedy(problem), Random(year))
    names = {str(each.organ.pk): each.organ.short_name for each in visits.values()}
    short = sorted((names[body], month) for body, month in problem.overload(plan))
    return Merged(
        year, problem, plan, visits, tuple(proposals(problem, plan)), problem.entries(plan), problem.bound(),
        tuple(short),
    )  # fmt: skip


def _visit(key: str, planned: PlannedVisit) -> Visit:
    first, last = planned.months
    series = f"{planned.plan} {'、'.join(planned.items)} {first}-{last}"
    return Visit(key, planned.object_code, str(planned.organ.pk), first, last, int(planned.officer_days * 10), series)


def _capacity(visits: Iterable[PlannedVisit], year: int) -> dict[tuple[str, int], int]:
    """The days that each body's officers have for visits in each month, in tenths; certificates count while valid."""
    organs: dict[int, Organ] = {each.organ.pk: each.organ for each in visits}
    officers = Officer._base_manager.filter(withdrawn=False, organ_id__in=organs)
    found: dict[tuple[str, int], int] = dict.fromkeys(((str(pk), month) for pk in organs for month in MONTHS), 0)
    days = {pk: DEFAULTS.at(organ.place.code).number("visit_days") for pk, organ in organs.items()}
    for officer in officers:
        for month in MONTHS:
            if officer.valid_on(date(year, month, 15)):
                found[str(officer.organ_id), month] += days[officer.organ_id] * 10
    # A body without officers in the register has not entered them yet: it must not stop everybody's plans.
    listed = {body for (body, _), days in found.items() if days}
    return {at: days for at, days in found.items() if at[0] in listed}
