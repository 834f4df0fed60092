"""How pressing a clock is, in words."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from yifa.clock import days
from yifa.desk.urgency import afterwards, urgency
from yifa.kernel.declare import Consequence, Limit
from yifa.kernel.tests.toy import L, Toy
from yifa.office.roles import Role


@pytest.mark.parametrize(
    ("today", "state", "words"),
    [("2025-01-10", "normal", "还须满10日"), ("2025-01-19", "normal", "还须满1日"), ("2025-01-20", "done", "期间已满")],
)
def test_a_minimum_period_asks_to_wait_and_then_lets_go_on(today: str, state: str, words: str) -> None:
    clock = SimpleNamespace(state="floor", due=date(2025, 1, 19), warn_on=None, provisional=False)
    found = urgency(clock, Toy.conclude, date.fromisoformat(today))
    assert (found.state, found.words) == (state, words)


@pytest.mark.parametrize(("bound", "state", "words"), [
    (Role.HANDLER, "overdue", "逾期3日"), (Role.APPLICANT, "passed", "已过3日"), (Role.COURT, "passed", "已过3日"),
])  # fmt: skip
def test_only_the_office_is_late_the_time_of_others_is_over(bound: Role, state: str, words: str) -> None:
    limit = _statement(bound)
    clock = SimpleNamespace(state="running", due=date(2025, 1, 19), warn_on=None, provisional=False)

    found = urgency(clock, limit, date(2025, 1, 22))

    assert (found.state, found.words) == (state, words)
    assert afterwards(limit) == "期满没有陈述、申辩的，可以作出决定"


def _statement(bound: Role) -> Limit:
    follows = Consequence("期满没有陈述、申辩的，可以作出决定")
    return Limit("陈述", L[62], days(5), since=(Toy.accept,), until=(Toy.resume,), bound=bound, on_expiry=follows)
