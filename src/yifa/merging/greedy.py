"""The plan that a careful clerk would make by hand: enterprise by enterprise, the most urgent visit first."""

from __future__ import annotations

from collections import defaultdict

from yifa.merging.model import Plan, Problem, Visit


def greedy(problem: Problem) -> Plan:
    """A plan, good but not the best.

    Of an enterprise's visits the one whose window ends first is taken with the month in which most of the others can
    come along, days permitting; where no month has the days, the one that is least over.
    """
    left = dict(problem.capacity)
    plan: dict[str, int] = {}
    for visits in problem.by_place.values():
        waiting = list(visits)
        taken: set[tuple[str, int]] = set()
        while waiting:
            month = _best(waiting, left, problem.most, taken)
            for visit in _party(waiting, month, left, problem.most, taken):
                plan[visit.key] = month
                taken.add((visit.series, month))
                if (visit.body, month) in left:
                    left[visit.body, month] -= visit.days
                waiting.remove(visit)
    return plan


def _best(waiting: list[Visit], left: dict[tuple[str, int], int], most: int, taken: set[tuple[str, int]]) -> int:
    """The month with the largest party; of several the one with the most days left, so that the year is spread."""
    first = waiting[0]
    free = [month for month in first.months if not first.series or (first.series, month) not in taken]
    fits = {month: left.get((first.body, month), first.days) - first.days for month in free}
    able = [month for month in fits if fits[month] >= 0] or [max(fits, key=lambda month: (fits[month], month))]
    return max(able, key=lambda month: (len(_party(waiting, month, left, most, taken)), fits[month], month))


def _party(
    waiting: list[Visit], month: int, left: dict[tuple[str, int], int], most: int, taken: set[tuple[str, int]]
) -> list[Visit]:
    """The most urgent visit and those that can come along in a month."""
    party, spent = [waiting[0]], defaultdict[str, int](int)
    spent[waiting[0].body] = waiting[0].days
    there = {waiting[0].series}
    for visit in waiting[1:]:
        days = spent[visit.body] + visit.days
        if month not in visit.months or days > left.get((visit.body, month), days):
            continue
        if visit.series and (visit.series in there or (visit.series, month) in taken):
            continue
        if visit.body in spent or len(spent) < most:
            party.append(visit)
            spent[visit.body] = days
            there.add(visit.series)
    return party
