"""Two clerks at once: one number, one payment."""

from __future__ import annotations

import pytest

from tests.racing import at_once
from yifa.areas.enforcement.receipts.models import ReceiptUse
from yifa.areas.enforcement.receipts.tests.conftest import Desk
from yifa.areas.enforcement.summary_penalty.models import SummaryCase

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.data]


@pytest.mark.parametrize("booked", [True, False])
def test_of_two_clerks_who_use_one_number_at_once_one_is_refused(desk: Desk, booked: bool) -> None:
    if booked:
        desk.book()
    refused = at_once(*(lambda: desk.collected("冀财罚000101") for _ in range(2)))
    assert len(refused) == 1
    assert SummaryCase.objects.filter(stage="imposed").count() == ReceiptUse.objects.count() == 1


def test_a_number_used_and_cancelled_at_once_has_one_fate(desk: Desk) -> None:
    desk.book()
    refused = at_once(lambda: desk.collected("冀财罚000101"), lambda: desk.loose("冀财罚000101", on="2026-03-02"))
    assert len(refused) == 1
    assert ReceiptUse.objects.count() == 1
