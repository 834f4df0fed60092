"""A clerk sets a milestone and pays; a change of law becomes a round of work: in the browser, on a desk and a phone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.fixtures import Cast, employ
from tests.screens import overhang
from yifa.desk.tests.test_contract_page import Contract
from yifa.desk.tests.test_law_change_page import item
from yifa.office.models import Person
from yifa.office.roles import Role

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
PHONE = {"width": 390, "height": 844}


def test_a_milestone_set_on_the_page_stands_on_the_line(cast: Cast, enter: Callable[[Person], Page]) -> None:
    clerk = employ("contracts", "高敏", cast.management, Role.HANDLER)
    contract = Contract(cast, clerk)
    page = enter(clerk)
    page.get_by_role("link", name="合同", exact=True).click()
    page.get_by_role("link", name=contract.case.number).click()
    page.get_by_role("link", name="设定履行节点").click()
    page.get_by_label("节点种类").select_option(label="本机关付款")
    page.get_by_label("节点内容").fill("首付款")
    page.get_by_label("约定日期").fill((contract.today + timedelta(days=2)).isoformat())
    page.get_by_label("金额（元）").fill("30000")
    page.get_by_role("button", name="设定履行节点").click()
    expect(page.get_by_role("link", name="履行情况")).to_be_visible()
    page.get_by_role("link", name="履行情况").click()
    line = page.get_by_label("履行节点，按日期排列")
    expect(line.get_by_role("link", name="首付款")).to_be_visible()
    expect(line.get_by_text("还有2日")).to_be_visible()
    page.set_viewport_size(PHONE)
    assert overhang(page) == 0
    page.goto(reverse("contracts"))
    assert overhang(page) == 0


def test_a_change_of_law_becomes_a_round_that_is_worked_through(cast: Cast, enter: Callable[[Person], Page]) -> None:
    clerk = employ("lists", "高敏", cast.management, Role.HANDLER)
    item(cast.management)
    page = enter(clerk)
    page.get_by_role("link", name="法律变动", exact=True).click()
    page.get_by_label("法律文件").fill("环境保护法")
    page.get_by_label("日期", exact=True).fill("2026-08-15")
    page.get_by_role("button", name="查引用它的事项").click()
    expect(page.get_by_role("link", name="食品经营许可（第1版）")).to_be_visible()
    page.get_by_label("编号").fill("变〔2026〕1号")
    page.get_by_label("变动", exact=True).select_option(label="被新法替代")
    page.get_by_role("button", name="登记").click()
    expect(page.get_by_text("列入影响清单1项")).to_be_visible()
    page.goto(reverse("law_change"))
    expect(page.get_by_text("待处理")).to_be_visible()
    page.set_viewport_size(PHONE)
    assert overhang(page) == 0
