"""A clerk who enters forty cases a day: by the keyboard, on a phone, on a tablet, at twice the size."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.screens import overhang
from yifa.areas.enforcement.receipts.register import PastFines
from yifa.desk.tests.conftest import Office, by_cookie
from yifa.kernel.registers import entries
from yifa.kernel.tests.toy import Toy
from yifa.office import scope
from yifa.office.models import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
INSIDE = "[...document.querySelectorAll('.yf-scroll')].every((each) => each.scrollWidth <= each.clientWidth + 1)"


@pytest.fixture
def sign_in(page: Page, client: Client, live_server: LiveServer) -> Callable[[Person], Page]:
    """Signs a person in by the cookie."""
    return by_cookie(page, client, live_server.url)


def test_a_step_is_taken_from_the_case_by_the_keyboard_alone(office: Office, sign_in: Callable[[Person], Page]) -> None:
    case, page = office.accepted(), sign_in(office.handler)
    page.goto(f"/cases/{case.pk}/")
    row = page.locator("#can [data-row]", has_text="中止").locator("a")
    expect(row).to_be_visible()
    for _ in range(12):
        page.keyboard.press("j")
        if row.evaluate("each => each === document.activeElement"):
            break
    page.keyboard.press("Enter")
    ground = page.get_by_label("中止事由")
    expect(ground).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(ground).to_have_value("death")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".yf-message-success")).to_contain_text("已办理“中止”")


def test_sums_of_fines_are_read_on_a_phone_without_pushing_sideways(
    office: Office, sign_in: Callable[[Person], Page]
) -> None:
    day = office.day(40).isoformat()
    values = {
        "number": "罚1", "party": "某店", "decided_on": day, "fine": "1234500.50", "confiscated": "0",
        "collected": "500", "surcharge": "0", "collected_on": day, "channel": "当场收缴", "receipt_no": "冀财罚000101",
        "remitted": "300", "remitted_on": day, "voucher": "RK",
    }  # fmt: skip
    with scope.everything("测试"):
        entries.add(PastFines, office.organ, values, by=None, at=timezone.now())
    page = sign_in(office.handler)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"/fines/?year={day[:4]}")
    expect(page.get_by_role("heading", name="罚没对账")).to_be_visible()
    assert overhang(page) == 0
    assert page.evaluate(INSIDE)
    expect(page.locator("tbody tr:visible:not(:has(td:not([data-zero])))")).to_have_count(0)  # no idle months
    expect(page.locator("tbody td[data-label=决定应缴]:visible")).to_have_text("1,234,500.50")


def test_the_days_left_stand_on_a_tablet_without_pushing_the_list_sideways(
    office: Office, sign_in: Callable[[Person], Page]
) -> None:
    office.accepted()
    page = sign_in(office.handler)
    page.set_viewport_size({"width": 768, "height": 1024})
    for address in ("/cases/", "/limits/?show=all"):
        page.goto(address)
        expect(page.locator("tbody .yf-state").first).to_be_visible()
        assert overhang(page) == 0
        assert page.evaluate(INSIDE), address


def test_at_twice_the_size_nothing_stands_over_what_is_filled_in(
    office: Office, sign_in: Callable[[Person], Page]
) -> None:
    case, page = office.accepted(), sign_in(office.handler)
    page.set_viewport_size({"width": 683, "height": 384})
    page.goto(f"/cases/{case.pk}/steps/{Toy.suspend.code}/")
    expect(page.locator(".pg-foot")).to_have_css("position", "static")
    assert overhang(page) == 0
