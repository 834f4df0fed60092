"""Random walks: whatever people do, the rules answer, nothing is decided unreviewed, and every stage is reached."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest

from yifa.areas.rulemaking.decision_catalogue.procedure import DecisionCatalogue
from yifa.areas.rulemaking.major_decision.course import last
from yifa.areas.rulemaking.major_decision.procedure import MajorDecision
from yifa.clock import Calendar
from yifa.kernel.clocks import State, clocks_of
from yifa.kernel.declare import NEW, Procedure, Step, field_name
from yifa.kernel.rules import Attempt, possible, reasons_against
from yifa.kernel.scenario_values import blank_record, fill, set_own
from yifa.kernel.situation import Happened, Situation

LAST = date(2026, 12, 20)
ITEM = {
    "no": "1", "name": "停车措施", "kind": "policy", "lead": "县城管局", "planned": "三季度",
    "procedures": "合法性审查、集体讨论",
}  # fmt: skip
GOOD = {
    "items": [ITEM], "withheld": [], "off_catalogue_reason": "上级部署", "proposer_unit": "县城管局",
    "proposer": "王五六", "problem": "问题", "grounds": "理由", "plan": "方案", "necessity": "必要",
    "experts": [{"name": "赵一", "unit": "某大学", "interest": "no", "signed": "yes"}], "expert_adoption": "采纳",
    "risk_reused": "已有报告", "procedure_statement": "说明", "public_adoption": "采纳", "deviation_reason": "理由",
    "confidential_basis": "依据", "meeting": "standing", "head_spoke_last": True, "hearing_by_law": "",
    "review_conclusion": "legal", "reviewed_digest": "", "fair_conclusion": "no_restriction", "majority": "approve",
    "result": "approved", "risk_result": "controllable", "congress": "none", "expropriation_plan": False,
    "dispute_note": "说明", "shorten_reason": "",
}  # fmt: skip
"""What lets a walk come far; the rest is thrown."""


def chosen(situation: Situation, step: Step, dice: random.Random, day: date) -> dict[str, Any]:
    """Fill in a step: mostly what lets it pass, now and then something else."""
    record = situation.record
    for reference in (*step.needs, *(r for r in step.may if dice.random() < 0.5)):
        model_field = record._meta.get_field(field_name(reference))
        if model_field.name in GOOD and dice.random() < 0.97:
            setattr(record, model_field.name, GOOD[model_field.name])
        elif model_field.choices:
            setattr(record, model_field.name, dice.choice(model_field.flatchoices)[0])
        elif model_field.get_internal_type() == "BooleanField":
            setattr(record, model_field.name, dice.random() < 0.12)
        elif model_field.get_internal_type() == "DateField":
            setattr(record, model_field.name, day + timedelta(days=dice.choice((8, 20, 31, 40))))
    data = fill(record, step, {}, day)
    return data | {asked.code: dice.choice(asked.choices)[0] for asked in step.asks if asked.choices}


def walked(version: type[Procedure], dice: random.Random, organ: str) -> Situation:
    """A case after a random walk of up to 140 attempts."""
    situation = Situation(version, blank_record(version, organ))
    day = date(2025, 1, 2)
    for seq in range(1, 141):
        day = min(day + timedelta(days=dice.choice((0, 0, 1, 2, 5, 16))), LAST)
        steps = [step for step in possible(situation) if not step.rare or dice.random() < 0.06]
        if not steps:
            break
        step = dice.choices(steps, [3 if step.target is not None else 1 for step in steps])[0]
        before = dict(vars(situation.record))
        data = chosen(situation, step, dice, day)
        asked = situation.asked(step, day, situation.record, data)
        codes = [code for code, condition in step.condition_codes if condition.test is None]
        if reasons_against(asked, Attempt(step, day, data, codes), today=LAST):
            vars(situation.record).clear()
            vars(situation.record).update(before)
            continue
        set_own(situation.record, step, day)
        situation = Situation(version, situation.record, situation.happened).after(Happened(seq, step, day, data))
    return situation


@pytest.mark.parametrize("organ", ["洪河县人民政府", "洪河县柳湾镇人民政府", "洪河县教育局"])
@pytest.mark.parametrize("version", [MajorDecision, DecisionCatalogue], ids=lambda version: version.__name__)
def test_whatever_happens_clocks_and_title_are_consistent(version: type[Procedure], organ: str) -> None:
    calendar = Calendar.load()
    for seed in range(25):
        situation = walked(version, random.Random(seed), organ)
        version.title_of(situation.record)
        for clock in clocks_of(situation, calendar):
            assert clock.due.stopped or clock.due.judged is not None, clock.limit.label
            assert not clock.limit.floor or clock.state is not State.RUNNING


def test_a_government_decides_nothing_without_review_discussion_and_the_party_committee() -> None:
    decided = published = 0
    for seed in range(400):
        situation = walked(MajorDecision, random.Random(seed), "洪河县人民政府")
        adopted, out = last(situation, "adopt"), last(situation, "announce", "issue_withheld")
        if adopted is not None:
            decided += 1
            assert last(situation, "receive_opinion") is not None
            assert last(situation, "discuss") is not None
        if out is not None:
            published += 1
            asked = last(situation, "report_party")
            assert asked is not None
            assert asked.place < out.place
    assert decided > 2
    assert published > 1


def test_random_walks_reach_every_stage() -> None:
    for version in (MajorDecision, DecisionCatalogue):
        reached = {NEW.code}
        for seed in range(700):
            situation = walked(version, random.Random(seed), "洪河县人民政府")
            reached |= {event.step.target.code for event in situation.happened if event.step.target}
        assert {stage.code for stage in version.stages()} - reached == set()
