"""A decision goes its whole way through the one door, together with its reviews."""

from __future__ import annotations

from datetime import date

import pytest

from yifa.areas.rulemaking.major_decision.tests.conftest import DRAFT, ITEM, County, fresh
from yifa.kernel.linking import linked_case
from yifa.kernel.models import Clock, Event, Paper
from yifa.kernel.rules import Refused

pytestmark = pytest.mark.data


def test_a_decision_goes_from_the_suggestion_to_its_end(county: County) -> None:
    county.catalogue()
    case = county.published(county.adopted(county.submitted()))
    assert (case.stage, case.result, case.decided_on) == ("executing", "approved", date(2025, 4, 24))
    county.take(case, "assign_execution", "2025-05-06", {"exec_unit": "县城管局"})
    county.take(case, "report_execution", "2025-09-10", {"exec_report": "执行到位。"})
    county.take(case, "complete", "2025-09-12")
    county.take(case, "file", "2025-09-20", {"archive_no": "2025-策-1"})
    assert fresh(case).closed_on == date(2025, 9, 12)
    titles = set(Paper.objects.filter(case=case).values_list("title", flat=True))
    assert {"公开征求意见公告", "关于送请合法性审查的函", "提请集体讨论材料清单", "集体讨论会议记录"} <= titles


def test_sending_the_draft_opens_the_review_at_the_justice_bureau(county: County) -> None:
    case = county.consulted()
    review = county.sent(case)
    assert (review.organ, review.target_type, review.submitter_name) == (county.bureau, "major_decision", "县城管局")
    assert (review.draft, review.draft_digest) == (DRAFT, case.draft_digest)
    assert {row["item"]: row["state"] for row in review.materials}["公众参与情况和意见采纳情况"] == "present"


def test_the_opinion_comes_back_with_its_number_and_the_digest_it_is_about(county: County) -> None:
    case = county.consulted()
    county.opine(county.sent(case))
    case = fresh(case)
    assert (case.stage, case.review_conclusion, case.reviewed_digest) == ("reviewed", "legal", case.draft_digest)
    assert "〔2025〕1号" in case.review_number


def test_a_draft_changed_after_the_review_is_reviewed_again_in_the_same_case(county: County) -> None:
    case = county.consulted()
    review = county.sent(case)
    county.opine(review)
    county.take(case, "adapt", "2025-04-18", {"draft": DRAFT + "\n第三条 另加一条。"}, what="增加一条")
    with pytest.raises(Refused, match="与经过合法性审查的文本不一致"):
        county.take(case, "submit", "2025-04-21")
    county.sent(case, "2025-04-21")
    assert county.review_of(case).pk == review.pk
    county.verdict(review, "2025-04-30")
    county.take(case, "submit", "2025-05-06")
    assert fresh(case).stage == "submitted"


def test_what_must_be_revised_goes_on_once_the_reviewers_have_checked_the_text(county: County) -> None:
    case = county.consulted()
    review = county.sent(case)
    wanted = [{"seq": "1", "category": "content", "text": "删去第二条", "severity": "must"}]
    county.opine(review, conclusion="revise", opinions=wanted)
    assert fresh(case).review_opinions == wanted
    answered = [wanted[0] | {"adopt_status": "full"}]
    changed = {"draft": "第一条 城区公共停车场实行分区管理。", "review_opinions": answered}
    county.take(case, "adapt", "2025-04-18", changed, what="删去第二条")
    assert fresh(review).final_draft == changed["draft"]
    with pytest.raises(Refused, match="核对采纳情况"):
        county.take(case, "submit", "2025-04-21")
    county.take(review, "confirm_adoption", "2025-04-21", {"adoption_note": "全部采纳。"})
    county.take(case, "submit", "2025-04-22")
    assert fresh(case).stage == "submitted"


def test_an_illegal_draft_does_not_reach_the_meeting(county: County) -> None:
    case = county.consulted()
    county.opine(county.sent(case), conclusion="illegal")
    with pytest.raises(Refused, match="25②"):
        county.take(case, "submit", "2025-04-21")


