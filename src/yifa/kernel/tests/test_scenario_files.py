"""Every scenario of every area comes out as the jurist wrote it: one test a scenario."""

from __future__ import annotations

from pathlib import Path

import pytest

import yifa
from yifa.kernel.scenario import run_one
from yifa.kernel.scenario_file import Scenario, read

AREAS = Path(yifa.__file__).parent / "areas"
FILES = sorted(AREAS.glob("**/scenarios/*.yaml"))
SCENARIOS = [scenario for file in FILES for scenario in read(file)]


def _name(scenario: Scenario) -> str:
    return f"{scenario.path.parent.parent.name}-{scenario.path.stem}-{scenario.name}"


def test_there_are_scenarios() -> None:
    assert len(SCENARIOS) > 100


def test_no_two_scenarios_of_a_procedure_share_a_name() -> None:
    names = [_name(scenario) for scenario in SCENARIOS]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("scenario", SCENARIOS, ids=_name)
def test_a_scenario_comes_out_as_written(scenario: Scenario) -> None:
    outcome = run_one(scenario)
    assert outcome.ok, outcome.report()
