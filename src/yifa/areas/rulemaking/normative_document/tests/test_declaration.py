"""The declaration as a whole: every step and every limit stands in a scenario of a jurist."""

from __future__ import annotations

from pathlib import Path

import pytest

from yifa.areas.rulemaking.normative_document.procedure import NormativeDocument
from yifa.kernel.declare import NEW
from yifa.kernel.scenario import Outcome, run

SCENARIOS = Path(__file__).parent.parent / "scenarios"


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    """Every scenario, run."""
    return [outcome for file in sorted(SCENARIOS.glob("*.yaml")) for outcome in run(file)]


def test_every_step_is_taken_in_some_scenario(outcomes: list[Outcome]) -> None:
    taken = {one.label for outcome in outcomes for one in outcome.taken if not one.reasons}
    assert {step.label for step in NormativeDocument.steps()} - taken == set()


def test_every_limit_runs_in_some_scenario(outcomes: list[Outcome]) -> None:
    run_ = {clock.limit.code for outcome in outcomes for clock in outcome.clocks}
    assert {limit.code for limit in NormativeDocument.limits()} - run_ == set()


def test_what_binds_governments_only_never_stands_first_in_a_step_that_others_take() -> None:
    for step in NormativeDocument.steps():
        if step.bases[0].article == 75 and "组织法" in str(step.bases[0]):
            assert step.when is not None, step.label


def test_a_document_begins_with_its_project_only() -> None:
    assert [step.label for step in NormativeDocument.steps() if NEW in step.sources] == ["提出立项"]
