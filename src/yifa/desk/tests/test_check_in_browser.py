"""A clerk checks a draft in the browser: with the keyboard, on a phone, without scripts."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.fixtures import Cast
from tests.screens import overhang
from yifa.desk.tests.conftest import by_cookie
from yifa.office.models import Person
from yifa.text.plainword import plain_docx

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]

DRAFT = (
    "某县招牌管理办法\n第一条 未经街道办事处批准，商户不得在门前摆放桌椅。\n"
    "第二条 经营者必须保持招牌整洁。\n第三条 依照《行政处罚法》第90条处罚。\n"
)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft as a Word file."""
    file = tmp_path / "招牌办法.docx"
    file.write_bytes(plain_docx(DRAFT))
    return file


@pytest.fixture
def enter_quickly(page: Page, client: Client, live_server: LiveServer) -> Callable[[Person], Page]:
    """Sign in by cookie."""
    return by_cookie(page, client, live_server.url)


def _check(page: Page, draft: Path) -> None:
    page.goto("/check/")
    page.get_by_label("把草案拖到这里").set_input_files(draft)
    page.get_by_role("button", name="检查", exact=True).click()
    expect(page.get_by_text("第1条，共")).to_be_visible()


def test_the_keyboard_goes_through_the_findings_and_the_word_file_comes_back(
    cast: Cast, enter_quickly: Callable[[Person], Page], draft: Path, tmp_path: Path
) -> None:
    page = enter_quickly(cast.handler)
    _check(page, draft)
    in_hand = page.locator(".mk-entry.mk-on")
    expect(in_hand).to_have_attribute("id", "f1")
    page.keyboard.press("j")
    expect(in_hand).to_have_attribute("id", "f2")
    page.keyboard.press("k")
    expect(in_hand).to_have_attribute("id", "f1")
    licence = page.locator(".mk-entry", has_text="自行设定行政许可")
    licence.locator(".mk-head").click()
    expect(in_hand).to_contain_text("自行设定行政许可")
    page.get_by_role("checkbox", name="错误").uncheck()
    expect(licence).to_be_hidden()
    expect(in_hand).not_to_contain_text("自行设定行政许可")
    page.get_by_role("checkbox", name="错误").check()
    page.locator("a.mk-mark", has_text="必须").click()
    expect(in_hand).to_contain_text("必须")
    for button, suffix in (("带批注的 Word", ".docx"), ("JSON", ".json"), ("带批注的 Word", ".docx")):
        with page.expect_download() as download:
            page.locator(".mk-take").get_by_role("button", name=button).click()
        assert download.value.suggested_filename == f"招牌办法检查意见{suffix}"
    download.value.save_as(tmp_path / "回.docx")
    with zipfile.ZipFile(tmp_path / "回.docx") as package:
        assert "AUTH-001" in package.read("word/comments.xml").decode()


def test_on_a_phone_the_finding_in_hand_lies_below_the_text(
    cast: Cast, enter_quickly: Callable[[Person], Page], draft: Path
) -> None:
    page = enter_quickly(cast.handler)
    page.set_viewport_size({"width": 390, "height": 844})
    _check(page, draft)
    assert overhang(page) == 0
    page.get_by_role("button", name="下一条").click()
    expect(page.locator("#f2")).to_be_in_viewport()
    expect(page.locator("#f1")).to_be_hidden()


def test_a_text_that_is_too_long_is_told_before_it_is_sent(cast: Cast, enter_quickly: Callable[[Person], Page]) -> None:
    page = enter_quickly(cast.handler)
    page.goto("/check/")
    page.get_by_label("或者粘贴文字").fill("经营者" * 70_000)
    expect(page.get_by_text("有210,000字，一次最多检查200,000字")).to_be_visible()
    page.get_by_label("或者粘贴文字").fill("经营者")
    expect(page.get_by_text("一次最多检查")).to_be_hidden()


def test_a_refusal_stands_where_the_result_would(cast: Cast, enter_quickly: Callable[[Person], Page]) -> None:
    page = enter_quickly(cast.handler)
    page.goto("/check/")
    page.get_by_role("button", name="检查", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("没有可以检查的内容")


def test_without_scripts_marks_and_findings_lead_to_each_other(
    cast: Cast, chromium: Browser, client: Client, live_server: LiveServer, draft: Path
) -> None:
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = by_cookie(context.new_page(), client, live_server.url)(cast.handler)
    page.goto("/check/")
    page.get_by_label("把草案拖到这里").set_input_files(draft)
    page.get_by_role("button", name="检查", exact=True).click()
    expect(page.locator("#f1 .mk-what")).to_be_visible()
    page.locator("#f1 .mk-head").click()
    expect(page).to_have_url(re.compile("#m1$"))
    page.get_by_role("checkbox", name="参考").uncheck()
    expect(page.locator("#f1")).to_be_hidden()
    context.close()
