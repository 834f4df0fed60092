"""Random walks: whatever people do with a review, a topic or a policy, the rules answer and the clocks agree."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from yifa.areas.rulemaking.fair_competition.choices import Result
from yifa.areas.rulemaking.fair_competition.procedure import FairCompetitionReview
from yifa.areas.rulemaking.fair_competition.standards import STANDARDS
from yifa.areas.rulemaking.legality_review.agenda import AgendaItem
from yifa.areas.rulemaking.legality_review.choices import Adoption, Verdict, Weight
from yifa.areas.rulemaking.legality_review.materials import list_for
from yifa.areas.rulemaking.legality_review.review_procedure import LegalityReview
from yifa.clock import Calendar
from yifa.kernel.clocks import State, clocks_of
from yifa.kernel.declare import NEW, Procedure, Step, field_name
from yifa.kernel.rules import Attempt, Override, possible, reasons_against
from yifa.kernel.scenario_values import blank_record, fill, set_own
from yifa.kernel.situation import Happened, Situation

LAST = date(2026, 12, 20)
SIDEWAYS = ("withdraw", "send_back", "require", "query", "exclude", "drop", "screen", "recuse", "resubmit", "revise")
"""Steps that lead away or around: taken rarely, so that walks come to an end."""

WALKED: list[tuple[type[Procedure], str]] = [
    (LegalityReview, "某县司法局"), (AgendaItem, "某县人民政府"), (FairCompetitionReview, "某县市场监督管理局"),
]  # fmt: skip


def _materials(record: Any, dice: random.Random) -> list[dict[str, str]]:
    rows = list_for(record.target_type).rows()
    return [row | {"state": "missing" if dice.random() < 0.02 else "present"} for row in rows]


def _opinions(record: Any, dice: random.Random) -> list[dict[str, str]]:
    return [
        {
            "seq": str(n), "text": "意见", "severity": dice.choice(Weight.values), "reason_if_not": "有理由",
            "adopt_status": dice.choice((Adoption.FULL.value, Adoption.NONE.value)), "round": str(record.round),
        }
        for n in range(1, dice.randint(1, 4))
    ]  # fmt: skip


def _findings(record: Any, dice: random.Random) -> list[dict[str, str]]:
    return [{"rule": "AUTH-004", "severity": "error", "verdict": dice.choice(Verdict.values), "reason": "有依据"}]


def _hits(record: Any, dice: random.Random) -> list[dict[str, str]]:
    found = Result.FOUND.value if dice.random() < 0.5 else Result.NONE.value
    return [{"standard": s.code, "result": found if s.code == "10.2" else "none", "quote": "奖励"} for s in STANDARDS]


ROWS: dict[str, Callable[[Any, random.Random], list[dict[str, str]]]] = {
    "materials": _materials, "opinions": _opinions, "findings": _findings, "hits": _hits,
    "consultees": lambda record, dice: [{"name": "某商会", "kind": dice.choice(("association", "public"))}],
    "reports": lambda record, dice: [{"on": "2025-01-01", "what": "限定", "handled": dice.choice(("open", "handled"))}],
}  # fmt: skip


def chosen(record: Any, step: Step, dice: random.Random, day: date) -> dict[str, Any]:
    """Fill in a step: what it needs at random, some of what it may bring, and its inputs."""
    for reference in (*step.needs, *(r for r in step.may if dice.random() < 0.3)):
        model_field = record._meta.get_field(field_name(reference))
        if model_field.name in ROWS:
            setattr(record, model_field.name, ROWS[model_field.name](record, dice))
        elif model_field.choices:
            setattr(record, model_field.name, dice.choice(model_field.flatchoices)[0])
        elif model_field.get_internal_type() == "BooleanField":
            setattr(record, model_field.name, dice.random() < 0.4)
        elif model_field.get_internal_type() == "DateField":
            setattr(record, model_field.name, day + timedelta(days=dice.randint(1, 200)))
    data = fill(record, step, {}, day)
    for asked in step.asks:
        if asked.choices:
            data[asked.code] = dice.choice(asked.choices)[0]
    return data


def walked(version: type[Procedure], organ: str, dice: random.Random) -> Situation:
    """A case after a random walk of up to seventy attempts."""
    situation = Situation(version, blank_record(version, organ))
    day = date(2025, 1, 2) + timedelta(days=dice.randint(0, 60))
    for seq in range(1, 71):
        day = min(day + timedelta(days=dice.choice((0, 1, 1, 2, 3, 7, 15, 40))), LAST)
        if not (steps := possible(situation)):
            break
        onward = [step for step in steps if step.code not in SIDEWAYS]
        step = dice.choice(onward if onward and dice.random() < 0.9 else steps)
        before = dict(vars(situation.record))
        data = chosen(situation.record, step, dice, day)
        codes = [code for code, _ in step.condition_codes]
        attempt = Attempt(step, day, data, codes, {code: Override("有正当理由") for code in codes})
        asked = situation.asked(step, day, situation.record, data)
        if reasons_against(asked, attempt, today=LAST):
            vars(situation.record).clear()
            vars(situation.record).update(before)
            continue
        set_own(situation.record, step, day)
        situation = Situation(version, situation.record, situation.happened).after(Happened(seq, step, day, data))
    return situation


@pytest.mark.parametrize(("version", "organ"), WALKED)
def test_whatever_happens_every_clock_is_consistent(version: type[Procedure], organ: str) -> None:
    calendar = Calendar.load()
    for seed in range(60):
        situation = walked(version, organ, random.Random(seed))
        version.title_of(situation.record)
        for clock in clocks_of(situation, calendar):
            if clock.due.stopped:
                assert clock.state in (State.PAUSED, State.KEPT, State.MOOT), clock.limit.label
                continue
            assert clock.state is not State.PAUSED
            assert clock.due.judged is not None, clock.limit.label
            assert clock.due.judged >= clock.since, clock.limit.label


@pytest.mark.parametrize(("version", "organ"), WALKED)
def test_random_walks_reach_every_stage(version: type[Procedure], organ: str) -> None:
    reached = {NEW.code}
    for seed in range(150):
        situation = walked(version, organ, random.Random(seed))
        reached |= {event.step.target.code for event in situation.happened if event.step.target}
    assert {stage.code for stage in version.stages()} <= reached


def test_no_walk_issues_an_opinion_that_nobody_verified_or_a_policy_that_is_prohibited() -> None:
    for seed in range(150):
        review = walked(LegalityReview, "某县司法局", random.Random(seed))
        for event in review.happened:
            if event.step == LegalityReview.opine:
                before = [each.step.code for each in review.happened if each.place < event.place]
                assert before.index("propose") < len(before) - 1 - before[::-1].index("verify")
        policy = walked(FairCompetitionReview, "某县市场监督管理局", random.Random(seed))
        for event in policy.happened:
            if event.step == FairCompetitionReview.issue:
                answered = (FairCompetitionReview.conclude, FairCompetitionReview.exclude)
                assert any(each.step in answered for each in policy.happened)
