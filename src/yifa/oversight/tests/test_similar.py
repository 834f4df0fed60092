"""Similar cases: quartiles as spreadsheets reckon them, and a robust rule for outliers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yifa.oversight.similar import Spread, alike, quantile
from yifa.oversight.tests.conftest import TODAY, County

FINES = st.lists(st.integers(1, 10**7), min_size=1, max_size=30).map(
    lambda values: [Decimal(v) for v in sorted(values)]
)
CALM = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
SINCE = date(2024, 11, 20)


def test_quartiles_are_those_of_a_spreadsheet() -> None:
    values = [Decimal(v) for v in (1, 2, 4, 7, 8, 9, 10, 12)]
    assert [quantile(values, quarter) for quarter in (1, 2, 3)] == [Decimal("3.5"), Decimal("7.5"), Decimal("9.25")]


@CALM
@given(FINES)
def test_the_five_numbers_are_in_order_and_the_median_never_stands_out(fines: list[Decimal]) -> None:
    spread = Spread.of(fines)
    assert spread.least <= spread.lower <= spread.median <= spread.upper <= spread.most
    assert not spread.stands_out(spread.median, 1)


@CALM
@given(FINES, st.integers(2, 1000))
def test_who_stands_out_does_not_depend_on_the_currency(fines: list[Decimal], factor: int) -> None:
    one, many = Spread.of(fines), Spread.of([fine * factor for fine in fines])
    for fine in fines:
        if abs(abs(fine - one.median) - one.median / 5) > 1 and all(abs(fine - fence) > 1 for fence in one.fences):
            assert one.stands_out(fine, 8) == many.stands_out(fine * factor, 8)


def test_tiny_differences_among_equal_fines_are_none() -> None:
    spread = Spread.of([Decimal(20000)] * 9 + [Decimal(20500)])
    assert not spread.stands_out(Decimal(20500), 8)
    assert spread.stands_out(Decimal(24000), 8)


def test_an_undecided_case_is_compared_by_the_tier_that_is_proposed(county: County) -> None:
    for amount in (17000, 18000, 19000, 20000):
        county.penalty(fine_amount=amount)
    county.penalty(fine_amount=90000, grade="heavier")
    open_case = county.penalty(decision_type="", decision_date=None, fine_amount=None, grade="")
    found = alike(type(open_case).objects.all(), open_case, SINCE, TODAY, least=8)
    assert found is not None
    assert (found.spread.n, found.mine, found.spread.median) == (4, None, Decimal(18500))


def test_a_case_without_benchmark_has_no_peers(county: County) -> None:
    bare = county.penalty(benchmark="")
    assert alike(type(bare).objects.all(), bare, SINCE, TODAY, least=8) is None


def test_fines_of_an_older_edition_are_not_peers(county: County) -> None:
    county.penalty(edition=1)
    newer = county.penalty(edition=2)
    found = alike(type(newer).objects.all(), newer, SINCE, TODAY, least=8)
    assert found is not None
    assert found.spread.n == 1
