"""Clocks from events alone: what starts, stops, extends and ends a run, and what does not."""

from __future__ import annotations

from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from yifa.clock import Calendar, days, hours, working_days, years
from yifa.kernel.clocks import Clock, State, clock_of, clocks_of
from yifa.kernel.declare import NEW, Consequence, Input, Limit, Procedure, Span, Stage, Step
from yifa.kernel.models import Case
from yifa.kernel.situation import Happened, Situation, in_order
from yifa.kernel.tests.toy import Toy
from yifa.law import act

L = act("行政复议法")
LATE = Consequence("逾期")
CALENDAR = Calendar.load()


class FieldNamed(SimpleNamespace):
    """Stands for a model field in a declaration: all the kernel asks of it is a name."""


made, hearing, filed = (FieldNamed(name=n, verbose_name=n) for n in ("made", "hearing", "filed"))


class Small(Procedure, abstract=True):
    """What the toy procedure does not have: hours, floors, backward limits, spans between a field and a step."""

    key, label, model = "small", "小程序", Case
    open, held, done = Stage("办理"), Stage("中止"), Stage("办结", final=True)
    clock_time = Input("时间", "time")
    file = Step("申请", L[30], NEW >> open)
    ask = Step("补正", L[31], open)
    supply = Step("提交补正", L[31], open)
    hold = Step("强制", L[30], open, asks=(clock_time,))
    tell = Step("通知家属", L[30], open | held, asks=(clock_time,))
    post = Step("公示", L[30], open)
    stop = Step("停", L[39], open >> held)
    go = Step("续", L[39], held >> open)
    close = Step("结", L[61], (open | held) >> done)

    check = Limit("审查", L[30], working_days(5), since=(file, supply), until=(ask, close), on_expiry=LATE)
    trial = Limit(
        "审理", L[62], days(60), since=(file,), until=(close,), on_expiry=LATE, stops_in=(held,), stop_basis=L[39]
    )
    within_hours = Limit("通知", L[30], hours(24), since=(hold,), until=(tell,), on_expiry=LATE)
    long = Limit("保护期", L[21], years(5), since=(made,), until=(file,), on_expiry=LATE)
    shown = Limit("公示期", L[30], days(30), since=(post,), until=(close,), on_expiry=LATE, floor=True)
    valid = Limit(
        "有效期", L[30], None, since=(post,), until=(close,), on_expiry=close, ends_on=made, effect_after=True
    )
    notice = Limit("听证通知", L[51], working_days(5), since=(), until=(tell,), before=hearing, on_expiry=LATE)
    asked_for = Limit(
        "延续申请", L[51], working_days(5), since=(), until=(tell,), before=hearing, on_expiry=LATE, judge_by="lenient"
    )
    pass_on = Limit("转送", L[30], days(3), since=(file, supply), until=(ask,), on_expiry=LATE, hindsight=True)
    barred = Limit(
        "申请", L[20], days(60), since=(made,), until=(close,), on_expiry=LATE,
        excludes=(Span("误诉", filed, supply, L[20]),),
    )  # fmt: skip


def situation(*happened: tuple[Any, ...], procedure: type[Procedure] = Small, **fields: Any) -> Situation:
    record = SimpleNamespace(**({"made": None, "hearing": None, "filed": None} | fields))
    events = [Happened(n, e[0], date.fromisoformat(e[1]), *e[2:]) for n, e in enumerate(happened, 1)]
    return Situation(procedure, record, in_order(events))


def only(at: Situation, limit: Limit) -> Clock:
    found = clock_of(at, limit, CALENDAR)
    assert found is not None
    return found


def test_an_act_before_a_new_start_on_the_same_day_still_keeps_the_first_run() -> None:
    at = situation((Small.file, "2025-03-10"), (Small.ask, "2025-03-12"), (Small.supply, "2025-03-12"))
    runs = [c for c in clocks_of(at, CALENDAR) if c.limit == Small.check]
    assert [(c.run, c.state, c.ended_on) for c in runs] == [
        (1, State.KEPT, date(2025, 3, 12)),
        (2, State.RUNNING, None),
    ]


def test_a_limit_that_only_its_act_shows_to_apply_has_no_clock_before_and_none_in_a_run_without_the_act() -> None:
    received = [(Small.file, "2025-03-10")]
    assert clock_of(situation(*received), Small.pass_on, CALENDAR) is None
    again = [*received, (Small.ask, "2025-03-14"), (Small.supply, "2025-03-20"), (Small.close, "2025-04-01")]
    (run,) = [c for c in clocks_of(situation(*again), CALENDAR) if c.limit == Small.pass_on]
    assert (run.run, run.since, run.state, run.ended_on) == (1, date(2025, 3, 10), State.LATE, date(2025, 3, 14))


def test_two_starts_on_one_day_are_one_run() -> None:
    at = situation((Small.file, "2025-03-10"), (Small.supply, "2025-03-10"))
    assert only(at, Small.check).run == 1


def test_an_overdue_case_that_is_suspended_afterwards_stays_overdue() -> None:
    at = situation((Small.file, "2025-03-10"), (Small.stop, "2025-05-20"))
    clock = only(at, Small.trial)
    assert (clock.state, clock.due.judged) == (State.RUNNING, date(2025, 5, 9))
    assert clock.late(date(2025, 5, 21))


