"""Random walks: whatever people do with a review, a topic or a policy, the rules answer and the clocks agree."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.walking import Dice, Value, Walk
from yifa.areas.rulemaking.fair_competition.choices import Result
from yifa.areas.rulemaking.fair_competition.procedure import FairCompetitionReview
from yifa.areas.rulemaking.fair_competition.standards import STANDARDS
from yifa.areas.rulemaking.legality_review.agenda import AgendaItem
from yifa.areas.rulemaking.legality_review.choices import Adoption, Verdict, Weight
from yifa.areas.rulemaking.legality_review.materials import list_for
from yifa.areas.rulemaking.legality_review.review_procedure import LegalityReview
from yifa.kernel.declare import Procedure, Step

SIDEWAYS = ("withdraw", "send_back", "require", "query", "exclude", "drop", "screen", "recuse", "resubmit", "revise")
"""Steps that lead away or around: taken rarely, so that walks come to an end."""


def _materials(record: Any, dice: Dice, day: date) -> list[dict[str, str]]:
    rows = list_for(record.target_type).rows()
    return [row | {"state": "missing" if dice.random() < 0.02 else "present"} for row in rows]


def _opinions(record: Any, dice: Dice, day: date) -> list[dict[str, str]]:
    return [
        {
            "seq": str(n), "text": "意见", "severity": dice.choice(Weight.values), "reason_if_not": "有理由",
            "adopt_status": dice.choice((Adoption.FULL.value, Adoption.NONE.value)), "round": str(record.round),
        }
        for n in range(1, dice.randint(1, 4))
    ]  # fmt: skip


def _findings(record: Any, dice: Dice, day: date) -> list[dict[str, str]]:
    return [{"rule": "AUTH-004", "severity": "error", "verdict": dice.choice(Verdict.values), "reason": "有依据"}]


def _hits(record: Any, dice: Dice, day: date) -> list[dict[str, str]]:
    found = Result.FOUND.value if dice.random() < 0.5 else Result.NONE.value
    return [{"standard": s.code, "result": found if s.code == "10.2" else "none", "quote": "奖励"} for s in STANDARDS]


ROWS: dict[str, Value] = {
    "materials": _materials, "opinions": _opinions, "findings": _findings, "hits": _hits,
    "consultees": lambda record, dice, day: [{"name": "某商会", "kind": dice.choice(("association", "public"))}],
    "reports": lambda record, dice, day: [
        {"on": "2025-01-01", "what": "限定", "handled": dice.choice(("open", "handled"))}
    ],
}  # fmt: skip


def mostly_onward(steps: list[Step], dice: Dice) -> Step:
    """Nine times of ten a step that does not lead away."""
    onward = [step for step in steps if step.code not in SIDEWAYS]
    return dice.choice(onward if onward and dice.random() < 0.9 else steps)


def _walk(version: type[Procedure], organ: str) -> Walk:
    return Walk(
        version, organ, date(2025, 1, 2), attempts=70, pick=mostly_onward, values=ROWS, ahead=(1, 200)
    )  # fmt: skip


REVIEWS, POLICIES = _walk(LegalityReview, "某县司法局"), _walk(FairCompetitionReview, "某县市场监督管理局")
WALKS = [REVIEWS, _walk(AgendaItem, "某县人民政府"), POLICIES]


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.version.__name__)
def test_whatever_happens_every_clock_is_consistent(walk: Walk) -> None:
    assert walk.check(60)


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.version.__name__)
def test_random_walks_reach_every_stage(walk: Walk) -> None:
    assert walk.missed(150) == set()


def test_no_walk_issues_an_opinion_that_nobody_verified_or_a_policy_that_is_prohibited() -> None:
    for review in REVIEWS.many(150):
        for event in review.happened:
            if event.step == LegalityReview.opine:
                before = [each.step.code for each in review.happened if each.place < event.place]
                assert before.index("propose") < len(before) - 1 - before[::-1].index("verify")
    for policy in POLICIES.many(150):
        for event in policy.happened:
            if event.step == FairCompetitionReview.issue:
                answered = (FairCompetitionReview.conclude, FairCompetitionReview.exclude)
                assert any(each.step in answered for each in policy.happened)
