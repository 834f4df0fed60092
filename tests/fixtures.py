"""Shared fixtures: the fixed cast, signing in, a browser, PostgreSQL.

The cast is the same in every test that asks who may see or do what:

    cast.handler     承办人，县司法局，代县政府办理行政复议
    cast.head        负责人，县政府（行政复议机关负责人）
    cast.outsider    外单位的人，城管局
    (the public      公众 is whoever has not signed in)
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests import postgres

if TYPE_CHECKING:
    from django.test import Client
    from playwright.sync_api import Browser, Page
    from pytest_django.live_server_helper import LiveServer

    from yifa.office.models import Organ, Person, Place

PASSWORD = "chengban-2026"
TODAY = date(2026, 11, 20)
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 30_000
"""How long a page may take, in milliseconds: tests say what must come, not how fast on a machine with other work."""
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def postgres_dsn() -> str:
    """The address of a real PostgreSQL server; without one the test fails, it is never skipped."""
    return postgres.dsn()


@dataclass(frozen=True)
class Cast:
    """The people of every permission test, and where they work."""

    county: Place
    government: Organ
    justice: Organ
    management: Organ
    handler: Person
    head: Person
    outsider: Person


@pytest.fixture
def cast(db: None) -> Cast:
    """承办人、负责人、外单位的人; each has an account named like the field, with `PASSWORD`."""
    from yifa.office.models import Organ, OrganKind, Place
    from yifa.office.roles import Role

    county = Place.objects.create(code="419001", name="洪河县", level="county")

    def organ(name: str, short: str, kind: str, parent: Organ | None = None) -> Organ:
        return Organ.objects.create(place=county, name=name, short_name=short, kind=kind, parent=parent, mark="洪复")

    government = organ("洪河县人民政府", "县政府", OrganKind.GOVERNMENT)
    justice = organ("洪河县司法局", "县司法局", OrganKind.JUSTICE, government)
    management = organ("洪河县城市管理局", "城管局", OrganKind.DEPARTMENT, government)
    return Cast(
        county=county,
        government=government,
        justice=justice,
        management=management,
        handler=employ("handler", "周明", government, Role.HANDLER),
        head=employ("head", "郑立", government, Role.ORGAN_HEAD),
        outsider=employ("outsider", "孙强", management, Role.RESPONDENT),
    )


def employ(username: str, name: str, organ: Organ, role: str, **post: object) -> Person:
    """A person with an account and one post since 2024-01-01; `post` adds reach, until, title."""
    from django.contrib.auth.models import User

    from yifa.office.models import Person, Post

    user = User.objects.create_user(username, password=PASSWORD)
    person = Person.objects.create(user=user, name=name)
    fields = {"since": date(2024, 1, 1), **post}
    Post.objects.create(person=person, organ=organ, role=role, **fields)
    return person


@pytest.fixture
def signed_in(client: Client) -> Callable[[Person], Client]:
    """A function that signs a person in and returns the test client."""

    def sign_in(person: Person) -> Client:
        assert person.user is not None
        client.force_login(person.user, backend="yifa.office.backend.OfficeBackend")
        return client

    return sign_in


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, driven without a display; without it the test fails."""
    from playwright.sync_api import expect, sync_playwright

    path = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    if path is None:
        pytest.fail(
            "没有找到 Chromium，浏览器测试不能运行。请安装：apt-get install -y chromium fonts-noto-cjk\n"
            "Chromium is missing: apt-get install -y chromium fonts-noto-cjk"
        )
    # Playwright's loop runs in this thread; Django would otherwise refuse the database in it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A page of 1366×768 at the live server. A script error or refused file fails the test."""
    context = chromium.new_context(base_url=live_server.url, viewport={"width": 1366, "height": 768}, locale="zh-CN")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda line: faults.append(line.text) if _is_fault(line) else None)
    yield page
    context.close()
    assert not faults, faults


def _is_fault(line: object) -> bool:
    """A console error of the page itself; that a test's own 4xx answer is logged does not count."""
    text = str(getattr(line, "text", ""))
    return getattr(line, "type", "") == "error" and not text.startswith("Failed to load resource")


@pytest.fixture
def enter(page: Page) -> Callable[[Person], Page]:
    """A function that signs a person in through the sign-in page, as people do."""

    def sign_in(person: Person) -> Page:
        assert person.user is not None
        page.goto("/account/login/")
        page.get_by_label("用户名").fill(person.user.username)
        page.get_by_label("密码").fill(PASSWORD)
        page.get_by_role("button", name="登录").click()
        page.wait_for_url(lambda address: "/login/" not in address)
        return page

    return sign_in
