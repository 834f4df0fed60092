"""What other procedures do for a penalty case and what comes back: hearing, review, fine, copy, referral."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from yifa.areas.enforcement.penalty.penalty_procedure import Penalty
from yifa.areas.enforcement.penalty.tests.conftest import HANDED, HEADS, PERSON, County, beside, fresh
from yifa.kernel.faults import faults
from yifa.kernel.linking import linked_cases
from yifa.kernel.rules import Refused

pytestmark = pytest.mark.data

HEAVY = {"penalty_kinds": [{"kind": "fine"}, {"kind": "order_suspension", "detail": "十日"}]}


def test_nothing_is_wrong_with_the_declaration() -> None:
    assert faults(Penalty) == []


def reviewed(county: County, case: Any, on: str, result: str = "pass") -> Any:
    """Let the reviewers look at it and give their opinion."""
    review = beside(case, "decision_review")
    county.take(review, "assign", on, {"reviewer": "审核人", "first_time": False}, by=county.second)
    finding = {"pass": "ok", "pass_with_changes": "change", "reject": "fatal"}[result]
    points = [row | {"finding": "ok"} for row in review.points]
    points[4] |= {"finding": finding, "text": "适用条款写到项"}
    fields = {"points": points, "result": result, "result_text": "证据不足" if result == "reject" else ""}
    county.take(review, "opine", on, fields, by=county.second)
    return fresh(case)


def heard(county: County, case: Any) -> Any:
    """Let the party ask on 27 March and be heard on 14 April 2026."""
    hearing = beside(case, "enforcement_hearing")
    county.take(hearing, "request", "2026-03-27", {"request_channel": "written"})
    assert fresh(case).hearing_requested
    county.take(hearing, "appoint", "2026-03-30", {"host": "主持人"})
    county.take(hearing, "notify", "2026-03-31", {"hearing_on": "2026-04-14", "venue": "会议室", "public": True})
    fields = {"attended": "双方到会", "claims": "意见", "defence": "申辩", "transcript": "TZ-1"}
    county.take(hearing, "hold", "2026-04-14", fields)
    county.take(hearing, "sign", "2026-04-14", {"transcript_signed": "signed"})
    county.take(hearing, "report", "2026-04-16", {"report_opinion": "keep", "report_summary": "事实清楚。"})
    return fresh(case)


def test_a_heavy_penalty_is_heard_reviewed_and_discussed_before_the_decision(county: County) -> None:
    case = county.told(**HEAVY)
    assert case.hearing_required
    hearing = beside(case, "enforcement_hearing")
    assert (hearing.kind, hearing.trigger_item, hearing.told_on) == ("penalty", "suspension", date(2026, 3, 24))
    with pytest.raises(Refused, match="要求听证的期限至2026-03-31届满"):
        county.take(case, "decide", "2026-03-31")
    case = heard(county, case)
    assert (case.hearing_outcome, case.hearing_summary) == ("held", "事实清楚。")
    assert case.legal_review_required
    with pytest.raises(Refused, match=r"行政处罚法58①.*行政处罚法57②"):
        county.take(case, "decide", "2026-04-17")
    county.take(case, "submit_review", "2026-04-17")
    case = reviewed(county, case, "2026-04-20")
    assert case.legal_review_cleared
    with pytest.raises(Refused, match="集体讨论"):
        county.take(case, "decide", "2026-04-21")
    meeting = {"collective_attendees": HEADS, "collective_conclusion": "approve"}
    county.take(case, "discuss", "2026-04-21", meeting, record="一致同意")
    case = county.take(case, "decide", "2026-04-22")
    assert (case.stage, case.heaviest_kind) == ("decided", "order_suspension")
    assert beside(case, "decision_review").stage == "adopted"


def test_a_decision_is_not_made_while_the_hearing_lasts(county: County) -> None:
    case = county.told(**HEAVY)
    county.take(beside(case, "enforcement_hearing"), "request", "2026-03-27", {"request_channel": "written"})
    with pytest.raises(Refused, match="听证尚未结束"):
        county.take(fresh(case), "decide", "2026-04-10")


def test_a_request_posted_in_time_makes_the_decision_wait_though_it_came_in_later(county: County) -> None:
    case = county.told(**HEAVY)
    posted = {"request_channel": "mail", "posted_on": "2026-03-31"}
    county.take(beside(case, "enforcement_hearing"), "request", "2026-04-02", posted)
    assert fresh(case).hearing_requested
    with pytest.raises(Refused, match="听证尚未结束"):
        county.take(fresh(case), "decide", "2026-04-10")


def test_a_hearing_is_waived_on_paper_and_not_by_whoever_decides(county: County) -> None:
    case = county.told(**HEAVY)
    county.take(case, "waive", "2026-03-25", paper="放弃声明")
    county.take(case, "submit_review", "2026-03-25")
    case = reviewed(county, case, "2026-03-26")
    meeting = {"collective_attendees": HEADS, "collective_conclusion": "approve"}
    county.take(case, "discuss", "2026-03-26", meeting, record="一致同意")
    with pytest.raises(Refused, match="要求听证的期限"):
        county.take(case, "decide", "2026-03-27")
    with pytest.raises(Refused, match="要求听证的期限"):
        county.take(case, "decide", "2026-03-27", held={4: "当事人来电表示不要求听证"})
    county.take(beside(case, "enforcement_hearing"), "waive", "2026-03-27")
    assert county.take(fresh(case), "decide", "2026-03-27").stage == "decided"


def test_nobody_enters_that_no_hearing_was_asked_for_before_the_time_is_over(county: County) -> None:
    case = county.told(**HEAVY)
    with pytest.raises(Refused, match=r"届满前不能登记.*行政处罚法64①\(一\)"):
        county.take(case, "end_hearing", "2026-03-30", {"hearing_outcome": "not_requested"})
    county.take(case, "end_hearing", "2026-03-31", {"hearing_outcome": "not_requested"})
    with pytest.raises(Refused, match="要求听证的期限至2026-03-31届满"):
        county.take(case, "decide", "2026-03-31")


def test_a_review_that_asks_for_changes_is_cleared_first(county: County) -> None:
    case = county.told(public_interest=True)
    county.take(case, "submit_review", "2026-04-01")
    case = reviewed(county, case, "2026-04-02", "pass_with_changes")
    meeting = {"collective_attendees": HEADS, "collective_conclusion": "approve"}
    county.take(case, "discuss", "2026-04-02", meeting, record="同意")
    with pytest.raises(Refused, match="修改情况尚未经审核人员核对"):
        county.take(case, "decide", "2026-04-03")
    review = beside(case, "decision_review")
    points = [row | {"answer": "已修改"} for row in review.points]
    county.take(review, "confirm", "2026-04-07", {"points": points}, by=county.second)
    assert county.take(fresh(case), "decide", "2026-04-08").stage == "decided"


def test_the_fine_is_collected_from_the_day_on_which_service_took_effect(county: County) -> None:
    case = county.decided()
    announced = {"service_mode": "announcement", "service_reason": "下落不明", "service_medium": "县政府网站"}
    case = county.take(case, "serve", "2026-04-15", announced)
    assert case.served_date == date(2026, 5, 15)
    fine = beside(case, "fine_collection")
    assert (fine.received_on, fine.fine_amount, fine.decision_number) == (
        date(2026, 5, 15), Decimal(20000), case.decision_number,
    )  # fmt: skip
    county.take(fine, "pay", "2026-05-29", {"channel": "bank"}, amount="20000", receipt_no="P-1")
    case = fresh(case)
    assert (case.fine_paid_on, case.performance) == (date(2026, 5, 29), "performed")
    assert county.take(case, "close", "2026-06-01").stage == "closed"


def test_a_case_with_something_left_to_do_is_not_closed(county: County) -> None:
    case = county.take(county.decided(), "serve", "2026-04-13", HANDED)
    with pytest.raises(Refused, match="尚未履行完毕"):
        county.take(case, "close", "2026-04-14")


def test_the_copy_is_opened_on_the_day_of_the_decision_and_taken_back_when_it_is_revoked(county: County) -> None:
    case = county.decided()
    copy = beside(case, "penalty_publication")
    assert (copy.decision_date, copy.decision_number) == (date(2026, 4, 10), case.decision_number)
    assert copy.decision_text == "罚款人民币20000元"
    case = county.take(case, "serve", "2026-04-13", HANDED)
    case = county.take(case, "change", "2026-06-10", {"changed_by": "revoked"}, paper="洪政复决字〔2026〕8号")
    assert case.changed_on == date(2026, 6, 10)
    assert beside(case, "fine_collection").stage == "cancelled"
    assert county.take(case, "close", "2026-06-12").stage == "closed"


def test_a_crime_stops_the_case_until_it_comes_back(county: County) -> None:
    case = county.filed()
    county.take(case, "suspect_crime", "2026-03-10", crime="销售不符合安全标准的食品罪", facts="货值巨大")
    referral = beside(case, "criminal_referral")
    assert referral.suspected_crime == "销售不符合安全标准的食品罪"
    county.take(referral, "report", "2026-03-11")
    county.take(referral, "approve", "2026-03-12", {"chief": "韩局长", "chief_role": "chief"}, at="10:00")
    documents = [row | {"state": "present"} for row in fresh(referral).documents]
    county.take(referral, "transfer", "2026-03-12", {"police": "洪河县公安局", "documents": documents}, at="16:00")
    case = fresh(case)
    assert (case.stage, case.decision_type) == ("referred", "transfer_criminal")
    case = county.take(case, "take_back", "2026-04-20", paper="不予立案通知书")
    assert (case.stage, case.decision_type) == ("investigating", "")


def test_what_was_told_before_the_case_came_back_does_not_stand_for_the_new_notice(county: County) -> None:
    case = county.told()
    county.take(case, "state", "2026-03-25", {"statement_text": "不知情"}, way="written")
    county.take(case, "review_statement", "2026-03-26", {"statement_review": "不成立"}, result="not")
    county.take(case, "reopen", "2026-03-27", why="补充证据")
    county.take(case, "conclude", "2026-03-30", {"fine_amount": "30000"})
    county.take(case, "notify", "2026-03-31")
    with pytest.raises(Refused, match="事先告知书尚未送达"):
        county.take(case, "decide", "2026-03-31")
    county.take(case, "serve_notice", "2026-03-31", HANDED)
    with pytest.raises(Refused, match="届满前不得作出决定"):
        county.take(case, "decide", "2026-04-01")
    assert county.take(case, "decide", "2026-04-09").fine_amount == Decimal(30000)


def test_a_change_leaves_the_amount_of_the_decision_as_it_was(county: County) -> None:
    case = county.take(county.decided(), "serve", "2026-04-13", HANDED)
    with pytest.raises(Refused, match="应当填写变更后的罚款金额"):
        county.take(case, "change", "2026-06-10", {"changed_by": "changed"}, paper="复议决定书")
    change = {"changed_by": "changed", "changed_fine": "16000"}
    case = county.take(case, "change", "2026-06-10", change, paper="复议决定书")
    assert (case.fine_amount, beside(case, "fine_collection").fine_amount) == (Decimal(20000), Decimal(16000))


def test_another_organ_has_a_transferred_case_as_a_clue(county: County) -> None:
    case = county.clue()
    county.take(case, "transfer", "2026-03-03", {"transfer_to": county.city.pk}, why="属于城管职责")
    received = beside(case, "penalty")
    assert (received.organ, received.stage, received.clue_source) == (county.city, "clue", "transferred")
    assert received.discovered_date == date(2026, 2, 26)  # the limitation was kept when the first organ found out


def test_joined_and_split_cases_keep_the_first_case_limit(county: County) -> None:
    first = county.filed()
    second = county.filed(on="2026-03-16", **PERSON | {"violation_date": "2026-02-11"})
    county.take(second, "join", "2026-03-17", {"join_with": first.pk}, why="共同违法")
    first = fresh(first)
    assert fresh(second).stage == "joined"
    assert [row["name"] for row in first.co_parties] == ["张三丰"]
    county.take(first, "split", "2026-03-20", {"split_party": "张三丰"}, why="情节不同，分别处理")
    apart = [one.record for one in linked_cases(first, "penalty") if one.pk != second.pk]
    assert [(one.party_name, one.filed_date, one.stage) for one in apart] == [
        ("张三丰", date(2026, 3, 2), "investigating")
    ]
    with pytest.raises(Refused, match="共同当事人中没有“李四”"):
        county.take(first, "split", "2026-03-21", {"split_party": "李四"}, why="分案")


def test_a_fine_that_stays_unpaid_goes_on_as_an_application_to_the_court(county: County) -> None:
    case = county.take(county.decided(), "serve", "2026-04-13", HANDED)
    fine = beside(case, "fine_collection")
    county.take(fine, "urge", "2026-05-20")
    county.take(fine, "hand_over", "2026-06-10")
    court = beside(case, "court_execution")
    assert (court.principal, court.decision_number, court.decision_served_on, court.perform_by) == (
        Decimal(20000), case.decision_number, date(2026, 4, 13), date(2026, 4, 28),
    )  # fmt: skip
    assert court.surcharge == Decimal(20000)  # 43 days at 3 % are more than the fine itself
    assert court.surcharge_basis_told


def test_nobody_is_fined_while_a_crime_is_being_verified(county: County) -> None:
    """移送规定 11①: no penalty instead of a referral, not even before the referral has been approved."""
    case = county.told()
    county.take(case, "suspect_crime", "2026-03-30", crime="销售不符合安全标准的食品罪", facts="货值巨大")
    with pytest.raises(Refused, match="不得以行政处罚代替移送"):
        county.take(fresh(case), "decide", "2026-04-10")
