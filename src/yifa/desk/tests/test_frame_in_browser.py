"""The frame in Chromium: sign-in, keyboard, themes, phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings

from tests.fixtures import Cast
from tests.screens import overhang
from yifa.office.models import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Enter = Callable[[Person], Page]


@pytest.fixture
def blank(settings: Settings, enter: Enter, cast: Cast) -> Page:
    settings.ROOT_URLCONF = "yifa.desk.tests.test_frame"
    page = enter(cast.handler)
    page.goto("/blank/")
    return page


def test_slash_goes_to_the_search_box_and_escape_leaves_it(blank: Page) -> None:
    blank.keyboard.press("/")
    expect(blank.get_by_role("searchbox")).to_be_focused()
    blank.keyboard.press("Escape")
    expect(blank.get_by_role("searchbox")).not_to_be_focused()


def test_a_question_mark_explains_the_keyboard(blank: Page) -> None:
    blank.keyboard.press("?")
    expect(blank.get_by_role("dialog", name="键盘操作")).to_be_visible()
    blank.keyboard.press("Escape")
    expect(blank.get_by_role("dialog", name="键盘操作")).to_be_hidden()


def test_theme_and_size_are_chosen_and_kept(blank: Page) -> None:
    blank.get_by_role("button", name="周明").click()
    blank.get_by_role("button", name="深色").click()
    blank.get_by_role("button", name="大字").click()
    blank.reload()
    root = blank.locator("html")
    expect(root).to_have_attribute("data-bs-theme", "dark")
    expect(root).to_have_attribute("data-size", "large")


def test_the_first_tab_skips_to_the_content(blank: Page) -> None:
    blank.keyboard.press("Tab")
    expect(blank.get_by_role("link", name="跳到正文")).to_be_focused()


@pytest.mark.parametrize("width", [390, 768, 1024, 1366, 1920])
def test_nothing_scrolls_sideways(blank: Page, width: int) -> None:
    blank.set_viewport_size({"width": width, "height": 800})
    assert overhang(blank) == 0


def test_the_administration_site_obeys_the_policy_too(page: Page, enter: Enter, cast: Cast) -> None:
    assert cast.handler.user is not None
    cast.handler.user.is_staff = cast.handler.user.is_superuser = True
    cast.handler.user.save()
    enter(cast.handler)
    page.goto("/admin/office/organ/add/")
    expect(page.get_by_text("依法 · 系统管理")).to_be_visible()
    expect(page.get_by_label("统一社会信用代码")).to_be_visible()


def test_on_a_tablet_the_rail_is_narrow_and_keeps_its_words(blank: Page) -> None:
    blank.set_viewport_size({"width": 1024, "height": 768})
    rail = blank.get_by_role("navigation", name="主导航")
    box = rail.bounding_box()
    assert box is not None
    assert box["width"] < 80
    expect(rail.get_by_role("link", name="我的工作")).to_be_visible()
    expect(rail.get_by_text("我的工作")).to_be_visible()