def test_a_suspension_after_the_duty_was_done_moves_nothing() -> None:
    at = situation((Small.file, "2025-03-10"), (Small.ask, "2025-03-12"), (Small.stop, "2025-03-13"))
    clock = only(at, Small.check)
    assert (clock.state, clock.due.judged) == (State.KEPT, date(2025, 3, 17))


def test_an_extension_of_a_later_run_does_not_reach_back_to_an_earlier_one() -> None:
    taken = [
        (Toy.receive, "2025-01-02"), (Toy.accept, "2025-01-03"), (Toy.decide, "2025-02-05"),
        (Toy.accept, "2025-03-03"), (Toy.extend, "2025-04-01", {"extended_by": 30}),
    ]  # fmt: skip
    runs = [c for c in clocks_of(situation(*taken, procedure=Toy), CALENDAR) if c.limit == Toy.conclude]
    assert [c.due.strict for c in runs] == [date(2025, 3, 4), date(2025, 6, 1)]


def test_an_extension_without_its_number_of_days_is_as_long_as_the_law_allows() -> None:
    taken = [(Toy.receive, "2025-01-02"), (Toy.accept, "2025-01-03"), (Toy.extend, "2025-02-05", {})]
    at = situation(*taken, procedure=Toy)
    assert only(at, Toy.conclude).due.strict == date(2025, 4, 3)


def test_a_limit_in_hours_runs_from_the_time_of_the_act_and_is_judged_by_the_minute() -> None:
    at = situation(
        (Small.file, "2025-03-10"),
        (Small.hold, "2025-03-10", {"clock_time": "14:20"}),
        (Small.tell, "2025-03-11", {"clock_time": "15:01"}),
    )
    clock = only(at, Small.within_hours)
    assert (clock.due.judged, clock.state) == (datetime(2025, 3, 11, 15, 0), State.LATE)


def test_a_limit_that_ended_before_every_calendar_is_strict_and_provisional_and_refuses_nothing() -> None:
    clock = only(situation((Small.file, "2025-03-10"), made=date(1998, 5, 1)), Small.long)
    assert (clock.due.strict, clock.due.judged, clock.due.rolled) == (date(2003, 5, 1), date(2003, 5, 1), None)
    assert clock.due.provisional
    assert clock.state is State.LATE
    assert "没有2003年的放假安排" in clock.due.explain()


def test_a_minimum_is_kept_only_after_its_last_day() -> None:
    for on, state in (("2025-04-09", State.LATE), ("2025-04-10", State.KEPT)):
        at = situation((Small.file, "2025-03-10"), (Small.post, "2025-03-10"), (Small.close, on))
        assert only(at, Small.shown).state is state


def test_a_limit_may_end_on_a_date_of_the_case_and_take_effect_on_the_day_after() -> None:
    clock = only(situation((Small.post, "2024-05-01"), made=date(2029, 4, 30)), Small.valid)
    assert (clock.due.strict, clock.due.judged) == (date(2029, 4, 30), date(2029, 4, 30))
    assert clock.effective_on == date(2029, 5, 1)
    assert clock_of(situation((Small.post, "2024-05-01")), Small.valid, CALENDAR) is None


def test_a_minimum_period_is_never_overdue_and_ends_on_its_last_day_though_that_is_a_rest_day() -> None:
    clock = only(situation((Small.file, "2024-12-20"), (Small.post, "2024-12-20")), Small.shown)
    assert (clock.state, clock.due.judged, clock.due.warn_on) == (State.FLOOR, date(2025, 1, 19), None)
    assert not clock.late(date(2025, 3, 1))
    assert clock.open
    assert not any("稳妥" in step.text for step in clock.due.steps)


def test_a_limit_that_only_counts_back_from_a_date_runs_from_the_first_step() -> None:
    at = situation((Small.file, "2025-03-10"), hearing=date(2025, 4, 10))
    assert only(at, Small.notice).due.judged == date(2025, 4, 1)
    assert clock_of(situation((Small.file, "2025-03-10")), Small.notice, CALENDAR) is None


def test_a_party_counting_backward_may_still_act_on_the_day_the_organ_would_be_late() -> None:
    at = situation((Small.file, "2025-03-10"), hearing=date(2025, 4, 10))
    assert only(at, Small.asked_for).due.judged == date(2025, 4, 2)


def test_a_span_from_a_field_to_a_step_ends_with_the_step() -> None:
    at = situation(
        (Small.file, "2025-01-02"), (Small.supply, "2025-01-20"), made=date(2025, 1, 1), filed=date(2025, 1, 10)
    )
    assert only(at, Small.barred).due.strict == date(2025, 3, 12)


def test_a_limit_that_the_closing_step_cut_off_on_its_first_day_is_moot() -> None:
    at = situation((Small.file, "2025-03-10"), (Small.hold, "2025-03-11", {}), (Small.close, "2025-03-11"))
    assert only(at, Small.within_hours).state is State.MOOT


@pytest.mark.parametrize(("day", "stages"), [("2025-03-09", "new"), ("2025-03-10", "new open"), ("2025-04-02", "held")])
def test_the_stages_of_a_day_are_those_it_began_with_and_those_it_reached(day: str, stages: str) -> None:
    at = situation((Small.file, "2025-03-10"), (Small.stop, "2025-04-01"))
    assert [stage.code for stage in at.stages_on(date.fromisoformat(day))] == stages.split()
