"""Statements of banks on the desk: taken in whole or refused with the rows, listed with what has no case, as files."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.fixtures import Cast, employ
from yifa.areas.enforcement.receipts.models import BankEntry
from yifa.office.models import Person
from yifa.office.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.data]
SignIn = Callable[[Person], Client]
HEAD = "交易流水号,交易日期,贷方发生额,对方户名,附言"


@pytest.fixture
def clerk(cast: Cast) -> Person:
    """承办人，城管局."""
    return employ("bank", "高敏", cast.management, Role.HANDLER)


def _sent(client: Client, cast: Cast, *lines: str) -> tuple[int, str]:
    file = SimpleUploadedFile("流水.csv", "\n".join([HEAD, *lines]).encode())
    organ = cast.management.pk
    answer = client.post(reverse("bank_entries_import"), {"organ": organ, "file": file}, follow=True)
    return answer.status_code, answer.content.decode()


def test_a_statement_is_taken_in_and_what_has_no_case_is_listed(cast: Cast, clerk: Person, signed_in: SignIn) -> None:
    client = signed_in(clerk)
    status, page = _sent(client, cast, "A1,2026-03-04,200,某店,租金", "A2,2026-03-04,,国库,上缴")
    assert status == 200
    assert "1行是支出或者没有收入金额，没有导入" in page
    year = {"year": "2026"}
    page = client.get(reverse("bank_entries"), year).content.decode()
    assert "没有对应的案件" in page
    assert "某店" in page
    (row,) = client.get(reverse("bank_entries"), year | {"format": "json"}).json()["payments"]
    assert (row["state"], row["amount"], row["number"]) == ("没有对应的案件", "200.00", "A1")
    for kind in ("csv", "xlsx"):
        assert client.get(reverse("bank_entries"), year | {"format": kind}).status_code == 200
    assert client.get(reverse("register", args=["bank_entry"])).status_code == 200


def test_a_statement_with_a_fault_is_refused_with_the_row(cast: Cast, clerk: Person, signed_in: SignIn) -> None:
    status, page = _sent(signed_in(clerk), cast, "A1,2026-03-04,200,某店,", "A2,2026-02-30,200,某店,")
    assert status == 422
    assert "第3行“缴款日期”" in page
    assert "一条也没有导入" in page
    assert not BankEntry._base_manager.exists()


def test_nobody_takes_a_statement_in_for_an_organ_that_is_not_his(cast: Cast, clerk: Person, signed_in: SignIn) -> None:
    file = SimpleUploadedFile("流水.csv", f"{HEAD}\nA1,2026-03-04,200,某店,\n".encode())
    answer = signed_in(clerk).post(reverse("bank_entries_import"), {"organ": cast.government.pk, "file": file})
    assert answer.status_code == 422
    assert not BankEntry._base_manager.exists()


def test_the_accounts_lead_to_it_and_who_only_watches_is_not_sent_to_a_form(
    cast: Cast, clerk: Person, signed_in: SignIn
) -> None:
    watcher = employ("watcher", "陆明", cast.management, Role.SUPERVISOR)
    assert reverse("bank_entries") in signed_in(watcher).get(reverse("fines")).content.decode()
    assert "由执法机关的承办人导入" in signed_in(watcher).get(reverse("bank_entries")).content.decode()
    assert "请导入银行交来的收款明细" in signed_in(clerk).get(reverse("bank_entries")).content.decode()
