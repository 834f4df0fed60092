"""Visits on a phone: the list of the day, the code to be scanned, the ratings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from yifa.areas.enforcement.inspection.tests.conftest import County
from yifa.desk.tests.conftest import by_cookie
from yifa.office import scope
from yifa.office.models import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.data]
Enter = Callable[[Person], Page]


@pytest.fixture
def enter(page: Page, client: Client, live_server: LiveServer) -> Enter:
    """Signs a person in by the cookie."""
    return by_cookie(page, client, live_server.url)


def test_an_officer_shows_the_square_on_the_phone(enter: Enter) -> None:
    with scope.everything("测试"):
        county: Any = County()
        case = county.approved(on=timezone.localdate().isoformat())
        county.clerk.user = User.objects.create_user("clerk")
        county.clerk.save()
    page = enter(county.clerk)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/field/visits/")
    expect(page.get_by_text("洪河县第1食品厂")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("link", name="检查码", exact=True).click()
    square = page.get_by_role("img", name="检查码二维码")
    expect(square).to_be_visible()
    expect(square).to_have_js_property("complete", True)
    assert square.evaluate("image => image.naturalWidth") > 0
    expect(page.get_by_text(case.code_text)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
