"""Hearing and legal review on the way to a licence: opened from here, decided there, back in the licence."""

from __future__ import annotations

from datetime import date

import pytest

from yifa.areas.enforcement.licence.tests.conftest import County, fresh
from yifa.kernel.models import Case, Clock
from yifa.kernel.rules import Refused

pytestmark = pytest.mark.data


def due(case: Case, limit: str) -> date | None:
    """When a limit ends."""
    day: date | None = Clock.objects.get(case=case, limit=limit).due
    return day


def told(county: County, on: str) -> Case:
    """An application on which the neighbours were told of their right to a hearing."""
    case = county.accepted("2025-04-24" if on == "2025-04-25" else on, major_interest=True)
    neighbours = [{"name": "邻居甲", "opinion": "担心油烟"}]
    county.take(case, "tell_third", on, {"interested": neighbours})
    county.take(case, "hear_third", on, {"applicant_opinion": "已增设净化设施"})
    county.take(case, "check", on, {"checkers": [{"name": "王一"}, {"name": "李二"}], "check_findings": "属实"})
    return county.take(case, "tell_hearing", on)  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("told_on", "asked_on", "ask_until", "hold_until"),
    [
        ("2025-04-25", "2025-05-06", "2025-05-06", "2025-06-04"),
        ("2024-09-25", "2024-09-25", "2024-10-08", "2024-10-28"),
        ("2026-02-11", "2026-02-11", "2026-02-25", "2026-03-17"),
    ],
)
def test_the_worked_dates_of_asking_for_and_holding_a_hearing(
    county: County, told_on: str, asked_on: str, ask_until: str, hold_until: str
) -> None:
    case = told(county, told_on)
    hearing = county.linked(case, "enforcement_hearing")
    assert due(hearing, "ask_licence") == date.fromisoformat(ask_until)
    county.take(hearing, "request", asked_on, {"request_channel": "written", "requester": "邻居甲"})
    assert due(hearing, "organise") == date.fromisoformat(hold_until)
    assert "hearing_requested" in {event.step for event in fresh(case).events.all()}
    assert Clock.objects.get(case=case, limit="decide").state == "paused"


def test_no_decision_while_a_hearing_may_be_asked_for_and_the_time_of_it_does_not_count(county: County) -> None:
    case = told(county, "2025-04-25")
    with pytest.raises(Refused, match="在此之前不得作出决定"):
        county.take(case, "grant", "2025-05-06", {"scope": "热食类"})
    hearing = county.linked(case, "enforcement_hearing")
    county.take(hearing, "request", "2025-05-06", {"request_channel": "written", "requester": "邻居甲"})
    with pytest.raises(Refused, match="听证尚未结束"):
        county.take(case, "grant", "2025-05-07", {"scope": "热食类"})
    with pytest.raises(Refused, match="审查"):
        county.take(hearing, "appoint", "2025-05-07", {"host": "王一"})
    county.take(hearing, "appoint", "2025-05-07", {"host": "钱三"})
    where = {"hearing_on": "2025-05-21", "venue": "二楼会议室", "public": True}
    county.take(hearing, "notify", "2025-05-08", where)
    said = {"attended": "申请人、邻居甲", "claims": "建议准予", "defence": "增设净化设施", "transcript": "T-1"}
    county.take(hearing, "hold", "2025-05-21", said)
    county.take(hearing, "sign", "2025-05-21", {"transcript_signed": "signed"})
    county.take(hearing, "report", "2025-05-22", {"report_opinion": "grant", "report_summary": "双方达成一致"})
    case = fresh(case)
    assert (case.hearing_outcome, case.hearing_summary) == ("held", "双方达成一致")
    assert due(case, "decide") == date(2025, 6, 12)
    county.take(case, "grant", "2025-06-03", {"scope": "热食类"})


def test_nobody_asks_for_a_hearing_and_the_decision_may_be_made(county: County) -> None:
    case = told(county, "2025-04-25")
    assert "期满未要求听证 2025-05-06" in county.night()
    assert fresh(case).hearing_outcome == "not_requested"
    county.take(case, "grant", "2025-05-07", {"scope": "热食类"})


def test_a_decision_on_the_list_waits_for_legal_review(county: County) -> None:
    county.guide("XK-5", "危险化学品经营许可", legal_review=True)
    case = county.accepted(item_code="XK-5", item_name="危险化学品经营许可")
    assert case.review_required
    with pytest.raises(Refused, match="尚未审核通过"):
        county.take(case, "grant", "2025-03-10", {"scope": "零售"})
    county.take(case, "submit_review", "2025-03-10", proposed="拟准予")
    review = county.linked(case, "decision_review")
    there = [row | {"state": "present"} for row in review.materials]
    county.take(review, "assign", "2025-03-11", {"reviewer": "审核人", "first_time": False}, by=county.reviewer)
    points = [row | {"finding": "ok"} for row in review.points]
    opinion = {"points": points, "result": "pass", "materials": there}
    county.take(review, "opine", "2025-03-12", opinion, by=county.reviewer)
    case = fresh(case)
    assert (case.review_result, case.review_cleared) == ("pass", True)
    county.take(case, "grant", "2025-03-13", {"scope": "零售"})
    assert fresh(review).stage == "adopted"


def test_a_voluntary_review_that_was_taken_back_does_not_hold_the_decision_up(county: County) -> None:
    case = county.accepted()
    county.take(case, "submit_review", "2025-03-10", proposed="拟准予")
    with pytest.raises(Refused, match="尚未审核通过"):
        county.take(case, "grant", "2025-03-11", {"scope": "热食类"})
    county.take(county.linked(case, "decision_review"), "drop", "2025-03-12", why="不属应当审核")
    county.take(case, "grant", "2025-03-13", {"scope": "热食类"})


def test_no_decision_before_the_five_days_of_whoever_was_told_last(county: County) -> None:
    case = told(county, "2025-04-25")
    hearing = county.linked(case, "enforcement_hearing")
    row = {"name": "邻居甲", "role": "interested", "told_on": "2025-04-30"}
    county.take(hearing, "tell_other", "2025-04-30", {"others": [row]})
    with pytest.raises(Refused, match="2025-05-12"):
        county.take(case, "grant", "2025-05-09", {"scope": "热食类"})
    assert "期满未要求听证 2025-05-12" in county.night()
