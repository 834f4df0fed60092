"""A document through the engine: reviews at other organs, two numbers, filing, replacement, expiry."""

from __future__ import annotations

from datetime import date

import pytest

from yifa.areas.rulemaking.normative_document.tests.conftest import LATE, TEXT, County, fresh
from yifa.areas.rulemaking.normative_document.validity import Force
from yifa.areas.rulemaking.normative_document.versions import drafts_of, text_on, versions_of
from yifa.kernel.correction import void
from yifa.kernel.engine import Entry
from yifa.kernel.linking import linked_case
from yifa.kernel.models import Clock
from yifa.kernel.rules import Refused
from yifa.kernel.ticking import tick


def test_a_department_reviews_its_own_document_and_files_it_with_the_county(county: County) -> None:
    document = county.published(county.civil, name="洪河县临时救助实施细则")
    assert county.review_of(document).organ == county.civil
    assert document.document_number == "洪民规〔2025〕1号"
    assert document.unified_number == f"130999{county.civil.pk:03d}-2025-0001"
    county.take(document, "file_government", "2025-04-28")
    filing = linked_case(document, "document_filing")
    assert filing is not None
    assert filing.organ == county.government
    assert fresh(filing).unified_number == document.unified_number


def test_the_opinion_of_the_justice_bureau_arrives_with_its_text_and_number(county: County) -> None:
    document = county.reviewed(county.government)
    assert document.stage == "checked"
    assert document.legality_result == "legal"
    assert document.legality_number
    assert document.reviewed_text == TEXT
    assert county.review_of(document).organ == county.bureau


def test_a_changed_text_goes_back_to_the_reviewer_for_another_round(county: County) -> None:
    document = county.reviewed(county.government)
    changed = TEXT.replace("应当登记", "应当每年登记")
    county.take(document, "answer_opinions", "2025-03-24", {"text": changed})
    with pytest.raises(Refused, match=r"有实质性差异（修改1条），应当重新送审"):
        county.take(document, "put_on_agenda", "2025-03-25", {"meeting": "standing"})
    county.take(document, "review_again", "2025-03-25")
    assert county.review_of(document).stage == "reviewing"
    assert fresh(document).stage == "checking"


def test_what_must_be_changed_is_cleared_by_the_reviewer_before_the_meeting(county: County) -> None:
    document = county.submitted(county.government)
    opinions = [{"seq": "1", "category": "content", "text": "第二条写明登记机关", "severity": "must"}]
    county.opine(document, "revise", opinions=opinions)
    changed = TEXT.replace("应当登记", "应当向公安机关登记")
    answered = [opinions[0] | {"adopt_status": "full"}]
    county.take(document, "answer_opinions", "2025-03-24", {"text": changed, "legality_opinions": answered})
    with pytest.raises(Refused, match="尚未经审查机构核对采纳情况"):
        county.take(document, "put_on_agenda", "2025-03-25", {"meeting": "standing"})
    county.take(county.review_of(document), "confirm_adoption", "2025-03-25", {"adoption_note": "已采纳。"})
    assert fresh(document).cleared_text == changed
    county.take(document, "put_on_agenda", "2025-03-26", {"meeting": "standing"})


def test_a_draft_that_is_returned_comes_back_and_goes_to_the_same_review(county: County) -> None:
    document = county.submitted(county.government)
    review = county.review_of(document)
    county.take(review, "send_back", "2025-03-04", {"return_reason": "缺少依据文本"})
    assert fresh(document).stage == "drafting"
    county.take(document, "to_review", "2025-03-06")
    assert county.review_of(document).pk == review.pk


def test_numbers_run_without_gaps_and_a_refused_step_takes_none(county: County) -> None:
    first = county.published(county.government)
    assert (first.document_number, first.unified_number) == ("洪政规〔2025〕1号", "HHZF-2025-0001")
    second = county.reviewed(county.government, name="洪河县停车管理办法")
    county.take(second, "put_on_agenda", "2025-04-01", {"meeting": "standing"})
    county.take(second, "adopt", "2025-04-10", {"meeting_number": "第45次会议"})
    county.take(second, "sign", "2025-04-14", {"signed_by": "韩正东"})
    said = {"made_on": date(2025, 4, 10), "effect": "date", "effective_on": date(2025, 7, 1)}
    with pytest.raises(Refused, match="有效期"):
        county.take(second, "issue", "2025-04-15", said | {"valid_years": 6})
    county.take(second, "issue", "2025-04-16", said | {"valid_years": 5})
    assert fresh(second).unified_number == "HHZF-2025-0002"


