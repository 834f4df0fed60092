"""The desk in Chromium: the main path by keyboard, refusals, lists on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.screens import overhang
from yifa.desk.tests.conftest import Office, by_cookie
from yifa.office.models import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Enter = Callable[[Person], Page]


@pytest.fixture
def enter(page: Page, client: Client, live_server: LiveServer) -> Enter:
    """Signs a person in by the cookie."""
    return by_cookie(page, client, live_server.url)


def test_a_case_is_opened_and_accepted_from_the_keyboard(office: Office, enter: Enter) -> None:
    page = enter(office.handler)
    page.keyboard.press("n")
    page.get_by_role("row", name="试验程序").or_(page.get_by_role("listitem").filter(has_text="试验程序")).get_by_role(
        "link", name="收到申请"
    ).click()
    page.get_by_label("办理日期").press("Control+Enter")
    expect(page.get_by_text("已办理“收到申请”")).to_be_visible()
    page.keyboard.press("n")
    expect(page.get_by_role("heading", name="受理")).to_be_visible()
    page.get_by_label("有明确的申请人").check()
    page.get_by_role("button", name="受理").click()
    expect(page.get_by_text("已办理“受理”")).to_be_visible()
    expect(page.get_by_role("heading", name="期限")).to_be_visible()


def test_a_refusal_names_every_reason_and_leads_to_the_control(office: Office, enter: Enter) -> None:
    case = office.received()
    page = enter(office.handler)
    page.goto(f"/cases/{case.pk}/steps/accept/")
    page.get_by_role("button", name="受理").click()
    expect(page.get_by_role("alert")).to_contain_text("未确认")
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_role("link", name="“有明确的申请人”未确认").click()
    expect(page.get_by_label("有明确的申请人")).to_be_focused()


def test_the_kind_of_the_day_follows_the_date_that_is_typed(office: Office, enter: Enter) -> None:
    case = office.accepted(20)
    page = enter(office.handler)
    page.goto(f"/cases/{case.pk}/steps/decide/")
    page.get_by_label("办理日期").fill("2026-10-01")
    page.get_by_label("办理日期").blur()
    expect(page.locator("#day")).to_contain_text("国庆节")


def test_what_was_typed_survives_a_reload(office: Office, enter: Enter) -> None:
    case = office.accepted(20)
    page = enter(office.handler)
    page.goto(f"/cases/{case.pk}/steps/extend/")
    page.get_by_label("延长日数").fill("12")
    page.reload()
    expect(page.get_by_label("延长日数")).to_have_value("12")
    expect(page.get_by_text("已恢复上次没有办完的填写内容")).to_be_visible()


def test_j_and_k_walk_the_list_and_enter_opens(office: Office, enter: Enter) -> None:
    office.received(3)
    case = office.received(5)
    page = enter(office.handler)
    page.goto("/cases/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/cases/{case.pk}/")
    assert page.url.endswith(f"/cases/{case.pk}/")


def test_a_limit_opens_onto_its_whole_computation(office: Office, enter: Enter) -> None:
    case = office.accepted(20)
    page = enter(office.handler)
    page.goto(f"/cases/{case.pk}/")
    page.get_by_text("怎样算到这一天").first.click()
    expect(page.get_by_text("当日不计入").first).to_be_visible()


@pytest.mark.parametrize("address", ["/", "/cases/", "/limits/", "/figures/", "/limits/calculator/", "/search/?q=试"])
def test_nothing_scrolls_sideways_on_a_phone(office: Office, enter: Enter, address: str) -> None:
    office.accepted(80)
    page = enter(office.handler)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address)
    assert overhang(page) == 0


def test_a_case_can_be_worked_without_scripts(office: Office, enter: Enter) -> None:
    case = office.received()
    page = enter(office.handler)
    state = page.context.storage_state()
    browser = page.context.browser
    assert browser is not None
    plain = browser.new_context(java_script_enabled=False, storage_state=state, base_url=page.url)
    bare = plain.new_page()
    bare.goto(f"/cases/{case.pk}/steps/accept/")
    bare.get_by_label("有明确的申请人").check()
    bare.get_by_role("button", name="受理").click()
    expect(bare.get_by_text("已办理“受理”")).to_be_visible()
    plain.close()


def test_on_a_tablet_what_to_do_stands_above_what_was_done(office: Office, enter: Enter) -> None:
    case = office.accepted(20)
    page = enter(office.handler)
    page.set_viewport_size({"width": 800, "height": 1000})
    page.goto(f"/cases/{case.pk}/")
    places = [page.locator(part).bounding_box() for part in (".pg-next", ".pg-clocks", ".pg-can", ".pg-trail")]
    tops = [place["y"] for place in places if place is not None]
    assert len(tops) == len(places)
    assert tops == sorted(tops)


def test_what_is_folded_is_printed_and_folded_again(office: Office, enter: Enter) -> None:
    case = office.accepted(20)
    page = enter(office.handler)
    page.goto(f"/cases/{case.pk}/")
    folded = page.locator(".yf-main details:not([open]):not(.pg-menu, .pg-add, .pg-more)")
    before = folded.count()
    assert before > 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert folded.count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folded.count() == before


def test_what_has_the_focus_is_not_hidden_under_the_bar(office: Office, enter: Enter) -> None:
    page = enter(office.handler)
    page.emulate_media(reduced_motion="reduce")
    page.goto("/cases/new/")
    links = page.locator("#openings a")
    links.last.focus()
    for _ in range(12):
        page.keyboard.press("Shift+Tab")
        top = page.evaluate("document.activeElement.getBoundingClientRect().top")
        bar = page.evaluate("document.querySelector('.yf-top').getBoundingClientRect().bottom")
        assert top >= bar
