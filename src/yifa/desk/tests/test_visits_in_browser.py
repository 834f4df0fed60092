"""Visits on a phone: the list of the day, the code to be scanned, arrival and result without a network."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from playwright.sync_api import expect

from tests.screens import overhang, whole
from yifa.areas.enforcement.inspection.models import InspectionCase
from yifa.areas.enforcement.inspection.tests.conftest import County
from yifa.desk.tests.phone import Phone
from yifa.office import scope

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.data]


@pytest.fixture
def visit(handset: Phone) -> Any:
    """A visit approved for today whose officer is signed in on a phone; the notice was made."""
    with scope.everything("测试"):
        county: Any = County()
        today = timezone.localdate().isoformat()
        case = county.approved(on=today)
        county.take(case, "notify", today)
        county.clerk.user = User.objects.create_user("clerk")
        county.clerk.save()
    handset.sign_in(county.clerk)
    return InspectionCase._base_manager.get(pk=case.pk)


def stage(case: InspectionCase) -> str:
    """Where it stands."""
    return InspectionCase._base_manager.get(pk=case.pk).stage


def test_an_officer_shows_the_square_on_the_phone(handset: Phone, visit: InspectionCase) -> None:
    page = handset.open("/field/visits/")
    expect(page.get_by_role("heading", name="我的检查")).to_be_visible()
    expect(page.get_by_text("洪河县第1食品厂")).to_be_visible()
    assert overhang(page) == 0
    page.get_by_role("link", name="检查码", exact=True).click()
    square = page.get_by_role("img", name="检查码二维码")
    expect(square).to_be_visible()
    expect(square).to_have_js_property("complete", True)
    assert square.evaluate("image => image.naturalWidth") > 0
    expect(page.get_by_text(visit.code_text)).to_be_visible()
    assert overhang(page) == 0


def test_arrival_record_and_result_are_kept_without_network_and_sent_in_order(
    handset: Phone, visit: InspectionCase
) -> None:
    page = handset.prepared("/field/visits/", pages=4)
    handset.context.set_offline(True)
    handset.open("/field/visits/")
    page.get_by_role("link", name="登记到达").click()
    whole(page, page.get_by_role("heading", name="洪河县第1食品厂"))
    enter, note, conclude = page.locator("details.fd-part").all()
    enter.locator("textarea").fill("厂区没有网络，企业无法扫码，已当面出示。")
    for box in enter.locator("[data-confirm-tick]").all():
        box.check()
    enter.get_by_role("button", name="登记到达").click()
    expect(handset.item("waiting")).to_have_count(1)
    note.locator("summary").first.click()
    note.locator("[name=f_record_text]").fill("查看了进货查验记录，记录完整。")
    note.locator("[name=f_av_index]").fill("无")
    note.locator("[data-confirm-tick]").check()
    note.get_by_role("button", name="登记检查笔录").click()
    expect(handset.item("waiting")).to_have_count(2)
    conclude.locator("summary").first.click()
    conclude.locator("[name=f_findings]").fill("记录完整。")
    conclude.locator("[name=f_result]").select_option(label="未发现问题")
    conclude.locator("[data-confirm-tick]").check()
    conclude.get_by_role("button", name="登记检查结果").click()
    expect(handset.item("waiting")).to_have_count(3)
    assert stage(visit) == "approved"
    handset.context.set_offline(False)
    expect(handset.item("sent")).to_have_count(3)
    assert stage(visit) == "finished"


def test_what_follows_waits_until_the_refused_arrival_is_mended(handset: Phone, visit: InspectionCase) -> None:
    page = handset.prepared("/field/visits/", pages=4)
    handset.context.set_offline(True)
    handset.open(f"/field/visits/{visit.pk}/")
    enter, note, _ = page.locator("details.fd-part").all()
    for box in enter.locator("[data-confirm-tick]").all():
        box.check()
    enter.get_by_role("button", name="登记到达").click()
    note.locator("summary").first.click()
    note.locator("[name=f_record_text]").fill("查看了记录。")
    note.locator("[name=f_av_index]").fill("无")
    note.locator("[data-confirm-tick]").check()
    note.get_by_role("button", name="登记检查笔录").click()
    expect(handset.item("waiting")).to_have_count(2)
    handset.context.set_offline(False)
    expect(handset.item("refused")).to_contain_text("没有凭检查码")
    expect(handset.item("waiting")).to_contain_text("等前一份改好")
    handset.item("refused").get_by_role("link", name="打开修改").click()
    expect(enter.locator("[data-reasons]")).to_contain_text("没有凭检查码")
    enter.locator("textarea").fill("企业当日停电，不能扫码。")
    enter.get_by_role("button", name="登记到达").click()
    expect(handset.item("sent")).to_have_count(2)
    assert stage(visit) == "visiting"


def test_a_visit_that_cannot_begin_says_what_is_missing(handset: Phone, visit: InspectionCase) -> None:
    with scope.everything("测试"):
        InspectionCase._base_manager.filter(pk=visit.pk).update(officers=[{"cert_no": "1309990001"}])
    page = handset.open(f"/field/visits/{visit.pk}/")
    expect(page.locator(".fd-blocked")).to_contain_text("只有1名执法人员")
    expect(page.locator(".fd-blocked")).to_contain_text("第四十二条")
