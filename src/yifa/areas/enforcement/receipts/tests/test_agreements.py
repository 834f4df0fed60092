"""Agreements with collecting banks: fifteen days to file them (FIN-T05), natural days, rolled over a rest day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from yifa.areas.enforcement.receipts.agreement_register import CollectionAgreements
from yifa.areas.enforcement.receipts.models import CollectionAgreement
from yifa.areas.enforcement.receipts.tests.conftest import NOON, Desk
from yifa.kernel.registers import entries
from yifa.kernel.registers.errors import EntryRefused

SIGNED: dict[str, Any] = {
    "number": "代收1", "bank": "洪河县农村商业银行", "outlets": "城关支行", "budget": "罚没收入，县级",
    "telling": "每日交明细表", "signed_on": "2026-01-08",
}  # fmt: skip


def signed(desk: Desk, **more: Any) -> CollectionAgreement:
    entry: CollectionAgreement = entries.add(CollectionAgreements, desk.city, SIGNED | more, by=None, at=NOON)
    return entry


def warned(desk: Desk, on: str) -> list[str]:
    told = CollectionAgreements.warnings(date.fromisoformat(on), [desk.city.pk])
    return [f"{one.code} {one.text}" for one in told]


@pytest.mark.parametrize(("on", "last"), [
    ("2026-01-08", "2026-01-23"), ("2026-02-02", "2026-02-24"), ("2026-01-30", "2026-02-14"),
    ("2025-12-20", "2026-01-04"),
])  # fmt: skip
def test_an_agreement_is_filed_within_fifteen_natural_days(desk: Desk, on: str, last: str) -> None:
    """2026-02-17 lies in the spring festival; the Saturday 2026-02-14 and the Sunday 2026-01-04 are working days."""
    assert signed(desk, signed_on=on).due_on == date.fromisoformat(last)


def test_what_is_not_filed_is_warned_of_before_and_after_the_last_day(desk: Desk) -> None:
    signed(desk, filed_above_on="2026-01-15")
    assert not warned(desk, "2026-01-18")
    assert "备案期限为2026-01-23，还有4日" in warned(desk, "2026-01-19")[0]
    assert warned(desk, "2026-01-24") == [
        "agreement_unfiled “洪河县农村商业银行”的代收罚款协议（代收1）应当在2026-01-23以前备案，还没有报同级财政部门。"
    ]


def test_an_agreement_filed_on_both_sides_warns_of_nothing_and_a_late_filing_is_doubted(desk: Desk) -> None:
    entry = signed(desk, filed_above_on="2026-01-15", filed_finance_on="2026-01-26")
    assert not warned(desk, "2026-02-01")
    (doubt,) = CollectionAgreements.doubts(entry)
    assert (doubt.field, "晚于备案期限2026-01-23" in doubt.why) == ("filed_finance_on", True)


@pytest.mark.parametrize("wrong", [{"filed_above_on": "2026-01-07"}, {"until": "2026-01-07"}, {"outlets": ""}])
def test_dates_in_the_wrong_order_and_missing_contents_are_refused(desk: Desk, wrong: dict[str, str]) -> None:
    with pytest.raises(EntryRefused):
        signed(desk, **wrong)
