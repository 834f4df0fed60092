"""A dispute opened by its contract, sued over, closed: the contract knows, its limitation is interrupted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from yifa.areas.rulemaking.contract_dispute.procedure import ContractDispute
from yifa.areas.rulemaking.government_contract.tests.conftest import County, fresh
from yifa.kernel.faults import faults
from yifa.kernel.linking import linked_case
from yifa.kernel.models import Case, Clock, Paper
from yifa.kernel.rules import Refused
from yifa.office import scope

pytestmark = pytest.mark.data


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """The county of the contracts."""
    with scope.everything("合同纠纷测试"):
        yield County()


def disputed(county: County, kind: str = "litigation") -> tuple[Case, Case]:
    """A contract in breach and the case of its dispute."""
    case = county.signed()
    county.take(case, "breach", "2025-10-20", {"breach": "逾期交货"})
    county.take(case, "dispute", "2025-10-21", {"dispute_kind": kind})
    dispute = linked_case(case, "contract_dispute")
    assert dispute is not None
    return case, dispute


def test_the_declaration_has_no_faults() -> None:
    assert faults(ContractDispute) == []


def test_a_dispute_of_a_contract_is_a_case_that_knows_the_contract(county: County) -> None:
    case, dispute = disputed(county)
    record = fresh(dispute)
    assert (record.contract_number, record.cause, record.stage) == (case.number, "逾期交货", "handling")
    assert record.opponent_names == "洪河某科技有限公司"
    assert record.number == "洪建合纠字〔2025〕1号"
    assert record.title == "办公设备采购合同（民事诉讼）"


def test_suing_from_the_contract_interrupts_the_limitation_and_moves_the_dispute(county: County) -> None:
    case, dispute = disputed(county)
    suing = {"dispute_kind": "litigation", "dispute_number": "（2025）洪民初88号", "seat": "洪河县人民法院"}
    county.take(case, "sue", "2025-11-03", suing, amount="30000")
    record = fresh(dispute)
    assert (record.stage, record.filed_on, record.side) == ("first", date(2025, 11, 3), "claimant")
    assert (record.dispute_number, record.claim_amount) == ("（2025）洪民初88号", 30000)
    assert Clock.objects.get(case=case, limit="claim_in_time").ended_on == date(2025, 11, 3)


def test_one_cannot_sue_before_a_dispute_is_noted(county: County) -> None:
    case = county.signed()
    county.take(case, "breach", "2025-10-20", {"breach": "逾期交货"})
    with pytest.raises(Refused, match="本案不适用"):
        county.take(case, "sue", "2025-11-03", {"dispute_kind": "litigation", "dispute_number": "一"}, amount="0")


def test_the_end_of_the_dispute_is_told_to_the_contract(county: County) -> None:
    case, dispute = disputed(county)
    with pytest.raises(Refused, match="还有纠纷没有办结"):
        county.take(case, "complete", "2025-11-03")
    county.take(dispute, "close", "2025-11-04", {"ending": "agreed", "outcome": "对方支付违约金二万元。"})
    record = fresh(case)
    assert record.dispute_result == "协商、和解：对方支付违约金二万元。"
    assert county.take(case, "complete", "2025-11-05").outcome == "completed"
    assert Paper.objects.filter(case=dispute, title="合同纠纷办结报告").exists()


def test_a_dispute_that_is_no_contract_of_the_system_stands_alone(county: County) -> None:
    from yifa.kernel.engine import new_case

    case = new_case("contract_dispute", county.housing, date(2025, 3, 3))
    county.take(case, "open", "2025-03-03", {"contract_title": "老旧小区改造合同", "route": "negotiation"})
    county.take(case, "close", "2025-03-20", {"ending": "agreed", "outcome": "据实结算。"})
    assert fresh(case).closed_on == date(2025, 3, 20)
