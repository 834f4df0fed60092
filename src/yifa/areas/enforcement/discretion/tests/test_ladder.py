"""The arithmetic of tiers: overlaps, gaps, boundaries that belong to both or to none."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yifa.areas.enforcement.discretion.ladder import Rung, misfits, uncovered


def rung(number: int, low: str, high: str, ends: str = "[]") -> Rung:
    return Rung(number, Decimal(low), Decimal(high), ends[0] == "(", ends[1] == ")")


@pytest.mark.parametrize(("rungs", "told"), [
    ([rung(1, "0", "100", "[)"), rung(2, "100", "200")], []),
    ([rung(1, "0", "100"), rung(2, "100", "200", "(]")], []),
    ([rung(1, "0", "100"), rung(2, "100", "200")], ["第1阶次和第2阶次都含100，分界点归哪一阶次不明"]),
    ([rung(1, "0", "100", "[)"), rung(2, "100", "200", "(]")], ["第1阶次和第2阶次之间缺100"]),
    ([rung(1, "0", "100"), rung(2, "150.5", "200")], ["第1阶次和第2阶次之间缺100至150.5"]),
    ([rung(1, "0", "120"), rung(2, "100", "200")], ["第1阶次和第2阶次在100至120重叠"]),
    ([rung(1, "0", "300"), rung(2, "100", "200")], ["第1阶次和第2阶次在100至200重叠"]),
    ([rung(1, "0", "300"), rung(2, "100", "200"), rung(3, "300", "400", "(]")], ["第1阶次和第2阶次在100至200重叠"]),
    ([rung(3, "200", "300", "(]"), rung(1, "0", "100", "[)"), rung(2, "100", "200")], []),
    ([rung(1, "200", "200"), rung(2, "200", "300")], ["第1阶次和第2阶次在200重叠"]),
    ([rung(1, "200", "200"), rung(2, "200", "300", "(]")], []),
    ([rung(1, "50000", "65000", "[)")], []),
])  # fmt: skip
def test_tiers_fit_or_it_is_said_where_not(rungs: list[Rung], told: list[str]) -> None:
    assert [str(fault) for fault in misfits(rungs)] == told


@given(st.lists(st.integers(0, 10_000), min_size=2, max_size=12, unique=True))
def test_half_open_tiers_cut_from_one_range_fit_and_hold_every_amount_once(cuts: list[int]) -> None:
    ends = sorted(cuts)
    rungs = [
        Rung(n, Decimal(low), Decimal(high), high_open=n < len(ends) - 1)
        for n, (low, high) in enumerate(pairwise(ends), 1)
    ]
    assert list(misfits(rungs)) == []
    assert list(uncovered(rungs, Decimal(ends[0]), Decimal(ends[-1]))) == []
    for amount in ends:
        assert sum(one.holds(Decimal(amount)) for one in rungs) == 1


def test_what_the_statute_allows_and_no_tier_reaches_is_told() -> None:
    rungs = [rung(1, "60", "80"), rung(2, "80", "90", "(]")]
    assert list(uncovered(rungs, Decimal(50), Decimal(100))) == [
        (Decimal(50), Decimal(60)),
        (Decimal(90), Decimal(100)),
    ]
