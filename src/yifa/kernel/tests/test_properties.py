"""What must hold of any case: pauses only ever help, voiding undoes, and the stored clocks are those of the events."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yifa.clock import Calendar
from yifa.kernel import correction
from yifa.kernel.clocks import clock_of, clocks_of
from yifa.kernel.declare import Step
from yifa.kernel.engine import Entry
from yifa.kernel.models import Case, Clock, Event
from yifa.kernel.reckon import COLUMNS, fresh_rows
from yifa.kernel.replay import situation_of
from yifa.kernel.rules import Refused, first_impossible, possible
from yifa.kernel.situation import Happened, Situation, in_order
from yifa.kernel.tests.conftest import Bureau, at
from yifa.kernel.tests.toy import Toy
from yifa.kernel.verify import verify_everything
from yifa.kernel.workdays import current_calendar

CALENDAR = Calendar.load()
DAYS = st.dates(date(2024, 1, 2), date(2026, 6, 1))
GAPS = st.lists(st.integers(0, 40), min_size=2, max_size=8)


def heard(accepted: date, *pauses: tuple[date, date]) -> Situation:
    taken = [(Toy.receive, accepted), (Toy.accept, accepted)]
    taken += [pair for since, until in pauses for pair in ((Toy.suspend, since), (Toy.resume, until))]
    events = [Happened(n, step, on) for n, (step, on) in enumerate(taken, 1)]
    return Situation(Toy, SimpleNamespace(), in_order(events))


@given(accepted=DAYS, gaps=GAPS)
def test_one_more_suspension_never_moves_a_due_date_earlier(accepted: date, gaps: list[int]) -> None:
    day, pauses = accepted, []
    for wait, length in zip(gaps[::2], gaps[1::2], strict=False):
        since = day + timedelta(wait)
        day = since + timedelta(length)
        pauses.append((since, day))
    strict = [clock_of(heard(accepted, *pauses[:n]), Toy.conclude, CALENDAR) for n in range(len(pauses) + 1)]
    ends = [clock.due.judged for clock in strict if clock is not None]
    assert ends == sorted(ends)  # type: ignore[type-var]


@st.composite
def walks(draw: st.DrawFn) -> list[tuple[Step, date]]:
    """Steps that may follow one another, on days that never go back."""
    day, taken = draw(DAYS), list[tuple[Step, date]]()
    situation = Situation(Toy, SimpleNamespace())
    for _ in range(draw(st.integers(1, 9))):
        choices = [step for step in possible(situation) if step is not Toy.extend]
        if not choices:
            break
        step = draw(st.sampled_from(choices))
        day += timedelta(draw(st.integers(0, 30)))
        taken.append((step, day))
        situation = situation.after(Happened(len(taken), step, day))
    return taken


@given(taken=walks(), place=st.integers(0, 8))
def test_a_case_without_a_step_is_as_if_it_had_never_been_taken(taken: list[tuple[Step, date]], place: int) -> None:
    events = [Happened(n, step, on) for n, (step, on) in enumerate(taken, 1)]
    left = [event for event in events if event.seq != place + 1]
    with_gap = Situation(Toy, SimpleNamespace(), in_order(left))
    renumbered = [Happened(n, event.step, event.on) for n, event in enumerate(left, 1)]
    never = Situation(Toy, SimpleNamespace(), in_order(renumbered))
    assert with_gap.stage == never.stage
    facts = [
        [(c.limit.code, c.run, c.since, c.due, c.state, c.ended_on) for c in clocks_of(s, CALENDAR)]
        for s in (with_gap, never)
    ]
    assert facts[0] == facts[1]


@given(taken=walks())
def test_every_clock_of_a_closed_case_has_come_to_an_end(taken: list[tuple[Step, date]]) -> None:
    events = in_order([Happened(n, step, on) for n, (step, on) in enumerate(taken, 1)])
    situation = Situation(Toy, SimpleNamespace(), events)
    assert first_impossible(situation.happened) is None
    if situation.stage.final:
        assert not [clock for clock in clocks_of(situation, CALENDAR) if clock.open]


def stored(case: Case) -> list[tuple[object, ...]]:
    return sorted(Clock.objects.filter(case=case).values_list("limit", "run", *COLUMNS), key=str)


@pytest.mark.data
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(taken=walks())
def test_replay_gives_the_stored_clocks_and_voiding_gives_what_was_there_before(
    bureau: Bureau, taken: list[tuple[Step, date]]
) -> None:
    case, states = None, list[list[tuple[object, ...]]]()
    for step, on in taken:
        by = bureau.second if step is Toy.decide else bureau.handler
        data = {"ground": "death"} if step is Toy.suspend else {}
        try:
            event = bureau.take(case, step, on.isoformat(), by=by, data=data, confirmed=["accept.1"])
        except Refused:  # the made-up seven days of the decision
            break
        case = Case.objects.get(pk=event.case_id)
        states.append(stored(case))
    assert case is not None
    rows = fresh_rows(case, situation_of(case), current_calendar())
    fresh = [(row.limit, row.run, *(getattr(row, column) for column in COLUMNS)) for row, _ in rows.values()]
    assert sorted(fresh, key=str) == stored(case)
    if len(states) > 1:
        last = Event.objects.filter(case=case, kind="step").latest("seq")
        correction.void(case, last, "误登", Entry(bureau.head, at("2027-12-31")))
        assert stored(case) == states[-2]
    assert not [found for found in verify_everything() if found.case == str(case)]
