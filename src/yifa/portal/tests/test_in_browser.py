"""The page of a visit on a phone: arrival, result, rating, with thumbs and without a script."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.screens import overhang
from yifa.areas.enforcement.inspection.entrance import give_rating_code
from yifa.areas.enforcement.inspection.models import Arrival, InspectionCase, Rating
from yifa.areas.enforcement.inspection.tests.conftest import County
from yifa.areas.enforcement.inspection.tests.test_draw import drawn
from yifa.office import scope
from yifa.office.roles import Role

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.data]
PHONE = {"width": 390, "height": 844}


def _told(make: Callable[[County], Any]) -> Any:
    with scope.everything("测试"):
        return make(County())


def test_an_enterprise_looks_up_a_code_and_registers_the_arrival(page: Page) -> None:
    case = _told(lambda county: county.approved())
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto("/open/")
    assert overhang(page) == 0
    page.get_by_label("检查码", exact=True).fill("1234")
    page.get_by_role("button", name="查看").click()
    expect(page.get_by_role("alert")).to_contain_text("检查码应为16位，现在是4位")
    page.get_by_label("检查码", exact=True).fill(case.code_text.lower())
    page.get_by_role("button", name="查看").click()
    expect(page.get_by_text("执法员1")).to_be_visible()
    assert overhang(page) == 0
    page.get_by_role("button", name="登记检查人员到达").click()
    expect(page.get_by_text("已登记检查人员到达")).to_be_visible()
    with scope.everything("测试"):
        assert Arrival.objects.filter(case_id=case.pk).exists()


def test_the_telephone_that_registered_the_arrival_rates_with_the_keyboard_alone(page: Page) -> None:
    today = timezone.localdate().isoformat()
    county, case = _told(lambda county: (county, county.approved(on=today)))
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"/open/visit/{case.entry_code}/")
    page.get_by_role("button", name="登记检查人员到达").click()
    expect(page.get_by_text("评价码")).to_be_visible()
    assert overhang(page) == 0
    with scope.everything("测试"):
        over(county, case, today)
    page.reload()
    assert overhang(page) == 0
    expect(page.get_by_label("评价码")).to_have_count(0)
    page.get_by_role("button", name="提交评价").click()
    expect(page.get_by_role("alert")).to_contain_text("没有选择总体评价")
    stars = page.get_by_role("group", name="总体评价")
    stars.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowRight")
    page.get_by_role("group", name="影响了正常经营吗？").get_by_role("radio", name="否").check()
    page.get_by_label("意见（可以不填）").fill("半小时就走了")
    page.get_by_role("button", name="提交评价").click()
    expect(page.get_by_text("检查机关看不到")).to_be_visible()
    with scope.everything("测试"):
        given = Rating.objects.get(case_id=case.pk)
        assert (given.stars, given.disturbed, given.note) == (2, False, "半小时就走了")


def over(county: County, case: Any, on: str) -> None:
    """The officers come in, look and conclude."""
    county.take(case, "notify", on)
    county.take(case, "enter", on)
    county.take(case, "note", on, {"record_text": "查看了记录。", "av_index": "无"})
    county.take(case, "conclude", on, {"findings": "记录完整。", "result": "no_issue"})


def test_another_telephone_rates_by_the_code_that_was_given_to_it(page: Page) -> None:
    today = timezone.localdate().isoformat()
    county, case = _told(lambda county: (county, county.closed(on=today)))
    with scope.everything("测试"):
        row = InspectionCase.objects.get(pk=case.pk)
        code = give_rating_code(row, county.person("陆督察", county.bureau, Role.SUPERVISOR), timezone.now())
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"/open/visit/{case.entry_code}/")
    page.get_by_role("group", name="总体评价").get_by_role("radio").last.check(force=True)
    page.get_by_label("评价码").fill("abcd1234")
    page.get_by_role("button", name="提交评价").click()
    expect(page.get_by_role("alert")).to_contain_text("评价码不对")
    assert overhang(page) == 0
    page.get_by_label("评价码").fill(code.lower())
    page.get_by_role("button", name="提交评价").click()
    expect(page.get_by_text("检查机关看不到")).to_be_visible()
    with scope.everything("测试"):
        assert Rating.objects.get(case_id=case.pk).stars == 5


@pytest.mark.parametrize("size", [PHONE, {"width": 1366, "height": 768}])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_draw_can_be_read_and_downloaded(page: Page, size: Any, scheme: Any) -> None:
    case = _told(drawn)
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size(size)
    page.goto("/open/draws/")
    page.get_by_role("link", name="第一季度食品抽查").click()
    everything = page.get_by_role("link", name="下载全部文件")
    expect(everything).to_be_visible()
    assert overhang(page) == 0
    with page.expect_download() as download:
        everything.click()
    assert download.value.suggested_filename == f"draw-{case.pk}.zip"


@pytest.mark.parametrize("width", [390, 768, 1100, 1280, 1440])
@pytest.mark.parametrize("address", ["/open/", "/open/books/", "/open/plans/", "/open/draws/", "/open/inspections/"])
def test_public_pages_fit_every_width(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    assert overhang(page) == 0
    assert page.get_by_role("navigation", name="公开栏目", exact=True).is_visible() is (width > 1260)
