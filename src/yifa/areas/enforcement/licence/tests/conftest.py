"""A county whose market bureau grants licences, and the people who do it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import pytest
from django.utils import timezone

from yifa.areas.enforcement.authority.models import EnforcementBody
from yifa.areas.enforcement.licence.models import LicenceGuide
from yifa.kernel import approval
from yifa.kernel.engine import Entry, new_case, perform
from yifa.kernel.linking import linked_case
from yifa.kernel.models import Case
from yifa.kernel.rules import Attempt, Override
from yifa.kernel.ticking import tick
from yifa.office import scope
from yifa.office.models import Organ, Person, Place, Post
from yifa.office.roles import Role

LATE = datetime.fromisoformat("2026-11-20T10:00:00+08:00")
"""All steps are entered on one late day; their legal dates stand in the tests."""

APPLICANT = {
    "party_type": "legal_person", "party_name": "洪河县福来餐饮有限公司", "party_id_type": "credit_code",
    "party_id_no": "91410100MA45678908", "item_code": "XK-1", "item_name": "食品经营许可",
}  # fmt: skip
CERTIFICATE = {"certificate": "食品经营许可证", "licence_no": "JY1130999000001", "valid_from": "2025-03-20"}


class County:
    """The organs, the people, and shorthand for taking steps."""

    def __init__(self) -> None:
        place = Place.objects.create(code="130999", name="洪河县", level="county")
        make = Organ.objects.create
        self.government = make(place=place, name="洪河县人民政府", short_name="县政府", kind="government", mark="洪政")
        self.market = make(
            place=place, name="洪河县市场监督管理局", short_name="县市场监管局", kind="department", mark="洪市监",
            parent=self.government,
        )  # fmt: skip
        self.handler = self._person("承办人", Role.HANDLER)
        self.reviewer = self._person("审核人", Role.REVIEWER)
        self.agency = self._person("机构负责人", Role.AGENCY_HEAD)
        self.head = self._person("负责人", Role.ORGAN_HEAD)
        self._books()

    def _person(self, name: str, role: Role) -> Person:
        person = Person.objects.create(name=name)
        Post.objects.create(person=person, organ=self.market, role=role, since=date(2020, 1, 1))
        return person

    def _books(self) -> None:
        now = timezone.now()
        common = {"organ": self.market, "created_at": now, "updated_at": now}
        EnforcementBody.objects.create(
            **common, name=self.market.name, kind="department", powers=["行政许可"], confirmed_on=date(2018, 1, 2)
        )
        self.guide("XK-1", "食品经营许可", validity_months=60)
        self.guide("XK-2", "小餐饮登记", commitment=True)
        self.guide("XK-3", "烟花爆竹零售", quota=1, safety=True)
        self.guide("XK-4", "未公布的许可", published_on=None)

    def guide(self, code: str, name: str, **more: Any) -> None:
        """A guide on the list."""
        now = timezone.now()
        LicenceGuide.objects.create(**{
            "organ": self.market, "created_at": now, "updated_at": now, "item_code": code, "name": name,
            "kind": "general", "legal_basis": ["《食品安全法》第三十五条"], "conditions": "有经营场所",
            "materials": ["申请书", "营业执照"], "listed_on": date(2019, 5, 6), "published_on": date(2019, 5, 6),
        } | more)  # fmt: skip

    def take(
        self, case: Case, code: str, on: str, fields: Mapping[str, Any] | None = None, *,
        overrides: Mapping[int, str] | None = None, by: Person | None = None, **data: Any,
    ) -> Any:  # fmt: skip
        """Take a step with every judged condition confirmed and every signature given; gives the record."""
        procedure = case.declaration if case.pk is None else fresh(case).declaration
        step = procedure.step(code)
        held = {f"{code}.{number}": Override(why) for number, why in (overrides or {}).items()}
        attempt = Attempt(step, date.fromisoformat(on), data, [name for name, _ in step.condition_codes], held)
        if step.approved_by:
            proposal = approval.propose(case, attempt, Entry(by or self.handler, LATE), fields or {})
            signer = {Role.ORGAN_HEAD: self.head, Role.AGENCY_HEAD: self.agency}[step.approved_by[0]]
            approval.sign(proposal, Entry(signer, LATE), opinion="同意")
        else:
            perform(case, attempt, Entry(by or self.handler, LATE), fields or {})
        return fresh(case)

    def applied(self, on: str = "2025-03-03", **more: Any) -> Any:
        """An application that came in."""
        case = new_case("licence", self.market, date.fromisoformat(on))
        return self.take(case, "receive", on, APPLICANT | more)

    def accepted(self, on: str = "2025-03-03", **more: Any) -> Any:
        """An application that was accepted on the day it came in."""
        return self.take(self.applied(on, **more), "accept", on)

    def licensed(self, valid_to: str = "2030-03-19", number: str = "JY1130999000001", **more: Any) -> Any:
        """A licence that was granted and handed over on 2025-03-20."""
        case = self.accepted(**more)
        self.take(case, "grant", "2025-03-20", {"scope": "热食类食品制售"})
        return self.take(case, "deliver", "2025-03-20", CERTIFICATE | {"valid_to": valid_to, "licence_no": number})

    def linked(self, case: Case, procedure: str) -> Any:
        """The latest case of another procedure tied to this one."""
        found = linked_case(case, procedure)
        assert found is not None
        return found.record

    def night(self) -> list[str]:
        """What the nightly run entered."""
        return [f"{ticked.step} {ticked.on} {ticked.error}".strip() for ticked in tick(LATE)]


def fresh(case: Case) -> Any:
    """The case as it is stored now, with the fields of its procedure."""
    return Case._base_manager.get(pk=case.pk).record


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """The county, seen by everybody."""
    with scope.everything("行政许可测试"):
        yield County()
