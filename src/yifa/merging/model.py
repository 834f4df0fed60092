"""Visits, what bodies can do in a month, and what a plan comes to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import ceil

from yifa.errors import YifaError

Plan = Mapping[str, int]
"""The month of each visit, by the visit's key."""


class BadVisits(YifaError):
    """Visits that no plan can be made for."""


@dataclass(frozen=True)
class Visit:
    """A planned visit (计划检查).

    Attributes:
        key: names it among all visits.
        place: the enterprise, by its credit code.
        body: the body that plans it.
        first, last: the months in which it may take place, both included.
        days: working days of officers that it takes, in tenths of a day: whole numbers keep the sums exact.
        series: visits of one enterprise and series are to be in different months (the two visits a year of one item).
    """

    key: str
    place: str
    body: str
    first: int
    last: int
    days: int = 10
    series: str = ""

    @property
    def months(self) -> range:
        """The months of its window."""
        return range(self.first, self.last + 1)


@dataclass(frozen=True)
class Problem:
    """Visits, the officers' days of each body and month (in tenths), and how many bodies may come together.

    A body without an entry in `capacity` for a month has as many days as it needs.

    Raises:
        BadVisits: two visits of one key, or a window that ends before it begins.
    """

    visits: Sequence[Visit]
    capacity: Mapping[tuple[str, int], int] = field(default_factory=dict)
    most: int = 4

    def __post_init__(self) -> None:
        self._refuse_crowded()
        seen: set[str] = set()
        for visit in self.visits:
            if visit.key in seen:
                raise BadVisits(f"计划检查“{visit.key}”重复，请删去一行。")
            if visit.last < visit.first:
                raise BadVisits(f"计划检查“{visit.key}”的截止月{visit.last}早于起始月{visit.first}，请更正。")
            if visit.days < 0:
                raise BadVisits(f"计划检查“{visit.key}”所需人日为负数，请更正。")
            seen.add(visit.key)

    def _refuse_crowded(self) -> None:
        series: dict[tuple[str, str], list[Visit]] = defaultdict(list)
        for visit in self.visits:
            if visit.series:
                series[visit.place, visit.series].append(visit)
        for (place, _), visits in series.items():
            if any(each.months != visits[0].months for each in visits) or len(visits) > len(visits[0].months):
                raise BadVisits(
                    f"“{place}”的同一事项计划检查{len(visits)}次，应当分在同一期间的不同月份，月份不够或者期间不一，请更正。"
                )

    @cached_property
    def by_place(self) -> dict[str, list[Visit]]:
        """The visits of each enterprise, in the order of the places' names."""
        found: dict[str, list[Visit]] = defaultdict(list)
        for visit in sorted(self.visits, key=lambda each: (each.place, each.last, each.first, each.key)):
            found[visit.place].append(visit)
        return dict(found)

    def entries(self, plan: Plan) -> int:
        """How many times somebody comes through a gate under a plan."""
        return sum(self.entries_at(visits, plan) for visits in self.by_place.values())

    def entries_at(self, visits: Iterable[Visit], plan: Plan) -> int:
        """The entries at one enterprise: one a month for every `most` bodies."""
        bodies: dict[int, set[str]] = defaultdict(set)
        for visit in visits:
            bodies[plan[visit.key]].add(visit.body)
        return sum(ceil(len(found) / self.most) for found in bodies.values())

    def overload(self, plan: Plan) -> dict[tuple[str, int], int]:
        """Where a plan asks more of a body in a month than its officers can do, in tenths of a day."""
        loads = self.loads(plan)
        return {at: load - self.capacity[at] for at, load in loads.items() if load > self.capacity.get(at, load)}

    def loads(self, plan: Plan, visits: Iterable[Visit] | None = None) -> dict[tuple[str, int], int]:
        """What each body's visits of each month take, in tenths of a day; of all visits or of some."""
        found: dict[tuple[str, int], int] = defaultdict(int)
        for visit in self.visits if visits is None else visits:
            found[visit.body, plan[visit.key]] += visit.days
        return dict(found)

    def bound(self) -> int:
        """A number of entries that no plan undercuts: each enterprise by itself, as if officers had all the days."""
        return sum(self.bound_at(visits) for visits in self.by_place.values())

    def bound_at(self, visits: Sequence[Visit]) -> int:
        """The fewest entries at one enterprise.

        Windows that do not overlap need a month each (piercing of intervals, exact by taking the earliest end first);
        bodies cannot come in fewer parties than their number over `most`; and the visits of one series stay apart.
        """
        pierced, last = 0, None
        for visit in sorted(visits, key=lambda each: each.last):
            if last is None or visit.first > last:
                pierced, last = pierced + 1, visit.last
        together = len({visit.body for visit in visits})
        turns = Counter(visit.series for visit in visits if visit.series)
        return max(pierced, ceil(together / self.most), *turns.values())


@dataclass(frozen=True)
class Proposal:
    """A joint visit that a plan proposes (合并检查建议)."""

    place: str
    month: int
    visits: tuple[Visit, ...]

    @property
    def saved(self) -> int:
        """How many entries the enterprise is spared."""
        return len(self.visits) - 1


def proposals(problem: Problem, plan: Plan) -> Iterator[Proposal]:
    """The joint visits of a plan, by enterprise and month; visits that stay single are left out."""
    for place, visits in problem.by_place.items():
        months: dict[int, list[Visit]] = defaultdict(list)
        for visit in visits:
            months[plan[visit.key]].append(visit)
        for month, found in sorted(months.items()):
            for joint in _parties(found, problem.most):
                if len(joint) > 1:
                    yield Proposal(place, month, tuple(joint))


def _parties(visits: Iterable[Visit], most: int) -> list[list[Visit]]:
    """The visits of one month in as few parties as `most` bodies allow; all of one body go in one."""
    by_body: dict[str, list[Visit]] = defaultdict(list)
    for visit in visits:
        by_body[visit.body].append(visit)
    bodies = sorted(by_body)
    groups = [bodies[start : start + most] for start in range(0, len(bodies), most)]
    return [[visit for body in group for visit in by_body[body]] for group in groups]
