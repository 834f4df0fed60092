"""The windows as arithmetic: both remedies, the three months, the latest demand (traps 11 to 13)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yifa.areas.enforcement.execution import windows
from yifa.areas.enforcement.execution.windows import Told
from yifa.clock import Calendar

CALENDAR = Calendar.load()
DAYS = st.dates(date(2024, 1, 2), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("told", "review", "over"),
    [
        (Told(date(2025, 1, 15)), date(2025, 3, 17), date(2025, 7, 15)),
        (Told(date(2025, 1, 15), told=False), date(2026, 1, 15), date(2026, 1, 15)),
        (Told(date(2025, 1, 15), review_first=True), date(2025, 3, 17), date(2025, 3, 17)),
        (Told(date(2025, 1, 15), review_served=date(2025, 4, 28)), date(2025, 3, 17), date(2025, 5, 13)),
        (Told(date(2025, 1, 15), suit_until=date(2025, 2, 14)), date(2025, 3, 17), date(2025, 3, 17)),
        (Told(date(2025, 4, 1)), date(2025, 6, 3), date(2025, 10, 9)),
        (Told(date(2024, 8, 31)), date(2024, 10, 30), date(2025, 2, 28)),
    ],
)
def test_the_remedies_end_on(told: Told, review: date, over: date) -> None:
    assert windows.review_ends(told, CALENDAR) == review
    assert windows.remedies_end(told, CALENDAR) == over


@pytest.mark.parametrize(
    ("start", "last"),
    [
        (date(2025, 7, 15), date(2025, 10, 15)),
        (date(2024, 11, 30), date(2025, 2, 28)),
        (date(2026, 1, 16), date(2026, 4, 16)),
        (date(2025, 12, 31), date(2026, 3, 31)),
        (date(2025, 7, 1), date(2025, 10, 9)),
    ],
)
def test_three_months_end_on(start: date, last: date) -> None:
    assert windows.window_ends(start, CALENDAR) == last


def test_the_latest_demand_of_the_reference() -> None:
    assert windows.latest_demand(date(2025, 10, 15), CALENDAR) == date(2025, 9, 24)


@given(DAYS)
def test_a_demand_on_the_latest_day_leaves_a_day_and_one_a_day_later_none(last: date) -> None:
    latest = windows.latest_demand(last, CALENDAR)
    assert windows.demand_over(latest, CALENDAR) < last
    assert windows.demand_over(latest + timedelta(days=1), CALENDAR) >= last


@given(DAYS, st.integers(0, 700))
def test_a_deferral_never_shortens_the_window(served: date, days: int) -> None:
    over = windows.remedies_end(Told(served), CALENDAR)
    assert windows.window_from(over, served + timedelta(days=days)) >= over
