"""A county whose government and housing bureau make contracts, and the people who do it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import pytest

from yifa.kernel import approval
from yifa.kernel.engine import Entry, new_case, perform
from yifa.kernel.linking import linked_case, linked_cases
from yifa.kernel.models import Case
from yifa.kernel.rules import Attempt
from yifa.office import scope
from yifa.office.models import Organ, Person, Place, Post
from yifa.office.roles import Role

LATE = datetime.fromisoformat("2026-11-20T10:00:00+08:00")
"""All steps are entered on one late day; their legal dates stand in the tests."""

TEXT = "甲方住所、乙方住所；标的为办公设备；数量一百台；质量合格；价款五十万元；交付期限；违约责任；争议由法院管辖。"
SUPPLIER = {"name": "洪河某科技有限公司", "kind": "legal_person", "code": "91410100MA45678908"}
CONTRACT = {
    "contract_title": "办公设备采购合同", "nature": "civil", "contract_type": "goods", "flow": "spending",
    "lead_department": "办公室", "procurement": "negotiation", "party_name": "洪河县住房和城乡建设局",
    "party_capacity": "organ", "counterparties": [SUPPLIER], "party_size": "sme", "amount": "500000",
}  # fmt: skip
DRAFT = {"draft": TEXT, "forum": "court", "model_text": "标准文本", "settlement": "delivery"}


class County:
    """The organs, the people, and shorthand for taking steps."""

    def __init__(self) -> None:
        place = Place.objects.create(code="130999", name="洪河县", level="county")
        make = Organ.objects.create
        self.government = make(place=place, name="洪河县人民政府", short_name="县政府", kind="government", mark="洪政")
        self.bureau = make(
            place=place, name="洪河县司法局", short_name="县司法局", kind="justice", mark="洪司", parent=self.government
        )
        self.housing = make(
            place=place, name="洪河县住房和城乡建设局", short_name="县住建局", kind="department", mark="洪建",
            parent=self.government,
        )  # fmt: skip
        self.handler = self._person("承办人", Role.HANDLER)
        self.second = self._person("审核人", Role.REVIEWER)
        self.head = self._person("负责人", Role.ORGAN_HEAD)

    def _person(self, name: str, role: Role) -> Person:
        person = Person.objects.create(name=name)
        for organ in (self.government, self.bureau, self.housing):
            Post.objects.create(person=person, organ=organ, role=role, since=date(2020, 1, 1))
        return person

    def take(
        self, case: Case, code: str, on: str, fields: Mapping[str, Any] | None = None, *,
        by: Person | None = None, **data: Any,
    ) -> Any:  # fmt: skip
        """Take a step with every judged condition confirmed and every signature given; gives the record."""
        procedure = case.declaration if case.pk is None else fresh(case).declaration
        step = procedure.step(code)
        attempt = Attempt(step, date.fromisoformat(on), data, [name for name, _ in step.condition_codes])
        if step.approved_by:
            proposal = approval.propose(case, attempt, Entry(self.handler, LATE), fields or {})
            approval.sign(proposal, Entry(self.head, LATE), opinion="同意")
        else:
            perform(case, attempt, Entry(by or self.handler, LATE), fields or {})
        return fresh(case)

    def begun(self, organ: Organ | None = None, **more: Any) -> Case:
        """A contract of the housing bureau that was drafted."""
        case = new_case("government_contract", organ or self.housing, date(2025, 9, 1))
        self.take(case, "start", "2025-09-01", CONTRACT | more)
        self.take(case, "draft", "2025-09-03", DRAFT)
        budget = {"budget_item": "项目支出", "budget_amount": "500000"}
        self.take(case, "check_budget", "2025-09-03", budget)
        return fresh(case)

    def signed(self, organ: Organ | None = None, **more: Any) -> Case:
        """A contract that was reviewed at the organ itself and signed on 2025-09-22."""
        case = self.begun(organ, **more)
        self.take(case, "submit_review", "2025-09-04")
        self.opine(self.review(case), "2025-09-15")
        if more.get("major"):
            self.take(case, "deliberate", "2025-09-19", {"meeting": "局长办公会"}, result="agreed")
        self.take(case, "sign", "2025-09-22", {
            "signer": "负责人", "signing_authority": "representative", "effective_on": "2025-09-22",
        })  # fmt: skip
        return fresh(case)

    def review(self, case: Case) -> Any:
        """The latest review of a contract."""
        linked = linked_case(case, "legality_review")
        assert linked is not None
        return linked.record

    def opine(self, review: Any, on: str, conclusion: str = "legal", **fields: Any) -> None:
        """Let the reviewers accept, look and give their opinion, all on one day."""
        there = [row | {"state": "present"} for row in review.materials]
        self.take(review, "accept", on, {"materials": there})
        self.take(review, "assign", on, {"reviewers": [{"name": "周审查", "kind": "lead"}]})
        self.take(review, "propose", on, {"conclusion": conclusion, "conclusion_text": "经审查。"} | fields)
        self.take(review, "verify", on, by=self.second, verdict="agree")
        self.take(review, "opine", on)

    def milestones(self, case: Case) -> list[Any]:
        """The milestones of a contract, in the order in which they were set."""
        return [one.record for one in reversed(linked_cases(case, "contract_obligation"))]


def fresh(case: Case) -> Any:
    """The case as it is stored now, with the fields of its procedure."""
    return Case._base_manager.get(pk=case.pk).record


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """The county, seen by everybody."""
    with scope.everything("政府合同测试"):
        yield County()
