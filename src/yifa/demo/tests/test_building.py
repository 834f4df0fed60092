"""Building: deterministic, all or nothing, never on top of somebody's own records."""

from __future__ import annotations

from datetime import date
from io import StringIO
from random import Random
from typing import Any, cast

import pytest
from django.db import transaction
from rich.console import Console

from yifa.demo import build, place, session
from yifa.demo.drive import DemoDefect, Timeline, Told, Waits
from yifa.kernel.models import Case
from yifa.office import scope
from yifa.office.models import Organ, Place

EARLY = date(2025, 2, 14)
"""A day on which only few stories have begun."""


def _built(seed: int, today: date) -> str:
    with transaction.atomic():
        build.build(seed, today, "not-secret-1", scale=0.01)
        line = build.fingerprint(today)
        transaction.set_rollback(True)
    return line


@pytest.mark.django_db
def test_the_same_seed_and_day_give_the_same_events() -> None:
    first = _built(3, EARLY)

    assert _built(3, EARLY) == first
    assert _built(4, EARLY) != first


@pytest.mark.django_db
def test_a_build_that_fails_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(told: Told) -> Waits:
        told.take("file", {})
        yield told.day

    story = build.cases.Story("不合格的申请", 6000, (refused,))
    monkeypatch.setattr(build.cases.told_in, "YEAR", (story,))

    with pytest.raises(DemoDefect, match=r"不合格的申请.*未填写"):
        build.build(1, EARLY, "not-secret-1", scale=0.01)

    assert not build.standing()
    assert not Organ.objects.exists()
    with scope.everything("测试"):
        assert not Case.objects.exists()


@pytest.mark.django_db
def test_the_county_is_not_built_among_records_of_others() -> None:
    other = Place.objects.create(code="110101", name="某区", level="county")
    Organ.objects.create(place=other, name="某区人民政府", short_name="区政府", kind="government")

    with pytest.raises(build.NotEmpty, match="YIFA_HOME"):
        build.standing()


@pytest.mark.django_db
def test_a_county_that_stands_is_known_again() -> None:
    assert not build.standing()

    place.build(Random(1), "not-secret-1")

    assert build.standing()


def test_a_story_whose_next_day_lies_after_today_never_goes_on(county_less_told: Told) -> None:
    days: list[date] = []

    def story(told: Told) -> Waits:
        yield date(2025, 1, 10)
        days.append(told.day)
        yield date(2025, 1, 12)
        days.append(told.day)

    timeline = Timeline(until=date(2025, 1, 11), night=lambda day: None)
    timeline.add(county_less_told, date(2025, 1, 6), story(county_less_told))
    timeline.run()

    assert days == [date(2025, 1, 10)]


@pytest.fixture
def county_less_told() -> Told:
    """Somebody to tell a story about, with no case."""
    nobody = cast(Any, None)
    return Told("试验", nobody, "reconsideration", nobody, nobody)


def test_where_nobody_watches_a_bar_each_quarter_is_a_line() -> None:
    told = StringIO()
    console = Console(file=told, force_terminal=False)
    with session._bar(console) as progress:
        show = session._shown(progress)
        for done in (0.0, 0.1, 0.26, 0.3, 1.0):
            show("办理案件", done)
    assert told.getvalue().split("\n") == ["办理案件 0%", "办理案件 25%", "办理案件 100%", ""]
