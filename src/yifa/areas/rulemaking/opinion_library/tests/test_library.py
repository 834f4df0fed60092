"""What was often given is offered for its kind and clause, adopted shares are told, and the library keeps the best."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from yifa.areas.rulemaking.legality_review.tests.conftest import LATE, County, fresh
from yifa.areas.rulemaking.opinion_library.clauses import clause_of
from yifa.areas.rulemaking.opinion_library.given import generalised, index_all, shape_of
from yifa.areas.rulemaking.opinion_library.models import GivenOpinion, OpinionBlock
from yifa.areas.rulemaking.opinion_library.offering import in_library, offers, promote
from yifa.kernel.registers.errors import EntryRefused
from yifa.kernel.registers.verify import verify_books
from yifa.office import scope

PENALTY = "没有约定对方逾期交付的违约责任，建议补充违约金的计算方法。"


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """The county of the reviews."""
    with scope.everything("审查意见库测试"):
        yield County()


def given(county: County, text: str, kind: str = "contract", adopted: str = "full", **more: Any) -> None:
    """A review of which one opinion came out, and what became of it."""
    row = {"seq": "1", "text": text, "severity": "should", "category": "risk", "adopt_status": adopted} | more
    reason = {"reason_if_not": "与上级文件一致"} if adopted == "none" else {}
    county.opined(kind, opinions=[row | reason])


# --- pure -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("第八条“逾期交货”：没有约定违约责任。建议：补充。", "第十二条“乙方交付”：没有约定违约责任。建议：补充。"),
        ("第三条：引用的《行政处罚法》第五十一条条序有误", "第九条：引用的《行政许可法》第十二条条序有误"),
        ("付款期限90日超过60日", "付款期限 120 日，超过60日。"),
    ],
)
def test_opinions_that_say_the_same_of_different_drafts_have_one_shape(one: str, other: str) -> None:
    assert shape_of(one) == shape_of(other)


def test_opinions_that_say_different_things_have_different_shapes() -> None:
    assert shape_of("没有约定违约责任") != shape_of("没有约定争议解决方法")


def test_what_belongs_to_one_draft_is_taken_off() -> None:
    assert generalised("第八条第二款“逾期交货的”：没有约定违约责任。") == "没有约定违约责任。"
    assert generalised("没有约定违约责任。") == "没有约定违约责任。"
    assert generalised("第八条") == "第八条"


@pytest.mark.parametrize(
    ("text", "kind", "topic"),
    [
        ("没有约定违约金", "contract", "breach"),
        ("约定由甲方所在地法院管辖争议", "administrative_agreement", "dispute"),
        ("设定了行政许可", "normative_document", "licence"),
        ("没有规定施行日期和有效期", "normative_document", "effect"),
        ("甲乙丙丁", "contract", "other"),
    ],
)
def test_the_clause_is_told_from_the_words(text: str, kind: str, topic: str) -> None:
    assert clause_of(text, kind) == topic


# --- what is offered --------------------------------------------------------------------------------


def test_an_opinion_given_twice_is_offered_with_its_adoption(county: County) -> None:
    given(county, f"第八条“交货”：{PENALTY}")
    assert offers(county.bureau, "contract") == []
    given(county, f"第九条“货物”：{PENALTY}", adopted="none")
    (offer,) = offers(county.bureau, "contract")
    assert (offer.text, offer.times, offer.answered, offer.rate) == (PENALTY, 2, 2, 50)
    assert (offer.clause_label, offer.block) == ("违约责任", "")
    assert offers(county.bureau, "normative_document") == []


def test_a_review_that_was_not_issued_offers_nothing(county: County) -> None:
    case = county.reviewing()
    county.take(case, "screen", "2025-03-10", {"opinions": [{"seq": "1", "text": PENALTY}]})
    assert not GivenOpinion.objects.exists()


def test_feedback_and_corrections_move_the_index(county: County) -> None:
    case = county.opined("contract", opinions=[{"seq": "1", "text": PENALTY, "severity": "should"}])
    assert GivenOpinion.objects.get().adoption == ""
    rows = [row | {"adopt_status": "full"} for row in fresh(case).opinions]
    county.take(case, "feed_back", "2025-03-18", {"opinions": rows})
    assert GivenOpinion.objects.get().adoption == "full"
    before = list(GivenOpinion.objects.values_list("shape", "on"))
    assert index_all() == 1
    assert list(GivenOpinion.objects.values_list("shape", "on")) == before


def test_the_library_comes_first_and_the_clause_in_hand_before_it(county: County) -> None:
    for _ in range(2):
        given(county, "争议由仲裁委员会仲裁的约定不明。")
    promote(county.bureau, "contract", {"text": PENALTY, "basis": "《民法典》第五百八十五条"}, by=None, at=LATE)
    assert [one.block != "" for one in offers(county.bureau, "contract")] == [True, False]
    near = offers(county.bureau, "contract", near="发生争议的，双方协商，协商不成的提交仲裁")
    assert near[0].clause == "dispute"
    assert [one.clause for one in offers(county.bureau, "contract", clause="breach")] == ["breach"]
    assert [one.text for one in offers(county.bureau, "contract", words="违约金 民法典")] == [PENALTY]


def test_a_promoted_opinion_is_told_once_with_its_experience(county: County) -> None:
    for _ in range(2):
        given(county, f"第八条“交货”：{PENALTY}")
    assert not in_library(county.bureau, "contract", PENALTY)
    block = promote(county.bureau, "contract", {"text": f"第八条“交货”：{PENALTY}"}, by=county.handler, at=LATE)
    assert (block.number, block.text, block.clause) == ("意库〔2026〕1号", PENALTY, "breach")
    (offer,) = offers(county.bureau, "contract")
    assert (offer.block, offer.times) == ("意库〔2026〕1号", 2)
    assert in_library(county.bureau, "contract", PENALTY)
    assert list(verify_books()) == []


def test_the_library_of_the_bureau_serves_departments_and_townships(county: County) -> None:
    promote(county.bureau, "contract", {"text": PENALTY}, by=None, at=LATE)
    assert [one.text for one in offers(county.finance, "contract")] == [PENALTY]
    assert [one.text for one in offers(county.township, "contract")] == [PENALTY]


def test_an_opinion_that_is_too_long_is_not_taken_in(county: County) -> None:
    with pytest.raises(EntryRefused, match="意见"):
        promote(county.bureau, "contract", {"text": "长" * 501}, by=None, at=LATE)
    assert not OpinionBlock.objects.exists()


def test_offering_takes_as_many_queries_however_much_was_given(
    county: County, django_assert_max_num_queries: Any
) -> None:
    for _ in range(2):
        given(county, PENALTY)
    row = GivenOpinion.objects.all()[0]
    GivenOpinion.objects.bulk_create(
        GivenOpinion(
            review_id=row.review_id, organ_id=row.organ_id, target_type="contract", clause="other",
            shape=f"{n % 300}",
            text=f"应当补充{chr(0x4E00 + n % 300)}{chr(0x5000 + n % 300)}条款", on=row.on,
        )
        for n in range(1500)
    )  # fmt: skip
    with django_assert_max_num_queries(8):
        assert len(offers(county.bureau, "contract")) == 40
