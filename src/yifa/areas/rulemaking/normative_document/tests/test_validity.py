"""The dates of force: C10, and how a document stands on a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yifa.areas.rulemaking.normative_document.validity import Dates, Force, last_day


@pytest.mark.parametrize(
    ("effective", "years", "last"),
    [
        ("2024-05-01", 5, "2029-04-30"),
        ("2024-02-29", 1, "2025-02-28"),
        ("2023-03-01", 1, "2024-02-29"),
        ("2025-01-01", 2, "2026-12-31"),
    ],
)
def test_the_day_of_effect_counts(effective: str, years: int, last: str) -> None:
    assert last_day(date.fromisoformat(effective), years) == date.fromisoformat(last)


DAYS = st.dates(date(2000, 1, 1), date(2080, 1, 1))


@given(DAYS, st.integers(1, 5))
def test_it_is_in_force_on_its_last_day_and_not_on_the_next(effective: date, years: int) -> None:
    last = last_day(effective, years)
    dates = Dates(published_on=effective, effective_on=effective, expires_on=last)
    assert dates.on(last) == Force.IN_FORCE
    assert dates.on(last + timedelta(1)) == Force.EXPIRED


@given(DAYS)
def test_what_is_not_published_has_no_force(day: date) -> None:
    assert Dates(effective_on=date(2000, 1, 1)).on(day) == Force.DRAFT


def test_between_publication_and_effect_it_is_not_yet_in_force() -> None:
    dates = Dates(date(2025, 4, 18), date(2025, 6, 1))
    assert dates.on(date(2025, 5, 31)) == Force.NOT_YET
    assert dates.on(date(2025, 6, 1)).binding
