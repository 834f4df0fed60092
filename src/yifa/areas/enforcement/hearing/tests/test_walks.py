"""Random walks through the five services: whatever people do, the rules answer and the clocks agree."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.walking import CALENDAR, LAST, Dice, Value, Walk
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
from yifa.kernel.declare import Procedure, Step
from yifa.kernel.situation import Situation
from yifa.office.roles import Role


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


def amounts(situation: Situation, step: Step, dice: Dice, day: date) -> Mapping[str, str]:
    """What is paid: all that is left, or some of it."""
    if step.code not in ("pay", "pay_part"):
        return {}
    left = account(situation, day).left
    return {"amount": str(left if step.code == "pay" else min(left, Decimal(5000))), "confiscated": ""}


def notice_day(situation: Situation, step: Step, day: date) -> date:
    """A hearing takes place on the day of its notice; everything else whenever it does."""
    on: date | None = getattr(situation.record, "hearing_on", None)
    return on if step.code in ("hold", "absent") and on is not None else day


def _walk(version: type[Procedure]) -> Walk:
    return Walk(
        version, "某县市场监督管理局", date(2025, 1, 2), within=500, pauses=(0, 0, 1, 1, 2, 3, 7, 15, 40),
        values=VALUES, inputs=amounts, on=notice_day,
    )  # fmt: skip


FINES, REVIEWS, COPIES = _walk(FineCollection), _walk(DecisionReview), _walk(PenaltyPublication)
WALKS = [_walk(EnforcementHearing), REVIEWS, FINES, COPIES, _walk(CriminalReferral)]


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.version.__name__)
def test_whatever_happens_every_clock_is_consistent(walk: Walk) -> None:
    assert walk.check(40)


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.version.__name__)
def test_random_walks_reach_every_stage(walk: Walk) -> None:
    version = walk.version
    by_law = {step.target.code for step in version.steps() if step.roles == (Role.SYSTEM,) and step.target}
    assert walk.missed(150) - by_law == set()


def test_no_walk_collects_more_than_the_fine_twice_over() -> None:
    for situation in FINES.many(60):
        told = account(situation, LAST)
        assert told.surcharge <= told.fine
        if situation.stage == FineCollection.paid:
            closing = situation.last(FineCollection.pay)
            assert closing is not None
            assert account(situation, closing.on).left == 0


def test_no_walk_adopts_what_was_not_passed_or_publishes_a_telephone_number() -> None:
    for review in REVIEWS.many(60):
        if review.stage == DecisionReview.adopted:
            assert review.record.cleared_on is not None
    for copy in COPIES.many(60):
        if copy.did(PenaltyPublication.screen):
            assert "13800138000" not in copy.record.public_text
