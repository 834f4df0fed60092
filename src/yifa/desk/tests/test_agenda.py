"""我的工作: what linked cases bring in is told until somebody acts on it; what nobody has taken stays new."""

from __future__ import annotations

from datetime import date

import pytest

from yifa.areas.rulemaking.legality_review.tests.conftest import LATE, County, county
from yifa.areas.rulemaking.legality_review.tests.test_submission import Township
from yifa.desk.agenda import Agenda
from yifa.office.models import Person

__all__ = ["county"]
pytestmark = [pytest.mark.django_db, pytest.mark.data]
TODAY = LATE.date()


def told(person: Person, section: str, today: date = TODAY, *, everyone: bool = False) -> list[tuple[int, str]]:
    """Case and words of the lines of a section."""
    sections = {one.code: one for one in Agenda(person, today, everyone).sections()}
    return [(line.case.pk, line.what) for line in sections[section].lines]


def test_the_opinion_of_a_review_is_told_to_who_submitted_until_they_act_on_it(county: County) -> None:
    township = Township(county)
    assert told(township.clerk, "arrived") == []
    township.opined()
    assert told(township.clerk, "arrived") == [(township.case.pk, "收到审查意见")]
    assert told(county.handler, "arrived") == []
    assert told(township.clerk, "arrived", date(2026, 12, 20)) == []
    township.take(township.case, "respond", "2025-03-07", {"review_opinions": _adopted(township)})
    assert told(township.clerk, "arrived") == []


def test_a_case_that_nobody_has_taken_stays_new_however_long_ago_it_came(county: County) -> None:
    township = Township(county)
    assert (township.review.pk, "形式检查") in told(county.handler, "new")
    township.opined()
    assert told(county.handler, "new") == []


def _adopted(township: Township) -> list[dict[str, str]]:
    return [row | {"adopt_status": "full"} for row in township.record.review_opinions]
