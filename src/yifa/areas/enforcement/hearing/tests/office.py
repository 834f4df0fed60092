"""An enforcement bureau of a county and its people, and shorthand for taking steps: shared by tests of the services."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from yifa.kernel import approval
from yifa.kernel.engine import Entry, new_case, perform
from yifa.kernel.models import Case, Event, Paper
from yifa.kernel.rules import Attempt, Override
from yifa.office.models import Organ, Person, Place, Post
from yifa.office.roles import Role
from yifa.papers import store

LATE = datetime.fromisoformat("2026-11-20T10:00:00+08:00")
"""All steps are entered on one late day; their legal dates stand in the tests."""

COMPANY: dict[str, Any] = {
    "party_type": "legal_person", "party_name": "洪河县惠民商贸有限公司", "party_id_type": "credit_code",
    "party_id_no": "91110000600037341L", "party_address": "洪河县城关镇建设路1号",
}  # fmt: skip
OFFICERS = [{"cert_no": "13099901001", "name": "钱进"}, {"cert_no": "13099901002", "name": "孙立"}]


class Bureau:
    """The organ, its people, and steps."""

    def __init__(self) -> None:
        self.place = Place.objects.create(code="130999", name="洪河县", level="county")
        self.organ = Organ.objects.create(
            place=self.place, name="洪河县市场监督管理局", short_name="县市场监管局", kind="department", mark="洪市监"
        )
        self.handler = self.person("钱进", Role.HANDLER)
        self.reviewer = self.person("周审", Role.REVIEWER)
        self.head = self.person("李正", Role.ORGAN_HEAD)
        self.publisher = self.person("吴公", Role.PUBLISHER)

    def person(self, name: str, role: Role) -> Person:
        """Somebody with a post here."""
        person = Person.objects.create(name=name)
        Post.objects.create(person=person, organ=self.organ, role=role, since=date(2020, 1, 1))
        return person

    def opened(self, procedure: str, step: str, on: str, fields: Mapping[str, Any], **data: Any) -> Any:
        """A case opened on a day."""
        case = new_case(procedure, self.organ, date.fromisoformat(on))
        self.take(case, step, on, fields, **data)
        return fresh(case)

    def take(
        self, case: Case, code: str, on: str, fields: Mapping[str, Any] | None = None, *,
        by: Person | None = None, overrides: Mapping[str, str] | None = None, **data: Any,
    ) -> Event:  # fmt: skip
        """Take a step with every judged condition confirmed; one that needs signatures gets them."""
        step = (case if case.pk is None else fresh(case)).declaration.step(code)
        confirmed = [name for name, condition in step.condition_codes if condition.test is None]
        held = {name: Override(why) for name, why in (overrides or {}).items()}
        attempt = Attempt(step, date.fromisoformat(on), data, confirmed, held)
        entry = Entry(by or self.handler, LATE)
        if not step.approved_by:
            return perform(case, attempt, entry, fields or {})
        proposal = approval.propose(fresh(case), attempt, entry, fields or {})
        signed = [approval.sign(proposal, Entry(self.head, LATE), opinion="同意。") for _ in step.approved_by]
        assert signed[-1] is not None
        return signed[-1]


def fresh(case: Case) -> Any:
    """The case as it is stored now, with the fields of its procedure."""
    return Case._base_manager.get(pk=case.pk).record


def papers_of(case: Case) -> list[str]:
    """The titles of the instruments of a case, in order; each is readable."""
    papers = list(Paper._base_manager.filter(case_id=case.pk).order_by("pk"))
    for paper in papers:
        assert len(store.read(paper.digest)) == paper.size
    return [paper.title for paper in papers]
