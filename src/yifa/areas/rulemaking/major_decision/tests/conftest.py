"""A county whose government decides: its office, justice bureau, market regulator, a township, and their people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import pytest

from yifa.areas.rulemaking.consultation.register import ConsultationOpinions
from yifa.areas.rulemaking.counsel.models import Counsel
from yifa.areas.rulemaking.counsel.register import CounselTerms
from yifa.kernel.engine import Authority, Entry, new_case, perform
from yifa.kernel.linking import linked_case
from yifa.kernel.models import Case, Event
from yifa.kernel.registers import entries
from yifa.kernel.rules import Attempt, Override
from yifa.office import scope
from yifa.office.models import Organ, Person, Place, Post
from yifa.office.roles import Role

LATE = datetime.fromisoformat("2026-11-20T10:00:00+08:00")
"""All steps are entered on one late day; their legal dates stand in the tests."""

PLAIN: dict[str, Any] = {
    "affects_market": False, "highly_technical": False, "stability_risk": False, "public_concern": False,
    "other_units": False,
}  # fmt: skip
DRAFT = "第一条 城区公共停车场实行分区管理。\n第二条 本办法自2025年6月1日起施行。"
ITEM = {
    "no": "1", "name": "城区停车管理措施", "kind": "policy", "lead": "县城管局", "planned": "2025年三季度",
    "procedures": "公众参与、合法性审查、集体讨论",
}  # fmt: skip


class County:
    """The organs, the people, and shorthand for taking steps."""

    def __init__(self) -> None:
        place = Place.objects.create(code="130999", name="洪河县", level="county")
        make = Organ.objects.create
        self.government = make(place=place, name="洪河县人民政府", short_name="县政府", kind="government", mark="洪政")
        parts = {"place": place, "parent": self.government}
        self.bureau = make(name="洪河县司法局", short_name="县司法局", kind="justice", mark="洪司", **parts)
        self.market = make(
            name="洪河县市场监督管理局", short_name="县市监局", kind="department", mark="洪市监", **parts
        )
        self.township = make(name="洪河县柳湾镇人民政府", short_name="柳湾镇", kind="township", mark="洪柳", **parts)
        self.people = {
            self.government.pk: self.person("秦主任", self.government, Role.HANDLER, Role.SECRETARY),
            self.bureau.pk: self.person("周审查", self.bureau, Role.HANDLER),
            self.market.pk: self.person("吴市监", self.market, Role.HANDLER),
            self.township.pk: self.person("柳镇办", self.township, Role.HANDLER, Role.SECRETARY),
        }
        self.second = self.person("钱复核", self.bureau, Role.REVIEWER)
        self.reader = self.person("孙核对", self.government, Role.REVIEWER)

    def person(self, name: str, organ: Organ, *roles: Role) -> Person:
        """Somebody with posts at an organ."""
        person = Person.objects.create(name=name)
        for role in roles:
            Post.objects.create(person=person, organ=organ, role=role, since=date(2020, 1, 1))
        return person

    def take(
        self, case: Case, code: str, on: str, fields: Mapping[str, Any] | None = None, *,
        by: Person | None = None, seen: int | None = None, overrides: Mapping[int, str] | None = None, **data: Any,
    ) -> Event:  # fmt: skip
        """Take a step with every judged condition confirmed; signed where it needs signatures."""
        procedure = case.declaration if case.pk is None else fresh(case).declaration
        step = procedure.step(code)
        codes = [name for name, condition in step.condition_codes if condition.test is None]
        held = {f"{code}.{number}": Override(why) for number, why in (overrides or {}).items()}
        authority = Authority.SIGNED if step.approved_by else Authority.PERSON
        attempt = Attempt(step, date.fromisoformat(on), data, codes, held)
        entry = Entry(by or self.people[case.organ_id], LATE, authority, seen)
        return perform(case, attempt, entry, fields or {})

    # -- the catalogue ---------------------------------------------------------------------------

    def catalogue(self, year: int = 2025, *items: Mapping[str, str], organ: Organ | None = None) -> Any:
        """A published catalogue."""
        case = new_case("decision_catalogue", organ or self.government, date(year, 1, 2))
        self.take(case, "collect", f"{year}-01-02", {"year": year}, until=f"{year}-01-15", to="县司法局")
        self.listed(case, f"{year}-02", *(items or (ITEM,)))
        return fresh(case)

    def listed(self, case: Case, month: str, *items: Mapping[str, str]) -> None:
        """Draft, meeting, consent and publication within one month."""
        meeting = "standing" if case.organ.kind == "government" else "office"
        self.take(case, "draft", f"{month}-03", {"items": [dict(item) for item in items]})
        self.take(case, "deliberate", f"{month}-10", {"meeting": meeting, "meeting_no": "第三十一次"})
        self.take(case, "request_consent", f"{month}-11", to="中共洪河县委")
        self.take(case, "consent", f"{month}-20", {"party_consent_no": "洪委〔2025〕5号"})
        self.take(case, "announce", f"{month}-24", {"published_url": "https://example.gov.cn/mulu"})

    # -- a decision ------------------------------------------------------------------------------

    def started(self, organ: Organ | None = None, year: int = 2025, **fields: Any) -> Any:
        """A decision whose procedure was started."""
        case = new_case("major_decision", organ or self.government, date(year, 2, 25))
        about = {"matter": "城区停车管理措施", "matter_type": "policy", "source_type": "leader"}
        self.take(case, "propose", f"{year}-02-25", about)
        self.take(case, "study", f"{year}-02-26", {"study_unit": "县城管局", "study_report": "建议启动。"})
        named = {"lead_unit": "县城管局", "off_catalogue_reason": "上级部署"} | fields
        self.take(case, "start", f"{year}-02-27", named)
        return fresh(case)

    def drafted(self, organ: Organ | None = None, **nature: Any) -> Any:
        """A decision with its draft."""
        case = self.started(organ)
        texts = {"draft": DRAFT, "explanation": "起草说明。", "legal_basis": "《道路交通安全法》等。"}
        self.take(case, "prepare", "2025-03-02", texts | PLAIN | nature)
        return fresh(case)

    def consulted(self, organ: Organ | None = None, **nature: Any) -> Any:
        """A decision whose draft was published for opinions, with two of them answered."""
        case = self.drafted(organ, **nature)
        self.solicit(case)
        self.opinion(case, 1, adopt="采纳", reason="已在第一条增加一款。", answered_on="2025-04-01")
        self.opinion(case, 2, adopt="不采纳", reason="与上位法不一致。", answered_on="2025-04-02")
        self.take(case, "close_consultation", "2025-04-03", {"adoption_summary": "采纳一条。"})
        return fresh(case)

    def solicit(self, case: Case, on: str = "2025-03-03", until: str = "2025-04-02") -> None:
        """The draft is published for opinions."""
        asked = {"solicit_until": until, "solicit_channels": "县政府网站", "solicit_how": "来信寄县城管局"}
        self.take(case, "solicit", on, asked)

    def opinion(self, case: Case, seq: int, **values: Any) -> Any:
        """One opinion in the register."""
        row = {
            "case": case.number, "seq": seq, "received_on": "2025-03-10", "source": "公民", "name": "王五六",
            "form": "公开征求意见", "content": f"第{seq}条建议，王五六，电话13812345678。",
        }  # fmt: skip
        return entries.add(ConsultationOpinions, case.organ, row | values, by=self.people[case.organ_id], at=LATE)

    def sent(self, case: Case, on: str = "2025-04-07") -> Any:
        """The draft is sent to the reviewers; their case."""
        self.take(case, "send_review", on, {"procedure_statement": "已经公开征求意见。"}, to="县司法局")
        return self.review_of(case)

    def review_of(self, case: Case) -> Any:
        """The review of a decision."""
        review = linked_case(case, "legality_review")
        assert review is not None
        return fresh(review)

    def opine(
        self, review: Case, on: str = "2025-04-17", conclusion: str = "legal", accepted: str = "2025-04-08",
        **fields: Any,
    ) -> None:  # fmt: skip
        """The reviewers work through a submission and give their opinion."""
        self.take(review, "accept", accepted, {"materials": fresh(review).materials})
        self.take(review, "assign", accepted, {"reviewers": [{"name": "周审查", "kind": "lead"}]})
        self.verdict(review, on, conclusion, **fields)

    def verdict(self, review: Case, on: str, conclusion: str = "legal", **fields: Any) -> None:
        """The opinion of a round, after counsel's."""
        if not Counsel._base_manager.exists():
            values = {
                "number": "顾1", "kind": "内部法律顾问", "name": "罗律师", "retained_by": "洪河县人民政府",
                "term_start": "2024-01-01", "term_end": "2026-12-31", "conflict_declared": "是",
            }  # fmt: skip
            entries.add(CounselTerms, review.organ, values, by=None, at=LATE)
        self.take(review, "advise", on, {"counsel_opinions": [{"counsel": "顾1", "on": on, "view": "同意"}]})
        told = {"conclusion": conclusion, "conclusion_text": "经审查。"} | fields
        self.take(review, "propose", on, told)
        self.take(review, "verify", on, by=self.second, verdict="agree")
        self.take(review, "opine", on)

    def submitted(self, **nature: Any) -> Any:
        """A decision put before the meeting."""
        case = self.consulted(**nature)
        self.opine(self.sent(case))
        self.take(case, "submit", "2025-04-21")
        return fresh(case)

    def adopted(self, case: Case, on: str = "2025-04-24") -> Any:
        """Discussed and decided on one day."""
        said = {
            "meeting": "standing" if case.organ.kind == "government" else "office", "meeting_no": "第三十六次",
            "attendance": 8, "head_spoke_last": True, "majority": "approve", "meeting_record": "会议讨论。",
        }  # fmt: skip
        self.take(case, "discuss", on, said)
        self.take(case, "adopt", on, {"result": "approved", "decision_text": "通过《城区停车管理措施》。"})
        return fresh(case)

    def published(self, case: Case, on: str = "2025-04-30") -> Any:
        """Asked of the party committee and published."""
        self.take(case, "report_party", on, to="中共洪河县委")
        self.take(case, "announce", on, {"publish_channels": "县政府公报、县政府网站"})
        return fresh(case)


def fresh(case: Case) -> Any:
    """The case as it is stored now, with the fields of its procedure."""
    return Case._base_manager.get(pk=case.pk).record


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """The county, with all its records in view."""
    with scope.everything("重大行政决策测试"):
        yield County()
