"""A clerk answers opinions one after another in Chromium until the consultation can be closed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.screens import overhang
from yifa.desk.tests.conftest import by_cookie
from yifa.desk.tests.test_consultation import Desk
from yifa.office.models import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Enter = Callable[[Person], Page]


@pytest.fixture
def enter(page: Page, client: Client, live_server: LiveServer) -> Enter:
    """Signs a person in by the cookie."""
    return by_cookie(page, client, live_server.url)


def test_a_clerk_answers_every_opinion_and_goes_on_to_close(enter: Enter) -> None:
    desk = Desk()
    page = enter(desk.clerk)
    page.goto(f"/cases/{desk.case.pk}/")
    page.get_by_role("link", name="征求意见", exact=True).click()
    first = page.get_by_role("region", name="第1条意见")
    first.get_by_label("采纳情况", exact=True).select_option("采纳")
    first.get_by_role("button", name="保存答复").click()
    expect(first.get_by_role("alert")).to_contain_text("每条意见都要写明怎样采纳或者不采纳的理由")
    first.get_by_label("采纳情况说明").fill("已在第一条增加一款。")
    first.get_by_role("button", name="保存答复").click()
    expect(first.get_by_role("status")).to_have_text("已保存")
    expect(page.get_by_text("还有 1 条没有研究答复")).to_be_visible()
    second = page.get_by_role("region", name="第2条意见")
    second.get_by_label("采纳情况", exact=True).select_option("不采纳")
    second.get_by_label("采纳情况说明").fill("与上位法不一致。")
    second.get_by_role("button", name="保存答复").click()
    page.get_by_role("link", name="研究采纳公众意见").click()
    expect(page.get_by_role("heading", name="研究采纳公众意见")).to_be_visible()


def test_the_page_fits_a_phone(enter: Enter) -> None:
    desk = Desk()
    page = enter(desk.clerk)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(desk.address)
    expect(page.get_by_role("region", name="第1条意见")).to_be_visible()
    assert overhang(page) == 0
