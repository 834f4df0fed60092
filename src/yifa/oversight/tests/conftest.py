"""A county with two departments, a supervision body, a supervisor, and rows written as an import would leave them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest

from yifa.kernel.declare import PROCEDURES
from yifa.kernel.workdays import current_calendar
from yifa.office import scope
from yifa.office.models import Organ, Person, Place, Post, Reach
from yifa.office.roles import Role
from yifa.oversight.clue import Found, Look
from yifa.oversight.clues import clue_of

TODAY = date(2026, 11, 20)
NOW = datetime.fromisoformat("2026-11-20T10:00:00+08:00")
TEAM = [{"cert_no": "13099901001"}, {"cert_no": "13099901002"}]


class County:
    """Organs, people, and shorthand for rows and models."""

    def __init__(self) -> None:
        self.place = Place.objects.create(code="130999", name="洪河县", level="county")
        self.government = self._organ("洪河县人民政府", "县政府", "government")
        self.bureau = self._organ("洪河县司法局", "县司法局", "justice", self.government)
        self.market = self._organ("洪河县市场监督管理局", "县市场监管局", "department", self.government)
        self.city = self._organ("洪河县城市管理局", "县城管局", "department", self.government)
        self.supervisor = Person.objects.create(name="陆明")
        Post.objects.create(
            person=self.supervisor, organ=self.government, role=Role.SUPERVISOR, since=date(2020, 1, 1),
            reach=Reach.PLACE,
        )  # fmt: skip
        self.handler = Person.objects.create(name="孙立")
        Post.objects.create(person=self.handler, organ=self.city, role=Role.HANDLER, since=date(2020, 1, 1))

    def _organ(self, name: str, short: str, kind: str, parent: Organ | None = None) -> Organ:
        return Organ.objects.create(place=self.place, name=name, short_name=short, kind=kind, mark="洪", parent=parent)

    def case(self, procedure: str, **fields: Any) -> Any:
        """A stored case of a procedure, with any fields."""
        version = PROCEDURES.on(procedure, TODAY)
        base = {
            "procedure": procedure, "version": version.since, "organ": self.market, "stage": version.stages()[-1].code,
            "title": "某案",
            "opened_on": date(2026, 3, 2),
        }  # fmt: skip
        model: Any = version.model
        return model._base_manager.create(**base | fields)

    def penalty(self, **fields: Any) -> Any:
        """A decided penalty in which everything is in order, but for the fields given."""
        good = {
            "decision_type": "penalty", "decision_date": date(2026, 5, 6), "filed_date": date(2026, 3, 2),
            "notice_served_date": date(2026, 4, 10), "fine_amount": 20000, "noticed_fine": 20000, "officers": TEAM,
            "corrective_order": "停止违法行为", "benchmark": "SP-126", "edition": 1, "grade": "ordinary",
            "proposed_grade": "ordinary", "proposed_low": 16000, "proposed_high": 36000, "social_impact": False,
            "violation_date": date(2026, 2, 10), "discovered_date": date(2026, 2, 26), "limitation_class": "2y",
        }  # fmt: skip
        return self.case("penalty", **good | fields)

    def found(self, model: str, on: date = TODAY) -> list[Found]:
        """What a model finds now."""
        clue = clue_of(model)
        assert clue is not None, model
        assert not clue.missing, (model, clue.missing)
        return list(clue.find(Look(on, current_calendar())))


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """Everything may be seen."""
    with scope.everything("测试"):
        yield County()
