"""The toy procedure on the desk: an office with cases, and shorthand for taking steps on given days."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.fixtures import PATIENCE, Cast, employ
from yifa.desk.tests.phone import DOT, SIZE, Phone, Street
from yifa.kernel.engine import Entry, new_case, perform
from yifa.kernel.models import Case
from yifa.kernel.rules import Attempt
from yifa.kernel.tests.toy import Toy, toys
from yifa.office import scope
from yifa.office.models import Person
from yifa.office.roles import Role


class Office:
    """The cast at work: 周明 handles, 林审 signs, 郑立 decides, 孙强 is of another organ."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.organ, self.handler = cast, cast.government, cast.handler
        self.signer = employ("signer", "林审", cast.government, Role.AGENCY_HEAD)
        self.today = timezone.localdate()

    def day(self, ago: int) -> date:
        """So many days ago."""
        return self.today - timedelta(days=ago)

    def take(self, case: Case | None, code: str, ago: int, by: Person | None = None, **more: Any) -> Case:
        """Take a step so many days ago, entered on that day."""
        on = self.day(ago)
        with scope.everything("测试"):
            case = case or new_case("toy", self.organ, on)
            step = case.declaration.step(code)
            judged = [code for code, condition in step.condition_codes if condition.test is None]
            at = timezone.make_aware(datetime(on.year, on.month, on.day, 10))
            event = perform(case, Attempt(step, on, more.pop("data", {}), judged), Entry(by or self.handler, at))
            return Case._base_manager.get(pk=event.case_id)

    def received(self, ago: int = 1) -> Case:
        """A case that was received."""
        return self.take(None, Toy.receive.code, ago)

    def accepted(self, ago: int = 30) -> Case:
        """A case that was received and accepted two days later."""
        return self.take(self.received(ago), Toy.accept.code, ago - 2)


def by_cookie(page: Page, client: Client, address: str) -> Callable[[Person], Page]:
    """A function that signs a person in without the sign-in page, which admits thirty a minute."""

    def sign_in(person: Person) -> Page:
        assert person.user is not None
        client.force_login(person.user, backend="yifa.office.backend.OfficeBackend")
        page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": address}])
        page.goto(f"{address}/")
        return page

    return sign_in


@pytest.fixture
def office(cast: Cast) -> Iterator[Office]:
    """The office with the toy procedure in the books."""
    with toys():
        yield Office(cast)


@pytest.fixture
def street(db: None) -> Street:
    """Where officers impose penalties; pages open their own scope."""
    with scope.everything("测试"):
        return Street()


@pytest.fixture
def handset(chromium: Browser, live_server: LiveServer) -> Iterator[Phone]:
    """A phone at which nobody is signed in; a script error fails the test."""
    context = chromium.new_context(viewport=SIZE, locale="zh-CN", has_touch=True, is_mobile=True)
    context.set_default_timeout(PATIENCE)
    phone = Phone(context, live_server.url)
    yield phone
    context.close()
    assert not phone.faults, phone.faults


@pytest.fixture
def phone(handset: Phone, street: Street) -> Phone:
    """The phone of the officer on the street, signed in."""
    handset.sign_in(street.handler)
    return handset


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photograph."""
    path = tmp_path / "现场.png"
    path.write_bytes(DOT)
    return path
