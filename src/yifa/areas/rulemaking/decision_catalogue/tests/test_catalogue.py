"""The catalogue through the one door: one a year, consent for each edition, publication without withheld items."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from yifa.areas.rulemaking.decision_catalogue.procedure import DecisionCatalogue
from yifa.areas.rulemaking.major_decision.tests.conftest import ITEM, LATE, County, fresh
from yifa.kernel.engine import Entry, new_case
from yifa.kernel.models import Paper
from yifa.kernel.publish import copy_of, publish
from yifa.kernel.rules import Refused
from yifa.office import scope

pytestmark = pytest.mark.data
COPY = DecisionCatalogue.publication("public_items")


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """The county, with all its records in view."""
    with scope.everything("决策目录测试"):
        yield County()


def test_a_catalogue_is_collected_consented_to_and_published(county: County) -> None:
    case = county.catalogue()
    assert (case.stage, case.title) == ("published", "2025年度重大行政决策事项目录")
    titles = set(Paper.objects.filter(case=case).values_list("title", flat=True))
    assert titles == {
        "征集重大行政决策事项建议的通知", "关于报请同意重大行政决策事项目录的请示", "重大行政决策事项目录公告",
    }  # fmt: skip


def test_there_is_one_catalogue_for_a_year_and_an_organ(county: County) -> None:
    county.catalogue()
    with pytest.raises(Refused, match="请办理目录调整"):
        county.catalogue()
    county.catalogue(2025, organ=county.township)
    county.catalogue(2026)


def test_withheld_items_are_not_in_the_public_copy(county: County) -> None:
    case = new_case("decision_catalogue", county.government, date(2025, 1, 2))
    county.take(case, "collect", "2025-01-02", {"year": 2025}, until="2025-01-15", to="县司法局")
    kept = {"items": [ITEM], "withheld": [ITEM | {"no": "2", "name": "某应急储备项目"}], "withheld_basis": "工作秘密"}
    county.take(case, "draft", "2025-02-03", kept)
    county.take(case, "deliberate", "2025-02-10", {"meeting": "standing", "meeting_no": "第三十一次"})
    county.take(case, "consent", "2025-02-20", {"party_consent_no": "洪委〔2025〕5号"})
    county.take(case, "announce", "2025-02-24", {"published_url": "https://example.gov.cn/mulu"})
    text = "\n".join(line.text for line in copy_of(fresh(case), COPY))
    assert "城区停车管理措施" in text
    assert "某应急储备项目" not in text
    publish(case, COPY, date(2025, 2, 25), Entry(county.people[county.government.pk], LATE))


def test_the_second_edition_needs_its_own_consent(county: County) -> None:
    case = county.catalogue()
    county.take(case, "adjust", "2025-07-01", {"adjust_reason": "新增一项"})
    county.take(case, "draft", "2025-07-03", {"items": [ITEM, ITEM | {"no": "2", "status": "added"}]})
    county.take(case, "deliberate", "2025-07-10", {"meeting": "plenary", "meeting_no": "第二次"})
    with pytest.raises(Refused, match="3③"):
        county.take(case, "announce", "2025-07-11", {"published_url": "https://example.gov.cn/mulu2"})
