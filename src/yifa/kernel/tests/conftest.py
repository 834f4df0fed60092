"""The kernel's own cast and procedure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest

from yifa.kernel.declare import Publication, Shown
from yifa.kernel.engine import Entry, new_case, perform
from yifa.kernel.models import Case, Event
from yifa.kernel.rules import Attempt
from yifa.kernel.tests.toy import L, Toy, toys
from yifa.office import scope
from yifa.office.models import Organ, Person, Place, Post
from yifa.office.roles import Role


def at(day: str, hour: int = 10) -> datetime:
    """A moment of entry in Beijing time."""
    return datetime.fromisoformat(f"{day}T{hour:02}:00:00+08:00")


@pytest.fixture(autouse=True)
def toy_procedure() -> Iterator[None]:
    """The toy procedure is in the books while a test runs."""
    with toys():
        yield


@pytest.fixture
def public(monkeypatch: pytest.MonkeyPatch) -> Publication:
    """The decision of the toy procedure is published."""
    shown = Publication("决定公开", L[79], after=(Toy.decide,), shows=(Shown(Case.number),), code="shown")
    monkeypatch.setitem(Toy.parts, "shown", shown)
    return shown


class Bureau:
    """A bureau with a handler, a second handler, a head, and shorthand for taking steps."""

    def __init__(self) -> None:
        place = Place.objects.create(code="130999", name="洪河县", level="county")
        self.organ = Organ.objects.create(
            place=place, name="洪河县人民政府", short_name="县政府", kind="government", mark="洪试"
        )
        self.handler = self._person("周承办", Role.HANDLER)
        self.second = self._person("吴承办", Role.HANDLER)
        self.head = self._person("郑主任", Role.AGENCY_HEAD)

    def _person(self, name: str, role: Role) -> Person:
        person = Person.objects.create(name=name)
        Post.objects.create(person=person, organ=self.organ, role=role, since=date(2020, 1, 1))
        return person

    def take(self, case: Case | None, step: Any, on: str, by: Person | None = None, **more: Any) -> Event:
        """Take a step, entered on its legal date at ten in the morning unless `entered` says otherwise."""
        entered = more.pop("entered", on)
        seen = more.pop("seen", None)
        attempt = Attempt(step, date.fromisoformat(on), **more)
        case = case or new_case("toy", self.organ, attempt.on)
        return perform(case, attempt, Entry(by or self.handler, at(entered), seen=seen))

    def accepted(self, received: str = "2025-03-10", on: str = "2025-03-12") -> Case:
        """A case that was received and accepted."""
        case = self.take(None, Toy.receive, received).case
        self.take(case, Toy.accept, on, confirmed=["accept.1"])
        return Case._base_manager.get(pk=case.pk)


@pytest.fixture
def bureau(db: None) -> Iterator[Bureau]:
    """A bureau, with all its records in view."""
    with scope.everything("内核测试"):
        yield Bureau()
