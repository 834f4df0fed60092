"""A county whose bodies impose penalties on the spot, and the people who do it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import pytest
from django.utils import timezone

from yifa.areas.enforcement.authority.models import EnforcementBody, Officer
from yifa.kernel import approval
from yifa.kernel.engine import Entry, new_case, perform
from yifa.kernel.linking import linked_case
from yifa.kernel.models import Case
from yifa.kernel.rules import Attempt
from yifa.office import scope
from yifa.office.models import Organ, Person, Place, Post
from yifa.office.roles import Role

LATE = datetime.fromisoformat("2026-11-20T10:00:00+08:00")
"""All steps are entered on one late day; their legal dates stand in the tests."""

SCENE: dict[str, Any] = {
    "party_type": "natural", "party_name": "马长贵", "violation": "在人行道上摆放货架经营",
    "penalty_basis": "《城市市容和环境卫生管理条例》第三十六条", "scene_place": "解放路12号门前",
    "officers": [{"cert_no": "13099901001", "name": "孙立"}, {"cert_no": "13099901002", "name": "何勇"}],
    "item_code": "CG-036", "matter": "市容",
}  # fmt: skip
FINE = {"penalty_kind": "fine", "fine_amount": "50"}
SPOT = {"collected_on_spot": True, "collect_reason": "small", "receipt_no": "P-001"}


class County:
    """The organs, the people, and shorthand for taking steps."""

    def __init__(self) -> None:
        place = Place.objects.create(code="130999", name="洪河县", level="county")
        make = Organ.objects.create
        self.government = make(place=place, name="洪河县人民政府", short_name="县政府", kind="government", mark="洪政")
        self.city = make(
            place=place, name="洪河县城市管理综合行政执法局", short_name="县城管局", kind="department", mark="洪城",
            parent=self.government,
        )  # fmt: skip
        self.handler = self._person("孙立", Role.HANDLER)
        self.head = self._person("负责人", Role.ORGAN_HEAD)
        self._books()

    def _person(self, name: str, role: Role) -> Person:
        person = Person.objects.create(name=name)
        Post.objects.create(person=person, organ=self.city, role=role, since=date(2020, 1, 1))
        return person

    def _books(self) -> None:
        common = {"organ": self.city, "created_at": timezone.now(), "updated_at": timezone.now()}
        EnforcementBody.objects.create(
            **common, name=self.city.name, kind="department", powers=["行政处罚"], confirmed_on=date(2024, 1, 2)
        )
        for number, name, until in (("1", "孙立", 2028), ("2", "何勇", 2028), ("3", "许强", 2025)):
            Officer.objects.create(
                **common, cert_no=f"1309990100{number}", name=name, body=self.city.name, staffing="civil_servant",
                cert_kind="national", matters=["市容"], exam_on=date(2022, 5, 6), training_hours=40,
                issued_on=date(2023, 1, 3), valid_to=date(until, 1, 2), status="valid",
            )  # fmt: skip

    def take(self, case: Case, code: str, on: str, fields: Mapping[str, Any] | None = None, **data: Any) -> Any:
        """Take a step with every judged condition confirmed and every signature given; gives the record."""
        procedure = case.declaration if case.pk is None else fresh(case).declaration
        step = procedure.step(code)
        attempt = Attempt(step, date.fromisoformat(on), data, [name for name, _ in step.condition_codes])
        if step.approved_by:
            proposal = approval.propose(case, attempt, Entry(self.handler, LATE), fields or {})
            approval.sign(proposal, Entry(self.head, LATE), opinion="同意")
        else:
            perform(case, attempt, Entry(self.handler, LATE), fields or {})
        return fresh(case)

    def imposed(self, on: str = "2026-03-02", **more: Any) -> Any:
        """A penalty imposed on the spot."""
        case = new_case("summary_penalty", self.city, date.fromisoformat(on))
        return self.take(case, "impose", on, SCENE | more, at="10:20")

    def linked(self, case: Case, procedure: str) -> Any:
        """The latest case of another procedure tied to this one; None where there is none."""
        found = linked_case(case, procedure)
        return found.record if found is not None else None


def fresh(case: Case) -> Any:
    """The case as it is stored now, with the fields of its procedure."""
    return Case._base_manager.get(pk=case.pk).record


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """The county, seen by everybody."""
    with scope.everything("当场处罚测试"):
        yield County()
