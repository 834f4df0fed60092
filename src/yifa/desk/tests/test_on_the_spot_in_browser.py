"""现场处罚 on a phone in Chromium: few taps, photographs, and a connection that is not there."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from tests.fixtures import CHROMIUM, CHROMIUM_FLAGS
from tests.screens import overhang
from yifa.desk.tests.phone import PAGES, SIZE, Phone, Street, cases, titles
from yifa.office import scope

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_penalty_is_imposed_with_a_photograph_and_the_decision_is_at_hand(phone: Phone, photo: Path) -> None:
    page = phone.open()
    assert page.locator("[name=f_scene_place]").input_value() == "解放路12号门前"
    expect(page.locator("[data-folded-words]")).to_contain_text("孙立、何勇")
    phone.fill(photo=photo)
    button, bar = (page.locator(each).bounding_box() for each in (".fd-foot button", ".yf-rail"))
    assert button is not None
    assert bar is not None
    assert button["y"] + button["height"] <= bar["y"], "the bar at the bottom covers the button"
    phone.send()
    expect(page.locator("[data-outcome]")).to_contain_text("已办理“当场处罚”：洪城当罚字")
    expect(page.locator("[data-outcome]").get_by_role("link", name="当场行政处罚决定书")).to_be_visible()
    expect(phone.item("sent")).to_have_count(1)
    (made,) = cases()
    assert (made.party_name, made.fine_amount, len(made.officers)) == ("丁小满", 100, 2)
    assert any(title.startswith("现场照片1（文件时间20") for title in titles(made))
    assert any("决定书" in title for title in titles(made))
    expect(page.locator("[name=f_party_name]")).to_have_value("")


def test_two_forms_filled_without_network_are_sent_in_order_with_their_photographs(phone: Phone, photo: Path) -> None:
    page = phone.prepared()
    phone.context.set_offline(True)
    phone.open()
    for name in ("丁小满", "乔大年"):
        phone.fill(name, photo)
        phone.send()
        expect(page.locator("[data-outcome]")).to_contain_text("没有网络，已经存在手机上")
    expect(phone.item("waiting")).to_have_count(2)
    assert not cases()
    phone.context.set_offline(False)
    expect(phone.item("sent")).to_have_count(2)
    first, second = cases()
    assert (first.party_name, second.party_name) == ("丁小满", "乔大年")
    assert first.number < second.number
    assert all(any(title.startswith("现场照片1") for title in titles(case)) for case in (first, second))
    assert "丁小满" not in page.locator("[data-queue-panel]").inner_text(), (
        "what was sent leaves the party's name behind"
    )


def test_a_form_whose_answer_was_lost_opens_one_case(phone: Phone, photo: Path) -> None:
    page = phone.open()
    lost: list[int] = []

    def swallow(route: Any) -> None:
        answer = route.fetch()
        lost.append(answer.status)
        route.abort()

    page.route("**/field/send/spot/*/", swallow, times=2)
    phone.fill(photo=photo)
    phone.send()
    expect(phone.item("sent")).to_have_count(1, timeout=30_000)
    assert lost == [200, 200]
    (made,) = cases()
    assert len([title for title in titles(made) if title.startswith("现场照片")]) == 1


def test_photographs_that_broke_off_are_sent_again_without_the_form(phone: Phone, photo: Path) -> None:
    page = phone.open()
    page.route("**/field/send/photos/*/", lambda route: route.abort(), times=1)
    phone.fill(photo=photo)
    phone.send()
    expect(phone.item("sent")).to_have_count(1, timeout=30_000)
    (made,) = cases()
    assert any(title.startswith("现场照片1") for title in titles(made))


def test_a_refused_form_shows_the_article_and_is_mended_with_everything_kept(phone: Phone, photo: Path) -> None:
    page = phone.prepared()
    phone.context.set_offline(True)
    phone.open()
    page.locator(".fd-folded summary").click()
    page.locator("[name=f_officers-1-cert_no]").fill("13099901003")
    phone.fill(photo=photo)
    phone.send()
    expect(phone.item("waiting")).to_have_count(1)
    phone.context.set_offline(False)
    expect(phone.item("refused")).to_contain_text("到期")
    expect(phone.item("refused")).to_contain_text("第四十二条")
    assert not cases()
    phone.item("refused").get_by_role("link", name="打开修改").click()
    expect(page.locator("[data-reasons]")).to_contain_text("到期")
    expect(page.locator("[name=f_party_name]")).to_have_value("丁小满")
    expect(page.locator("[data-photo-list] li")).to_have_count(1)
    expect(page.locator("[name=f_officers-1-cert_no]")).to_have_value("13099901003")
    page.locator("[name=f_officers-1-cert_no]").fill("13099901002")
    phone.send()
    expect(phone.item("sent")).to_have_count(1)
    (made,) = cases()
    assert any(title.startswith("现场照片1") for title in titles(made))


def test_what_is_missing_is_told_at_its_field_before_anything_is_kept(phone: Phone) -> None:
    page = phone.open()
    page.get_by_role("button", name="在人行道上摆放货架经营").click()
    page.get_by_role("button", name="自然人").click()
    page.locator("[name=f_party_id_no]").fill("130999199001011234")
    page.get_by_role("button", name="罚款", exact=True).click()
    page.locator("[name=f_fine_amount]").fill("500")
    phone.send()
    reasons = page.locator("[data-reasons]")
    for words in ("未填写“当事人”", "未确认“违法事实确凿", "公民身份号码不对", "超过当场处罚的上限200元"):
        expect(reasons).to_contain_text(words)
    expect(page.locator(".yf-field", has=page.locator("[name=f_fine_amount]")).locator(".fd-error")).to_contain_text(
        "200元"
    )
    expect(page.locator("[data-queue-panel]")).to_be_hidden()


def test_with_an_expired_session_the_forms_wait_and_say_so(phone: Phone, street: Street) -> None:
    page = phone.open()
    phone.context.clear_cookies()
    phone.fill()
    phone.send()
    expect(page.locator("[data-queue-line]")).to_contain_text("登录已过期")
    expect(page.get_by_role("link", name="登录")).to_be_visible()
    expect(phone.item("waiting")).to_have_count(1)
    phone.sign_in(street.handler)
    phone.open()
    expect(phone.item("sent")).to_have_count(1)
    assert len(cases()) == 1


def test_a_rotated_token_does_not_stop_a_form(phone: Phone) -> None:
    phone.open()
    phone.context.add_cookies([{"name": "csrftoken", "value": "x" * 32, "url": phone.address}])
    phone.fill()
    phone.send()
    expect(phone.item("sent")).to_have_count(1)


def test_another_person_on_the_same_phone_neither_sees_nor_sends_it(phone: Phone, street: Street) -> None:
    page = phone.prepared()
    phone.context.set_offline(True)
    phone.open()
    phone.fill()
    phone.send()
    expect(phone.item("waiting")).to_have_count(1)
    page.goto("about:blank")
    phone.context.clear_cookies()
    phone.context.set_offline(False)
    phone.sign_in(street.colleague)
    phone.open()
    expect(page.locator("[data-queue-others]")).to_contain_text("别人填写的1份表")
    assert "丁小满" not in page.content()
    expect(page.locator(".fd-item")).to_have_count(0)
    sealed = page.evaluate(
        "() => new Promise((done) => { indexedDB.open('yifa-field').onsuccess = (event) => {"
        " event.target.result.transaction('items').objectStore('items').getAll().onsuccess = (rows) =>"
        " done(rows.target.result.map((row) => new TextDecoder().decode(row.body.box)).join('')); }; })"
    )
    assert sealed
    assert "丁小满" not in sealed
    assert not cases()
    phone.until(lambda: len(phone.kept()) >= PAGES)
    assert set(phone.kept()) == {str(street.colleague.pk)}
    phone.sign_in(street.handler)
    phone.open()
    expect(phone.item("sent")).to_have_count(1)
    (made,) = cases()
    assert made.handler_id == street.handler.pk


def test_signing_out_empties_what_the_phone_keeps_but_not_the_forms(phone: Phone, street: Street) -> None:
    page = phone.prepared()
    assert set(phone.kept()) == {str(street.handler.pk)}
    phone.context.set_offline(True)
    phone.open()
    phone.fill()
    phone.send()
    expect(phone.item("waiting")).to_have_count(1)
    page.route("**/field/state/", lambda route: route.abort())
    phone.context.set_offline(False)
    page.get_by_role("button", name="孙立").first.click()
    page.get_by_role("button", name="退出").click()
    expect(page.get_by_role("heading", name="登录")).to_be_visible()
    phone.until(lambda: not phone.kept())
    phone.context.set_offline(True)
    page.goto(f"{phone.address}/field/spot/")
    expect(page.get_by_role("heading", name="没有网络")).to_be_visible()
    phone.context.set_offline(False)
    page.unroute("**/field/state/")
    phone.sign_in(street.handler)
    phone.open()
    expect(phone.item("sent")).to_have_count(1)


def test_what_was_typed_is_there_after_the_tab_was_closed(phone: Phone, photo: Path) -> None:
    page = phone.open()
    phone.fill(photo=photo)
    page.wait_for_timeout(900)
    page.close()
    phone.page = page = phone.new_page()
    phone.open()
    expect(page.get_by_text("已恢复上次没有办完的填写内容")).to_be_visible()
    expect(page.locator("[name=f_party_name]")).to_have_value("丁小满")
    expect(page.locator("[data-photo-list] li")).to_have_count(1)
    phone.send()
    expect(phone.item("sent")).to_have_count(1)
    phone.open()
    expect(page.locator("[name=f_party_name]")).to_have_value("")
    expect(page.get_by_text("已恢复上次没有办完的填写内容")).to_be_hidden()


def test_a_credit_code_brings_the_party_and_its_limit(phone: Phone, street: Street) -> None:
    from django.utils import timezone

    from yifa.areas.enforcement.inspected.models import InspectionObject
    from yifa.office.codes import credit_check_character

    code = "91130999000000001"
    code += credit_check_character(code)
    with scope.everything("测试"):
        InspectionObject.objects.create(
            organ=street.city, created_at=timezone.now(), updated_at=timezone.now(), code=code, name="洪河县第一食品厂",
            kind="enterprise", matters=["市容"], risk="A", township="城关镇", address="人民路8号",
            listed_on=street.handler.posts.get().since,
        )  # fmt: skip
    page = phone.open()
    page.get_by_role("button", name="法人", exact=True).click()
    page.locator("[name=f_party_id_no]").fill(code.lower())
    expect(page.locator("[name=f_party_name]")).to_have_value("洪河县第一食品厂")
    expect(page.locator("[name=f_party_address]")).to_have_value("人民路8号")
    expect(page.locator("[data-limit-here]")).to_contain_text("不超过3000元")


def test_the_forms_are_there_after_the_browser_was_closed(
    chromium: Browser, live_server: LiveServer, street: Street, photo: Path, tmp_path: Path
) -> None:
    def browser() -> Phone:
        context = chromium.browser_type.launch_persistent_context(
            str(tmp_path / "profile"), executable_path=path_of_chromium(), args=CHROMIUM_FLAGS, viewport=SIZE,
            locale="zh-CN",
        )  # fmt: skip
        context.set_default_timeout(10_000)
        return Phone(context, live_server.url)

    phone = browser()
    phone.sign_in(street.handler)
    phone.prepared()
    phone.context.set_offline(True)
    phone.open()
    phone.fill(photo=photo)
    phone.send()
    expect(phone.item("waiting")).to_have_count(1)
    phone.context.close()
    phone = browser()
    phone.context.set_offline(True)
    phone.open()
    expect(phone.item("waiting")).to_contain_text("丁小满")
    phone.context.set_offline(False)
    expect(phone.page.locator("[data-queue-line]")).to_contain_text("登录已过期")
    phone.sign_in(street.handler)
    phone.open("/field/queue/")
    expect(phone.item("sent")).to_have_count(1)
    phone.context.close()
    (made,) = cases()
    assert any(title.startswith("现场照片1") for title in titles(made))


def path_of_chromium() -> str:
    """Where the browser lies."""
    return next(found for name in CHROMIUM if (found := shutil.which(name)))


@pytest.mark.parametrize("size", [(360, 800), (390, 844), (1366, 768)])
def test_nothing_is_hidden_and_every_target_is_large_enough_for_a_finger(phone: Phone, size: tuple[int, int]) -> None:
    page = phone.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    phone.open()
    page.evaluate("document.querySelectorAll('main details').forEach((part) => { part.open = true; })")
    assert overhang(page) == 0
    if size[0] < 768:
        assert page.evaluate(SMALL) == []
        unnamed = page.evaluate(UNNAMED)
        assert unnamed == []
        kinds = [
            page.locator(f"[name={name}]").get_attribute("inputmode") for name in ("f_fine_amount", "f_party_phone")
        ]
        assert kinds == ["decimal", "tel"]


SMALL = """[...document.querySelectorAll(
  'main :is(button, a.btn, select, textarea, summary, .pg-tick, input:not([type=checkbox]))')]
  .filter((each) => each.offsetParent && !each.matches('.visually-hidden, [type=hidden]'))
  .filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.outerHTML.slice(0, 100))"""
"""What is lower than 44 pixels; a tick is as large as its label."""
UNNAMED = """[...document.querySelectorAll('main :is(input, select, textarea)')]
  .filter((each) => each.offsetParent && !each.labels?.length && !each.ariaLabel).map((each) => each.name)"""
