"""How pressing a clock is, in words."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from yifa.desk.urgency import urgency


@pytest.mark.parametrize(
    ("today", "state", "words"),
    [("2025-01-10", "normal", "还须满10日"), ("2025-01-19", "normal", "还须满1日"), ("2025-01-20", "done", "期间已满")],
)
def test_a_minimum_period_asks_to_wait_and_then_lets_go_on(today: str, state: str, words: str) -> None:
    clock = SimpleNamespace(state="floor", due=date(2025, 1, 19), warn_on=None, provisional=False)
    found = urgency(clock, date.fromisoformat(today))
    assert (found.state, found.words) == (state, words)
