"""Asking for a review on a phone: from the list to the answer, through a lost network and a page that was left."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.screens import overhang
from yifa.areas.rulemaking.normative_document.tests.conftest import County
from yifa.areas.rulemaking.review_suggestion.models import ReviewSuggestionCase
from yifa.office import scope
from yifa.portal.tests.test_in_browser import PHONE
from yifa.portal.tests.test_suggestions import NAME, code_in, laid_open, take

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.data]


@pytest.fixture
def county(db: None) -> County:
    with scope.everything("测试"):
        county = County()
        laid_open(county, county.published(county.town, name=NAME))
    return county


def fill(page: Page) -> None:
    page.get_by_label("哪一条不合法").fill("第二条")
    page.get_by_label("为什么不合法").fill("第二条要求登记，没有上位法依据。")
    page.get_by_role("radio", name="公民").check(force=True)
    page.get_by_label("姓名或者单位名称").fill("王小虎")


def kept() -> Any:
    with scope.everything("测试"):
        return list(ReviewSuggestionCase.objects.all())


def test_a_suggestion_goes_from_the_list_to_the_answer(page: Page, county: County) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto("/open/documents/")
    assert overhang(page) == 0
    page.get_by_role("link", name=NAME).click()
    suggest = page.get_by_role("link", name="对这件文件提出审查建议")
    expect(suggest).to_be_visible()
    assert overhang(page) == 0
    suggest.click()
    expect(page.get_by_role("button", name="提交审查建议")).to_be_visible()
    assert overhang(page) == 0
    expect(page.get_by_text("网址（请留空）")).not_to_be_in_viewport()
    page.get_by_role("button", name="提交审查建议").click()
    expect(page.get_by_role("alert")).to_contain_text("请改正下面标明的3处")
    assert overhang(page) == 0
    fill(page)
    page.get_by_role("button", name="提交审查建议").click()
    expect(page.get_by_role("heading", name="审查建议已经收到")).to_be_visible()
    assert overhang(page) == 0
    code = code_in(page.content())
    page.reload()
    expect(page.get_by_text("没有重复提交")).to_be_visible()
    (case,) = kept()
    with scope.everything("测试"):
        take(county, case, "take_in")
        take(county, case, "accept")
        take(county, case, "answer", {"result": "lawful", "reply": "经研究，第二条有依据。"})
    page.get_by_role("link", name="凭查询码查看办理情况").click()
    page.get_by_label("查询码").fill(code.lower())
    page.get_by_role("button", name="查看").click()
    expect(page.get_by_text("经研究，第二条有依据。")).to_be_visible()
    assert code not in page.url
    assert overhang(page) == 0


def test_without_a_network_it_waits_and_is_sent_once(page: Page, county: County) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto("/open/documents/")
    page.get_by_role("link", name=NAME).click()
    page.get_by_role("link", name="对这件文件提出审查建议").click()
    fill(page)
    page.context.set_offline(True)
    page.get_by_role("button", name="提交审查建议").click()
    expect(page.get_by_text("网络恢复后自动提交")).to_be_visible()
    page.get_by_role("button", name="提交审查建议").click()
    assert kept() == []
    page.context.set_offline(False)
    expect(page.get_by_role("heading", name="审查建议已经收到")).to_be_visible()
    (case,) = kept()
    assert (case.received_on >= date(2026, 1, 1), case.clauses) == (True, "第二条")


def test_what_was_typed_is_there_again_after_the_page_was_left_and_is_still_one_form(
    page: Page, county: County
) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto("/open/documents/")
    page.get_by_role("link", name=NAME).click()
    page.get_by_role("link", name="对这件文件提出审查建议").click()
    fill(page)
    word = page.locator("input[name=word]").input_value()
    address = page.url
    page.goto("/open/")
    page.goto(address)
    expect(page.get_by_label("为什么不合法")).to_have_value("第二条要求登记，没有上位法依据。")
    expect(page.get_by_role("radio", name="公民")).to_be_checked()
    assert page.locator("input[name=word]").input_value() == word
    page.get_by_role("button", name="提交审查建议").click()
    expect(page.get_by_role("heading", name="审查建议已经收到")).to_be_visible()
    page.goto(address)
    expect(page.get_by_label("为什么不合法")).to_have_value("")
    assert page.locator("input[name=word]").input_value() != word
