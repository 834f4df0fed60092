"""What clerks write for the time planned is read as its last day, or not at all."""

from __future__ import annotations

from datetime import date

import pytest

from yifa.areas.rulemaking.decision_catalogue.planned import planned_until


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025年三季度", date(2025, 9, 30)),
        ("第1季度", date(2025, 3, 31)),
        ("当年四季度", date(2025, 12, 31)),
        ("上半年", date(2025, 6, 30)),
        ("2026年2月", date(2026, 2, 28)),
        ("2028年2月底前", date(2028, 2, 29)),
        ("9月底", date(2025, 9, 30)),
        ("2025-06-30", date(2025, 6, 30)),
        ("2025年6月15日前", date(2025, 6, 15)),
        ("年底前", date(2025, 12, 31)),
        ("尽快", None),
        ("13月", None),
        ("2025年2月30日", None),
        ("", None),
    ],
)
def test_the_last_day_of_what_is_planned(text: str, day: date | None) -> None:
    assert planned_until(text, 2025) == day
