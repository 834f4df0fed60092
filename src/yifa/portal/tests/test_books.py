"""Everybody reads the registers that the law has public, and nothing else of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from yifa.areas.enforcement.authority.register import EnforcementBodies, Officers
from yifa.areas.enforcement.authority.tests.conftest import bureau, market, place
from yifa.areas.enforcement.inspected.register import InspectionObjects
from yifa.kernel.registers import REGISTERS, entries
from yifa.office import scope
from yifa.office.models import Organ
from yifa.portal.books import open_registers

__all__ = ["bureau", "market", "place"]
pytestmark = [pytest.mark.django_db, pytest.mark.data]
TODAY = timezone.localdate()


def add(register: Any, organ: Organ, **told: Any) -> Any:
    return entries.add(register, organ, told, by=None, at=timezone.now())


def officer(organ: Organ, number: str, name: str, **more: Any) -> Any:
    told = {
        "cert_no": number, "name": name, "body": organ.name, "staffing": "事业编制", "cert_kind": "行政执法证",
        "matters": "食品", "exam_on": TODAY - timedelta(409), "issued_on": TODAY - timedelta(400),
        "valid_to": TODAY + timedelta(9), "status": "有效", "training_hours": 37,
    }  # fmt: skip
    return add(Officers, organ, **(told | more))


@pytest.fixture
def books(bureau: Organ, market: Organ) -> Iterator[Any]:
    """A body, two officers who may act and two who may not."""
    with scope.everything("测试"):
        add(EnforcementBodies, bureau, name=market.name, kind="行政机关", powers="行政处罚",
            legal_basis="《食品安全法》第六条", confirmed_on="2025-02-10", announced_on="2025-02-20")  # fmt: skip
        yield [
            officer(market, "A1", "钱明"), officer(market, "A2", "孙立"),
            officer(market, "A3", "李过期", valid_to=TODAY - timedelta(1)),
            officer(market, "A4", "周暂扣", status="暂扣", status_on=TODAY - timedelta(5), status_why="年审"),
        ]  # fmt: skip


def test_the_first_page_lists_what_is_public_with_its_basis(client: Client, books: Any) -> None:
    text = client.get("/open/books/").content.decode()
    assert "行政执法主体" in text
    assert "《行政执法监督条例》第十七条第一款" in text
    assert "2条" in text
    assert "检查对象名录" not in text
    assert "执法公示" in client.get("/open/").content.decode()


def test_who_may_not_act_today_is_not_in_the_list_of_officers(client: Client, books: Any) -> None:
    text = client.get("/open/books/enforcement_officer/").content.decode()
    assert "共2条" in text
    for hidden in ("李过期", "周暂扣", "事业编制", "37"):
        assert hidden not in text
    assert "孙立" not in client.get("/open/books/enforcement_officer/?q=钱明").content.decode()
    assert client.get(f"/open/books/enforcement_officer/{books[2].pk}/").status_code == 404


def test_one_entry_shows_every_public_column_and_no_other(client: Client, books: Any) -> None:
    text = client.get(f"/open/books/enforcement_officer/{books[0].pk}/").content.decode()
    assert "钱明" in text
    assert "食品" in text
    assert "考试" not in text


def test_what_is_public_can_be_taken_away_as_a_file(client: Client, books: Any) -> None:
    answer = client.get("/open/books/enforcement_officer/?format=csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert {row["姓名"] for row in rows} == {"钱明", "孙立"}
    assert set(rows[0]) == {"机关", "证件编号", "姓名", "执法主体", "证件类别", "执法领域"}
    assert client.get("/open/books/enforcement_officer/?format=xlsx").content[:2] == b"PK"
    told = client.get("/open/books/enforcement_officer/?format=json").json()
    assert (told["total"], told["rows"][0]["entry"]["name"]) == (2, "钱明")


def test_what_is_not_public_has_no_page(client: Client, books: Any) -> None:
    for key in ("inspection_object", "seized_property", "nothing"):
        answer = client.get(f"/open/books/{key}/")
        assert "没有这个公开目录" in answer.content.decode()
    assert InspectionObjects not in open_registers()


def test_no_public_register_shows_personal_data() -> None:
    shown = [
        (register.key, column.name) for register in open_registers() for column in register.public() if column.personal
    ]
    assert shown == []
    assert len(open_registers()) >= 12
    assert set(open_registers()) <= set(REGISTERS.all())


@pytest.mark.parametrize(
    "asked", ["?page=x", "?page=99999", "?organ=abc", "?organ=99999999999", "?q=" + "长" * 90, "?format=exe"]
)
def test_odd_addresses_are_answered(client: Client, books: Any, asked: str) -> None:
    assert client.get(f"/open/books/enforcement_officer/{asked}").status_code == 200
