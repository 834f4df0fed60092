"""A better plan: blocks of enterprises are solved anew with CP-SAT, the rest standing still (large neighbourhoods).

A block holds some enterprises that have more entries than their bound, or visits of a body that is over its days, with
others that use the same bodies' days in the same months, so that days can change hands. It is solved under the days
that the rest leaves, and taken where it costs no more. Small blocks solved to the end beat large ones solved halfway.
Work is bounded by the solver's own measure and not by the clock, so that the same input and seed give the same plan on
every machine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import ceil
from random import Random
from typing import Any

from yifa.merging.model import Plan, Problem, Visit

BLOCK = 60
"""Enterprises solved at once; a third of them want something."""

OVERLOAD = 1_000
"""What a tenth of a day too much costs, in entries: never worth it where it can be avoided."""

EFFORT = 0.15
"""How hard a block is worked on, in the solver's deterministic seconds."""


def improved(problem: Problem, plan: Plan, random: Random, patience: int = 10) -> Plan:
    """The plan when so many blocks in a row have brought nothing, or when nothing is left to be had."""
    search = _Search(problem, plan)
    idle = 0
    while idle < patience and (wanting := search.wanting()):
        idle = 0 if search.solve(search.block(wanting, random)) else idle + 1
    return search.plan


class _Search:
    """The present plan with what follows from it, kept up to date block by block."""

    def __init__(self, problem: Problem, plan: Plan) -> None:
        self.problem, self.plan = problem, dict(plan)
        self.loads = defaultdict(int, problem.loads(plan))
        self.users: dict[tuple[str, int], list[str]] = defaultdict(list)
        for visit in problem.visits:
            for month in visit.months:
                if (visit.body, month) in problem.capacity:
                    self.users[visit.body, month].append(visit.place)
        self.there: dict[tuple[str, int], dict[str, str]] = defaultdict(dict)
        for visit in problem.visits:
            self.there[visit.body, plan[visit.key]][visit.key] = visit.place
        self.bounds = {place: problem.bound_at(visits) for place, visits in problem.by_place.items()}
        self.above = {place for place in problem.by_place if self._is_above(place)}

    def _is_above(self, place: str) -> bool:
        return self.problem.entries_at(self.problem.by_place[place], self.plan) > self.bounds[place]

    def wanting(self) -> list[str]:
        """The enterprises above their bound, and those that a body visits in a month in which it is over its days."""
        over = [at for at, days in self.problem.capacity.items() if self.loads[at] > days]
        return sorted(self.above.union(*(self.there[at].values() for at in over)))

    def block(self, wanting: list[str], random: Random) -> list[str]:
        """Some that want something, and others that could give them days."""
        chosen = dict.fromkeys(random.sample(wanting, min(len(wanting), BLOCK // 3)))
        giving: dict[str, None] = {}
        for place in chosen:
            for visit in self.problem.by_place[place]:
                for month in visit.months:
                    others = self.users.get((visit.body, month), [])
                    giving |= dict.fromkeys(random.sample(others, min(len(others), 4)))
        rest = [place for place in giving if place not in chosen]
        return [*chosen, *random.sample(rest, min(len(rest), BLOCK - len(chosen)))]

    def solve(self, places: Iterable[str]) -> bool:
        """Solve a block and keep the solution where it costs no more; whether it costs less."""
        visits = [visit for place in places for visit in self.problem.by_place[place]]
        own = self.problem.loads(self.plan, visits)
        left = {at: days - self.loads[at] + own.get(at, 0) for at, days in self.problem.capacity.items()}
        found = _solution(visits, self.plan, left, self.problem.most)
        before, after = self._cost(visits, self.plan, left), self._cost(visits, found, left)
        if after > before:
            return False
        for visit in visits:
            was, becomes = (visit.body, self.plan[visit.key]), (visit.body, found[visit.key])
            self.loads[was] -= visit.days
            self.loads[becomes] += visit.days
            del self.there[was][visit.key]
            self.there[becomes][visit.key] = visit.place
        self.plan |= found
        for place in {visit.place for visit in visits}:
            (self.above.add if self._is_above(place) else self.above.discard)(place)
        return after < before

    def _cost(self, visits: list[Visit], plan: Plan, left: dict[tuple[str, int], int]) -> int:
        by_place: dict[str, list[Visit]] = defaultdict(list)
        for visit in visits:
            by_place[visit.place].append(visit)
        over = (load - left.get(at, load) for at, load in self.problem.loads(plan, visits).items())
        entries = sum(self.problem.entries_at(found, plan) for found in by_place.values())
        return entries + OVERLOAD * sum(days for days in over if days > 0)


def _solution(visits: list[Visit], plan: Plan, left: dict[tuple[str, int], int], most: int) -> dict[str, int]:
    """The months of a block's visits as the solver puts them; as they were where it finds nothing in its effort."""
    from ortools.sat.python import cp_model

    model, chosen = _modelled(visits, plan, left, most)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = EFFORT
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return {visit.key: plan[visit.key] for visit in visits}
    return {key: month for (key, month), variable in chosen.items() if solver.boolean_value(variable)}


def _modelled(
    visits: list[Visit], plan: Plan, left: dict[tuple[str, int], int], most: int
) -> tuple[Any, dict[tuple[str, int], Any]]:
    """A block in CP-SAT: one month for each visit, entries by enterprise and month, days by body and month."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    chosen: dict[tuple[str, int], Any] = {}
    coming: dict[tuple[str, int], dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    days: dict[tuple[str, int], list[Any]] = defaultdict(list)
    for visit in visits:
        for month in visit.months:
            variable = chosen[visit.key, month] = model.new_bool_var("")
            model.add_hint(variable, plan[visit.key] == month)
            coming[visit.place, month][visit.body].append(variable)
            days[visit.body, month].append(variable * visit.days)
        model.add_exactly_one(chosen[visit.key, month] for month in visit.months)
    for month, keys in _series(visits):
        model.add_at_most_one(chosen[key, month] for key in keys)
    cost = [_entries(model, bodies, most) for bodies in coming.values()]
    for at, terms in days.items():
        if at in left:
            over = model.new_int_var(0, 10**9, "")
            model.add(sum(terms) <= left[at] + over)
            cost.append(over * OVERLOAD)
    model.minimize(sum(cost))
    return model, chosen


def _series(visits: list[Visit]) -> Iterator[tuple[int, list[str]]]:
    """The visits of which only one may be in a month, by month."""
    found: dict[tuple[str, str], list[Visit]] = defaultdict(list)
    for visit in visits:
        if visit.series:
            found[visit.place, visit.series].append(visit)
    for each in found.values():
        for month in each[0].months:
            yield month, [visit.key for visit in each]


def _entries(model: Any, bodies: dict[str, list[Any]], most: int) -> Any:
    """The entries at one enterprise in one month: at least one where anybody comes, one for every `most` bodies."""
    entries = model.new_int_var(0, ceil(len(bodies) / most), "")
    there = []
    for variables in bodies.values():
        body = variables[0] if len(variables) == 1 else model.new_bool_var("")
        if len(variables) > 1:
            for variable in variables:
                model.add_implication(variable, body)
        model.add(entries >= body)
        there.append(body)
    if len(there) > most:
        model.add(sum(there) <= most * entries)
    return entries
