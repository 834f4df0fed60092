"""Random walks through the five services: whatever people do, the rules answer and the clocks agree."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from yifa.areas.enforcement.criminal_referral.choices import DOCUMENTS
from yifa.areas.enforcement.criminal_referral.procedure import CriminalReferral
from yifa.areas.enforcement.decision_review.choices import Finding, Point
from yifa.areas.enforcement.decision_review.materials import list_for
from yifa.areas.enforcement.decision_review.procedure import DecisionReview
from yifa.areas.enforcement.fine_collection.ledger import account
from yifa.areas.enforcement.fine_collection.procedure import FineCollection
from yifa.areas.enforcement.hearing.procedure import EnforcementHearing
from yifa.areas.enforcement.hearing.tests.office import OFFICERS
from yifa.areas.enforcement.penalty_publication.procedure import PenaltyPublication
from yifa.clock import Calendar
from yifa.clock.periods import local_day
from yifa.kernel.clocks import State, clocks_of
from yifa.kernel.declare import NEW, Procedure, Step, field_name
from yifa.kernel.rules import Attempt, Override, possible, reasons_against
from yifa.kernel.scenario_values import blank_record, fill, set_own
from yifa.kernel.situation import Happened, Situation
from yifa.office.roles import Role

CALENDAR, LAST = Calendar.load(), date(2026, 12, 20)
SERVICES: list[type[Procedure]] = [
    EnforcementHearing, DecisionReview, FineCollection, PenaltyPublication, CriminalReferral
]  # fmt: skip
Dice = random.Random
Value = Callable[[Any, Dice, date], Any]


def _points(record: Any, dice: Dice, day: date) -> list[dict[str, str]]:
    found = dice.choice((Finding.OK, Finding.OK, Finding.CHANGE, Finding.FATAL)).value
    rows = [{"point": point.value, "finding": "ok"} for point in Point]
    return [*rows[:-1], rows[-1] | {"finding": found, "text": "应当改正", "answer": dice.choice(("", "已改"))}]


def _plan(record: Any, dice: Dice, day: date) -> list[dict[str, str]]:
    old = [row for row in record.plan if row.get("granted_on")]
    due = CALENDAR.workday_from(day + timedelta(dice.randint(1, 90)), allow_provisional=True)
    return [*old, {"due": due.isoformat(), "amount": str(dice.choice((30000, 20000, 10000)))}]


VALUES: dict[str, Value] = {
    "kind": lambda record, dice, day: dice.choice(("penalty", "penalty", "licence", "licence_duty")),
    "trigger_item": lambda record, dice, day: {
        "penalty": "fine", "licence": "interest", "licence_duty": "public_interest"
    }[record.kind],
    "hearing_on": lambda record, dice, day: CALENDAR.add_working_days(day, dice.randint(5, 14), allow_provisional=True),
    "host": lambda record, dice, day: dice.choice(("周审", "周审", "钱进")),
    "investigators": lambda record, dice, day: OFFICERS,
    "public": lambda record, dice, day: True,
    "closed_reason": lambda record, dice, day: "",
    "told_on": lambda record, dice, day: day,
    "posted_on": lambda record, dice, day: day,
    "triggers": lambda record, dice, day: [{"trigger": "heard"}],
    "officers": lambda record, dice, day: OFFICERS,
    "points": _points,
    "materials": lambda record, dice, day: list_for(record.act_kind).rows("present"),
    "fine_amount": lambda record, dice, day: Decimal(dice.choice((30000, 20000))),
    "confiscated_amount": lambda record, dice, day: None,
    "received_on": lambda record, dice, day: day,
    "decision_date": lambda record, dice, day: day - timedelta(dice.randint(0, 5)),
    "plan": _plan,
    "public_text": lambda record, dice, day: dice.choice(("罚款5000元。", "电话13800138000。")),
    "decision_class": lambda record, dice, day: dice.choice(("penalty", "penalty", "penalty", "licence", "other")),
    "withdraw_reason": lambda record, dice, day: "决定被撤销。",
    "documents": lambda record, dice, day: [{"item": item, "state": "present"} for item, _ in DOCUMENTS],
    "juvenile": lambda record, dice, day: dice.random() < 0.1,
}  # fmt: skip


def chosen(situation: Situation, step: Step, dice: Dice, day: date) -> dict[str, Any]:
    """Fill in a step: what it needs at random, some of what it may bring, and its inputs."""
    record = situation.record
    for reference in (*step.needs, *(r for r in step.may if dice.random() < 0.3)):
        model_field = record._meta.get_field(field_name(reference))
        if model_field.name in VALUES:
            setattr(record, model_field.name, VALUES[model_field.name](record, dice, day))
        elif model_field.choices:
            setattr(record, model_field.name, dice.choice(model_field.flatchoices)[0])
        elif model_field.get_internal_type() == "BooleanField":
            setattr(record, model_field.name, dice.random() < 0.4)
    data = fill(record, step, {}, day)
    for asked in step.asks:
        if asked.choices:
            data[asked.code] = dice.choice(asked.choices)[0]
        elif asked.kind == "time":
            data[asked.code] = f"{dice.randint(8, 18):02}:30"
    if step.code in ("pay", "pay_part"):
        left = account(situation, day).left
        data |= {"amount": str(left if step.code == "pay" else min(left, Decimal(5000))), "confiscated": ""}
    return data


def walked(version: type[Procedure], dice: Dice) -> Situation:
    """A case after a random walk of up to sixty attempts."""
    situation = Situation(version, blank_record(version, "某县市场监督管理局"))
    day = date(2025, 1, 2) + timedelta(days=dice.randint(0, 500))
    for seq in range(1, 61):
        day = min(day + timedelta(days=dice.choice((0, 0, 1, 1, 2, 3, 7, 15, 40))), LAST)
        if not (steps := possible(situation)):
            break
        onward = [step for step in steps if not step.rare]
        step = dice.choice(onward if onward and dice.random() < 0.75 else steps)
        before = dict(vars(situation.record))
        data = chosen(situation, step, dice, day)
        on = data_day(situation, step, day)
        codes = [code for code, _ in step.condition_codes]
        attempt = Attempt(step, on, data, codes, {code: Override("有正当理由") for code in codes})
        if reasons_against(situation.asked(step, on, situation.record, data), attempt, today=LAST):
            vars(situation.record).clear()
            vars(situation.record).update(before)
            continue
        set_own(situation.record, step, on)
        situation = Situation(version, situation.record, situation.happened).after(Happened(seq, step, on, data))
    return situation


def data_day(situation: Situation, step: Step, day: date) -> date:
    """A hearing takes place on the day of its notice; everything else whenever it does."""
    on: date | None = getattr(situation.record, "hearing_on", None)
    return on if step.code in ("hold", "absent") and on is not None else day


@pytest.mark.parametrize("version", SERVICES)
def test_whatever_happens_every_clock_is_consistent(version: type[Procedure]) -> None:
    for seed in range(40):
        situation = walked(version, random.Random(seed))
        assert version.title_of(situation.record)
        for clock in clocks_of(situation, CALENDAR):
            if clock.due.stopped:
                assert clock.state in (State.PAUSED, State.KEPT, State.MOOT), clock.limit.label
                continue
            assert clock.due.judged is not None, clock.limit.label
            backward = clock.limit.before is not None
            assert backward or local_day(clock.due.judged) >= clock.since, clock.limit.label


@pytest.mark.parametrize("version", SERVICES)
def test_random_walks_reach_every_stage(version: type[Procedure]) -> None:
    reached = {NEW.code}
    for seed in range(150):
        situation = walked(version, random.Random(seed))
        reached |= {event.step.target.code for event in situation.happened if event.step.target}
    by_law = {step.target.code for step in version.steps() if step.roles == (Role.SYSTEM,) and step.target}
    assert {stage.code for stage in version.stages()} - by_law <= reached


def test_no_walk_collects_more_than_the_fine_twice_over() -> None:
    for seed in range(60):
        situation = walked(FineCollection, random.Random(seed))
        told = account(situation, LAST)
        assert told.surcharge <= told.fine
        if situation.stage == FineCollection.paid:
            closing = situation.last(FineCollection.pay)
            assert closing is not None
            assert account(situation, closing.on).left == 0


def test_no_walk_adopts_what_was_not_passed_or_publishes_a_telephone_number() -> None:
    for seed in range(60):
        review = walked(DecisionReview, random.Random(seed))
        if review.stage == DecisionReview.adopted:
            assert review.record.cleared_on is not None
        copy = walked(PenaltyPublication, random.Random(seed))
        if copy.did(PenaltyPublication.screen):
            assert "13800138000" not in copy.record.public_text
