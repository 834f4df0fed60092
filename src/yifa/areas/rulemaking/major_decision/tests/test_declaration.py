"""What the declarations say, held against the regulation."""

from __future__ import annotations

import pytest

from yifa.areas.rulemaking.decision_catalogue.procedure import DecisionCatalogue
from yifa.areas.rulemaking.major_decision.acts import D
from yifa.areas.rulemaking.major_decision.procedure import MajorDecision
from yifa.kernel.declare import Procedure
from yifa.kernel.faults import bases_of, faults
from yifa.kernel.rules import possible
from yifa.kernel.scenario_values import blank_record
from yifa.kernel.situation import Situation


@pytest.mark.parametrize("procedure", [MajorDecision, DecisionCatalogue])
def test_the_declaration_has_no_fault(procedure: type[Procedure]) -> None:
    assert faults(procedure) == []


def test_every_article_of_the_regulation_is_expressed_or_omitted_with_a_reason_and_none_is_both() -> None:
    omitted = {entry.basis.article for entry in MajorDecision.omitted}
    left_out = {entry.basis for entry in MajorDecision.omitted}
    cited = {basis for basis in bases_of(MajorDecision) if basis.act.title == D.title and basis not in left_out}
    expressed = {basis.article for basis in cited} | {44}  # 施行日期: `since` and `version_basis`
    assert expressed | omitted == set(range(1, 45))
    assert expressed & omitted == set()


def test_every_computed_condition_that_can_be_overridden_rests_on_a_qualifying_provision() -> None:
    for step in MajorDecision.steps():
        for condition in step.conditions:
            if condition.qualified is None or condition.test is None:
                continue
            qualifying = condition.qualified
            assert (qualifying.article, qualifying.paragraph) in ((42, None), (26, 2)), condition.text


def test_a_case_opens_only_with_a_suggestion() -> None:
    situation = Situation(MajorDecision, blank_record(MajorDecision, "洪河县人民政府"))
    assert [step.code for step in possible(situation)] == ["propose"]
