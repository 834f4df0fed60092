"""审查台 in Chromium: findings by keyboard, the letter that grows, and the same without scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Browser, Dialog, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.fixtures import Cast
from yifa.desk.tests.conftest import by_cookie
from yifa.desk.tests.test_review_desk import Review
from yifa.office.models import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Enter = Callable[[Person], Page]


@pytest.fixture
def enter(page: Page, client: Client, live_server: LiveServer) -> Enter:
    """Signs a person in by the cookie."""
    return by_cookie(page, client, live_server.url)


def test_findings_are_accepted_and_rejected_from_the_keyboard_and_the_letter_grows(cast: Cast, enter: Enter) -> None:
    review = Review(cast)
    page = enter(review.first)
    page.goto(review.address)
    total = page.locator(".mk-entry").count()
    expect(page.locator("[data-n=pending]")).to_have_text(str(total))
    page.keyboard.press("a")
    expect(page.locator("[data-n=accepted]")).to_have_text("1")
    expect(page.locator("[data-sum]")).to_contain_text("1条意见")
    page.keyboard.press("r")
    page.keyboard.type("已经核对上位法")
    page.keyboard.press("Enter")
    expect(page.locator("[data-n=rejected]")).to_have_text("1")
    page.keyboard.press("o")
    page.keyboard.type("补充起草说明")
    expect(page.locator("[data-sum]")).to_contain_text("2条意见")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_text("已保存：审查意见2条")).to_be_visible()
    assert [row["verdict"] for row in review.record.findings].count("accepted") == 1
    assert "补充起草说明" in [row["text"] for row in review.record.opinions]


def test_a_page_left_unsaved_asks_first(cast: Cast, enter: Enter) -> None:
    review = Review(cast)
    page = enter(review.first)
    page.goto(review.address)
    page.keyboard.press("a")
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    page.get_by_role("link", name="案件", exact=True).last.click()
    page.wait_for_url(f"**/cases/{review.case.pk}/")
    assert asked == ["beforeunload"]


def test_without_scripts_a_finding_is_accepted_and_kept(
    cast: Cast, chromium: Browser, client: Client, live_server: LiveServer
) -> None:
    review = Review(cast)
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False, locale="zh-CN")
    page = by_cookie(context.new_page(), client, live_server.url)(review.first)
    page.goto(review.address)
    page.locator("#f1").get_by_label("采纳", exact=True).check()
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_text("已保存：审查意见1条")).to_be_visible()
    page.locator("#letter > summary").click()
    expect(page.locator(".rv-line:visible").first).to_be_visible()
    context.close()


def test_on_a_phone_nothing_is_wider_than_the_screen_and_a_verdict_can_be_given(cast: Cast, enter: Enter) -> None:
    review = Review(cast)
    page = enter(review.first)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(review.address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator(".mk-entry.mk-on").get_by_text("采纳", exact=True).click()
    expect(page.locator("[data-n=accepted]")).to_have_text("1")