def test_a_government_needs_the_market_regulator_a_department_its_own_review(county: County) -> None:
    said = {"economic": True}
    document = county.proposed(county.government, **said)
    first = {"competition_first": "未发现问题。", "competition_first_result": "no_restriction"}
    county.take(document, "to_competition", "2025-02-12", first)
    review = linked_case(document, "fair_competition")
    assert review is not None
    assert review.organ == county.market
    own = county.proposed(county.civil, **said)
    county.take(own, "to_competition", "2025-02-12")
    reviewed_by_itself = linked_case(own, "fair_competition")
    assert reviewed_by_itself is not None
    assert reviewed_by_itself.organ == county.civil


def test_a_returned_filing_is_made_good_and_counts_as_not_in_order(county: County) -> None:
    document = county.published(county.town, name="柳林镇集贸市场秩序管理规定")
    county.take(document, "file_government", "2025-04-28")
    filing = linked_case(document, "document_filing")
    assert filing is not None
    county.take(filing, "send_back", "2025-04-29", {"return_reason": "缺少起草说明"})
    assert fresh(document).filing_returned
    county.take(document, "file_government", "2025-05-06")
    county.take(filing, "register", "2025-05-07")
    assert fresh(document).filing_number == fresh(filing).number != ""
    problems = {"problems": [{"text": "设定了行政处罚"}], "opinion": "修改第二条。"}
    county.take(filing, "ask_to_correct", "2025-05-20", problems)
    assert fresh(document).filing_opinion == "修改第二条。"
    county.take(document, "report_correction", "2025-06-03", {"correction": "已修改。"})
    county.take(filing, "revoke", "2025-06-10", {"opinion": "撤销。"}, extent="whole")
    ended = fresh(document)
    assert (ended.stage, ended.force_on(date(2025, 6, 10))) == ("revoked", Force.REVOKED)


def test_a_revoked_clause_does_not_end_the_document(county: County) -> None:
    document = county.published(county.civil, name="洪河县临时救助实施细则")
    county.take(document, "file_government", "2025-04-28")
    filing = linked_case(document, "document_filing")
    assert filing is not None
    county.take(filing, "register", "2025-05-07")
    county.take(filing, "revoke", "2025-06-10", {"opinion": "撤销第二条。"}, extent="part")
    stands = fresh(document)
    assert (stands.stage, stands.filing_opinion) == ("published", "撤销第二条。")
    assert stands.force_on(date(2025, 6, 10)) == Force.IN_FORCE


def test_a_draft_that_is_given_up_leaves_nothing_to_the_reviewer(county: County) -> None:
    document = county.submitted(county.government)
    county.take(document, "abandon", "2025-03-20", why="上位法即将修改")
    assert fresh(document).stage == "abandoned"
    assert county.review_of(document).stage == "withdrawn"


def test_a_new_document_replaces_the_old_one_from_its_day_of_effect(county: County) -> None:
    old = county.published(county.government)
    new = county.reviewed(county.government, name="洪河县犬类管理规定", purpose="replace", target=old.pk)
    county.take(new, "put_on_agenda", "2025-08-01", {"meeting": "standing"})
    county.take(new, "adopt", "2025-08-04", {"meeting_number": "第50次会议"})
    county.take(new, "sign", "2025-08-05", {"signed_by": "韩正东"})
    said = {"made_on": date(2025, 8, 4), "effect": "date", "effective_on": date(2025, 10, 1), "valid_years": 5}
    county.take(new, "issue", "2025-08-06", said)
    county.take(new, "publish", "2025-08-08", {"published_where": "县政府网站"})
    old = fresh(old)
    assert old.stage == "repealed_stage"
    assert old.ended_by == "《洪河县犬类管理规定》（洪政规〔2025〕2号）"
    assert old.force_on(date(2025, 9, 30)) == Force.IN_FORCE
    assert old.force_on(date(2025, 10, 1)) == Force.REPEALED
    assert [v.until for v in versions_of(old)] == [date(2025, 9, 30)]


