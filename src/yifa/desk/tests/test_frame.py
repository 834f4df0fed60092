"""The frame around every page: who may enter, what it shows, what browsers are told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.test import Client, override_settings
from django.urls import include, path

from tests.fixtures import PASSWORD, Cast
from yifa.clock import Calendar
from yifa.desk import frame
from yifa.desk.day import day_of
from yifa.desk.frame import rail_for
from yifa.desk.navigation import GROUPS, NavItem
from yifa.errors import YifaError
from yifa.office import scope
from yifa.office.models import Person, Post
from yifa.office.roles import Role

pytestmark = pytest.mark.django_db

SignIn = Callable[[Person], Client]


def blank(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/base.html", {"heading": "空白页"})


def refused(request: HttpRequest) -> HttpResponse:
    raise YifaError("不能受理：未填写“收到日期”。")


def broken(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


def seen(request: HttpRequest) -> HttpResponse:
    now = scope.current()
    return HttpResponse("none" if now is None else ",".join(map(str, sorted(now.organs))))


urlpatterns = [
    path("blank/", blank),
    path("refused/", refused),
    path("broken/", broken),
    path("seen/", seen),
    path("", include("yifa.urls")),
]


@pytest.fixture(autouse=True)
def with_test_pages() -> object:
    with override_settings(ROOT_URLCONF="yifa.desk.tests.test_frame"):
        yield


def test_the_public_is_sent_to_the_sign_in_page(client: Client) -> None:
    response = client.get("/blank/")
    assert response.status_code == 302
    assert response["Location"] == "/account/login/?next=/blank/"


def test_a_page_carries_a_strict_content_security_policy(signed_in: SignIn, cast: Cast) -> None:
    response = signed_in(cast.handler).get("/blank/")
    policy = response["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert response["X-Frame-Options"] == "DENY"


def test_no_page_has_anything_inline_that_the_policy_refuses(signed_in: SignIn, cast: Cast) -> None:
    html = signed_in(cast.handler).get("/blank/").content.decode()
    assert " style=" not in html
    assert "<style" not in html
    assert "onclick" not in html
    assert html.count("<script") == html.count("<script src=")


def test_the_scope_of_a_page_is_the_persons(signed_in: SignIn, cast: Cast) -> None:
    assert signed_in(cast.handler).get("/seen/").content.decode() == str(cast.government.pk)
    assert signed_in(cast.outsider).get("/seen/").content.decode() == str(cast.management.pk)


def test_an_account_without_a_person_sees_nothing(client: Client) -> None:
    client.force_login(User.objects.create_user("nobody"), backend="yifa.office.backend.OfficeBackend")
    assert client.get("/seen/").content == b"none"


def test_the_organ_switch_narrows_the_scope_and_opens_it_again(signed_in: SignIn, cast: Cast) -> None:
    Post.objects.create(person=cast.handler, organ=cast.justice, role=Role.PUBLISHER, since=date(2024, 1, 1))
    client = signed_in(cast.handler)
    client.post("/organ/", {"organ": cast.justice.pk, "next": "/seen/"})
    assert client.get("/seen/").content.decode() == str(cast.justice.pk)
    client.post("/organ/", {"organ": cast.management.pk})
    assert client.get("/seen/").content.decode() == f"{cast.government.pk},{cast.justice.pk}"


def test_the_organ_switch_does_not_lead_away(signed_in: SignIn, cast: Cast) -> None:
    response = signed_in(cast.handler).post("/organ/", {"next": "https://example.com/"})
    assert response["Location"] == "/"


def test_a_refusal_is_a_page_in_chinese(signed_in: SignIn, cast: Cast) -> None:
    client = signed_in(cast.handler)
    whole = client.get("/refused/")
    part = client.get("/refused/", headers={"HX-Request": "true"})
    assert whole.status_code == part.status_code == 422
    assert "不能受理：未填写“收到日期”。" in whole.content.decode()
    assert "<html" not in part.content.decode()


def test_errors_have_chinese_pages(signed_in: SignIn, cast: Cast) -> None:
    client = signed_in(cast.handler)
    client.raise_request_exception = False
    assert "没有这一页" in client.get("/nowhere/").content.decode()
    assert "系统出错了" in client.get("/broken/").content.decode()


def test_an_expired_form_is_explained(cast: Cast) -> None:
    strict = Client(enforce_csrf_checks=True)
    response = strict.post("/account/login/", {"login": "handler", "password": PASSWORD})
    assert response.status_code == 403
    assert "页面已过期" in response.content.decode()


def test_a_request_that_is_too_large_is_refused_before_it_is_read(signed_in: SignIn, cast: Cast) -> None:
    response = signed_in(cast.handler).post("/blank/", {}, headers={"Content-Length": str(200 * 2**20)})
    assert response.status_code == 413
    assert "64MB" in response.content.decode()


def test_a_page_below_an_entry_marks_that_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    offered = [
        NavItem("修改密码", "account_change_password", "sign", 10),
        NavItem("两步验证", "mfa_index", "law", 20),
    ]
    monkeypatch.setattr(frame, "entries", lambda: offered)
    rail = frame.rail_for(set(), "/account/2fa/totp/activate/")
    assert [(entry.label, entry.current) for entry in rail] == [
        ("修改密码", False),
        ("两步验证", True),
    ]


def test_the_rail_shows_a_person_only_what_their_roles_use() -> None:
    item = NavItem("监督", "board", "supervise", 30, frozenset({Role.SUPERVISOR}))
    assert item.is_for({Role.SUPERVISOR, Role.HANDLER})
    assert not item.is_for({Role.HANDLER})
    assert NavItem("案件", "cases", "case", 20).is_for(set())


@pytest.mark.parametrize(
    ("day", "label", "kind", "workday"),
    [
        (date(2026, 11, 20), "11月20日 周五", "工作日", True),
        (date(2026, 11, 21), "11月21日 周六", "休息日", False),
        (date(2026, 2, 28), "2月28日 周六", "调休上班", True),
    ],
)
def test_the_day_is_shown_with_its_kind(day: date, label: str, kind: str, workday: bool) -> None:
    shown = day_of(day, Calendar.load())
    assert (shown.label, shown.kind, shown.is_workday, shown.provisional) == (
        label,
        kind,
        workday,
        False,
    )


def test_a_day_of_a_year_without_notice_is_provisional() -> None:
    assert day_of(date(2035, 6, 1), Calendar.load()).provisional


def test_the_top_bar_shows_day_and_person(signed_in: SignIn, cast: Cast) -> None:
    html = signed_in(cast.handler).get("/blank/").content.decode()
    assert "周明" in html
    assert 'class="yf-day' in html


def test_each_group_of_the_rail_is_named_once_before_its_first_entry() -> None:
    rail = rail_for(set(Role), "/")
    headed = [entry.group for entry in rail if entry.group]
    assert headed == list(GROUPS)
    assert rail[0].group == GROUPS[0]


@pytest.mark.parametrize("address", ["/fines/", "/reports/", "/law-change/?act=行政处罚法"])
def test_the_day_and_the_organ_stand_over_every_page(signed_in: SignIn, cast: Cast, address: str) -> None:
    page = signed_in(cast.handler).get(address).content.decode()
    assert 'class="yf-day' in page
    assert f'<span class="yf-organ yf-organ-one">{cast.government}</span>' in page


def test_an_address_that_only_takes_forms_says_so_when_it_is_opened(signed_in: SignIn, cast: Cast) -> None:
    answer = signed_in(cast.handler).get("/reports/begin/")
    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert "刚才的提交没有保存" in answer.content.decode()
