"""现场处罚 on a phone in Chromium: one form, a photograph, and a connection that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from yifa.areas.enforcement.summary_penalty.models import SummaryCase
from yifa.areas.enforcement.summary_penalty.tests.conftest import County
from yifa.desk.tests.conftest import by_cookie
from yifa.kernel.models import Paper
from yifa.office import scope

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001"
    "a5f645400000000049454e44ae426082"
)
"""A picture of one dot."""


def patrol(page: Page, client: Client, live_server: LiveServer) -> County:
    """An officer with one case behind him, signed in on a phone, at the form."""
    with scope.everything("测试"):
        county = County()
        county.handler.user = get_user_model().objects.create_user("sunli")
        county.handler.save()
        county.imposed(penalty_kind="fine", fine_amount="50")
    page.set_viewport_size({"width": 390, "height": 844})
    by_cookie(page, client, live_server.url)(county.handler)
    page.goto(f"{live_server.url}/spot/")
    return county


def fill(page: Page) -> None:
    page.get_by_role("button", name="在人行道上摆放货架经营").click()
    page.locator("[name=f_party_type]").select_option(label="自然人")
    page.locator("[name=f_party_name]").fill("丁小满")
    page.locator("[name=f_penalty_kind]").select_option(label="罚款")
    page.get_by_role("button", name="100元").click()
    for box in page.locator(".os-ticks input").all():
        box.check()


def test_a_penalty_is_imposed_with_a_photograph_after_the_network_came_back(
    page: Page, client: Client, live_server: LiveServer, tmp_path: Path
) -> None:
    patrol(page, client, live_server)
    expect(page.locator("#f_violation")).to_be_visible()
    assert page.locator("[name=f_scene_place]").input_value() == "解放路12号门前"
    fill(page)
    button, bar = (page.locator(each).bounding_box() for each in (".os-foot button", ".yf-rail"))
    assert button is not None
    assert bar is not None
    assert button["y"] + button["height"] <= bar["y"], "the bar at the bottom covers the button"
    photo = tmp_path / "现场.png"
    photo.write_bytes(DOT)
    page.set_input_files("#photos", str(photo))
    page.context.set_offline(True)
    page.get_by_role("button", name="当场处罚并制作决定书").click()
    expect(page.get_by_text("现在没有网络，尚未发送")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text("网络已经恢复")).to_be_visible()
    page.get_by_role("button", name="当场处罚并制作决定书").click()
    expect(page.get_by_text("已办理“当场处罚”")).to_be_visible()
    with scope.everything("测试"):
        made = SummaryCase.objects.order_by("-pk").first()
        assert made is not None
        assert (made.party_name, made.fine_amount, len(made.officers)) == ("丁小满", 100, 2)
        titles = set(Paper.objects.filter(case_id=made.pk).values_list("title", flat=True))
    assert "现场照片1" in titles
    assert any("决定书" in title for title in titles)


def test_what_was_typed_is_there_after_the_page_was_lost_while_sending(
    page: Page, client: Client, live_server: LiveServer
) -> None:
    patrol(page, client, live_server)
    fill(page)
    page.route("**/spot/*/", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    page.get_by_role("button", name="当场处罚并制作决定书").click()
    page.wait_for_timeout(300)
    page.goto(f"{live_server.url}/spot/")
    expect(page.get_by_text("已恢复上次没有办完的填写内容")).to_be_visible()
    expect(page.locator("[name=f_party_name]")).to_have_value("丁小满")


def test_an_officer_without_valid_certificate_is_refused_with_the_article_and_loses_nothing(
    page: Page, client: Client, live_server: LiveServer
) -> None:
    patrol(page, client, live_server)
    fill(page)
    page.locator("[name=f_officers-1-cert_no]").fill("13099901003")
    page.get_by_role("button", name="当场处罚并制作决定书").click()
    expect(page.locator("#reasons")).to_contain_text("到期")
    expect(page.locator("#reasons")).to_contain_text("第四十二条")
    expect(page.locator("[name=f_party_name]")).to_have_value("丁小满")