def test_an_amending_document_gives_the_old_one_a_new_version(county: County) -> None:
    old = county.published(county.government)
    text = TEXT.replace("应当登记", "应当每年登记")
    new = county.proposed(county.government, name="关于修改城区犬类管理办法的决定", purpose="amend", target=old.pk)
    county.take(new, "solicit", "2025-02-12", {"solicit_until": date(2025, 2, 28), "solicit_where": "政府网站"})
    county.take(new, "close_consultation", "2025-03-03", {"feedback": "没有收到意见。"})
    county.take(new, "to_review", "2025-03-03")
    county.opine(new)
    county.take(new, "put_on_agenda", "2025-08-01", {"meeting": "standing"})
    county.take(new, "adopt", "2025-08-04", {"meeting_number": "第50次会议"})
    county.take(new, "sign", "2025-08-05", {"signed_by": "韩正东"})
    said = {"made_on": date(2025, 8, 4), "effect": "date", "effective_on": date(2025, 10, 1), "doc_kind": "decision"}
    county.take(new, "issue", "2025-08-06", said)
    with pytest.raises(Refused, match="应当填写修改后的原文件全文"):
        county.take(new, "publish", "2025-08-08", {"published_where": "县政府网站"})
    county.take(new, "publish", "2025-08-08", {"published_where": "县政府网站", "consolidated": text})
    versions = versions_of(fresh(old))
    assert [(v.since, v.until) for v in versions] == [
        (date(2025, 6, 1), date(2025, 9, 30)),
        (date(2025, 10, 1), date(2030, 5, 31)),
    ]
    assert text_on(versions, date(2025, 9, 30)) == versions[0]
    assert versions[1].text == text
    assert versions[1].by == "《关于修改城区犬类管理办法的决定》（洪政规〔2025〕2号）"
    assert text_on(versions, date(2025, 5, 31)) is None
    assert fresh(old).force_on(date(2025, 10, 1)) == Force.AMENDED


def test_a_document_expires_by_itself_on_the_day_after_its_last(county: County) -> None:
    document = county.published(county.civil, name="洪河县临时救助实施细则", valid_until=date(2025, 12, 31))
    assert document.force_on(date(2025, 12, 31)) == Force.IN_FORCE
    assert document.force_on(date(2026, 1, 1)) == Force.EXPIRED
    assert [str(done) for done in tick(LATE)]
    ended = fresh(document)
    assert (ended.stage, ended.ended_on) == ("expired", date(2026, 1, 1))
    assert Clock._base_manager.get(case=document, limit="announce_in_time").state == "running"
    assert text_on(versions_of(ended), date(2025, 12, 31)) is not None
    assert text_on(versions_of(ended), date(2026, 1, 1)) is None


def test_every_draft_is_kept(county: County) -> None:
    document = county.reviewed(county.government)
    county.take(document, "answer_opinions", "2025-03-24", {"text": TEXT + "\n"})
    assert [draft.step for draft in drafts_of(document)] == ["draft", "answer_opinions"]


def test_only_who_made_a_document_replaces_it(county: County) -> None:
    other = county.published(county.government)
    with pytest.raises(Refused, match="原文件由洪河县人民政府制定"):
        county.proposed(county.civil, name="洪河县犬类管理细则", purpose="replace", target=other.pk)


def test_opinions_are_taken_until_the_last_day_announced(county: County) -> None:
    case = county.proposed(county.government)
    county.take(case, "solicit", "2025-02-11", {"solicit_until": date(2025, 3, 31), "solicit_where": "政府网站"})
    with pytest.raises(Refused, match="公告的截止日2025-03-31尚未届满"):
        county.take(case, "close_consultation", "2025-03-31", {"feedback": "没有收到意见。"})
    county.take(case, "close_consultation", "2025-04-01", {"feedback": "没有收到意见。"})


def test_a_township_is_never_refused_on_the_article_that_binds_governments(county: County) -> None:
    case = county.proposed(county.town, name="柳林镇集贸市场秩序管理规定")
    with pytest.raises(Refused) as refused:
        county.take(case, "to_review", "2025-03-03")
    with pytest.raises(Refused) as out_of_turn:
        county.take(case, "publish", "2025-03-03", {"published_where": "镇政府公告栏", "effect": "publication"})
    said = [*refused.value.reasons, *out_of_turn.value.reasons]
    assert said
    assert not [reason for reason in said if reason.basis is not None and reason.basis.article == 75]


def test_a_document_whose_issue_was_voided_gets_its_numbers_again(county: County) -> None:
    document = county.reviewed(county.civil)
    county.take(document, "put_on_agenda", "2025-04-01", {"meeting": "office"})
    county.take(document, "adopt", "2025-04-10", {"meeting_number": "第3次局务会"})
    county.take(document, "sign", "2025-04-14", {"signed_by": "局长"})
    said = {"made_on": date(2025, 4, 10), "effect": "date", "effective_on": date(2025, 7, 1), "valid_years": 5}
    issued = county.take(document, "issue", "2025-04-15", said)
    numbers = fresh(document).document_number, fresh(document).unified_number
    void(fresh(document), issued, "成文日期有误", Entry(county.second, LATE))
    assert fresh(document).document_number == ""
    county.take(document, "issue", "2025-04-16", said)
    assert (fresh(document).document_number, fresh(document).unified_number) == numbers
