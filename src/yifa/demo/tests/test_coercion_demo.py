"""Measures and executions of the demonstration, told by themselves: every step, what is planted, sound books."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

import pytest
from django.db import transaction

from yifa.areas.enforcement.coercion.register import SeizedProperty
from yifa.clock import Calendar
from yifa.demo import place
from yifa.demo.drive import Timeline, tick
from yifa.demo.place import County
from yifa.demo.stories import coercion, enforcement_books
from yifa.demo.stories.coercion_planted import CLOCKS
from yifa.kernel import chain
from yifa.kernel.clocks import State
from yifa.kernel.declare import PROCEDURES
from yifa.kernel.models import Case, Clock, Event, EventKind
from yifa.kernel.registers.verify import verify_books
from yifa.office import scope

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
KEYS = ("coercive_measure", "court_execution", "forced_execution")
UNTOLD = {"implement_other", "implement_other_urgent", "close_other", "other_term", "abandon"}
"""Measures of other kinds are not the county's; three years of standing still do not fit into the time told of."""


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[County]:
    """The county with nothing but these stories and the books they need."""
    with django_db_blocker.unblock(), scope.everything("演示强制的测试"), transaction.atomic():
        county, timeline = place.build(Random(7), "not-secret-1"), Timeline(TODAY, tick)
        for module in (enforcement_books, coercion):
            for on, side, waits in module.tales(county, Calendar.load(), TODAY):
                timeline.add(side, on, waits)
        timeline.run()
        yield county
        transaction.set_rollback(True)


@pytest.mark.parametrize("key", KEYS)
def test_every_step_and_every_limit_is_walked(told: County, key: str) -> None:
    taken = set(Event.objects.filter(case__procedure=key, kind=EventKind.STEP).values_list("step", flat=True))
    run = set(Clock.objects.filter(case__procedure=key).values_list("limit", flat=True))
    version = PROCEDURES.latest(key)
    assert {step.code for step in version.steps()} - taken - UNTOLD == set()
    assert {limit.code for limit in version.limits()} - run - UNTOLD == set()


def test_chains_and_books_verify(told: County) -> None:
    cases = Case.objects.filter(procedure__in=KEYS).prefetch_related("events")
    assert list(chain.verify(cases)) == []
    assert list(verify_books([SeizedProperty])) == []


def test_what_is_planted_and_nothing_else_is_late(told: County) -> None:
    found = set()
    clocks = Clock.objects.filter(case__procedure__in=KEYS).exclude(bound__in=("system", "applicant", "court"))
    for one in clocks.select_related("case"):
        overdue = one.state == State.RUNNING and one.due is not None and one.due < TODAY
        if one.state == State.LATE or overdue:
            number = one.case.record.client_number
            found.add((one.case.procedure, number.split("〕")[1].rstrip("号"), one.limit))
    assert found == {(missed.procedure, str(missed.number), missed.limit) for missed in CLOCKS}


def test_things_that_should_have_been_returned_are_pointed_out(told: County) -> None:
    warned = list(SeizedProperty.warnings(TODAY, [organ.pk for organ in told.organs]))
    assert [one.code for one in warned] == ["seized_not_returned", "seized_not_returned", "confiscated_undisposed"]
