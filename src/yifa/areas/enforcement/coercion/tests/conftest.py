"""A county with a market bureau whose officers are certified, a township, and the people who act."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import pytest

from yifa.areas.enforcement.authority.models import EnforcementBody, Officer
from yifa.kernel import approval
from yifa.kernel.engine import Entry, new_case, perform
from yifa.kernel.models import Case
from yifa.kernel.rules import Attempt
from yifa.office import scope
from yifa.office.models import Organ, Person, Place, Post
from yifa.office.roles import Role

LATE = datetime.fromisoformat("2026-11-20T10:00:00+08:00")
"""All steps are entered on one late day; their legal dates stand in the tests."""

OFFICERS = [{"cert_no": "13099901001", "name": "陈立"}, {"cert_no": "13099901002", "name": "林晓"}]
SUBJECT = {
    "client_title": "某商行销售侵权白酒案", "matter": "食品", "party_type": "individual_business",
    "party_name": "某商行", "party_address": "洪河县城关镇人民路1号", "purpose": "evidence",
    "facts": "涉嫌销售侵犯注册商标专用权的白酒。", "legal_basis": "《食品安全法》第一百一十条",
}  # fmt: skip
WINE = [{"name": "白酒", "quantity": "48", "unit": "瓶"}]


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
        self.town = make(
            place=place, name="洪河县柳林镇人民政府", short_name="柳林镇", kind="township", mark="洪柳",
            parent=self.government,
        )  # fmt: skip
        self.handler = self._person("承办人", Role.HANDLER)
        self.head = self._person("负责人", Role.ORGAN_HEAD)
        self._books()

    def _person(self, name: str, role: Role) -> Person:
        person = Person.objects.create(name=name)
        for organ in (self.market, self.town):
            Post.objects.create(person=person, organ=organ, role=role, since=date(2020, 1, 1))
        return person

    def _books(self) -> None:
        now = {"organ": self.market, "created_at": LATE, "updated_at": LATE}
        for organ in (self.market, self.town):
            township = organ == self.town
            EnforcementBody.objects.create(
                name=organ.name, kind="township" if township else "department", confirmed_on=date(2022, 1, 1),
                powers=["行政处罚"] if township else ["行政处罚", "行政强制措施"], **now,
            )  # fmt: skip
        for row in OFFICERS:
            self.officer(row["cert_no"], row["name"])

    def officer(self, number: str, name: str, **more: Any) -> Officer:
        """An officer with a certificate that holds."""
        values = {
            "body": self.market.name, "staffing": "civil_servant", "cert_kind": "national", "matters": ["食品"],
            "exam_on": date(2021, 6, 1), "issued_on": date(2021, 7, 1), "valid_to": date(2028, 6, 30),
            "organ": self.market, "created_at": LATE, "updated_at": LATE,
        }  # fmt: skip
        return Officer.objects.create(cert_no=number, name=name, **(values | more))

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

    def reported(self, kind: str = "seize", on: str = "2025-03-03", organ: Organ | None = None, **more: Any) -> Case:
        """A measure that was reported."""
        case = new_case("coercive_measure", organ or self.market, date.fromisoformat(on))
        self.take(case, "report", on, SUBJECT | {"measure_type": kind, "officers": OFFICERS} | more)
        return fresh(case)

    def seized(self, kind: str = "seize", on: str = "2025-03-03", **more: Any) -> Case:
        """Things that are held."""
        case = self.reported(kind, on, items=WINE, **more)
        self.take(case, "approve", on)
        self.take(case, "implement", on, {"scene": "signed", "custody_place": "本机关仓库"})
        return fresh(case)


def fresh(case: Case) -> Any:
    """The case as it is stored now, with the fields of its procedure."""
    return Case._base_manager.get(pk=case.pk).record


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """The county, seen by everybody."""
    with scope.everything("强制措施测试"):
        yield County()
