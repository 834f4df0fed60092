"""Anybody verifies a certificate by its number: valid or not today and why, and nothing else about the person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from yifa.areas.enforcement.authority.register import EnforcementBodies, Officers
from yifa.areas.enforcement.authority.tests.conftest import bureau, market, place
from yifa.kernel.registers import entries
from yifa.office import scope
from yifa.office.models import Organ

__all__ = ["bureau", "market", "place"]
pytestmark = [pytest.mark.django_db, pytest.mark.data]
TODAY = timezone.localdate()
LONG_AGO, YESTERDAY, LATER = TODAY - timedelta(400), TODAY - timedelta(1), TODAY + timedelta(400)


@pytest.fixture
def certify(market: Organ) -> Iterator[Any]:
    """Registers a certificate."""

    def made(number: str = "13099901001", **more: Any) -> None:
        told = {
            "cert_no": number, "name": "钱明", "body": market.name, "staffing": "事业编制", "cert_kind": "行政执法证",
            "matters": "食品、药品", "exam_on": LONG_AGO - timedelta(9), "issued_on": LONG_AGO, "valid_to": LATER,
            "status": "有效", "training_hours": 37,
        }  # fmt: skip
        entries.add(Officers, market, told | more, by=None, at=timezone.now())

    with scope.everything("测试"):
        yield made


def test_a_valid_certificate_says_so_and_shows_no_more_than_must_be_public(client: Client, certify: Any) -> None:
    certify()
    page = client.get("/open/officer/13099901001/")
    text = page.content.decode()
    for shown in ("钱明", "13099901001", "行政执法证", "洪河县市场监督管理局", "食品、药品", "✓", "有效"):
        assert shown in text
    for hidden in ("事业编制", "37", f"{LONG_AGO:%Y}年", "考试"):
        assert hidden not in text
    told = client.get("/open/officer/13099901001/?format=json").json()
    assert set(told) == {"name", "number", "kind", "body", "matters", "on", "valid", "why"}
    assert (told["valid"], told["why"]) == (True, "")


@pytest.mark.parametrize(("more", "why"), [
    ({"valid_to": YESTERDAY}, f"证件已于{YESTERDAY}到期"),
    ({"status": "暂扣", "status_on": YESTERDAY, "status_why": "出借证件"}, f"证件自{YESTERDAY}起暂扣"),
    ({"status": "离岗收回", "status_on": YESTERDAY, "status_why": "调离"}, f"证件自{YESTERDAY}起离岗收回"),
])  # fmt: skip
def test_one_that_does_not_hold_says_since_when_but_not_for_what(
    client: Client, certify: Any, more: dict[str, Any], why: str
) -> None:
    certify(**more)
    text = client.get("/open/officer/13099901001/").content.decode()
    assert "无效" in text
    assert why in text
    assert "您有权拒绝执法" in text
    assert "出借证件" not in text
    assert "调离" not in text


def test_an_officer_of_a_cancelled_body_may_not_enforce(client: Client, certify: Any, bureau: Organ) -> None:
    certify()
    told = {
        "name": "洪河县市场监督管理局", "kind": "行政机关", "powers": "行政处罚", "legal_basis": "《食品安全法》第六条",
        "guide": "流程", "confirmed_on": LONG_AGO, "announced_on": LONG_AGO, "status": "已取消", "ended_on": YESTERDAY,
    }  # fmt: skip
    entries.add(EnforcementBodies, bureau, told, by=None, at=timezone.now())
    assert f"主体资格已于{YESTERDAY}取消" in client.get("/open/officer/13099901001/").content.decode()


def test_a_renewed_number_shows_the_certificate_that_holds(client: Client, certify: Any) -> None:
    certify(status="吊销、注销", status_on=YESTERDAY, status_why="换证")
    certify("13099901002", issued_on=YESTERDAY)
    assert client.get("/open/officer/13099901002/?format=json").json()["valid"] is True
    assert client.get("/open/officer/13099901001/?format=json").json()["valid"] is False


@pytest.mark.parametrize("number", ["99", "%3Cscript%3E", "9" * 60, "１３０"])
def test_an_unknown_number_says_so_plainly(client: Client, certify: Any, number: str) -> None:
    certify()
    page = client.get(f"/open/officer/{number}/")
    assert page.status_code == 404
    assert "没有编号为" in page.content.decode()
    assert "<script>" not in page.content.decode()
    assert client.get(f"/open/officer/{number}/qr.svg").status_code == 404


def test_the_form_leads_to_the_page_or_says_what_is_wrong(client: Client, certify: Any) -> None:
    certify()
    assert "证件编号" in client.get("/open/officer/").content.decode()
    answer = client.get("/open/officer/", {"number": " 1309 9901001 "})
    assert answer.headers["Location"] == "/open/officer/13099901001/"
    assert client.get("/open/officer/", {"number": "1"}).status_code == 404


def test_the_square_is_a_picture_of_the_address(client: Client, certify: Any) -> None:
    certify()
    drawn = client.get("/open/officer/13099901001/qr.svg")
    assert drawn["Content-Type"] == "image/svg+xml"
    assert b"<svg" in drawn.content
