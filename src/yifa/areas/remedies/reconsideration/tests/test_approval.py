"""Who must agree: the agency's head to an extension, the organ's head to a decision (行政复议法 55、61、62)."""

from __future__ import annotations

from datetime import date

import pytest

from yifa.areas.remedies.reconsideration.procedure import Reconsideration
from yifa.areas.remedies.reconsideration.tests.conftest import LATE, County, fresh
from yifa.kernel.approval import propose, sign
from yifa.kernel.engine import Entry, perform
from yifa.kernel.models import Clock
from yifa.kernel.rules import Attempt, Refused

pytestmark = pytest.mark.data


def codes(name: str) -> list[str]:
    """Every condition of a step, confirmed."""
    return [code for code, _ in Reconsideration.step(name).condition_codes]


def test_a_decision_takes_effect_when_both_heads_have_signed(county: County) -> None:
    case = county.heard()
    attempt = Attempt(Reconsideration.decide, date(2025, 4, 20), {"approval": "agreed"}, codes("decide"))
    fields = {"decision_kind": "uphold", "decision_text": "维持。", "facts_found": "经审理查明的事实。"}
    with pytest.raises(Refused, match="机构负责人、机关负责人"):
        perform(case, attempt, Entry(county.handler, LATE), fields)
    proposal = propose(case, attempt, Entry(county.handler, LATE), fields)
    assert sign(proposal, Entry(county.agency_head, LATE)) is None
    assert fresh(case).stage == "trial"
    assert sign(proposal, Entry(county.organ_head, LATE)) is not None
    assert fresh(case).stage == "concluded"


def test_the_organs_head_cannot_stand_in_for_the_agencys_head_in_an_extension(county: County) -> None:
    case = county.accepted()
    given = {"days": 30, "why": "情况复杂"}
    attempt = Attempt(Reconsideration.extend, date(2025, 5, 6), given, codes("extend"))
    proposal = propose(case, attempt, Entry(county.handler, LATE))
    with pytest.raises(Refused):
        sign(proposal, Entry(county.organ_head, LATE))
    sign(proposal, Entry(county.agency_head, LATE))
    assert Clock.objects.get(case=case, limit="conclude").due == date(2025, 6, 9)
