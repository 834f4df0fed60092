"""审查台 in Chromium: findings by keyboard, the letter that grows, and the same without scripts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Browser, Dialog, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.fixtures import Cast, employ
from tests.screens import overhang
from yifa.desk.tests.conftest import by_cookie
from yifa.desk.tests.test_review_desk import Review
from yifa.office.models import Person
from yifa.office.roles import Role
from yifa.papers.document import OfficialDocument, Paragraph
from yifa.papers.official import to_docx

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
    assert overhang(page) == 0
    page.locator(".mk-entry.mk-on").get_by_text("采纳", exact=True).click()
    expect(page.locator("[data-n=accepted]")).to_have_text("1")


def test_a_word_draft_becomes_an_opinion_letter(cast: Cast, enter: Enter, tmp_path: Path) -> None:
    first = employ("first", "周审查", cast.justice, Role.HANDLER)
    second = employ("second", "钱复核", cast.justice, Role.REVIEWER)
    page = enter(first)
    page.goto(f"/cases/new/legality_review/{cast.justice.pk}/receive/")
    page.get_by_label("送审事项类型").select_option("contract")
    page.get_by_label("送审事项名称").fill("城区供热特许经营协议")
    take(page, "收到送审材料")
    address = page.url
    page.goto(f"{address}steps/accept/")
    for select in page.locator("select[name$=state]").all()[:-1]:
        select.select_option("present")
    take(page, "受理")
    page.goto(f"{address}steps/assign/")
    page.locator("input[name$=name]").first.fill("周审查")
    page.get_by_label("没有参与起草").check()
    take(page, "确定审查人员")

    page.goto(f"{address}review/")
    draft = tmp_path / "供热协议.docx"
    draft.write_bytes(to_docx(OfficialDocument("供热特许经营协议", (Paragraph("第一条 甲方为乙方贷款提供担保。"),))))
    page.locator("#id_file").set_input_files(draft)
    page.get_by_role("button", name="放入并检查").click()
    expect(page.locator(".mk-text")).to_contain_text("提供担保")
    for _ in range(page.locator(".mk-entry").count()):
        page.keyboard.press("a")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_text("已保存")).to_be_visible()

    page.get_by_role("link", name="拟定审查意见").click()
    page.get_by_label("审查结论").select_option("revise")
    for box in ("法定权限", "法定程序", "国家政策"):
        page.get_by_label(box).check()
    take(page, "拟定审查意见")
    enter_again(page, second)
    page.goto(f"{address}steps/verify/")
    page.get_by_label("复核意见").select_option("agree")
    take(page, "复核审查意见")
    page.goto(f"{address}steps/opine/")
    take(page, "出具审查意见书")
    expect(page.get_by_text("已制作《合法性审查意见书》")).to_be_visible()


def take(page: Page, label: str) -> None:
    """Send the form of a step."""
    page.get_by_role("button", name=label, exact=True).click()
    expect(page.get_by_text(f"已办理“{label}”")).to_be_visible()


def enter_again(page: Page, person: Person) -> None:
    """Go on as somebody else."""
    client = Client()
    assert person.user is not None
    client.force_login(person.user, backend="yifa.office.backend.OfficeBackend")
    address = page.url.split("/cases")[0]
    page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": address}])
