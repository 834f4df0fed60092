"""A county with two bodies that inspect the same enterprises, their officers, items, objects and a published plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

import pytest
from django.utils import timezone

from yifa.areas.enforcement.authority.register import EnforcementBodies, Officers
from yifa.areas.enforcement.inspected.register import InspectionItems, InspectionObjects
from yifa.areas.enforcement.inspection.entrance import register_arrival
from yifa.areas.enforcement.inspection.models import InspectionCase
from yifa.kernel.engine import Authority, Entry, new_case, perform
from yifa.kernel.models import Case
from yifa.kernel.publish import publish
from yifa.kernel.registers import entries
from yifa.kernel.rules import Attempt, Override
from yifa.office import scope
from yifa.office.codes import credit_check_character
from yifa.office.models import Organ, Person, Place, Post
from yifa.office.roles import Role

LATE = datetime.fromisoformat("2027-02-20T10:00:00+08:00")
"""All steps are entered on one late day; their legal dates stand in the tests."""


def code(number: int, kind: str = "91") -> str:
    """A credit code with a right check character."""
    body = f"{kind}130999{number:09}"
    return body + credit_check_character(body)


OBJECT = code(1)


class County:
    """The organs, the people, and shorthand for taking steps."""

    def __init__(self) -> None:
        place = Place.objects.create(code="130999", name="洪河县", level="county")
        make = Organ.objects.create
        self.government = make(place=place, name="洪河县人民政府", short_name="县政府", kind="government", mark="洪政")
        more = {"place": place, "parent": self.government}
        self.bureau = make(name="洪河县司法局", short_name="县司法局", kind="justice", mark="洪司", **more)
        self.market = make(
            name="洪河县市场监督管理局", short_name="县市场监管局", kind="department", mark="洪市监", **more
        )
        self.fire = make(name="洪河县应急管理局", short_name="县应急局", kind="department", mark="洪应急", **more)
        self.clerk = self.person("周执法", self.market, Role.HANDLER, Role.PUBLISHER)
        self.head = self.person("郑局长", self.market, Role.ORGAN_HEAD)
        self.other = self.person("吴应急", self.fire, Role.HANDLER, Role.PUBLISHER)
        self.chief = self.person("王局长", self.fire, Role.ORGAN_HEAD)
        for organ, matter, start in ((self.market, "食品", 1), (self.fire, "安全", 11)):
            self._books(organ, matter, start)
        self.plan = self.planned(self.market)

    def person(self, name: str, organ: Organ, *roles: Role, reach: str = "own") -> Person:
        """Somebody with posts at an organ."""
        person = Person.objects.create(name=name)
        for role in roles:
            Post.objects.create(person=person, organ=organ, role=role, since=date(2020, 1, 1), reach=reach)
        return person

    def _books(self, organ: Organ, matter: str, start: int) -> None:
        self.add(EnforcementBodies, self.bureau, {
            "name": organ.name, "kind": "行政机关", "powers": "行政检查、行政处罚",
            "legal_basis": "《行政处罚法》第十七条", "confirmed_on": "2020-01-10", "announced_on": "2020-01-20",
            "status": "已确认",
        })  # fmt: skip
        for number in range(start, start + 4):
            self.add(Officers, organ, {
                "cert_no": f"130999{number:04}", "name": f"执法员{number}", "body": organ.name,
                "staffing": "公务员、参公人员", "cert_kind": "行政执法证", "matters": matter, "exam_on": "2019-11-20",
                "issued_on": "2024-01-08", "valid_to": "2028-12-31", "status": "有效",
            })  # fmt: skip
        item = {
            "item_code": "JC-001", "name": f"{matter}监督检查", "matter": matter,
            "legal_basis": "《食品安全法》第一百一十条", "content": "进货查验、过程控制", "targets": "生产企业",
            "standard": "记录完整", "published_on": "2024-01-20", "standard_published_on": "2024-01-20", "cap": "2",
            "cap_published_on": "2024-01-20", "random": "否", "exempt": "否", "listed_on": "2024-01-12",
        }  # fmt: skip
        self.add(InspectionItems, organ, item)
        self.add(InspectionItems, organ, item | {"item_code": "JC-002", "name": f"{matter}双随机抽查", "random": "是"})
        self.add(InspectionItems, organ, item | {
            "item_code": "JC-003", "name": f"{matter}重点检查", "exempt": "是",
            "exempt_why": "直接涉及公共安全", "cap": "", "cap_published_on": "",
        })  # fmt: skip
        unpublished = item | {"item_code": "JC-009", "published_on": "", "standard_published_on": "", "standard": ""}
        self.add(InspectionItems, organ, unpublished)
        for number in range(1, 9):
            self.listed(organ, number, matter)

    def listed(self, organ: Organ, number: int, matter: str, kind: str = "91") -> None:
        """One more object in the register of an organ."""
        self.add(InspectionObjects, organ, {
            "code": code(number, kind), "name": f"洪河县第{number}食品厂",
            "kind": "企业" if kind == "91" else "个体工商户",
            "matters": matter, "risk": "ABCD"[number % 4], "credit": "A", "township": "柳林镇",
            "address": "柳林镇工业路1号", "listed_on": "2024-01-10",
        })  # fmt: skip

    @staticmethod
    def add(register: Any, organ: Organ, values: Mapping[str, Any]) -> Any:
        """One entry of a register."""
        return entries.add(register, organ, values, by=None, at=LATE)

    def planned(self, organ: Organ, year: int = 2026, kind: str = "annual", *, on: str = "", **more: Any) -> Any:
        """An approved and published plan of an organ with all its items."""
        day = date.fromisoformat(on) if on else date(year, 1, 12)
        line = {"way": "onsite", "month_from": "1", "month_until": "12", "strata": "none"}
        lines = [line | {"item_code": f"JC-00{n}"} for n in (1, 2, 3)]
        case = new_case("inspection_plan", organ, day)
        told = {"kind": kind, "year": year, "plan_title": f"{year}年度检查计划", "lines": lines} | more
        self.take(case, "draft", day, told)
        if kind == "special":
            approved = {"approver": "洪河县人民政府", "approval_number": "洪政函1号", "superior_approved_on": day}
            self.take(case, "consent", day, approved)
        self.take(case, "approve", day)
        publish(fresh(case), fresh(case).declaration.publication("public"), day, Entry(self.handler_of(organ), LATE))
        return fresh(case)

    def handler_of(self, organ: Organ) -> Person:
        """Who handles at an organ."""
        return self.clerk if organ == self.market else self.other

    def proposed(self, organ: Organ | None = None, on: str = "2026-03-02", **more: Any) -> Any:
        """A daily inspection that waits for approval."""
        organ = organ or self.market
        start = 1 if organ == self.market else 11
        day = date.fromisoformat(on)
        case = new_case("inspection", organ, day)
        self.take(case, "propose", day, {
            "kind": "daily", "items": [{"item_code": "JC-001"}], "object_code": OBJECT, "mode": "onsite",
            "planned_on": day, "plan_number": self.plan.number if organ == self.market else "",
            "officers": [{"cert_no": f"130999{start:04}"}, {"cert_no": f"130999{start + 1:04}"}],
            "scheme": "逐项检查，半日。",
        } | more)  # fmt: skip
        return fresh(case)

    def approved(self, organ: Organ | None = None, on: str = "2026-03-02", **more: Any) -> Any:
        """One that was approved."""
        case = self.proposed(organ, on, **more)
        self.take(case, "approve", on)
        return fresh(case)

    def entered(self, organ: Organ | None = None, on: str = "2026-03-02", **more: Any) -> Any:
        """One whose officers are in the enterprise."""
        case = self.approved(organ, on, **more)
        self.arrive(case, on)
        self.take(case, "notify", on)
        self.take(case, "enter", on)
        return fresh(case)

    def done(self, organ: Organ | None = None, on: str = "2026-03-02", result: str = "no_issue", **more: Any) -> Any:
        """One that is over and told."""
        case = self.entered(organ, on, **more)
        self.take(case, "note", on, {"record_text": "查看了记录。", "av_index": "YX-1"})
        extra = {"correction": "补齐记录", "correct_by": "2026-03-20"} if result == "rectification_ordered" else {}
        extra |= {"violation": "未按规定查验"} if result in ("case_filed", "criminal_referral") else {}
        self.take(case, "conclude", on, {"findings": "记录完整。", "result": result} | extra)
        self.take(case, "tell", on)
        return fresh(case)

    def closed(self, organ: Organ | None = None, on: str = "2026-03-02", **more: Any) -> Any:
        """One without findings, closed."""
        case = self.done(organ, on, **more)
        self.take(case, "close", on)
        return fresh(case)

    @staticmethod
    def arrive(case: Any, on: str, at: str = "09:30") -> None:
        """The enterprise registers the arrival."""
        moment = datetime.combine(date.fromisoformat(on), time.fromisoformat(at))
        register_arrival(InspectionCase._base_manager.get(pk=case.pk), timezone.make_aware(moment))

    def take(
        self, case: Case, step: str, on: str | date, fields: Mapping[str, Any] | None = None, *,
        by: Person | None = None, overrides: Mapping[int, str] | None = None, unconfirmed: bool = False, **data: Any,
    ) -> Any:  # fmt: skip
        """Take a step with every judged condition confirmed."""
        procedure = case.declaration if case.pk is None else fresh(case).declaration
        taken = procedure.step(step)
        codes = [] if unconfirmed else [name for name, _ in taken.condition_codes]
        held = {f"{step}.{number}": Override(why) for number, why in (overrides or {}).items()}
        day = on if isinstance(on, date) else date.fromisoformat(on)
        authority = Authority.SIGNED if taken.approved_by else Authority.PERSON
        heads = {self.market.pk: self.head, self.fire.pk: self.chief}
        who = by or (heads[case.organ_id] if Role.ORGAN_HEAD in taken.roles else self.handler_of(case.organ))
        return perform(case, Attempt(taken, day, data, codes, held), Entry(who, LATE, authority), fields or {})


def fresh(case: Case) -> Any:
    """The case as it is stored now, with the fields of its procedure."""
    return Case._base_manager.get(pk=case.pk).record


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """The county, seen by everybody."""
    with scope.everything("行政检查测试"):
        yield County()
