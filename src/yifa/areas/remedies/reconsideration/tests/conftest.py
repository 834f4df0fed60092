"""A county with its government, a police bureau and the people who handle a case on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import pytest

from yifa.areas.remedies.reconsideration.procedure import Reconsideration, ReconsiderationReply
from yifa.kernel.declare import Procedure
from yifa.kernel.engine import Authority, Entry, new_case, perform
from yifa.kernel.linking import linked_case
from yifa.kernel.models import Case, Event
from yifa.kernel.rules import Attempt
from yifa.office import scope
from yifa.office.models import Organ, Person, Place, Post
from yifa.office.roles import Role

LATE = datetime.fromisoformat("2026-12-31T10:00:00+08:00")
"""All steps are entered on one late day; their legal dates stand in the tests."""

FILING: dict[str, Any] = {
    "applicants": [{"name": "王五", "kind": "citizen", "id_number": "110101199001011234", "address": "柳湾村12号"}],
    "channel": "post",
    "known_on": date(2025, 3, 3),
    "remedy_told": True,
    "claims": "撤销行政处罚决定",
    "reasons": "事实不清",
}


class County:
    """The two organs and shorthand for taking steps at each."""

    def __init__(self) -> None:
        place = Place.objects.create(code="130999", name="洪河县", level="county")
        self.government = Organ.objects.create(
            place=place, name="洪河县人民政府", short_name="县政府", kind="government", mark="洪复"
        )
        self.police = Organ.objects.create(
            place=place,
            name="洪河县公安局",
            short_name="县公安局",
            kind="department",
            mark="洪公",
            parent=self.government,
        )
        self.handler = self._person("周承办", self.government, Role.HANDLER)
        self.agency_head = self._person("郑局长", self.government, Role.AGENCY_HEAD)
        self.organ_head = self._person("冯县长", self.government, Role.ORGAN_HEAD)
        self.officer = self._person("吴法制", self.police, Role.HANDLER)

    def _person(self, name: str, organ: Organ, role: Role) -> Person:
        person = Person.objects.create(name=name)
        Post.objects.create(person=person, organ=organ, role=role, since=date(2020, 1, 1))
        return person

    def filed(self, on: str = "2025-03-10", **fields: Any) -> Case:
        """A case at the government, opened by an application."""
        case = new_case("reconsideration", self.government, date.fromisoformat(on))
        return self.take(case, "file", on, {**FILING, "respondent": self.police.pk} | fields).case

    def accepted(self, received: str = "2025-03-10", on: str = "2025-03-11", **fields: Any) -> Case:
        """A case that was received and accepted."""
        case = self.filed(received)
        about = {
            "respondent_kind": "department", "act_kind": "penalty", "act_domain": "police",
            "act_title": "洪公（治）行罚决字〔2025〕31号行政处罚决定", "mandatory_first": "no",
        }  # fmt: skip
        self.take(case, "accept", on, about | fields)
        return fresh(case)

    def heard(self, **about: Any) -> Case:
        """A case ready for its decision: copy sent and signed, reply given, opinion heard."""
        case = self.accepted(**about)
        self.take(
            case, "assign", "2025-03-12", {"handlers": [{"name": "周承办"}, {"name": "郑某"}], "track": "ordinary"}
        )
        self.take(case, "send_copy", "2025-03-13")
        reply = self.reply_to(case)
        self.take(reply, "sign", "2025-03-14")
        told = {"reply_text": "处罚合法适当", "evidence_list": "询问笔录", "basis_list": "治安管理处罚法"}
        self.take(reply, "reply", "2025-03-24", told)
        self.take(case, "hear_opinion", "2025-03-25", {"opinion_mode": "phone"}, who="王五", record="坚持申请")
        return fresh(case)

    def decided(self, act_kind: str = "penalty", **fields: Any) -> Case:
        """A decided case."""
        case = self.heard(act_kind=act_kind)
        said = {
            "decision_kind": "uphold", "decision_text": "维持洪河县公安局作出的行政处罚决定。",
            "facts_found": "经审理查明的事实。",
        } | fields  # fmt: skip
        self.take(case, "decide", "2025-04-20", said, approval="agreed")
        return fresh(case)

    def reply_to(self, case: Case) -> Case:
        """The respondent's case that is tied to a case."""
        linked = linked_case(case, "reconsideration_reply")
        assert linked is not None
        return linked

    def take(self, case: Case, code: str, on: str, fields: Mapping[str, Any] | None = None, **data: Any) -> Event:
        """Take a step with every judged condition confirmed; signed where it needs signatures."""
        procedure: type[Procedure] = Reconsideration if case.organ == self.government else ReconsiderationReply
        if case.pk is not None:
            procedure = fresh(case).declaration
        step = procedure.step(code)
        by = self.handler if case.organ == self.government else self.officer
        authority = Authority.SIGNED if step.approved_by else Authority.PERSON
        codes = [condition for condition, _ in step.condition_codes]
        attempt = Attempt(step, date.fromisoformat(on), data, codes)
        return perform(case, attempt, Entry(by, LATE, authority), fields)


def fresh(case: Case) -> Any:
    """The case as it is stored now, with the fields of its procedure."""
    return Case._base_manager.get(pk=case.pk).record


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """A county, with all its records in view."""
    with scope.everything("行政复议测试"):
        yield County()
