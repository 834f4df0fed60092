"""A contract that is filed arrives at the justice bureau; what the bureau does comes back to the contract."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from yifa.areas.rulemaking.contract_filing.procedure import ContractFiling
from yifa.areas.rulemaking.government_contract.tests.conftest import County, fresh
from yifa.kernel.faults import faults
from yifa.kernel.figure import Window
from yifa.kernel.linking import linked_case, linked_cases
from yifa.kernel.models import Case, Clock, Paper
from yifa.office import scope

pytestmark = pytest.mark.data
PROBLEM = [{"clause": "第八条", "kind": "clause", "text": "没有约定验收期限。", "measure": "supplement"}]


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """The county of the contracts."""
    with scope.everything("合同备案测试"):
        yield County()


def filed(county: County, on: str = "2025-09-28") -> tuple[Case, Case]:
    """A major contract that was signed on 2025-09-22, and its filing."""
    case = county.signed(major=True)
    county.take(case, "file", on)
    filing = linked_case(case, "contract_filing")
    assert filing is not None
    return case, filing


def test_the_declaration_has_no_faults() -> None:
    assert faults(ContractFiling) == []


def test_the_filing_arrives_at_the_bureau_with_the_contract(county: County) -> None:
    case, filing = filed(county)
    record = fresh(filing)
    assert (record.organ, record.filer, record.contract_number) == (county.bureau, county.housing, case.number)
    assert (record.reviewed_before, record.late, record.meeting) == (True, False, "局长办公会")
    assert record.text == fresh(case).draft
    assert record.counterpart == county.housing


def test_the_number_of_the_registration_comes_back(county: County) -> None:
    case, filing = filed(county)
    county.take(filing, "register", "2025-09-29")
    assert fresh(case).filing_number == fresh(filing).number == "洪司合备字〔2025〕1号"
    county.take(filing, "clear", "2025-10-10")
    assert [event.step for event in fresh(case).events.order_by("seq")][-1] == "filing_closed"
    assert fresh(filing).concluded_on == date(2025, 10, 10)


def test_what_was_returned_is_filed_again_in_the_same_case(county: County) -> None:
    case, filing = filed(county)
    county.take(filing, "send_back", "2025-09-29", {"return_reason": "缺少集体研究记录"})
    clock = Clock.objects.get(case=case, limit="refile_in_time")
    assert clock.due == date(2025, 10, 13)
    county.take(case, "refile", "2025-10-13")
    assert linked_cases(case, "contract_filing").count() == 1
    record = fresh(filing)
    assert (record.stage, record.returned_once, record.late) == ("received", True, False)
    assert Clock.objects.get(pk=clock.pk).state == "kept"


def test_an_opinion_is_answered_from_the_contract(county: County) -> None:
    case, filing = filed(county)
    county.take(filing, "register", "2025-09-29")
    county.take(filing, "advise", "2025-10-09", {"problems": PROBLEM, "opinion": "请签订补充协议。"})
    assert fresh(case).filing_opinion == "请签订补充协议。"
    assert Clock.objects.get(case=case, limit="answer_filing_in_time").due == date(2025, 10, 29)
    county.take(case, "answer_filing", "2025-10-20", {"filing_answer": "已经签订补充协议。"})
    assert fresh(filing).answer == "已经签订补充协议。"
    county.take(filing, "settle", "2025-10-22")
    assert fresh(filing).stage == "closed"
    paper = Paper.objects.get(case=filing, title="合同备案审查意见书")
    assert paper.number.startswith("洪司合备审")


def test_a_filing_that_is_refused_asks_for_nothing_more(county: County) -> None:
    case, filing = filed(county)
    county.take(filing, "refuse", "2025-09-29", why="劳动合同不备案")
    assert "filing_refused" in {event.step for event in fresh(case).events.all()}
    assert not Clock.objects.filter(case=case, limit="refile_in_time").exists()


def test_the_contracts_of_the_bureau_itself_open_no_case(county: County) -> None:
    case = county.signed(county.bureau, major=True)
    county.take(case, "file", "2025-09-28")
    assert linked_case(case, "contract_filing") is None


def test_late_filings_are_counted(county: County) -> None:
    _, filing = filed(county, "2025-10-20")
    window = Window(date(2025, 1, 1), date(2025, 12, 31), [county.bureau.pk])
    assert fresh(filing).late
    assert ContractFiling.cf_late.value(window).value == 1
    assert ContractFiling.cf_received.value(window).value == 1
