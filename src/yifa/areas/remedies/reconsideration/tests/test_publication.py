"""The public copy of a decision: who it names, what it hides, and when it may not be published at all."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from yifa.areas.remedies.reconsideration.procedure import Reconsideration
from yifa.areas.remedies.reconsideration.tests.conftest import LATE, County, fresh
from yifa.kernel.engine import Entry
from yifa.kernel.models import Clock
from yifa.kernel.publish import copy_of, publish
from yifa.kernel.rules import Refused

pytestmark = pytest.mark.data
COPY = Reconsideration.publication("published")


def served(county: County, **fields: Any) -> Any:
    """A case whose decision has been served."""
    case = county.decided(**fields)
    county.take(case, "serve", "2025-04-22", mode="post")
    return fresh(case)


def text_of(record: Any) -> str:
    """The public copy as one text."""
    return "\n".join(f"{line.label}：{line.text}" for line in copy_of(record, COPY))


def test_a_citizen_is_masked_in_the_rows_and_in_running_text(county: County) -> None:
    said = "王五于2025年3月1日（电话13812345678，身份证110101199001011234）殴打他人，王五的请求不能成立。"
    text = text_of(served(county, facts_found=said))
    assert "王五" not in text
    assert "王某" in text
    assert "13812345678" not in text
    assert "110101199001011234" not in text
    assert "12号" not in text


def test_a_company_keeps_its_name(county: County) -> None:
    record = county.heard()
    record.applicants = [{"name": "洪河县丰收农资有限公司", "kind": "legal_person", "representative": "赵六"}]
    text = text_of(record)
    assert "洪河县丰收农资有限公司" in text
    assert "赵六" not in text


def test_only_what_is_named_is_published(county: County) -> None:
    labels = {line.label for line in copy_of(served(county), COPY)}
    assert {"案号", "被申请人", "决定种类", "决定内容"} <= labels
    assert not labels & {"送达地址", "证件号码", "咨询意见", "行政复议人员", "被申请人证据、依据目录"}


def test_both_sides_views_and_the_provision_are_published_masked(county: County) -> None:
    views = {"respondent_view": "王五动手属实。", "third_party_view": "王五打人。", "decision_ground": "68"}
    text = text_of(served(county, **views))
    assert "被申请人答复意见：王某动手属实。" in text
    assert "第六十八条" in text
    assert "王五" not in text


def test_a_decision_is_published_only_after_service(county: County) -> None:
    case = county.decided()
    with pytest.raises(Refused, match="尚未“送达申请人”"):
        publish(case, COPY, date(2025, 4, 22), Entry(county.handler, LATE))


def test_publishing_ends_the_term_of_the_place(county: County) -> None:
    record = served(county)
    clock = Clock.objects.get(case=record, limit="publish_in_time")
    assert (clock.state, clock.promised) == ("running", True)
    publish(record, COPY, date(2025, 4, 25), Entry(county.handler, LATE))
    assert Clock.objects.get(case=record, limit="publish_in_time").state == "kept"


def test_a_decision_that_may_not_be_public_is_not_published(county: County) -> None:
    record = served(county)
    county.take(record, "withhold", "2025-04-23", {"not_public": "minor"}, why="申请人未满十八周岁")
    with pytest.raises(Refused, match="依法不予公开"):
        publish(record, COPY, date(2025, 4, 25), Entry(county.handler, LATE))
    assert Clock.objects.get(case=record, limit="publish_in_time").state == "kept"
