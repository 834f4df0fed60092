"""Random walks: whatever people do, the rules answer, nothing is decided unreviewed, and every stage is reached."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.walking import Dice, Value, Walk
from yifa.areas.rulemaking.decision_catalogue.procedure import DecisionCatalogue
from yifa.areas.rulemaking.major_decision.course import last
from yifa.areas.rulemaking.major_decision.procedure import MajorDecision
from yifa.kernel.declare import Procedure, Step

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


def mostly(name: str) -> Value:
    """What lets it pass, now and then something else."""

    def value(record: Any, dice: Dice, day: date) -> Any:
        return GOOD[name] if dice.random() < 0.97 else getattr(record, name)

    return value


def forward(steps: list[Step], dice: Dice) -> Step | None:
    """A step that leads on three times as often as one that does not; a rare one seldom."""
    open_ = [step for step in steps if not step.rare or dice.random() < 0.12]
    return dice.choices(open_, [3 if step.target is not None else 1 for step in open_])[0] if open_ else None


def _walk(version: type[Procedure], organ: str) -> Walk:
    return Walk(
        version, organ, date(2025, 1, 2), within=0, attempts=140, pauses=(0, 0, 1, 2, 5, 16), pick=forward,
        values={name: mostly(name) for name in GOOD}, brings=0.5, truth=0.12, ahead=(8, 40), override=False,
    )  # fmt: skip


DECISIONS = _walk(MajorDecision, "洪河县人民政府")


@pytest.mark.parametrize("organ", ["洪河县人民政府", "洪河县柳湾镇人民政府", "洪河县教育局"])
@pytest.mark.parametrize("version", [MajorDecision, DecisionCatalogue], ids=lambda version: version.__name__)
def test_whatever_happens_clocks_and_title_are_consistent(version: type[Procedure], organ: str) -> None:
    assert _walk(version, organ).check(25)


def test_a_government_decides_nothing_without_review_discussion_and_the_party_committee() -> None:
    decided = published = 0
    for situation in DECISIONS.many(400):
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
    for walk in (DECISIONS, _walk(DecisionCatalogue, "洪河县人民政府")):
        assert walk.missed(700) == set()
