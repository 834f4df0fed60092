"""A county with its government, justice bureau, a department, a township, and the people who review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import pytest

from yifa.areas.rulemaking.counsel.models import Counsel
from yifa.areas.rulemaking.counsel.register import CounselTerms
from yifa.areas.rulemaking.legality_review.materials import list_for
from yifa.kernel.engine import Entry, new_case, perform
from yifa.kernel.models import Case, Event
from yifa.kernel.registers import entries
from yifa.kernel.rules import Attempt
from yifa.office import scope
from yifa.office.models import Organ, Person, Place, Post
from yifa.office.roles import Role

LATE = datetime.fromisoformat("2026-11-20T10:00:00+08:00")
"""All steps are entered on one late day; their legal dates stand in the tests."""

OPINIONS: list[dict[str, str]] = [
    {
        "seq": "1",
        "category": "authority",
        "text": "删除设定行政许可的条款",
        "basis": "行政许可法第十七条",
        "severity": "must",
    },
    {"seq": "2", "category": "technical", "text": "统一使用“应当”", "severity": "should"},
]


def complete(kind: str) -> list[dict[str, str]]:
    """Every material of a type, all there."""
    return [row | {"state": "present"} for row in list_for(kind).rows()]


class County:
    """The organs, the people, and shorthand for taking steps."""

    def __init__(self) -> None:
        place = Place.objects.create(code="130999", name="洪河县", level="county")
        make = Organ.objects.create
        self.government = make(place=place, name="洪河县人民政府", short_name="县政府", kind="government", mark="洪政")
        self.bureau = make(
            place=place, name="洪河县司法局", short_name="县司法局", kind="justice", mark="洪司", parent=self.government
        )
        self.finance = make(
            place=place,
            name="洪河县财政局",
            short_name="县财政局",
            kind="department",
            mark="洪财",
            parent=self.government,
        )
        self.township = make(
            place=place,
            name="柳林镇人民政府",
            short_name="柳林镇",
            kind="township",
            mark="柳政",
            parent=self.government,
        )
        self.handler = self.person("周审查", self.bureau, Role.HANDLER)
        self.second = self.person("钱复核", self.bureau, Role.REVIEWER)
        self.secretary = self.person("秦秘书", self.government, Role.SECRETARY)

    def person(self, name: str, organ: Organ, *roles: Role) -> Person:
        """Somebody with posts at an organ."""
        person = Person.objects.create(name=name)
        for role in roles:
            Post.objects.create(person=person, organ=organ, role=role, since=date(2020, 1, 1))
        return person

    def counsel(self, since: str, until: str) -> Counsel:
        """A lawyer retained by the county for a term."""
        values = {
            "number": "顾2024-01", "kind": "外聘法律顾问", "name": "罗律师", "licence_no": "14101202010123456",
            "firm": "明法律师事务所", "retained_by": "洪河县人民政府", "term_start": since, "term_end": until,
            "conflict_declared": "是",
        }  # fmt: skip
        entry: Counsel = entries.add(CounselTerms, self.bureau, values, by=None, at=LATE)
        return entry

    def received(self, kind: str = "contract", on: str = "2025-03-03", **fields: Any) -> Case:
        """A matter that came in with all its materials."""
        case = new_case("legality_review", self.bureau, date.fromisoformat(on))
        told = {"target_type": kind, "target_title": "城区供热特许经营协议", "submitter": self.finance.pk}
        self.take(case, "receive", on, told | {"materials": complete(kind)} | fields)
        return fresh(case)

    def reviewing(self, kind: str = "contract", **fields: Any) -> Case:
        """A matter under review by two people."""
        case = self.received(kind, **fields)
        self.take(case, "accept", "2025-03-03", {"materials": complete(kind)})
        people = [{"name": "周审查", "kind": "lead"}, {"name": "钱复核", "kind": "assist"}]
        self.take(case, "assign", "2025-03-03", {"reviewers": people})
        return fresh(case)

    def opined(self, kind: str = "contract", conclusion: str = "revise", **fields: Any) -> Case:
        """A matter whose opinion was issued on 2025-03-17."""
        case = self.reviewing(kind)
        self.advise(case)
        opinions = OPINIONS if conclusion != "legal" else []
        told = {"conclusion": conclusion, "conclusion_text": "经审查。", "opinions": opinions} | fields
        self.take(case, "propose", "2025-03-14", told)
        self.take(case, "verify", "2025-03-14", by=self.second, verdict="agree")
        self.take(case, "opine", "2025-03-17")
        return fresh(case)

    def advise(self, case: Case, on: str = "2025-03-05") -> None:
        """Counsel gives an opinion; retained for some years, unless a test retained them for another term."""
        if not Counsel._base_manager.exists():
            self.counsel("2024-01-01", "2026-12-31")
        rows = [{"counsel": "顾2024-01", "on": on, "view": "同意"}]
        self.take(case, "advise", on, {"counsel_opinions": rows})

    def take(
        self, case: Case, code: str, on: str, fields: Mapping[str, Any] | None = None, *,
        by: Person | None = None, seen: int | None = None, **data: Any,
    ) -> Event:  # fmt: skip
        """Take a step with every judged condition confirmed."""
        procedure = case.declaration if case.pk is None else fresh(case).declaration
        step = procedure.step(code)
        codes = [condition for condition, _ in step.condition_codes]
        who = by or (self.secretary if case.organ == self.government else self.handler)
        attempt = Attempt(step, date.fromisoformat(on), data, codes)
        return perform(case, attempt, Entry(who, LATE, seen=seen), fields or {})


def fresh(case: Case) -> Any:
    """The case as it is stored now, with the fields of its procedure."""
    return Case._base_manager.get(pk=case.pk).record


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """The county, seen by everybody."""
    with scope.everything("合法性审查测试"):
        yield County()
