"""Merging planned visits: the improved plan against the greedy one and against a bound that no plan undercuts.

Fifteen bodies plan visits to enterprises, in windows of one to six months that lie more often in spring and autumn;
officers have a tenth more days than an even year would need. The numbers are entries a year: fewer are better.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from random import Random

from bench.measure import Result
from yifa.merging import Problem, Visit, greedy, improved

SIZES = (500, 5_000, 50_000)
BODIES = 15


def run(quick: bool) -> list[Result]:
    """Entries of the three, and how long each took, on standard error."""
    results = []
    for size in SIZES[: 1 if quick else 3]:
        problem = county(size, Random(size))
        start = time.perf_counter()
        first = greedy(problem)
        middle = time.perf_counter()
        best = improved(problem, first, Random(1))
        end = time.perf_counter()
        ours, other, bound = problem.entries(best), problem.entries(first), problem.bound()
        print(
            f"  {size:,} enterprises, {len(problem.visits):,} visits: greedy {other:,} ({middle - start:.1f} s), ours "
            f"{ours:,} ({end - middle:.1f} s), bound {bound:,}; over days {sum(problem.overload(first).values())} → "
            f"{sum(problem.overload(best).values())}",
            file=sys.stderr,
        )
        name = f"entries a year, {size:,} enterprises, {len(problem.visits):,} visits"
        results += [
            Result(name, "merged with CP-SAT (fewer is better)", ours, "greedy", other, "entries", ""),
            Result(name, "merged with CP-SAT (fewer is better)", ours, "lower bound", bound, "entries", ""),
        ]
    return results


def county(enterprises: int, random: Random) -> Problem:
    """A year's plans of an invented county."""
    visits = []
    for place in range(enterprises):
        bodies = random.sample(range(BODIES), random.choice((1, 2, 2, 3, 3, 4, 5)))
        for body in bodies:
            first = random.choice((1, 2, 3, 3, 4, 4, 5, 6, 7, 8, 9, 9, 10, 10, 11))
            last = min(12, first + random.choice((0, 1, 2, 2, 3, 5)))
            days = random.choice((10, 20, 20, 40))
            visits.append(Visit(f"{place}-{body}", f"{place:06d}", f"body{body:02d}", first, last, days))
    needed: dict[str, float] = defaultdict(float)
    spread: dict[tuple[str, int], float] = defaultdict(float)
    for visit in visits:
        needed[visit.body] += visit.days
        for month in visit.months:
            spread[visit.body, month] += visit.days / len(visit.months)
    capacity = {at: int(load * 1.1) + 40 for at, load in spread.items()}
    return Problem(visits, capacity, most=4)
