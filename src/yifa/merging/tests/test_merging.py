"""Merging visits: the example by hand, the bound, limits of days, and chance."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yifa.merging import Problem, Visit, greedy, improved, proposals
from yifa.merging.model import BadVisits

FIRE = Visit("消防", "某酒店", "消防大队", 3, 5)
FOOD = Visit("食品", "某酒店", "市监局", 5, 8)
HEALTH = Visit("卫生", "某酒店", "卫健局", 7, 9)


def test_three_bodies_come_twice_where_no_month_suits_all() -> None:
    problem = Problem([FIRE, FOOD, HEALTH])
    plan = improved(problem, greedy(problem), Random(1))
    assert (problem.entries(plan), problem.bound()) == (2, 2)
    (joint,) = proposals(problem, plan)
    assert joint.saved == 1
    assert plan["食品"] in {plan["消防"], plan["卫生"]}


def test_more_bodies_than_may_come_together_come_in_two_parties() -> None:
    visits = [Visit(str(n), "某厂", f"机关{n}", 4, 4) for n in range(5)]
    problem = Problem(visits, most=4)
    plan = greedy(problem)
    assert problem.entries(plan) == problem.bound() == 2
    assert [len(each.visits) for each in proposals(problem, plan)] == [4]


def test_two_visits_of_one_body_are_one_entry_and_count_as_one_body() -> None:
    problem = Problem([Visit("甲", "某厂", "市监局", 1, 6), Visit("乙", "某厂", "市监局", 6, 9)])
    assert problem.entries(greedy(problem)) == 1


def test_days_move_from_one_enterprise_to_another_where_that_spares_an_entry() -> None:
    """The greedy plan spends the only day of May on the first enterprise, which could as well have had it in June."""
    visits = [
        Visit("甲1", "甲厂", "市监局", 5, 6), Visit("甲2", "甲厂", "消防大队", 6, 6),
        Visit("乙1", "乙厂", "市监局", 5, 6), Visit("乙2", "乙厂", "消防大队", 5, 5),
    ]  # fmt: skip
    problem = Problem(visits, {("市监局", 5): 10, ("市监局", 6): 10})
    plan = improved(problem, {"甲1": 5, "甲2": 6, "乙1": 6, "乙2": 5}, Random(1))
    assert problem.entries(plan) == problem.bound() == 2
    assert not problem.overload(plan)


def test_what_cannot_be_done_is_planned_with_the_least_too_much_and_told() -> None:
    visits = [Visit(str(n), f"企业{n}", "市监局", 2, 3, days=20) for n in range(3)]
    problem = Problem(visits, {("市监局", 2): 20, ("市监局", 3): 20})
    plan = improved(problem, greedy(problem), Random(1))
    assert sum(problem.overload(plan).values()) == 20


@pytest.mark.parametrize(
    ("visits", "words"),
    [
        ([FIRE, FIRE], "重复"),
        ([Visit("甲", "某厂", "市监局", 6, 5)], "早于起始月"),
        ([Visit("甲", "某厂", "市监局", 5, 6, days=-1)], "负数"),
    ],
)
def test_visits_that_make_no_sense_are_refused(visits: list[Visit], words: str) -> None:
    with pytest.raises(BadVisits, match=words):
        Problem(visits)


def test_the_visits_of_one_item_stay_in_different_months_and_each_takes_another_body_along() -> None:
    """Two visits a year are two visits a year: they are not merged with each other."""
    visits = [
        Visit("重点1", "某厂", "应急局", 1, 12, series="重点"), Visit("重点2", "某厂", "应急局", 1, 12, series="重点"),
        Visit("食品", "某厂", "市监局", 1, 12), Visit("日常", "某厂", "应急局", 1, 12, series="日常"),
    ]  # fmt: skip
    problem = Problem(visits)
    plan = improved(problem, greedy(problem), Random(1))
    assert problem.entries(plan) == problem.bound() == 2
    assert plan["重点1"] != plan["重点2"]


def test_more_visits_of_one_item_than_months_are_refused() -> None:
    with pytest.raises(BadVisits, match="月份不够"):
        Problem([Visit(str(n), "某厂", "应急局", 5, 6, series="重点") for n in range(3)])


def test_visits_that_could_be_in_any_month_are_spread_over_the_year() -> None:
    visits = [Visit(str(n), f"企业{n}", "市监局", 1, 12) for n in range(12)]
    problem = Problem(visits, {("市监局", month): 100 for month in range(1, 13)})
    assert len(set(greedy(problem).values())) == 12


def visits_of(spans: list[tuple[int, int, int, int]]) -> list[Visit]:
    return [
        Visit(str(n), f"企业{place}", f"机关{body}", first, min(4, first + length))
        for n, (place, body, first, length) in enumerate(spans)
    ]


SPANS = st.lists(
    st.tuples(st.integers(0, 1), st.integers(0, 3), st.integers(1, 4), st.integers(0, 3)), min_size=1, max_size=5
)


@settings(max_examples=60, deadline=None)
@given(SPANS, st.integers(1, 3), st.integers(10, 30))
def test_small_plans_are_as_good_as_trying_every_month(
    spans: list[tuple[int, int, int, int]], most: int, days: int
) -> None:
    visits = visits_of(spans)
    capacity = {(f"机关{body}", month): days for body in range(4) for month in range(1, 5)}
    problem = Problem(visits, capacity, most)
    plan = improved(problem, greedy(problem), Random(1))

    def cost(months: dict[str, int]) -> int:
        return problem.entries(months) + 1_000 * sum(problem.overload(months).values())

    every = (dict(zip((v.key for v in visits), months, strict=True)) for months in product(*(v.months for v in visits)))
    assert cost(dict(plan)) == min(map(cost, every))
    assert problem.bound() <= problem.entries(plan)
    assert all(plan[visit.key] in visit.months for visit in visits)


def test_the_same_visits_and_seed_give_the_same_plan() -> None:
    random = Random(7)
    visits = [
        Visit(str(n), f"企业{n % 40}", f"机关{n % 7}", first, min(12, first + random.randrange(4)))
        for n, first in ((n, random.randrange(1, 13)) for n in range(120))
    ]
    problem = Problem(visits, {(f"机关{body}", month): 20 for body in range(7) for month in range(1, 13)})
    first, second = (improved(problem, greedy(problem), Random(1), patience=3) for _ in range(2))
    assert first == second
    assert sum(problem.overload(first).values()) <= sum(problem.overload(greedy(problem)).values())
