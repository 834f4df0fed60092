"""A contract as it is recorded: reviews at the other side, signature, milestones, payments, change, end."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from yifa.areas.rulemaking.fair_competition.standards import CHOICES
from yifa.areas.rulemaking.government_contract.contract_procedure import GovernmentContract, GovernmentContract2025
from yifa.areas.rulemaking.government_contract.obligation_procedure import ContractObligation
from yifa.areas.rulemaking.government_contract.tests.conftest import TEXT, County, fresh
from yifa.areas.rulemaking.legality_review.drafts import digest_of
from yifa.kernel.engine import new_case
from yifa.kernel.faults import faults
from yifa.kernel.figure import Window
from yifa.kernel.linking import linked_cases
from yifa.kernel.models import Case, Clock, Paper
from yifa.kernel.publish import copy_of
from yifa.kernel.rules import Refused
from yifa.papers import store
from yifa.text.docx import docx_to_text

pytestmark = pytest.mark.data


def text_of(case: Case, title: str) -> str:
    """What the instrument issued last says, as plain text."""
    paper = Paper.objects.filter(case=case, title=title).order_by("-pk")[0]
    return docx_to_text(store.read(paper.digest), paper.name)


def payment(county: County, case: Case, **data: Any) -> Any:
    """A payment of 500,000 that is due by delivery."""
    county.take(case, "plan", "2025-09-23", **{"kind": "payment", "what": "货款", "amount": "500000"} | data)
    return county.milestones(case)[-1]


@pytest.mark.parametrize("version", [GovernmentContract, GovernmentContract2025, ContractObligation])
def test_the_declarations_have_no_faults(version: type[Any]) -> None:
    assert faults(version) == []


def test_submitting_opens_a_review_and_its_opinion_comes_back(county: County) -> None:
    case = county.begun()
    county.take(case, "submit_review", "2025-09-04")
    review = county.review(case)
    assert (review.organ, review.submitter, review.target_title) == (county.housing, county.housing, "办公设备采购合同")
    assert review.draft_digest == digest_of(TEXT)
    county.opine(review, "2025-09-15")
    record = fresh(case)
    assert (record.review_conclusion, record.reviewed_on) == ("legal", date(2025, 9, 15))
    assert record.reviewed_digest == record.draft_digest
    assert record.review_number == county.review(case).opinion_number != ""


@pytest.mark.parametrize(
    ("organ", "major", "reviewer"),
    [("government", False, "bureau"), ("housing", False, "housing"), ("housing", True, "bureau")],
)
def test_who_reviews_follows_from_whose_contract_it_is(county: County, organ: str, major: bool, reviewer: str) -> None:
    case = county.begun(getattr(county, organ), major=major)
    county.take(case, "submit_review", "2025-09-04")
    assert county.review(case).organ == getattr(county, reviewer)


def test_a_contract_is_numbered_by_organ_and_year_when_it_is_signed(county: County) -> None:
    assert county.begun().number == ""
    first, second = county.signed(), county.signed()
    assert [first.number, second.number] == ["洪建合字〔2025〕1号", "洪建合字〔2025〕2号"]
    assert "合同编号" in text_of(first, "合同签订审批表")


def test_a_text_changed_after_the_opinion_is_not_signed(county: County) -> None:
    case = county.begun()
    county.take(case, "submit_review", "2025-09-04")
    revise = [{"seq": "1", "text": "补充保密条款", "severity": "must"}]
    county.opine(county.review(case), "2025-09-15", "revise", opinions=revise)
    signing = {"signer": "负责人", "signing_authority": "representative", "effective_on": "2025-09-22"}
    with pytest.raises(Refused, match="应予修改"):
        county.take(case, "sign", "2025-09-16", signing)
    answered = [revise[0] | {"adopt_status": "full"}]
    county.take(case, "adjust", "2025-09-17", {"draft": TEXT + "双方负有保密义务。", "opinions": answered})
    assert county.review(case).final_draft.endswith("双方负有保密义务。")
    with pytest.raises(Refused, match="核对采纳情况"):
        county.take(case, "sign", "2025-09-17", signing)
    county.take(county.review(case), "confirm_adoption", "2025-09-18", {"adoption_note": "全部采纳"})
    assert county.take(case, "sign", "2025-09-19", signing).stage == "performing"


def test_a_supplement_is_reviewed_anew_in_a_review_of_its_own(county: County) -> None:
    case = county.signed()
    change = {"change_kind": "agreed", "change_reason": "增加培训", "change_text": "补充协议：增加培训一次。"}
    county.take(case, "propose_change", "2025-10-15", change)
    assert linked_cases(case, "legality_review").count() == 2
    with pytest.raises(Refused, match="尚未收到合法性审查意见"):
        county.take(case, "change", "2025-10-16")
    county.opine(county.review(case), "2025-10-17")
    record = county.take(case, "change", "2025-10-20")
    assert record.reviewed_digest == record.change_digest
    assert record.reviewed_before


def test_milestones_are_cases_with_their_own_limits_and_the_contract_waits_for_them(county: County) -> None:
    case = county.signed()
    one = payment(county, case)
    county.take(case, "plan", "2025-09-23", kind="delivery", what="交货", agreed_on="2025-10-30")
    assert one.title == "办公设备采购合同：货款"
    assert (one.sme, one.amount, one.contract_number) == (True, Decimal(500000), case.number)
    with pytest.raises(Refused, match="还有2个履行节点"):
        county.take(case, "complete", "2025-11-03")
    county.take(one, "deliver", "2025-10-30")
    clock = Clock.objects.get(case=one, limit="pay_in_time")
    assert (clock.strict, clock.due) == (date(2025, 11, 29), date(2025, 12, 1))
    county.take(one, "pay", "2025-11-03", {"paid_amount": "500000"})
    county.take(county.milestones(case)[-1], "do", "2025-10-30", {"done_how": "全部到货"})
    assert county.take(case, "complete", "2025-11-04").outcome == "completed"


def test_late_payment_costs_interest_that_the_record_computes(county: County) -> None:
    one = payment(county, county.signed())
    county.take(one, "deliver", "2025-09-30")
    county.take(one, "pay", "2025-12-14", {"paid_amount": "500000"})
    with pytest.raises(Refused, match=r"逾期45日＝11,250\.00元"):
        county.take(one, "pay_interest", "2025-12-15", {"interest_paid": "11000"})
    county.take(one, "pay_interest", "2025-12-15", {"interest_paid": "11250"})
    assert "11,250元" in text_of(one, "逾期利息支付单")


def test_the_figures_count_what_was_reviewed_signed_and_is_overdue(county: County) -> None:
    case = county.signed()
    one = payment(county, case)
    county.take(one, "deliver", "2025-09-30")
    county.take(one, "pay_part", "2025-10-20", {"installments": [{"on": "2025-10-20", "amount": "200000"}]})
    window = Window.year(2025, [county.housing.pk])
    figure = GovernmentContract2025
    assert figure.gc_reviewed.value(window).value == 1
    assert figure.gc_amount.value(window).value == Decimal(500000)
    assert figure.gc_review_rate.value(window).value == Decimal(100)
    assert ContractObligation.gc_overdue_amount.value(window).value == Decimal(300000)
    county.take(one, "pay", "2026-01-12", {"paid_amount": "500000"})
    assert ContractObligation.gc_overdue_amount.value(window).value == Decimal(300000)
    assert ContractObligation.gc_overdue.value(Window.year(2026, [county.housing.pk])).value == 0


def test_a_contract_signed_without_review_counts_against_the_rate(county: County) -> None:
    county.signed()
    case = county.begun()
    bare = new_case("government_contract", county.housing, date(2025, 9, 1))
    subject = {name: getattr(case, name) for name in ("contract_title", "nature", "contract_type", "flow")}
    county.take(bare, "register_signed", "2025-09-25", {
        **subject, "lead_department": "办公室", "party_capacity": "organ", "signer": "负责人",
    })  # fmt: skip
    rate = GovernmentContract2025.gc_review_rate.value(Window.year(2025, [county.housing.pk]))
    assert (rate.numerator, rate.denominator, rate.value) == (1, 2, Decimal("50.00"))


def test_instruments_say_what_the_record_says(county: County) -> None:
    case = county.signed(major=True)
    county.take(case, "file", "2025-09-25")
    assert "合同备案报告" in {paper.title for paper in Paper.objects.filter(case=case)}
    county.take(case, "breach", "2025-10-20", {"breach": "交付的设备不合格"})
    county.take(case, "demand", "2025-10-21", what="十日内更换")
    assert "交付的设备不合格" in text_of(case, "合同履约催告函")
    county.take(case, "accept", "2025-10-30", {"acceptance_result": "逐项合格"})
    change = {"change_kind": "termination", "change_reason": "项目取消", "change_text": "双方解除合同。"}
    county.take(case, "propose_change", "2025-11-03", change)
    county.opine(county.review(case), "2025-11-05")
    county.take(case, "terminate", "2025-11-10", {"outcome": "terminated_agreed", "compensation": "互不追究。"})
    county.take(case, "evaluate", "2025-11-11", {"grade": "fair", "evaluation": "中途解除。"})
    assert "协商解除" in text_of(case, "合同履约评价表")
    assert county.take(case, "archive", "2025-11-12", {"archive_no": "2025-合-1"}).stage == "archived"


def test_fair_competition_review_goes_out_comes_back_and_is_put_into_effect(county: County) -> None:
    case = county.begun(contract_type="investment", contract_title="产业园投资协议")
    county.take(case, "ask_competition", "2025-09-03")
    review = linked_cases(case, "fair_competition").get().record
    assert (review.organ, review.policy_title, review.issuer_kind) == (county.housing, "产业园投资协议", "department")
    county.take(review, "concern", "2025-09-04")
    consultees = [{"name": "某商会", "kind": "association", "view": "无意见"}]
    county.take(review, "hear", "2025-09-05", {"consultees": consultees})
    hits = [{"standard": code, "result": "none"} for code, _ in CHOICES]
    county.take(review, "examine", "2025-09-08", {"hits": hits})
    told = {"conclusion": "no_restriction", "conclusion_text": "没有影响。"}
    county.take(review, "conclude", "2025-09-09", told)
    assert fresh(case).competition == "no_restriction"
    county.take(case, "submit_review", "2025-09-10")
    county.opine(county.review(case), "2025-09-15")
    signing = {"signer": "负责人", "signing_authority": "representative", "effective_on": "2025-09-22"}
    county.take(case, "sign", "2025-09-22", signing)
    assert fresh(review).stage == "issued"


def test_reviewers_may_act_again_on_a_contract_that_is_being_performed(county: County) -> None:
    case = county.signed(contract_type="goods")
    change = {"change_kind": "agreed", "change_reason": "增加培训", "change_text": "补充协议：增加培训一次。"}
    county.take(case, "propose_change", "2025-10-15", change)
    county.take(county.review(case), "send_back", "2025-10-16", {"return_reason": "没有送审说明"})
    assert "sent_back" in {event.step for event in fresh(case).events.all()}


def test_a_contract_is_not_archived_while_a_milestone_is_open(county: County) -> None:
    case = county.signed()
    one = payment(county, case)
    change = {"change_kind": "termination", "change_reason": "项目取消", "change_text": "双方解除合同。"}
    county.take(case, "propose_change", "2025-11-03", change)
    county.opine(county.review(case), "2025-11-05")
    county.take(case, "terminate", "2025-11-10", {"outcome": "terminated_agreed", "compensation": "互不追究。"})
    county.take(case, "evaluate", "2025-11-11", {"grade": "fair", "evaluation": "中途解除。"})
    with pytest.raises(Refused, match="还有1个履行节点"):
        county.take(case, "archive", "2025-11-12", {"archive_no": "1"})
    county.take(one, "cancel", "2025-11-12", why="合同已经解除")
    assert county.take(case, "archive", "2025-11-13", {"archive_no": "1"}).stage == "archived"


def test_a_submission_that_is_sent_back_is_told_to_the_contract(county: County) -> None:
    case = county.begun()
    county.take(case, "submit_review", "2025-09-04")
    county.take(county.review(case), "send_back", "2025-09-05", {"return_reason": "没有送审说明"})
    county.take(case, "redraft", "2025-09-08")
    county.take(case, "submit_review", "2025-09-09")
    assert linked_cases(case, "legality_review").count() == 2


def test_the_public_notice_names_the_supplier_and_nobody_to_call(county: County) -> None:
    case = county.begun()
    county.take(case, "submit_review", "2025-09-04")
    county.opine(county.review(case), "2025-09-15")
    signing = {"signer": "负责人", "signing_authority": "representative", "effective_on": "2025-09-22"}
    county.take(case, "sign", "2025-09-22", signing)
    record = fresh(case)
    record.contacts = [{"of": "某公司", "name": "李敏敏", "phone": "0399-6123456"}]
    text = "".join(line.text for line in copy_of(record, record.declaration.publication("notice")))
    assert "洪河某科技有限公司" in text
    assert "500000" in text
    assert "李" not in text
    assert "6123456" not in text


def test_what_was_paid_before_the_end_of_the_year_is_not_owed_then_though_the_rest_came_later(county: County) -> None:
    one = payment(county, county.signed())
    county.take(one, "deliver", "2025-09-30")
    parts = [{"on": "2025-12-20", "amount": "100000"}]
    county.take(one, "pay_part", "2025-12-20", {"installments": parts})
    county.take(one, "pay_part", "2026-01-10", {"installments": [*parts, {"on": "2026-01-10", "amount": "250000"}]})
    figure = ContractObligation.gc_sme_overdue_amount
    assert figure.value(Window.year(2025, [county.housing.pk])).value == Decimal(400000)


def test_a_contract_with_two_disputes_stays_open_until_both_are_settled(county: County) -> None:
    case, window = county.signed(), Window.year(2025, [county.housing.pk])
    for day in ("2025-10-09", "2025-10-10"):
        county.take(case, "dispute", day, {"dispute_kind": "litigation"})
    first, second = reversed(linked_cases(case, "contract_dispute"))
    with pytest.raises(Refused, match="还没有办结，请在该案登记"):
        county.take(case, "settle", "2025-11-03", {"dispute_result": "调解。"})
    county.take(first, "close", "2025-11-03", {"ending": "mediated", "outcome": "调解。"})
    assert GovernmentContract2025.gc_dispute_open.value(window).value == 1
    county.take(second, "close", "2025-11-04", {"ending": "withdrawn", "outcome": "撤诉。"})
    assert fresh(case).dispute_result == "撤诉、放弃请求：撤诉。"
    assert GovernmentContract2025.gc_dispute_open.value(window).value == 0


def test_a_supplement_is_mended_within_its_review(county: County) -> None:
    case = county.signed()
    change = {"change_kind": "agreed", "change_reason": "增加培训", "change_text": "补充协议：增加培训一次。"}
    county.take(case, "propose_change", "2025-10-15", change)
    revise = [{"seq": "1", "text": "写明培训时间", "severity": "must"}]
    county.opine(county.review(case), "2025-10-17", "revise", opinions=revise)
    answered = [revise[0] | {"adopt_status": "full"}]
    mended = "补充协议：十一月增加培训一次。"
    county.take(case, "adjust_change", "2025-10-20", {"change_text": mended, "opinions": answered})
    assert county.review(case).final_draft == mended
    with pytest.raises(Refused, match="核对采纳情况"):
        county.take(case, "change", "2025-10-20")
    county.take(county.review(case), "confirm_adoption", "2025-10-21", {"adoption_note": "已采纳"})
    assert county.take(case, "change", "2025-10-22").stage == "performing"


def test_the_payment_regulation_protects_purchases_only(county: County) -> None:
    case = county.begun()
    assert case.sme
    case.contract_type = "compensation"
    assert not case.sme
