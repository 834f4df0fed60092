"""A township submits a matter from its own desk: asked for more, answered, held back until the review lets it pass."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from yifa.areas.rulemaking.legality_review.submission import ReviewSubmission
from yifa.areas.rulemaking.legality_review.tests.conftest import County, complete, fresh
from yifa.kernel.engine import new_case
from yifa.kernel.faults import faults
from yifa.kernel.linking import linked_case, linked_cases
from yifa.kernel.models import Case, Clock
from yifa.kernel.rules import Refused
from yifa.office.roles import Role

pytestmark = pytest.mark.data
REVISE = [{"seq": "1", "text": "补充救济途径", "severity": "must", "category": "procedure"}]


class Township:
    """A township with its clerk, who submits."""

    def __init__(self, county: County) -> None:
        self.county, self.clerk = county, county.person("柳承办", county.township, Role.HANDLER)
        case = new_case("review_submission", county.township, date(2025, 3, 3))
        told = {"matter": "违法建设处置答复", "target_type": "township_matter", "draft": "答复意见如下。"}
        self.take(case, "submit", "2025-03-03", told)
        self.case = fresh(case)

    def take(self, case: Case, code: str, on: str, fields: dict[str, Any] | None = None, **data: Any) -> None:
        """A step of the township."""
        self.county.take(case, code, on, fields, by=self.clerk, **data)

    @property
    def record(self) -> Any:
        """The matter as stored."""
        return fresh(self.case)

    @property
    def review(self) -> Any:
        """The review of it."""
        found = linked_case(self.case, "legality_review")
        assert found is not None
        return fresh(found)

    def opined(self, conclusion: str = "revise") -> None:
        """The bureau accepts, looks and gives its opinion on 2025-03-06."""
        county, review = self.county, self.review
        county.take(review, "accept", "2025-03-04", {"materials": complete("township_matter")})
        county.take(review, "assign", "2025-03-04", {"reviewers": [{"name": "周审查", "kind": "lead"}]})
        told = {"conclusion": conclusion, "conclusion_text": "经审查。"}
        opinions = {"opinions": REVISE} if conclusion == "revise" else {}
        county.take(review, "propose", "2025-03-05", told | opinions)
        county.take(review, "verify", "2025-03-05", by=county.second, verdict="agree")
        county.take(review, "opine", "2025-03-06")


@pytest.fixture
def township(county: County) -> Township:
    """A matter submitted on 2025-03-03."""
    return Township(county)


def test_the_declaration_has_no_faults() -> None:
    assert faults(ReviewSubmission) == []


def test_the_matter_arrives_at_the_bureau(township: Township) -> None:
    review = township.review
    assert (review.organ, review.submitter) == (township.county.bureau, township.county.township)
    assert (review.target_title, review.draft) == ("违法建设处置答复", "答复意见如下。")
    assert [row["item"] for row in review.materials] == [row["item"] for row in complete("township_matter")]
    assert township.record.number == "柳政送审字〔2025〕1号"


def test_what_the_reviewers_ask_for_is_asked_and_supplied_here(township: Township) -> None:
    county = township.county
    county.take(township.review, "require", "2025-03-04", {"return_reason": "缺少现场照片"})
    assert fresh(township.case).events.order_by("-seq")[0].data["inputs"]["what"] == "缺少现场照片"
    township.take(township.case, "materials_supplied", "2025-03-05", what="照片六张")
    assert (township.review.stage, township.review.supplemented_on) == ("intake", date(2025, 3, 5))
    with pytest.raises(Refused, match="本案不适用"):
        township.take(township.case, "materials_supplied", "2025-03-06", what="又一次")


def test_what_is_asked_while_under_review_stops_its_time(township: Township) -> None:
    county = township.county
    county.take(township.review, "accept", "2025-03-04", {"materials": complete("township_matter")})
    county.take(township.review, "query", "2025-03-05", {"return_reason": "补充测量图"})
    township.take(township.case, "materials_supplied", "2025-03-11", {"draft": "答复意见如下，附图。"}, what="测量图")
    assert (township.review.stage, township.review.draft) == ("reviewing", "答复意见如下，附图。")
    assert Clock.objects.get(case=township.review, limit="other_in_time").due > date(2025, 3, 10)


def test_what_was_sent_back_comes_again_as_the_same_review(township: Township) -> None:
    township.county.take(township.review, "send_back", "2025-03-04", {"return_reason": "没有送审文本"})
    assert township.record.stage == "returned"
    township.take(township.case, "submit_again", "2025-03-06", {"draft": "答复全文。"})
    assert linked_cases(township.case, "legality_review").count() == 1
    assert (township.review.stage, township.review.draft) == ("intake", "答复全文。")


def test_nothing_goes_ahead_before_the_adoption_is_checked(township: Township) -> None:
    with pytest.raises(Refused, match="案件处于“审查中”"):
        township.take(township.case, "go_ahead", "2025-03-05", {"outcome": "已答复"})
    township.opined()
    with pytest.raises(Refused, match="尚未经审查机构核对"):
        township.take(township.case, "go_ahead", "2025-03-07", {"outcome": "已答复"})
    changed = {"draft": "答复意见如下。可以申请行政复议。"}
    with pytest.raises(Refused, match="第1条没有反馈"):
        township.take(township.case, "respond", "2025-03-07", {"review_opinions": REVISE} | changed)
    rows = [REVISE[0] | {"adopt_status": "full"}]
    township.take(township.case, "respond", "2025-03-07", {"review_opinions": rows} | changed)
    township.county.take(township.review, "confirm_adoption", "2025-03-10", {"adoption_note": "已核对"})
    township.take(township.case, "go_ahead", "2025-03-11", {"outcome": "柳政信答〔2025〕3号"})
    assert township.record.stage == "done"


def test_an_unlawful_matter_is_held_back_and_may_be_given_up(township: Township) -> None:
    township.opined("illegal")
    with pytest.raises(Refused, match="不合法"):
        township.take(township.case, "go_ahead", "2025-03-07", {"outcome": "已答复"})
    township.take(township.case, "withdraw", "2025-03-08", why="另行处理")
    assert (township.record.stage, township.review.stage) == ("given_up", "withdrawn")


def test_contracts_and_topics_go_their_own_way(county: County) -> None:
    clerk = county.person("柳承办", county.township, Role.HANDLER)
    case = new_case("review_submission", county.township, date(2025, 3, 3))
    with pytest.raises(Refused, match="政府合同在各自的程序中送审"):
        county.take(case, "submit", "2025-03-03", {"matter": "物业合同", "target_type": "contract"}, by=clerk)
