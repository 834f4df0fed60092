"""The way of a spreadsheet into a register, as a clerk goes it in the browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures import Cast, employ
from yifa.areas.services.publicity.models import Activity
from yifa.office.models import Person
from yifa.office.roles import Role

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
HEADER = "活动编号,活动日期,主题,类型,地点,主办单位,受众人次\n"


def test_a_clerk_corrects_a_file_imports_it_and_changes_an_entry(
    cast: Cast, enter: Callable[[Person], Page], tmp_path: Path
) -> None:
    page = enter(employ("clerk", "吴芳", cast.justice, Role.HANDLER))
    page.get_by_role("link", name="台账", exact=True).click()
    page.get_by_role("link", name="普法活动台账").click()
    page.get_by_role("link", name="从 Excel 导入").click()
    file = tmp_path / "活动.csv"
    file.write_text(HEADER + "普1,2025-02-30,宪法,法律进社区,广场,司法局,100\n", encoding="utf-8")
    page.get_by_label("表格").set_input_files(file)
    page.get_by_role("button", name="核对").click()
    expect(page.get_by_text("“2025-02-30”这一天不存在")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="问题清单").click()
    assert download.value.suggested_filename == "活动问题清单.xlsx"
    file.write_text(HEADER + "普1,2025-02-28,宪法,法律进社区,广场,司法局,100\n", encoding="utf-8")
    page.get_by_label("表格").set_input_files(file)
    page.get_by_role("button", name="核对").click()
    page.get_by_role("button", name="导入1条").click()
    expect(page.get_by_text("已全部导入普法活动台账")).to_be_visible()
    page.get_by_role("link", name="普1").click()
    page.get_by_role("link", name="修改").click()
    page.get_by_label("受众人次").fill("若干")
    page.get_by_role("button", name="修改").click()
    expect(page.get_by_role("alert")).to_contain_text("“若干”不是数字")
    page.get_by_label("受众人次").fill("120")
    page.get_by_role("button", name="修改").click()
    expect(page.get_by_text("100 → 120")).to_be_visible()
    assert Activity._base_manager.get().people == 120
