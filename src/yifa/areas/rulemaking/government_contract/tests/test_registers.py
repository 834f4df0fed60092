"""Risk warnings and the arrears published every year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from yifa.areas.rulemaking.government_contract.register import ContractRisks, SmeArrears, due_for
from yifa.areas.rulemaking.government_contract.tests.conftest import LATE, County
from yifa.kernel.figure import Window
from yifa.kernel.registers import entries
from yifa.kernel.registers.errors import EntryRefused

pytestmark = pytest.mark.data


def test_a_risk_names_its_contract_and_is_open_until_it_is_closed(county: County) -> None:
    case = county.signed()
    values = {
        "number": "险〔2025〕1号", "case": case.number, "level": "高", "trigger": "节点滞后",
        "what": "设备未到货", "raised_on": "2025-10-08",
    }  # fmt: skip
    risk = entries.add(ContractRisks, county.housing, values, by=None, at=LATE)
    window = Window.year(2025, [county.housing.pk])
    assert ContractRisks.gc_risk_open.value(window).value == 1
    warned = [w.code for w in ContractRisks.warnings(date(2025, 11, 7), [county.housing.pk])]
    assert warned == ["contract_risk_open"]
    with pytest.raises(EntryRefused, match="处置措施"):
        entries.amend(ContractRisks, risk.pk, {"closed_on": "2025-11-10"}, seen=1, by=None, at=LATE)
    entries.amend(ContractRisks, risk.pk, {"closed_on": "2025-11-10", "measure": "约谈"}, seen=1, by=None, at=LATE)
    assert ContractRisks.gc_risk_open.value(window).value == 0


def test_late_payments_and_milestones_are_warned_of(county: County) -> None:
    case = county.signed()
    county.take(case, "plan", "2025-09-23", kind="payment", what="货款", amount="500000")
    county.take(county.milestones(case)[0], "deliver", "2025-09-30")
    assert list(ContractRisks.warnings(date(2025, 10, 20), [county.housing.pk])) == []
    (near,) = ContractRisks.warnings(date(2025, 10, 21), [county.housing.pk])
    assert near.text == "“办公设备采购合同”的“货款”于2025-10-30届满，还有9日。"
    (warned,) = ContractRisks.warnings(date(2025, 10, 31), [county.housing.pk])
    assert "付款已逾期1日（2025-10-30届满）。请立即付款，并依法支付逾期利息。" in warned.text


def test_arrears_are_public_by_the_end_of_march_on_a_day_that_does_not_move(county: County) -> None:
    assert due_for(2025) == date(2026, 3, 31)
    values = {"year": "2025", "contracts": "0", "amount": "0", "counted_on": "2026-01-15"}
    entry = entries.add(SmeArrears, county.housing, values, by=None, at=LATE)
    assert (entry.due_on, entry.on_time) == (date(2026, 3, 31), None)
    assert [w.code for w in SmeArrears.warnings(date(2026, 3, 17), [county.housing.pk])] == ["publish"]
    late = {"published_on": "2026-04-01", "channel": "政府网站"}
    assert entries.amend(SmeArrears, entry.pk, late, seen=1, by=None, at=LATE).on_time is False
    entry.year = 2027  # 2028-03-31 is a Friday, 2029-03-31 a Saturday
    assert "不顺延" in SmeArrears.explain(entry)


def test_arrears_in_the_books_without_an_entry_are_asked_for(county: County) -> None:
    case = county.signed()
    county.take(case, "plan", "2025-09-23", kind="payment", what="货款", amount="500000")
    county.take(county.milestones(case)[0], "deliver", "2025-09-30")
    assert list(SmeArrears.warnings(date(2026, 2, 28), [county.housing.pk])) == []
    (warned,) = SmeArrears.warnings(date(2026, 3, 1), [county.housing.pk])
    assert warned.text == "2025年度有1份合同逾期尚未支付中小企业款项500,000.00元，应于2026-03-31前公开。"
    values = {"year": "2025", "contracts": "1", "amount": Decimal(1000), "counted_on": "2026-01-15"}
    entry = entries.add(SmeArrears, county.housing, values, by=None, at=LATE)
    assert "系统登记的节点为1份、500,000.00元" in str(next(iter(SmeArrears.doubts(entry))))
