"""Random walks through both procedures: whatever people do, the rules answer and the clocks agree with each other."""

from __future__ import annotations

import pytest

from tests.walking import Dice, Walk
from yifa.kernel.declare import PROCEDURES, Step
from yifa.office.roles import Role

VERSIONS = [*PROCEDURES.versions["reconsideration"], *PROCEDURES.versions["reconsideration_reply"]]


def by_people(steps: list[Step], dice: Dice) -> Step | None:
    """Any step; what the law itself does is entered one time of five."""
    open_ = [step for step in steps if step.by is not Role.SYSTEM or dice.random() < 0.2]
    return dice.choice(open_) if open_ else None


WALKS = [
    Walk(
        version, "洪河县人民政府", version.since, attempts=40, pick=by_people, brings=0.15, truth=0.3, ahead=(-90, 10)
    )
    for version in VERSIONS
]  # fmt: skip


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.version.__name__)
def test_whatever_happens_every_clock_is_consistent(walk: Walk) -> None:
    assert walk.check(40)


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.version.__name__)
def test_random_walks_reach_every_stage(walk: Walk) -> None:
    assert walk.missed(120) == set()
