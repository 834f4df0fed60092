"""A penalty case from the clue to the archive, with its instruments."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from yifa.areas.enforcement.penalty.tests.conftest import HANDED, County
from yifa.kernel.models import Paper


def test_a_fine_goes_its_way_to_the_archive(county: County) -> None:
    case = county.decided()
    assert (case.stage, case.decision_date, case.heaviest_kind) == ("decided", date(2026, 4, 10), "fine")
    county.take(case, "serve", "2026-04-13", HANDED)
    county.take(case, "paid", "2026-04-20")
    county.take(case, "close", "2026-04-22")
    case = county.take(case, "archive", "2026-04-24", {"archive_no": "2026-CF-0001"})
    assert case.stage == "archived"
    assert case.served_date == date(2026, 4, 13)
    titles = [paper.title for paper in Paper._base_manager.filter(case_id=case.pk).order_by("pk")]
    assert titles == [
        "案件线索登记表", "行政处罚案件立案审批表", "责令改正通知书", "调查（检查、询问）笔录", "案件调查终结报告",
        "行政处罚事先告知书", "送达回证", "行政处罚决定书", "送达回证", "结案审批表",
    ]  # fmt: skip
    assert case.number.startswith("洪市监罚立字〔2026〕")
    assert case.decision_number.startswith("洪市监罚字〔2026〕")


def test_the_form_proposes_tier_and_range_with_reasons(county: County) -> None:
    case = county.concluded()
    assert (case.edition, case.tier, case.proposed_grade) == (1, 2, "ordinary")
    assert (case.proposed_low, case.proposed_high) == (Decimal(16000), Decimal(36000))
    assert "没有从轻、减轻、从重情节" in case.proposal_text
    assert case.prior_penalties == "没有查到"
