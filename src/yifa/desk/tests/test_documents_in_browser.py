"""The pages of documents in Chromium: a day is picked, versions are compared, a phone shows it all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.screens import overhang
from yifa.desk.tests.conftest import by_cookie
from yifa.desk.tests.test_documents import Desk
from yifa.office.models import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Enter = Callable[[Person], Page]


@pytest.fixture
def enter(page: Page, client: Client, live_server: LiveServer) -> Enter:
    """Signs a person in by the cookie."""
    return by_cookie(page, client, live_server.url)


def test_a_day_is_picked_and_two_versions_are_compared_on_a_desk_and_a_phone(enter: Enter) -> None:
    desk = Desk()
    page = enter(desk.clerk)
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto("/documents/?on=2025-06-01")
    page.get_by_role("link", name="洪河县城区犬类管理办法").click()
    expect(page.get_by_role("heading", name="2025-06-01有效的文本：公布文本")).to_be_visible()
    page.get_by_label("某日有效的文本").fill("2025-10-01")
    page.get_by_role("button", name="查看").click()
    expect(page.get_by_role("heading", name="2025-10-01有效的文本：第2版")).to_be_visible()
    page.get_by_role("link", name="版本对照").click()
    expect(page.locator("ins").first).to_have_text("每年")
    page.set_viewport_size({"width": 390, "height": 844})
    for address in ("/documents/", desk.address, f"{desk.address}compare/"):
        page.goto(address)
        assert overhang(page) == 0
    assert faults == []
