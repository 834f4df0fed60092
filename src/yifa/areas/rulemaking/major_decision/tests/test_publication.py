"""What the public sees of a decision names no participant, expert or author of an opinion."""

from __future__ import annotations

from datetime import date

import pytest

from yifa.areas.rulemaking.major_decision.procedure import MajorDecision
from yifa.areas.rulemaking.major_decision.tests.conftest import LATE, County, fresh
from yifa.kernel.engine import Entry
from yifa.kernel.publish import copy_of, publish
from yifa.kernel.rules import Refused

pytestmark = pytest.mark.data
COPY = MajorDecision.publication("published")
DRAFT = MajorDecision.publication("draft_published")


def test_names_and_numbers_of_people_are_hidden(county: County) -> None:
    case = county.published(county.adopted(county.submitted()))
    told = {"public_adoption": "采纳了王五六（13812345678）和赵一二教授的建议。"}
    county.take(case, "explain", "2025-05-06", told)
    record = fresh(case)
    record.experts = [{"name": "赵一二", "unit": "某大学"}]
    record.hearing_people = [{"name": "王五六", "kind": "居民代表"}]
    text = "\n".join(line.text for line in copy_of(record, COPY))
    assert "赵一二" not in text
    assert "王五六" not in text
    assert "13812345678" not in text
    assert "通过《城区停车管理措施》。" in text


def test_a_decision_is_published_only_after_its_announcement(county: County) -> None:
    case = county.adopted(county.submitted())
    entry = Entry(county.people[county.government.pk], LATE)
    with pytest.raises(Refused, match="尚未“公布决策”"):
        publish(case, COPY, date(2025, 4, 25), entry)
    publish(county.published(case), COPY, date(2025, 5, 6), entry)


def test_the_draft_is_public_with_its_explanation_and_term(county: County) -> None:
    case = county.drafted()
    county.solicit(case)
    labels = {line.label for line in copy_of(fresh(case), DRAFT)}
    assert {"决策草案", "起草说明", "征求意见截止日", "提出意见的方式"} <= labels
