"""Random walks through a procedure: steps taken at random, filled in at random, refused or taken by the rules alone."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from yifa.clock import Calendar
from yifa.clock.errors import BadPeriod
from yifa.clock.periods import local_day
from yifa.kernel.clocks import Clock, State, clocks_of
from yifa.kernel.declare import NEW, Procedure, Step, field_name
from yifa.kernel.rules import Attempt, Override, possible, reasons_against
from yifa.kernel.scenario_values import blank_record, fill, set_own
from yifa.kernel.situation import Happened, Situation
from yifa.office.models import Organ

CALENDAR, LAST = Calendar.load(), date(2026, 12, 20)
Dice = random.Random
Value = Callable[[Any, Dice, date], Any]
"""What a field is given, from the record, the dice and the day."""


def onward(steps: list[Step], dice: Dice) -> Step:
    """Three times of four one of the usual steps, else any."""
    usual = [step for step in steps if not step.rare]
    return dice.choice(usual if usual and dice.random() < 0.75 else steps)


def _that_day(situation: Situation, step: Step, day: date) -> date:
    return day


def _nothing(situation: Situation, step: Step, dice: Dice, day: date) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True)
class Walk:
    """How a procedure is walked.

    Attributes:
        since, within: the first day, and within how many days a walk begins; attempts: how many steps are tried.
        pauses: the days between two attempts.
        pick: which of the possible steps is tried, None for none.
        values: what fields are given, by name; other fields with choices, truth values and dates are thrown.
        brings: how often an optional field is brought; truth: how often a truth value is yes.
        words: what a text field is given; empty leaves texts alone.
        ahead: how many days after today a thrown date lies; None leaves dates alone.
        inputs: inputs that are not thrown; on: the legal date of a step.
        other: the organ that a field naming one is given.
        override: whether every condition is overridden with a reason, or the conditions that people judge confirmed.
    """

    version: type[Procedure]
    organ: str
    since: date
    within: int = 60
    attempts: int = 60
    pauses: tuple[int, ...] = (0, 1, 1, 2, 3, 7, 15, 40)
    pick: Callable[[list[Step], Dice], Step | None] = onward
    values: Mapping[str, Value] = field(default_factory=dict)
    brings: float = 0.3
    truth: float = 0.4
    words: str = ""
    ahead: tuple[int, int] | None = None
    inputs: Callable[[Situation, Step, Dice, date], Mapping[str, Any]] = _nothing
    on: Callable[[Situation, Step, date], date] = _that_day
    other: Organ | None = None
    override: bool = True

    def taken(self, seed: int) -> Situation:
        """The case after the walk of this seed."""
        dice = random.Random(seed)
        situation = Situation(self.version, blank_record(self.version, self.organ))
        day = self.since + timedelta(dice.randint(0, self.within))
        for seq in range(1, self.attempts + 1):
            day = min(day + timedelta(dice.choice(self.pauses)), LAST)
            steps = possible(situation)
            step = self.pick(steps, dice) if steps else None
            if step is not None:
                situation = self._tried(situation, step, dice, day, seq)
        return situation

    def many(self, seeds: int) -> Iterator[Situation]:
        """The cases after so many walks."""
        return (self.taken(seed) for seed in range(seeds))

    def reached(self, seeds: int) -> set[str]:
        """The codes of the stages that so many walks come to; it ends when all are reached."""
        stages, wanted = {NEW.code}, {stage.code for stage in self.version.stages()}
        for situation in self.many(seeds):
            stages |= {event.step.target.code for event in situation.happened if event.step.target}
            if wanted <= stages:
                break
        return stages

    def missed(self, seeds: int) -> set[str]:
        """The codes of the stages that so many walks do not come to."""
        return {stage.code for stage in self.version.stages()} - self.reached(seeds)

    def check(self, seeds: int) -> int:
        """Whatever happens on so many walks, the case has its title and its clocks agree; how many steps were taken."""
        taken = 0
        for situation in self.many(seeds):
            assert self.version.title_of(situation.record)
            check_clocks(situation)
            taken += len(situation.happened)
        return taken

    def _tried(self, situation: Situation, step: Step, dice: Dice, day: date, seq: int) -> Situation:
        """The case after the step, or as it was where the rules refuse it."""
        record = situation.record
        before = dict(vars(record))
        data = self._filled(situation, step, dice, day)
        on = self.on(situation, step, day)
        codes = [code for code, condition in step.condition_codes if self.override or condition.test is None]
        overrides = {code: Override("有正当理由") for code in codes} if self.override else {}
        attempt = Attempt(step, on, data, codes, overrides)
        after = self._after(situation.asked(step, on, record, data), attempt, seq)
        if after is None:
            vars(record).clear()
            vars(record).update(before)
            return situation
        return after

    def _after(self, asked: Situation, attempt: Attempt, seq: int) -> Situation | None:
        """The case once the step was taken; None where the rules refuse it, or days that somebody entered conflict."""
        record, step, on = asked.record, attempt.step, attempt.on
        try:
            if reasons_against(asked, attempt, today=LAST):
                return None
            set_own(record, step, on)
            after = Situation(self.version, record, asked.happened).after(Happened(seq, step, on, attempt.data))
            clocks_of(after, CALENDAR)
        except BadPeriod:
            return None
        return after

    def _filled(self, situation: Situation, step: Step, dice: Dice, day: date) -> dict[str, Any]:
        """What it needs, some of what it may bring, and its inputs."""
        record = situation.record
        for reference in (*step.needs, *(r for r in step.may if dice.random() < self.brings)):
            self._throw(record, field_name(reference), dice, day)
        data = fill(record, step, {}, day)
        for asked in step.asks:
            if asked.choices:
                data[asked.code] = dice.choice(asked.choices)[0]
            elif asked.kind == "time":
                data[asked.code] = f"{dice.randint(8, 18):02}:30"
        return data | dict(self.inputs(situation, step, dice, day))

    def _throw(self, record: Any, name: str, dice: Dice, day: date) -> None:
        model_field = record._meta.get_field(name)
        kind = model_field.get_internal_type()
        if name in self.values:
            setattr(record, name, self.values[name](record, dice, day))
        elif model_field.related_model is Organ:
            setattr(record, name, self.other)
        elif model_field.choices:
            setattr(record, name, dice.choice(model_field.flatchoices)[0])
        elif kind == "BooleanField":
            setattr(record, name, dice.random() < self.truth)
        elif kind == "DateField" and self.ahead is not None:
            setattr(record, name, day + timedelta(dice.randint(*self.ahead)))
        elif kind in ("CharField", "TextField") and self.words:
            setattr(record, name, self.words)


def always(value: Any) -> Value:
    """A field is given this value."""
    return lambda record, dice, day: value


def check_clocks(situation: Situation) -> None:
    """Whatever happened, the clocks of a case agree with each other."""
    for clock in clocks_of(situation, CALENDAR):
        _check(clock)


def _check(clock: Clock) -> None:
    due, named = clock.due, clock.limit.label
    if due.stopped:
        assert clock.state in (State.PAUSED, State.KEPT, State.MOOT), named
        return
    assert clock.state is not State.PAUSED, named
    assert not clock.limit.floor or clock.state is not State.RUNNING, named
    if due.judged is None:
        assert clock.limit.ends_on is not None, named
        return
    stated = clock.limit.ends_on is not None or clock.limit.before is not None
    assert stated or local_day(due.judged) >= clock.since, named
    if due.strict is not None and due.rolled is not None:
        assert local_day(due.rolled) >= local_day(due.strict) or clock.limit.before is not None, named
    if clock.state is State.KEPT and clock.ended_on is not None and not clock.limit.floor:
        assert clock.ended_on <= local_day(due.judged), named
