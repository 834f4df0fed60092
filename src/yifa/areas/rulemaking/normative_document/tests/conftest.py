"""A county whose government, department and township make documents, and whose justice bureau reviews them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import pytest

from yifa.areas.rulemaking.legality_review.materials import list_for
from yifa.areas.rulemaking.normative_document.models import Numbering
from yifa.kernel.engine import Authority, Entry, new_case, perform
from yifa.kernel.linking import linked_case
from yifa.kernel.models import Case, Event
from yifa.kernel.rules import Attempt, Override
from yifa.office import scope
from yifa.office.models import Organ, Person, Place, Post
from yifa.office.roles import Role

LATE = datetime.fromisoformat("2026-11-20T10:00:00+08:00")
TEXT = "第一条 为了规范犬类管理，制定本办法。\n第二条 养犬人应当登记。\n第三条 本办法由县公安局负责解释。"
MARKS = {"is_public": True, "affects_rights": True, "is_general": True, "is_repeated": True}


class County:
    """The organs, everybody's posts, and shorthand for the course of a document."""

    def __init__(self) -> None:
        self.place = Place.objects.create(code="130999", name="洪河县", level="county")
        self.government = self._organ("洪河县人民政府", "government", "洪政")
        self.bureau = self._organ("洪河县司法局", "justice", "洪司", self.government)
        self.civil = self._organ("洪河县民政局", "department", "洪民", self.government)
        self.market = self._organ("洪河县市场监督管理局", "department", "洪市监", self.government)
        self.town = self._organ("洪河县柳林镇人民政府", "township", "柳政", self.government)
        Numbering.objects.create(organ=self.government, mark="洪政规", code="HHZF")
        self.people = {organ.pk: self._person(organ) for organ in Organ.objects.all()}
        self.second = Person.objects.create(name="钱复核")
        for organ in (self.bureau, self.civil):
            Post.objects.create(person=self.second, organ=organ, role=Role.REVIEWER, since=date(2020, 1, 1))

    def _organ(self, name: str, kind: str, mark: str, parent: Organ | None = None) -> Organ:
        return Organ.objects.create(
            place=self.place, name=name, short_name=name.removeprefix("洪河县"), kind=kind, mark=mark, parent=parent
        )

    def _person(self, organ: Organ) -> Person:
        person = Person.objects.create(name=f"{organ.short_name}办")
        for role in (Role.HANDLER, Role.SECRETARY, Role.ORGAN_HEAD, Role.PUBLISHER, Role.AGENCY_HEAD):
            Post.objects.create(person=person, organ=organ, role=role, since=date(2018, 1, 1))
        return person

    def take(
        self, case: Case, code: str, on: str, fields: Mapping[str, Any] | None = None, *,
        by: Person | None = None, overrides: Mapping[int, str] | None = None, **data: Any,
    ) -> Event:  # fmt: skip
        """Take a step with every judged condition confirmed, signed where it must be."""
        declaration = case.declaration if case.pk is None else fresh(case).declaration
        step = declaration.step(code)
        codes = [condition for condition, _ in step.condition_codes]
        held = {f"{code}.{number}": Override(why) for number, why in (overrides or {}).items()}
        attempt = Attempt(step, date.fromisoformat(on), data, codes, held)
        authority = Authority.SIGNED if step.approved_by else Authority.PERSON
        return perform(case, attempt, Entry(by or self.people[case.organ_id], LATE, authority), fields)

    def proposed(self, organ: Organ, name: str = "洪河县城区犬类管理办法", text: str = TEXT, **fields: Any) -> Any:
        """A document recognised as normative and drafted on 2025-02-10."""
        case = new_case("normative_document", organ, date(2025, 1, 6))
        told = {"name": name, "drafter": organ.pk, "planned": True, "plan_year": 2025} | fields
        self.take(case, "propose", "2025-01-06", told)
        self.take(case, "recognise", "2025-01-07", MARKS | {"recognised_by": "县政府办公室"})
        note = {
            "text": text,
            "drafting_note": "规范犬类管理。",
            "grounds": [{"law": "动物防疫法", "article": "第三十条"}],
        }
        self.take(case, "draft", "2025-02-10", note)
        self.take(case, "assess", "2025-02-10", {"assessment": "有必要。"})
        return fresh(case)

    def submitted(self, organ: Organ, **fields: Any) -> Any:
        """A document sent to its legality review on 2025-03-03, consultation done."""
        case = self.proposed(organ, **fields)
        self.take(case, "solicit", "2025-02-11", {"solicit_until": date(2025, 2, 28), "solicit_where": "政府网站"})
        self.take(case, "close_consultation", "2025-03-03", {"feedback": "没有收到意见。"})
        self.take(case, "to_review", "2025-03-03")
        return fresh(case)

    def review_of(self, case: Case) -> Any:
        """The legality review that is tied to a document."""
        linked = linked_case(case, "legality_review")
        assert linked is not None
        return fresh(linked)

    def opine(self, case: Case, conclusion: str = "legal", **fields: Any) -> None:
        """The reviewer accepts, reviews and issues its opinion on 2025-03-20."""
        review = self.review_of(case)
        materials = [row | {"state": "present"} for row in list_for("normative_document").rows()]
        people = {"reviewers": [{"name": "司法局办", "kind": "lead"}, {"name": "钱复核", "kind": "assist"}]}
        self.take(review, "accept", "2025-03-04", {"materials": materials})
        self.take(review, "assign", "2025-03-04", people)
        self.take(review, "propose", "2025-03-19", {"conclusion": conclusion, "conclusion_text": "经审核。"} | fields)
        self.take(review, "verify", "2025-03-19", by=self.second, verdict="agree")
        self.take(review, "opine", "2025-03-20")

    def reviewed(self, organ: Organ, **fields: Any) -> Any:
        """A document found legal."""
        case = self.submitted(organ, **fields)
        self.opine(case)
        return fresh(case)

    def published(self, organ: Organ, *, valid_until: date | None = None, **fields: Any) -> Any:
        """A document published on 2025-04-18, in effect from 2025-06-01 for five years or until a day."""
        case = self.reviewed(organ, **fields)
        meeting = {"government": "standing", "township": "township"}.get(organ.kind, "office")
        self.take(case, "put_on_agenda", "2025-04-01", {"meeting": meeting})
        self.take(case, "adopt", "2025-04-10", {"meeting_number": "第45次会议"})
        self.take(case, "sign", "2025-04-14", {"signed_by": "韩正东"})
        validity = {"effect": "date", "effective_on": date(2025, 6, 1), "valid_years": 5, "valid_until": valid_until}
        self.take(case, "issue", "2025-04-16", {"made_on": date(2025, 4, 10)} | validity)
        self.take(case, "publish", "2025-04-18", {"published_where": "县政府网站"})
        return fresh(case)


def fresh(case: Case) -> Any:
    """The case as it is stored now, with the fields of its procedure."""
    return Case._base_manager.get(pk=case.pk).record


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """The county, with all its records in view."""
    with scope.everything("规范性文件测试"):
        yield County()
