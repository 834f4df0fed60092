"""A review suggestion: asked of the issuer, answered, and published without the people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from yifa.areas.rulemaking.normative_document.tests.conftest import County, fresh
from yifa.kernel.engine import Authority, Entry, new_case, perform
from yifa.kernel.publish import copy_of
from yifa.kernel.rules import Attempt, Refused
from yifa.office import scope


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """The county of the documents."""
    with scope.everything("审查建议测试"):
        yield County()


def test_the_issuer_explains_in_its_own_case_and_the_public_copy_names_nobody(county: County) -> None:
    document = county.published(county.town, name="柳林镇集贸市场秩序管理规定")
    case = new_case("review_suggestion", county.government, date(2025, 9, 1))
    told = {
        "suggesters": [{"name": "王小虎", "kind": "citizen", "contact": "13800001234"}],
        "reasons": "王小虎认为第二条没有依据，联系电话13800001234。", "unified_number": document.unified_number,
        "document_name": document.name, "clauses": "第二条",
    }  # fmt: skip
    county.take(case, "receive", "2025-09-01", told)
    assert fresh(case).title == "对《柳林镇集贸市场秩序管理规定》的审查建议"
    assert fresh(case).document == document
    county.take(case, "accept", "2025-09-02")
    county.take(case, "ask_issuer", "2025-09-03")
    county.take(document, "answer_suggestion", "2025-09-10", answer="依据《某省集贸市场管理办法》。")
    assert fresh(case).explanation == "依据《某省集贸市场管理办法》。"
    county.take(case, "answer", "2025-09-20", {"result": "lawful", "reply": "王小虎：经研究，第二条有依据。"})
    record = fresh(case)
    text = "".join(line.text for line in copy_of(record, record.declaration.publication("result_public")))
    assert "王小虎" not in text
    assert "13800001234" not in text


def test_the_public_takes_no_step_of_an_office(county: County) -> None:
    case = new_case("review_suggestion", county.government, date(2025, 9, 1))
    told = {"suggesters": [{"name": "王小虎", "kind": "citizen"}], "reasons": "没有依据。", "document_name": "某办法"}
    county.take(case, "receive", "2025-09-01", told)
    entry = Entry(None, datetime(2025, 9, 2, 10, tzinfo=UTC), Authority.PUBLIC)
    with pytest.raises(Refused, match="“交付研究”不由公众在网上办理"):
        perform(case, Attempt(case.declaration.step("accept"), date(2025, 9, 2)), entry)
