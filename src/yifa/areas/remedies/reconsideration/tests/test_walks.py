"""Random walks through both procedures: whatever people do, the rules answer and the clocks agree with each other."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest

from yifa.clock import Calendar
from yifa.kernel.clocks import State, clocks_of
from yifa.kernel.declare import NEW, PROCEDURES, Procedure, Step, field_name
from yifa.kernel.rules import Attempt, Override, possible, reasons_against
from yifa.kernel.scenario_values import blank_record, fill, set_own
from yifa.kernel.situation import Happened, Situation
from yifa.office.roles import Role

VERSIONS = [*PROCEDURES.versions["reconsideration"], *PROCEDURES.versions["reconsideration_reply"]]
LAST = date(2026, 12, 20)


def chosen(record: Any, step: Step, dice: random.Random, day: date) -> dict[str, Any]:
    """Fill in a step: what it needs at random, some of what it may bring, and its inputs."""
    for reference in (*step.needs, *(r for r in step.may if dice.random() < 0.15)):
        model_field = record._meta.get_field(field_name(reference))
        kind = model_field.get_internal_type()
        if model_field.choices:
            setattr(record, model_field.name, dice.choice(model_field.flatchoices)[0])
        elif kind == "BooleanField":
            setattr(record, model_field.name, dice.random() < 0.3)
        elif kind == "DateField":
            setattr(record, model_field.name, day - timedelta(days=dice.randint(-10, 90)))
    data = fill(record, step, {}, day)
    for asked in step.asks:
        if asked.choices:
            data[asked.code] = dice.choice(asked.choices)[0]
    return data


def walked(version: type[Procedure], dice: random.Random) -> Situation:
    """A case after a random walk of up to forty attempts."""
    situation = Situation(version, blank_record(version, "洪河县人民政府"))
    day = version.since + timedelta(days=dice.randint(0, 60))
    for seq in range(1, 41):
        day = min(day + timedelta(days=dice.choice((0, 1, 1, 2, 3, 7, 15, 40))), LAST)
        steps = [step for step in possible(situation) if step.by is not Role.SYSTEM or dice.random() < 0.2]
        if not steps:
            break
        step = dice.choice(steps)
        before = dict(vars(situation.record))
        data = chosen(situation.record, step, dice, day)
        codes = [code for code, _ in step.condition_codes]
        overrides = {code: Override("有正当理由") for code in codes}
        asked = situation.asked(step, day, situation.record, data)
        if reasons_against(asked, Attempt(step, day, data, codes, overrides), today=LAST):
            vars(situation.record).clear()
            vars(situation.record).update(before)
            continue
        set_own(situation.record, step, day)
        situation = Situation(version, situation.record, situation.happened).after(Happened(seq, step, day, data))
    return situation


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.__name__)
def test_whatever_happens_every_clock_is_consistent(version: type[Procedure]) -> None:
    calendar = Calendar.load()
    for seed in range(40):
        situation = walked(version, random.Random(seed))
        version.title_of(situation.record)
        for clock in clocks_of(situation, calendar):
            due = clock.due
            if due.stopped:
                assert clock.state in (State.PAUSED, State.KEPT, State.MOOT), clock.limit.label
                continue
            assert clock.state is not State.PAUSED
            assert due.judged is not None, clock.limit.label
            assert clock.limit.before is not None or due.judged >= clock.since
            assert due.strict is None or due.rolled is None or due.rolled >= due.strict
            if clock.ended_on is not None and clock.state is State.KEPT and not clock.limit.floor:
                assert clock.ended_on <= due.judged


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.__name__)
def test_random_walks_reach_every_stage(version: type[Procedure]) -> None:
    reached = {NEW.code}
    for seed in range(120):
        situation = walked(version, random.Random(seed))
        reached |= {event.step.target.code for event in situation.happened if event.step.target}
    assert {stage.code for stage in version.stages()} <= reached
