"""A county with its government, justice bureau and a department, and the people who work there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import pytest

from yifa.kernel import approval
from yifa.kernel.engine import Entry, new_case, perform
from yifa.kernel.models import Case
from yifa.kernel.rules import Attempt
from yifa.office import scope
from yifa.office.models import Organ, Person, Place, Post
from yifa.office.roles import Role

LATE = datetime.fromisoformat("2026-11-20T10:00:00+08:00")
"""All steps are entered on one late day; their legal dates stand in the tests."""

OMITTED = {"finding": "omitted", "finding_text": "收到举报没有处理", "finding_basis": "行政处罚法第五十四条"}
UNLAWFUL = {"finding": "unlawful", "finding_text": "没有告知陈述申辩权", "finding_basis": "行政处罚法第四十四条"}
URGE = {"urge_demand": "依法处理", "urge_term": "working_days", "urge_amount": 15}
OPINION = {"opinion_demand": "自行纠正", "opinion_term": "working_days", "opinion_amount": 15}


class County:
    """The organs, the people, and shorthand for taking steps."""

    def __init__(self) -> None:
        place = Place.objects.create(code="130999", name="洪河县", level="county")
        make = Organ.objects.create
        self.place = place
        self.government = make(place=place, name="洪河县人民政府", short_name="县政府", kind="government", mark="洪政")
        self.bureau = make(
            place=place, name="洪河县司法局", short_name="县司法局", kind="justice", mark="洪司", parent=self.government
        )
        self.city = make(
            place=place, name="洪河县城市管理局", short_name="县城管局", kind="department", mark="洪城",
            parent=self.government,
        )  # fmt: skip
        self.market = make(
            place=place, name="洪河县市场监督管理局", short_name="县市场监管局", kind="department", mark="洪市监",
            parent=self.government,
        )  # fmt: skip
        self.people = {
            organ.pk: self.person(f"{organ.short_name}经办", organ, Role.HANDLER, Role.SECRETARY)
            for organ in (self.government, self.bureau, self.city, self.market)
        }
        self.heads = {
            organ.pk: self.person(f"{organ.short_name}负责人", organ, Role.ORGAN_HEAD)
            for organ in (self.government, self.bureau, self.city, self.market)
        }

    def person(self, name: str, organ: Organ, *roles: Role) -> Person:
        """Somebody with posts at an organ."""
        person = Person.objects.create(name=name)
        for role in roles:
            Post.objects.create(person=person, organ=organ, role=role, since=date(2020, 1, 1))
        return person

    def take(
        self, case: Case, code: str, on: str, fields: Mapping[str, Any] | None = None, *,
        by: Person | None = None, **data: Any,
    ) -> None:  # fmt: skip
        """Take a step with every judged condition confirmed; where it must be signed, the head signs."""
        step = case.declaration.step(code)
        confirmed = [name for name, _ in step.condition_codes]
        attempt = Attempt(step, date.fromisoformat(on), data, confirmed)
        entry = Entry(by or self.people[case.organ_id], LATE)
        if not step.approved_by:
            perform(case, attempt, entry, fields or {})
            return
        proposal = approval.propose(fresh(case), attempt, entry, fields or {})
        for _ in step.approved_by:
            approval.sign(proposal, Entry(self.heads[case.organ_id], LATE), opinion="同意。")

    def clue(self, on: str = "2026-03-02", **fields: Any) -> Case:
        """A clue about the department, sorted and filed."""
        case = new_case("supervision_case", self.bureau, date.fromisoformat(on))
        told = {"clue_source": "hotline", "clue_text": "占道经营无人处理", "target_organ": self.city.pk}
        self.take(case, "register_clue", on, told | fields)
        sorted_as = {"track": "general", "manner": "daily", "relation": "department", "dispute": "none"}
        self.take(case, "triage", on, sorted_as)
        return fresh(case)

    def found(self, finding: Mapping[str, Any], on: str = "2026-03-04") -> Case:
        """A case in which something was found."""
        case = self.clue()
        self.take(case, "file", "2026-03-03")
        self.take(case, "retrieve", "2026-03-03", what="处罚案卷")
        self.take(case, "find", on, finding)
        return fresh(case)

    def opined(self) -> Case:
        """A case whose opinion was served on 2026-04-28."""
        case = self.found(UNLAWFUL)
        self.take(case, "opine", "2026-04-28", OPINION)
        self.take(case, "opinion_served", "2026-04-28")
        return fresh(case)


def fresh(case: Case) -> Any:
    """The case as it is stored now, with the fields of its procedure."""
    return Case._base_manager.get(pk=case.pk).record


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """The county, seen by everybody."""
    with scope.everything("行政执法监督测试"):
        yield County()
