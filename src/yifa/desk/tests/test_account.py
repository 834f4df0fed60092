"""Signing in, being locked out, and what people cannot do for themselves."""

from __future__ import annotations

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client, RequestFactory
from pytest_django.fixtures import Settings

from tests.fixtures import PASSWORD, Cast
from yifa.desk.account import client_address

pytestmark = pytest.mark.django_db


def attempt(client: Client, password: str, username: str = "handler") -> int:
    return client.post("/account/login/", {"login": username, "password": password}).status_code


def test_the_sign_in_page_is_chinese_and_offers_no_registration(client: Client) -> None:
    html = client.get("/account/login/").content.decode()
    assert "用户名" in html
    assert "signup" not in html


def test_the_right_password_lets_in(client: Client, cast: Cast) -> None:
    assert attempt(client, PASSWORD) == 302
    assert client.session["_auth_user_id"] == str(cast.handler.user_id)


def test_a_wrong_password_is_refused_in_chinese(client: Client, cast: Cast) -> None:
    response = client.post("/account/login/", {"login": "handler", "password": "wrong"})
    assert "密码" in response.content.decode()
    assert "_auth_user_id" not in client.session


def test_after_five_wrong_passwords_even_the_right_one_is_refused(client: Client, cast: Cast) -> None:
    for _ in range(4):
        assert attempt(client, "wrong") == 200
    assert attempt(client, "wrong") == 429
    response = client.post("/account/login/", {"login": "handler", "password": PASSWORD})
    assert response.status_code == 429
    assert "暂停登录15分钟" in response.content.decode()


def test_a_lockout_does_not_reach_a_colleague_or_another_machine(client: Client, cast: Cast) -> None:
    for _ in range(6):
        attempt(client, "wrong")
    assert attempt(Client(), PASSWORD, "head") == 302
    assert attempt(Client(REMOTE_ADDR="10.1.2.3"), PASSWORD) == 302


def test_behind_a_proxy_the_address_is_the_one_the_proxy_saw(rf: RequestFactory, settings: Settings) -> None:
    request = rf.get("/", headers={"X-Forwarded-For": "6.6.6.6, 10.1.2.3"})
    assert client_address(request) == "127.0.0.1"
    settings.BEHIND_PROXY = True
    assert client_address(request) == "10.1.2.3"
    assert client_address(rf.get("/")) == "127.0.0.1"


@pytest.mark.parametrize("address", ["signup/", "email/", "password/reset/"])
def test_what_the_administrator_does_is_closed(client: Client, address: str) -> None:
    response = client.get(f"/account/{address}")
    assert response.status_code == 403
    assert "请联系系统管理员" in response.content.decode()


def test_two_step_verification_can_be_set_up_after_the_password_again(client: Client, cast: Cast) -> None:
    attempt(client, PASSWORD)
    asked = client.get("/account/2fa/totp/activate/")
    response = client.post(asked["Location"], {"password": PASSWORD}, follow=True)
    html = response.content.decode()
    assert "data:image/svg+xml" in html
    assert "激活" in html


def test_the_administration_site_has_no_door_of_its_own(client: Client) -> None:
    response = client.get("/admin/login/?next=/admin/")
    assert response.status_code == 302
    assert response["Location"].startswith("/account/login/")


def test_a_clerk_is_not_let_into_the_administration_site(client: Client, cast: Cast) -> None:
    attempt(client, PASSWORD)
    assert client.get("/admin/", follow=True).status_code == 403


def test_with_a_second_step_the_password_alone_lets_nobody_in(client: Client, cast: Cast) -> None:
    TOTP.activate(cast.handler.user, generate_totp_secret())
    response = client.post("/account/login/", {"login": "handler", "password": PASSWORD})
    assert response["Location"] == "/account/2fa/authenticate/"
    assert "_auth_user_id" not in client.session


def test_signing_out_asks_and_ends_the_session(client: Client, cast: Cast) -> None:
    attempt(client, PASSWORD)
    assert "确认要退出吗" in client.get("/account/logout/").content.decode()
    client.post("/account/logout/")
    assert "_auth_user_id" not in client.session


def test_a_weak_new_password_is_refused_in_chinese(client: Client, cast: Cast) -> None:
    attempt(client, PASSWORD)
    response = client.post(
        "/account/password/change/",
        {"oldpassword": PASSWORD, "password1": "1234567", "password2": "1234567"},
    )
    assert "密码" in response.content.decode()
    assert response.status_code == 200


def test_the_administration_lists_the_directory_and_no_tables_of_other_packages(client: Client, cast: Cast) -> None:
    assert cast.handler.user is not None
    cast.handler.user.is_staff = cast.handler.user.is_superuser = True
    cast.handler.user.save()
    attempt(client, PASSWORD)
    html = client.get("/admin/").content.decode()
    assert "任职" in html
    assert "Access" not in html
    assert "axes" not in html.lower()
