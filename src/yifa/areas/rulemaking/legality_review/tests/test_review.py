"""A review as it is recorded: two people, counsel, rounds, letters, and what goes to and fro."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from yifa.areas.rulemaking.legality_review.drafts import digest_of
from yifa.areas.rulemaking.legality_review.tests.conftest import OPINIONS, County, complete, fresh
from yifa.kernel.engine import new_case
from yifa.kernel.linking import linked_case
from yifa.kernel.models import Case, Event, Paper
from yifa.kernel.rules import Refused
from yifa.office.roles import Role
from yifa.papers import store
from yifa.text.docx import docx_to_text

pytestmark = pytest.mark.data


def text_of(case: Case, title: str) -> str:
    """What the instrument issued last says, as plain text."""
    paper = Paper.objects.filter(case=case, title=title).order_by("-pk")[0]
    return docx_to_text(store.read(paper.digest), paper.name)


def test_the_one_who_drafts_an_opinion_does_not_verify_it(county: County) -> None:
    both = county.person("两用", county.bureau, Role.HANDLER, Role.REVIEWER)
    case = county.reviewing()
    county.take(case, "propose", "2025-03-10", {"conclusion": "legal"}, by=both)
    with pytest.raises(Refused, match="不得由同一人办理"):
        county.take(case, "verify", "2025-03-11", by=both, verdict="agree")
    county.take(case, "verify", "2025-03-11", by=county.second, verdict="agree")


def test_counsel_out_of_term_gives_no_opinion(county: County) -> None:
    counsel = county.counsel("2024-07-01", "2025-02-28")
    case = county.reviewing()
    rows = [{"counsel": counsel.number, "on": "2025-03-05", "view": "同意"}]
    with pytest.raises(Refused, match="聘期为2024-07-01至2025-02-28，2025-03-05不在聘期内"):
        county.take(case, "advise", "2025-03-05", {"counsel_opinions": rows})
    assert fresh(case).counsel_opinions == []


def test_counsel_in_term_gives_an_opinion(county: County) -> None:
    counsel = county.counsel("2024-07-01", "2026-06-30")
    case = county.reviewing()
    rows = [{"counsel": counsel.number, "on": "2025-03-05", "view": "同意"}]
    county.take(case, "advise", "2025-03-05", {"counsel_opinions": rows})
    assert fresh(case).counsel_opinions[0]["counsel"] == counsel.number


def test_of_two_reviewers_at_once_the_second_is_told_to_look_again_and_nothing_is_lost(county: County) -> None:
    case = county.reviewing()
    seen = case.length
    first = [{"rule": "AUTH-004", "severity": "error", "verdict": "accepted"}]
    county.take(case, "screen", "2025-03-04", {"findings": first}, seen=seen)
    with pytest.raises(Refused, match="刚刚已有新的办理记录"):
        county.take(case, "screen", "2025-03-04", {"findings": []}, seen=seen, by=county.second)
    assert fresh(case).findings == first


def test_a_second_round_keeps_the_opinions_of_the_first_and_needs_a_new_conclusion(county: County) -> None:
    case = county.opined()
    answered = [row | {"adopt_status": "full"} for row in OPINIONS]
    county.take(case, "feed_back", "2025-03-18", {"opinions": answered})
    county.take(case, "resubmit", "2025-03-20", {"draft": "第二稿"})
    record = fresh(case)
    assert (record.round, record.conclusion, record.stage) == (2, "", "reviewing")
    assert record.draft_digest == digest_of("第二稿")
    assert [row["adopt_status"] for row in record.opinions] == ["full", "full"]
    more = [*record.opinions, {"seq": "3", "round": "2", "text": "补充施行日期", "severity": "should"}]
    county.take(case, "propose", "2025-03-21", {"conclusion": "revise", "opinions": more})
    county.take(case, "verify", "2025-03-21", by=county.second, verdict="agree")
    county.take(case, "opine", "2025-03-24")
    assert Paper.objects.filter(case=case, title="合法性审查意见书").count() == 2
    assert fresh(case).opinion_number == "洪司审意字〔2025〕2号"
    letter = text_of(case, "合法性审查意见书")
    assert "补充施行日期" in letter
    assert "删除设定行政许可的条款" not in letter


def test_what_must_be_changed_and_was_not_is_reviewed_again(county: County) -> None:
    case = county.opined()
    rows = [row | {"adopt_status": "none", "reason_if_not": "对方坚持"} for row in OPINIONS]
    county.take(case, "feed_back", "2025-03-18", {"opinions": rows})
    with pytest.raises(Refused, match="第1条没有采纳，应当重新送审"):
        county.take(case, "confirm_adoption", "2025-03-19", {"adoption_note": "已核对"})


def test_the_digest_of_the_text_that_goes_on_is_kept_with_the_check(county: County) -> None:
    case = county.opined()
    rows = [row | {"adopt_status": "full"} for row in OPINIONS]
    county.take(case, "feed_back", "2025-03-18", {"opinions": rows, "final_draft": "定稿"})
    county.take(case, "confirm_adoption", "2025-03-19", {"adoption_note": "全部采纳"})
    assert fresh(case).final_digest == digest_of("定稿")
    assert "全部采纳" in text_of(case, "审查意见采纳情况核对表")


@pytest.mark.parametrize(("kind", "word"), [("normative_document", "审核"), ("contract", "审查")])
def test_the_letter_on_a_document_is_called_otherwise(county: County, kind: str, word: str) -> None:
    letter = text_of(county.opined(kind), "合法性审查意见书")
    assert f"合法性{word}意见书" in letter
    assert "应予修改" in letter
    assert "【必须修改】删除设定行政许可的条款。依据：行政许可法第十七条。" in letter


def topic(county: County, draft: str = "城区停车收费方案") -> Case:
    """A topic sent to its review."""
    case = new_case("agenda_item", county.government, date(2025, 3, 3))
    told: dict[str, Any] = {"topic": "城区停车收费", "meeting": "standing", "needs_review": True, "draft": draft}
    county.take(case, "propose", "2025-03-03", told | {"reviewing_organ": county.bureau.pk})
    county.take(case, "send_to_review", "2025-03-03", {"draft": draft})
    return fresh(case)


def test_a_topic_opens_its_review_and_the_opinion_comes_back(county: County) -> None:
    item = topic(county)
    review = linked_case(item, "legality_review")
    assert review is not None
    assert (review.organ, review.title, review.record.target_type) == (county.bureau, "城区停车收费", "meeting_topic")
    with pytest.raises(Refused, match="尚未收到合法性审查意见"):
        county.take(item, "schedule", "2025-03-04", {"meeting_on": date(2025, 3, 6)})
    county.take(review, "accept", "2025-03-03", {"materials": complete("meeting_topic")})
    county.take(review, "assign", "2025-03-03", {"reviewers": [{"name": "周审查"}]})
    county.take(review, "propose", "2025-03-04", {"conclusion": "legal"})
    county.take(review, "verify", "2025-03-04", by=county.second, verdict="agree")
    county.take(review, "opine", "2025-03-05")
    told = fresh(item)
    assert (told.review_conclusion, told.review_number) == ("legal", fresh(review).opinion_number)
    assert Event.objects.filter(case=item, step="reviewed").count() == 1
    county.take(item, "schedule", "2025-03-06", {"meeting_on": date(2025, 3, 10)})
    assert fresh(item).stage == "scheduled"


def test_a_topic_whose_text_is_not_the_reviewed_one_does_not_go_on_the_agenda(county: County) -> None:
    item = topic(county)
    county.take(item, "reviewed", "2025-03-04", {
        "review_conclusion": "legal", "reviewed_digest": digest_of("城区停车收费方案（上一稿）"),
    })  # fmt: skip
    with pytest.raises(Refused, match="文本与经过合法性审查的文本不一致"):
        county.take(item, "schedule", "2025-03-06", {"meeting_on": date(2025, 3, 10)})


def test_what_the_proposer_answers_reaches_the_review_and_its_check_comes_back(county: County) -> None:
    item = topic(county)
    review = reviewed(county, item, "revise", OPINIONS)
    assert [row["text"] for row in fresh(item).review_opinions] == [row["text"] for row in OPINIONS]
    rows = [row | {"adopt_status": "full"} for row in fresh(item).review_opinions]
    county.take(item, "respond", "2025-03-06", {"review_opinions": rows, "draft": "定稿"})
    assert [row["adopt_status"] for row in fresh(review).opinions] == ["full", "full"]
    with pytest.raises(Refused, match="尚未经审查机构核对"):
        county.take(item, "schedule", "2025-03-06", {"meeting_on": date(2025, 3, 10)})
    county.take(review, "confirm_adoption", "2025-03-07", {"adoption_note": "全部采纳"})
    assert fresh(item).cleared_digest == digest_of("定稿")
    county.take(item, "schedule", "2025-03-07", {"meeting_on": date(2025, 3, 10)})


def test_a_topic_sent_again_waits_for_the_new_opinion_and_an_unlawful_one_is_not_discussed(county: County) -> None:
    item = topic(county)
    review = reviewed(county, item, "legal", [])
    county.take(item, "send_again", "2025-03-06", {"draft": "又一稿"})
    assert (fresh(review).round, fresh(item).review_conclusion) == (2, "")
    with pytest.raises(Refused, match="尚未收到合法性审查意见"):
        county.take(item, "schedule", "2025-03-06", {"meeting_on": date(2025, 3, 10)})
    opine(county, review, "legal", [])
    county.take(item, "schedule", "2025-03-06", {"meeting_on": date(2025, 3, 10)})
    county.take(review, "resubmit", "2025-03-07")
    opine(county, review, "illegal", [], "2025-03-07")
    with pytest.raises(Refused, match="合法性审查结论为不合法"):
        county.take(item, "discuss", "2025-03-10", {"outcome": "approved"})


def reviewed(county: County, item: Case, conclusion: str, opinions: list[dict[str, str]]) -> Case:
    """The review of a topic with its opinion."""
    review = linked_case(item, "legality_review")
    assert review is not None
    county.take(review, "accept", "2025-03-03", {"materials": complete("meeting_topic")})
    county.take(review, "assign", "2025-03-03", {"reviewers": [{"name": "周审查"}]})
    opine(county, review, conclusion, opinions)
    return review


def opine(
    county: County, review: Case, conclusion: str, opinions: list[dict[str, str]], on: str = "2025-03-06"
) -> None:
    """Draft, verify and issue an opinion on one day."""
    told = {"conclusion": conclusion, "conclusion_text": "经审查。", "opinions": opinions}
    county.take(review, "propose", on, told)
    county.take(review, "verify", on, by=county.second, verdict="agree")
    county.take(review, "opine", on)


def test_the_list_of_materials_is_there_to_be_ticked(county: County) -> None:
    case = county.received("contract", materials=[])
    assert [row["item"] for row in case.materials][:2] == ["合同文本", "送审说明"]


def test_only_the_secretary_puts_a_topic_on_the_agenda(county: County) -> None:
    clerk = county.person("办事员", county.government, Role.HANDLER)
    item = topic(county)
    with pytest.raises(Refused, match="没有这一岗位"):
        county.take(item, "schedule", "2025-03-06", {"meeting_on": date(2025, 3, 10)}, by=clerk)


@pytest.mark.parametrize(
    ("conclusion", "says", "says_not"),
    [
        ("illegal", "不得提交讨论", "逐条反馈采纳情况"),
        ("not_in_scope", "不作为经过合法性审查的依据", "逐条反馈采纳情况"),
        ("revise", "逐条反馈采纳情况", "不得提交讨论"),
        ("legal", "应当重新送审", "逐条反馈采纳情况"),
    ],
)
def test_an_opinion_asks_for_what_its_conclusion_asks_for(
    county: County, conclusion: str, says: str, says_not: str
) -> None:
    letter = text_of(county.opined(conclusion=conclusion), "合法性审查意见书")
    assert says in letter
    assert says_not not in letter


def test_materials_asked_for_within_the_review_do_not_start_its_time_anew(county: County) -> None:
    case = county.reviewing()
    county.take(case, "query", "2025-03-05", {"return_reason": "补充授权委托书"})
    letter = text_of(case, "补充送审材料通知书")
    assert "不计入合法性审查的时间" in letter
    assert "自材料齐备之日起" not in letter
    county.take(case, "send_back", "2025-03-20", {"return_reason": "没有补充"})
    assert fresh(case).stage == "returned"
