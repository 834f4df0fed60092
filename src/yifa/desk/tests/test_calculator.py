"""The calculator of limits."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from tests.fixtures import Cast
from yifa.office.models import Person

pytestmark = pytest.mark.django_db
SignIn = Callable[[Person], Client]


@pytest.mark.parametrize(
    ("query", "due"),
    [
        ("start=2025-01-24&amount=5&unit=working_day", "2025-02-07"),
        ("start=2025-03-14&amount=60&unit=day", "2025-05-13"),
        ("start=2026-09-21&amount=10&unit=day&roll=none", "2026-10-01"),
        ("start=2026-09-21&amount=10&unit=day", "2026-10-08"),
        ("start=2025-03-14&amount=60&unit=day&stop_since_1=2025-03-20&stop_until_1=2025-04-01", "2025-05-26"),
    ],
)
def test_due_dates(cast: Cast, signed_in: SignIn, query: str, due: str) -> None:
    answer = signed_in(cast.handler).get(f"/limits/calculator/?{query}&format=json").json()
    assert answer["due"] == due
    assert answer["explanation"]


def test_nonsense_is_refused_in_chinese_and_kept(cast: Cast, signed_in: SignIn) -> None:
    answer = signed_in(cast.handler).get("/limits/calculator/?start=2026-02-30&amount=5&unit=day")
    assert answer.status_code == 422
    assert "不是有效的日期" in answer.content.decode()
    assert 'value="5"' in answer.content.decode()
