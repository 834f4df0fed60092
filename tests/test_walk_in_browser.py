"""The walk of the manual in Chromium: an administrative reconsideration from application to published decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from django.test import Client
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.fixtures import Cast, employ
from tests.screens import whole
from yifa.desk.tests.conftest import by_cookie
from yifa.office.models import Person
from yifa.office.roles import Role

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Enter = Callable[[Person], Page]


@pytest.fixture
def enter(page: Page, client: Client, live_server: LiveServer) -> Enter:
    """Signs a person in by the cookie."""
    return by_cookie(page, client, live_server.url)


APPLICATION = {
    "被申请人": "城管局",
    "被申请人与本机关的关系": "本级人民政府工作部门",
    "行政行为类型": "行政处罚",
    "行政管理领域": "市场监督管理",
    "行政行为名称和文号": "罚款五千元的处罚决定（洪城罚〔2026〕3号）",
    "行政复议请求": "请求撤销该处罚决定。",
    "复议前置": "不属于复议前置",
}


def fill(page: Page, values: Mapping[str, str]) -> None:
    """Fill controls by their labels: choose in lists, type in the rest; optional ones are unfolded first."""
    page.evaluate("document.querySelectorAll('form details').forEach((each) => { each.open = true; })")
    for label, value in values.items():
        control = _labelled(page, label)
        if control.evaluate("each => each.tagName") == "SELECT":
            control.select_option(label=value)
        else:
            control.fill(value)


def fill_the_rest(page: Page) -> None:
    """Whatever else is required and still blank: the first choice, or a few words."""
    for field in page.locator("form .yf-field:has(> label.yf-must)").all():
        control = field.locator("input, select, textarea").first
        if control.input_value():
            continue
        if control.evaluate("each => each.tagName") == "SELECT":
            control.select_option(index=1)
        else:
            control.fill("经审查查明。")


def _labelled(page: Page, label: str) -> Locator:
    return page.locator("form .yf-field").filter(has=page.locator(f"label:text-matches('^{label}')")).locator(
        "input, select, textarea"
    ).first  # fmt: skip


def take(page: Page, label: str, values: Mapping[str, str] | None = None) -> None:
    """Open a step from the case page, fill it in, confirm what a person confirms, and send it."""
    whole(page, page.locator("#can"))
    page.evaluate("document.querySelectorAll('.pg-can details').forEach((each) => { each.open = true; })")
    page.locator("#can").get_by_role("link", name=label, exact=True).click()
    whole(page, page.locator(".pg-foot button"))
    fill(page, values or {})
    fill_the_rest(page)
    for box in page.locator(".pg-judged input[type=checkbox]").all():
        box.check()
    page.locator(".pg-foot button").click()
    if page.get_by_role("dialog", name="请确认").is_visible():
        page.get_by_role("button", name="确认").click()
    expect(page.locator(".yf-message-success")).to_contain_text(label)


def test_from_application_to_published_decision(cast: Cast, enter: Enter) -> None:
    agency = employ("agency", "林审", cast.government, Role.AGENCY_HEAD)
    page = enter(cast.handler)
    page.get_by_role("link", name="登记新案").click()
    page.get_by_role("link", name="收到申请", exact=True).click()
    whole(page, page.locator(".pg-foot button"))
    page.get_by_label("第1行姓名或者名称").first.fill("王建国")
    fill(page, {"提交渠道": "当面提交", **APPLICATION})
    page.locator(".pg-foot button").click()
    expect(page.get_by_text("已办理“收到申请”")).to_be_visible()
    address = page.url
    page.goto("/search/?q=王建国")
    expect(page.locator("tbody tr")).to_have_count(1)
    page.goto(address)
    take(page, "受理", {"审理程序": "普通程序"})
    take(page, "发送副本")
    take(page, "被申请人收到副本")
    take(page, "收到书面答复")
    following = page.locator(".pg-next")
    expect(following.get_by_role("link", name="作出决定")).to_be_visible()
    expect(following.locator(".pg-remedy")).to_have_text("先办：听取意见")
    take(page, "听取意见", {"听取意见方式": "当面", "人员姓名": "王建国", "笔录内容": "认为处罚过重。"})
    take(page, "作出决定", {"决定种类": "撤销", "决定内容": "撤销该处罚决定。", "决定方式": "复议机关负责人同意"})
    _sign(page, address, agency, enter)
    _sign(page, address, cast.head, enter)
    expect(page.get_by_role("heading", level=1)).to_contain_text("办结")
    signed = page.locator(".yf-timeline .yf-what").filter(has_text="：作出决定")
    expect(signed).to_have_text(["报批：作出决定", "同意：作出决定", "同意：作出决定"])
    _change(page, cast.handler, enter)
    page.goto(address)
    take(page, "送达申请人", {"送达方式": "直接送达", "签收人": "王建国"})
    page.locator("#public").get_by_role("link").first.click()
    expect(page.locator(".pg-copy")).not_to_contain_text("王建国")
    page.get_by_role("button", name="公开").click()
    page.get_by_role("button", name="确认").click()
    expect(page.locator("#public")).to_contain_text("已公开")


def _sign(page: Page, address: str, signer: Person, enter: Enter) -> None:
    _change(page, signer, enter)
    page.goto("/")
    page.locator("#sign").get_by_role("link", name="审批").click()
    page.wait_for_url(address)
    page.get_by_role("button", name="同意").click()
    expect(page.locator(".yf-message-success")).to_contain_text("已同意")


def _change(page: Page, person: Person, enter: Enter) -> None:
    page.context.clear_cookies()
    enter(person)


def test_people_are_pasted_from_a_spreadsheet_and_survive_a_reload(cast: Cast, enter: Enter) -> None:
    page = enter(cast.handler)
    page.goto(f"/cases/new/reconsideration/{cast.government.pk}/file/")
    first = page.get_by_label("第1行姓名或者名称").first
    first.evaluate(
        """cell => {
            const data = new DataTransfer();
            data.setData("text/plain", "王建国\\t公民\\n李秀英\\t公民\\n赵军\\t公民\\n");
            cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }"""
    )
    names = page.locator("#f_applicants tbody [name$='-name']")
    expect(names).to_have_count(3)
    page.reload()
    expect(names).to_have_count(3)
    assert sorted(cell.input_value() for cell in names.all()) == ["李秀英", "王建国", "赵军"]
    page.get_by_role("button", name="删除本行").first.click()
    expect(names).to_have_count(2)
