"""The grid of a benchmark with the keyboard and out of a spreadsheet; a certificate on a phone."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.screens import overhang
from yifa.areas.enforcement.certificate.tests.conftest import Bureau
from yifa.areas.enforcement.discretion.editions import tiers_of
from yifa.areas.enforcement.discretion.tests.test_discretion import ladder
from yifa.desk.tests.conftest import by_cookie
from yifa.office import scope
from yifa.office.models import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.data]
Enter = Callable[[Person], Page]
DESK: Any = {"width": 1366, "height": 768}
PHONE: Any = {"width": 390, "height": 844}
SHEET = """货值不满三千元	50000	60000
三千元以上不满七千元	60000	80000
七千元以上	80000	90000
再次违法	90000	100000"""
PASTE = """(cell, text) => {
  const data = new DataTransfer(); data.setData("text/plain", text);
  cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def enter(page: Page, client: Client, live_server: LiveServer) -> Enter:
    """Signs a person in by the cookie."""
    return by_cookie(page, client, live_server.url)


@pytest.fixture
def bureau(transactional_db: None) -> Bureau:
    """The county with a benchmark and a certificate; a clerk of the department who can sign in."""
    with scope.everything("测试"):
        made = Bureau()
        ladder(made.market)
        made.issued(valid_to="2030-03-30")
        clerk = made.people[made.market.pk]
        clerk.user = User.objects.create_user("clerk")
        clerk.save()
    return made


def shot(page: Page, name: str) -> None:
    """A picture, where somebody wants to look at it."""
    if folder := os.environ.get("YIFA_SHOTS"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def test_a_clerk_pastes_out_of_a_spreadsheet_corrects_and_saves(bureau: Bureau, enter: Enter) -> None:
    page = enter(bureau.people[bureau.market.pk])
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.set_viewport_size(DESK)
    page.goto("/registers/discretion_benchmark/")
    page.get_by_role("link", name="阶次表格").click()
    page.get_by_role("link", name="未取得食品经营许可").click()
    shot(page, "benchmark-open")
    first = page.get_by_label("第1阶次适用条件")
    first.evaluate(PASTE, "货值不满三千元\t50000\t60000\n三千元以上\t58000\t80000")
    expect(page.locator("[data-ladder]")).to_contain_text("在58000至60000重叠")
    page.get_by_label("第2阶次下限", exact=True).fill("60000")
    page.get_by_label("第3阶次下限", exact=True).fill("82000")
    page.get_by_label("施行日期").fill("2026-12-01")
    page.get_by_label("公布日期").fill("2026-11-10")
    page.get_by_label("文件名称和文号").fill("洪市监规〔2026〕3号")
    page.get_by_label("合法性审核文号").fill("洪司审〔2026〕9号")
    page.get_by_role("button", name="保存为第2版").click()
    expect(page.get_by_role("alert")).to_contain_text("第2阶次和第3阶次之间缺80000至82000")
    expect(page.locator("#e-tier-2-range_from")).to_be_visible()
    assert overhang(page) == 0
    shot(page, "benchmark-refused")
    page.get_by_role("alert").get_by_role("link").first.click()
    expect(page.get_by_label("第3阶次下限", exact=True)).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("80000")
    page.get_by_role("button", name="保存为第2版").click()
    expect(page.get_by_text("已保存")).to_be_visible()
    shot(page, "benchmark-saved")
    with scope.everything("测试"):
        assert [int(one.range_from) for one in tiers_of(bureau.market.pk, "SP-122", 2)] == [50000, 60000, 80000]
    assert not [one for one in said if "422" not in one]


def test_rows_are_added_and_removed_with_the_keyboard(bureau: Bureau, enter: Enter) -> None:
    page = enter(bureau.people[bureau.market.pk])
    page.set_viewport_size(DESK)
    page.goto("/registers/discretion_benchmark/tables/new/")
    rows = page.locator(".bm-grid tbody tr")
    expect(rows).to_have_count(3)
    cell = rows.nth(2).locator('[name$="-range_to"]')
    cell.fill("100000")
    cell.press("Enter")
    expect(rows).to_have_count(4)
    expect(rows.nth(3).locator('[name$="-range_to"]')).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(cell).to_be_focused()
    rows.nth(3).get_by_role("button", name="删除本行").press("Enter")
    expect(rows).to_have_count(3)
    rows.first.locator('[name$="-conditions"]').evaluate(PASTE, SHEET)
    expect(rows).to_have_count(4)
    expect(rows.nth(3).locator('[name$="-range_to"]')).to_have_value("100000")
    page.set_viewport_size(PHONE)
    assert overhang(page) == 0
    shot(page, "benchmark-phone")


def test_a_certificate_is_verified_on_a_phone(bureau: Bureau, enter: Enter) -> None:
    page = enter(bureau.people[bureau.market.pk])
    with scope.everything("测试"):
        entry = bureau.officer()
    for size, name in ((DESK, "desk"), (PHONE, "phone")):
        page.set_viewport_size(size)
        page.goto(f"/registers/enforcement_officer/{entry.pk}/code/")
        square = page.get_by_role("img", name="查验码二维码")
        assert square.evaluate("image => image.naturalWidth") > 0
        assert overhang(page) == 0
        shot(page, f"code-{name}")
        page.goto("/open/officer/")
        assert overhang(page) == 0
        page.get_by_label("证件编号").fill("999")
        page.get_by_role("button", name="查验").click()
        expect(page.get_by_role("alert")).to_contain_text("没有编号为“999”的执法证件")
        page.get_by_label("证件编号").fill(" 13099901001 ")
        page.get_by_role("button", name="查验").click()
        expect(page.get_by_text("有效", exact=False).first).to_be_visible()
        expect(page.get_by_role("heading", name="陈立")).to_be_visible()
        assert overhang(page) == 0
        shot(page, f"officer-{name}")
