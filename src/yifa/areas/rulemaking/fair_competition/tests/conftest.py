"""A county with a market regulator and a drafting department."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import pytest

from yifa.areas.rulemaking.fair_competition.standards import STANDARDS
from yifa.kernel.engine import Entry, new_case, perform
from yifa.kernel.models import Case, Event
from yifa.kernel.rules import Attempt
from yifa.office import scope
from yifa.office.models import Organ, Person, Place, Post
from yifa.office.roles import Role

LATE = datetime.fromisoformat("2026-11-20T10:00:00+08:00")

HEARD = [{"name": "洪河县企业联合会", "kind": "association", "view": "没有不同意见"}]
EXEMPTION: dict[str, Any] = {
    "exemption": "12.2", "no_alternative": "面向全部符合条件的企业", "exempt_until": date(2026, 12, 31),
    "exemption_detail": "鼓励研发投入。",
}  # fmt: skip


def checked(**found: str) -> list[dict[str, str]]:
    """All standards gone through; those named (`s10_2="text"`) were found."""
    hits = {code.removeprefix("s").replace("_", "."): quote for code, quote in found.items()}
    return [
        {"standard": one.code, "result": "found" if one.code in hits else "none", "quote": hits.get(one.code, "")}
        for one in STANDARDS
    ]


class County:
    """The organs, and shorthand for taking steps."""

    def __init__(self) -> None:
        place = Place.objects.create(code="130999", name="洪河县", level="county")
        make = Organ.objects.create
        self.government = make(place=place, name="洪河县人民政府", short_name="县政府", kind="government", mark="洪政")
        below = {"place": place, "kind": "department", "parent": self.government}
        self.regulator = make(name="洪河县市场监督管理局", short_name="县市场监管局", mark="洪市监", **below)
        self.science = make(name="洪河县科学技术局", short_name="县科技局", mark="洪科", **below)
        self.clerks = {organ.pk: self._clerk(organ) for organ in (self.regulator, self.science)}

    def _clerk(self, organ: Organ) -> Person:
        person = Person.objects.create(name="经办")
        Post.objects.create(person=person, organ=organ, role=Role.HANDLER, since=date(2020, 1, 1))
        return person

    def reviewing(self, organ: Organ | None = None, issuer: str = "department", **fields: Any) -> Case:
        """A policy found to concern business operators, with its parties heard."""
        case = new_case("fair_competition", organ or self.science, date(2025, 3, 3))
        told = {"policy_title": "科技创新补贴办法", "policy_kind": "policy", "issuer_kind": issuer}
        self.take(case, "receive", "2025-03-03", told | {"drafter": self.science.pk} | fields)
        self.take(case, "concern", "2025-03-03")
        self.take(case, "hear", "2025-03-04", {"consultees": HEARD})
        return fresh(case)

    def concluded(self, conclusion: str = "no_restriction", **fields: Any) -> Case:
        """A policy with its conclusion."""
        case = self.reviewing()
        hits = checked() if conclusion == "no_restriction" else checked(s10_2="每家奖励五十万元")
        self.take(case, "examine", "2025-03-05", {"hits": hits})
        told = {"conclusion": conclusion, "conclusion_text": "已逐项评估。"} | fields
        self.take(case, "conclude", "2025-03-06", told)
        return fresh(case)

    def take(
        self, case: Case, code: str, on: str, fields: Mapping[str, Any] | None = None, **data: Any
    ) -> Event:  # fmt: skip
        """Take a step with every judged condition confirmed."""
        procedure = case.declaration if case.pk is None else fresh(case).declaration
        step = procedure.step(code)
        codes = [condition for condition, _ in step.condition_codes]
        attempt = Attempt(step, date.fromisoformat(on), data, codes)
        return perform(case, attempt, Entry(self.clerks[case.organ_id], LATE), fields or {})


def fresh(case: Case) -> Any:
    """The case as it is stored now, with the fields of its procedure."""
    return Case._base_manager.get(pk=case.pk).record


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """The county, with all its records in view."""
    with scope.everything("公平竞争审查测试"):
        yield County()