def test_a_submission_that_is_returned_and_sent_again_stays_one_review(county: County) -> None:
    case = county.consulted()
    review = county.sent(case)
    county.take(review, "send_back", "2025-04-08", {"return_reason": "缺少依据"})
    assert fresh(case).stage == "drafting"
    county.sent(case, "2025-04-10")
    assert county.review_of(case).pk == review.pk
    assert county.review_of(case).stage == "intake"


def test_supplied_materials_start_the_seven_days_anew_on_both_sides(county: County) -> None:
    case = county.consulted()
    review = county.sent(case)
    county.take(review, "require", "2025-04-08", {"return_reason": "补充依据"})
    assert Event.objects.get(case=case, step="demanded").data["inputs"]["what"] == "补充依据"
    county.take(case, "supply", "2025-04-10", what="补充了依据")
    assert fresh(review).stage == "intake"
    assert Clock.objects.get(case=case, limit="review_time").due == date(2025, 4, 21)


def test_ending_the_procedure_withdraws_the_submission(county: County) -> None:
    case = county.consulted()
    review = county.sent(case)
    county.take(case, "terminate", "2025-04-14", {"outcome_reason": "事项不再办理"})
    assert (fresh(case).stage, fresh(review).stage) == ("terminated", "withdrawn")


def test_a_major_adjustment_opens_a_review_of_its_own(county: County) -> None:
    case = county.published(county.adopted(county.submitted()))
    first = county.review_of(case)
    county.take(case, "adjust", "2025-06-03", {"change_reason": "情况变化"})
    again = county.sent(case, "2025-06-10")
    assert again.pk != first.pk
    county.opine(again, "2025-06-20", accepted="2025-06-10")
    with pytest.raises(Refused, match="14①"):
        county.take(case, "submit", "2025-06-24")


def test_fair_competition_is_reviewed_by_the_market_regulator_and_comes_back(county: County) -> None:
    case = county.drafted(affects_market=True)
    county.take(case, "send_fair", "2025-03-04", {"fair_first": "no_restriction", "fair_view": "没有限制竞争。"})
    review = linked_case(case, "fair_competition")
    assert review is not None
    record = fresh(review)
    assert (record.organ, record.issuer_kind, record.initial_conclusion) == (
        county.market, "government", "no_restriction",
    )  # fmt: skip
    county.take(review, "exclude", "2025-03-10", {"not_concerned_reason": "只规范公共停车场内部管理"})
    assert fresh(case).fair_conclusion == "not_applicable"


def test_a_decision_names_an_item_that_stands_in_the_published_catalogue(county: County) -> None:
    county.catalogue()
    named = {"off_catalogue_reason": "", "catalogue_year": 2025}
    with pytest.raises(Refused, match="没有第9项"):
        county.started(catalogue_item="9", **named)
    assert county.started(catalogue_item=ITEM["no"], **named).number == "洪政策字〔2025〕1号"


def test_two_people_at_once_the_second_is_told(county: County) -> None:
    case = county.drafted()
    seen = case.length
    county.solicit(case)
    with pytest.raises(Refused, match="刷新"):
        county.take(case, "participate", "2025-03-05", seen=seen, way="seminar", who="代表", views="意见")


def test_a_township_follows_by_reference_and_may_explain_a_deviation(county: County) -> None:
    case = county.drafted(county.township)
    review = county.sent(case)
    assert review.organ == county.bureau
    county.opine(review)
    with pytest.raises(Refused, match="14①"):
        county.take(case, "submit", "2025-04-21")
    step = case.declaration.step("submit")
    number = next(n for n, c in enumerate(step.conditions, 1) if c.text == "听取了公众意见（参照）")
    county.take(case, "submit", "2025-04-21", overrides={number: "只涉及镇机关内部安排"})
    assert fresh(county.adopted(case)).stage == "decided"


def test_instruments_of_a_township_follow_the_regulation_by_reference(county: County) -> None:
    assert [fresh(county.started(organ)).under for organ in (county.government, county.township)] == ["依照", "参照"]
