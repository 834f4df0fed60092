"""Reconciliation, receipts and evidence on the desk: numbers that open, files, scope, and a flat number of queries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.fixtures import Cast, employ
from yifa.areas.enforcement.evidence.models import EvidenceLine
from yifa.areas.enforcement.receipts.models import MoneyLine, PastFine, ReceiptBook
from yifa.areas.enforcement.receipts.register import LooseReceipts, PastFines, ReceiptBooks
from yifa.kernel.registers import entries
from yifa.office import scope
from yifa.office.models import Organ, Person
from yifa.office.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.data]
SignIn = Callable[[Person], Client]
BOOK: dict[str, Any] = {
    "number": "洪财票领1", "kind": "当场处罚罚款收据", "maker": "省级财政部门", "prefix": "冀财罚", "first": "000101",
    "last": "000125", "received_on": "2025-01-08", "unit": "城关中队", "holder": "高敏",
}  # fmt: skip


@pytest.fixture
def clerk(cast: Cast) -> Person:
    """承办人，城管局."""
    return employ("money", "高敏", cast.management, Role.HANDLER)


def _entered(register: Any, organ: Organ, **values: Any) -> Any:
    with scope.everything("测试"):
        return entries.add(register, organ, values, by=None, at=timezone.now())


def _past(organ: Organ, number: int, **more: Any) -> PastFine:
    values = {
        "number": f"罚{number}", "party": "某店", "decided_on": "2025-03-03", "fine": "500", "confiscated": "0",
        "collected": "500", "surcharge": "0", "collected_on": "2025-03-10", "channel": "当场收缴",
        "receipt_no": f"冀财罚{100 + number:06}", "remitted": "300", "remitted_on": "2025-03-12", "voucher": "RK",
    }  # fmt: skip
    entry: PastFine = _entered(PastFines, organ, **values | more)
    return entry


@pytest.fixture
def book(cast: Cast, clerk: Person) -> ReceiptBook:
    """Twenty-five numbers, of which 101 and 103 are used, 104 and 105 cancelled, and 102 is missing."""
    book: ReceiptBook = _entered(ReceiptBooks, cast.management, **BOOK)
    for number in (1, 3):
        _past(cast.management, number)
    spoilt = {"fate": "作废", "on": "2025-03-11", "reason": "写错", "complete": "是"}
    _entered(LooseReceipts, cast.management, number="冀财罚000104", last="冀财罚000105", **spoilt)
    return book


def test_every_number_opens_onto_the_lines_it_sums(book: ReceiptBook, clerk: Person, signed_in: SignIn) -> None:
    client = signed_in(clerk)
    told = client.get(reverse("fines"), {"year": "2025", "format": "json"}).json()
    march = next(part for part in told["parts"] if part["month"] == "2025-03")
    assert (march["decided"], march["on_spot"], march["remitted"]) == ("1000.00", "1000.00", "600.00")
    assert (march["owed"], march["unremitted"]) == ("0.00", "400.00")
    page = client.get(reverse("fines"), {"year": "2025"}).content.decode()
    address = reverse("money_lines") + "?year=2025&amp;month=3&amp;kind=remitted"
    assert address.replace("&amp;", "&") in page.replace("&amp;", "&")
    assert page.count("已收未入库200元") == 2
    asked = {"year": "2025", "month": "3", "kind": "remitted", "format": "json"}
    lines = client.get(reverse("money_lines"), asked).json()["lines"]
    assert sum(Decimal(line["amount"].replace(",", "")) for line in lines) == 600
    decided = {"year": "2025", "month": "3", "kind": "decided", "added": "yes"}
    assert reverse("money_lines") + f"?{urlencode(decided)}" in page.replace("&amp;", "&")
    assert len(client.get(reverse("money_lines"), decided | {"format": "json"}).json()["lines"]) == int(
        march["decisions"]
    )


@pytest.mark.parametrize("name", ["fines", "money_lines", "receipts", "evidence"])
@pytest.mark.parametrize("kind", ["csv", "xlsx", "json", "html"])
def test_every_list_has_its_twins(book: ReceiptBook, clerk: Person, signed_in: SignIn, name: str, kind: str) -> None:
    answer = signed_in(clerk).get(reverse(name), {"format": kind})
    assert answer.status_code == 200
    assert getattr(answer, "streaming", False) or answer.content


def test_a_book_tells_what_became_of_each_number(book: ReceiptBook, clerk: Person, signed_in: SignIn) -> None:
    client = signed_in(clerk)
    told = client.get(reverse("receipt_book", args=[book.pk]), {"format": "json"}).json()
    assert [(row["text"], row["fate"]) for row in told] == [
        ("冀财罚000101", "使用"), ("冀财罚000102", "缺号1个"), ("冀财罚000103", "使用"), ("冀财罚000104", "作废"),
        ("冀财罚000105", "作废"), ("冀财罚000106至000125", "未用20个"),
    ]  # fmt: skip
    page = client.get(reverse("receipts")).content.decode()
    assert "缺号1个：冀财罚000102" in page
    looked = client.get(reverse("receipts"), {"q": "000103"}).content.decode()
    assert "台账登记" in looked
    missing = client.get(reverse("receipts"), {"state": "missing", "format": "json"}).json()
    assert [row["missing"] for row in missing["books"]] == ["1"]


def test_what_others_collected_is_not_shown(book: ReceiptBook, cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(employ("other", "何清", cast.justice, Role.HANDLER))
    assert client.get(reverse("money_lines"), {"format": "json"}).json()["lines"] == []
    assert client.get(reverse("receipt_book", args=[book.pk])).status_code == 404


def test_evidence_is_found_by_what_it_lacks_and_where_it_is(cast: Cast, clerk: Person, signed_in: SignIn) -> None:
    pieces: tuple[dict[str, Any], ...] = (
        {"custody": "物证室", "held": True}, {"kind": "electronic"}, {"kind": "electronic", "digest": "ab" * 32},
        {"preserved": True, "held": True, "custody": "仓库"},
    )  # fmt: skip
    with scope.everything("测试"):
        for number, more in enumerate(pieces):
            EvidenceLine.objects.create(
                organ=cast.management, name=f"证据{number}", on=date(2025, 3, 1), register="past_evidence", entry=1,
                **{"kind": "physical"} | more,
            )  # fmt: skip
    client = signed_in(clerk)

    def names(**asked: str) -> set[str]:
        found = client.get(reverse("evidence"), {**asked, "format": "json"}).json()["evidence"]
        return {row["name"] for row in found}

    assert names(held="yes") == {"证据0", "证据3"}
    assert names(lack="digest") == {"证据1"}
    assert names(due="late") == {"证据3"}
    assert names(q="物证室") == {"证据0"}
    assert names(kind="electronic", year="2025") == {"证据1", "证据2"}


@pytest.mark.parametrize("name", ["fines", "money_lines", "evidence"])
def test_pages_ask_as_often_for_many_lines_as_for_few(cast: Cast, clerk: Person, signed_in: SignIn, name: str) -> None:
    client = signed_in(clerk)

    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(reverse(name), {"year": "2025"}).status_code == 200
        return len(queries)

    def grow(number: int) -> None:
        with scope.everything("测试"):
            common = {"organ": cast.management, "register": "past_fine", "entry": 1}
            for n in range(number):
                on = date(2025, 1, 1) + timedelta(n % 300)
                MoneyLine.objects.create(kind="decided", on=on, amount=1, **common)
                EvidenceLine.objects.create(name="证据", on=on, **common)

    grow(3)
    asked()
    few = asked()
    grow(120)
    assert asked() == few
