"""A county whose market regulator punishes: officers, benchmark, list of leniency, and shorthand for steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from yifa.areas.enforcement.authority.models import EnforcementBody, GrantedPower, Officer
from yifa.areas.enforcement.discretion.models import DiscretionTier, LenientItem
from yifa.kernel import approval
from yifa.kernel.engine import Entry, new_case, perform
from yifa.kernel.linking import linked_case
from yifa.kernel.models import Case
from yifa.kernel.rules import Attempt, Override
from yifa.office import scope
from yifa.office.codes import credit_check_character
from yifa.office.models import Organ, Person, Place, Post
from yifa.office.roles import Role

LATE = datetime.fromisoformat("2026-11-20T10:00:00+08:00")
"""All steps are entered on one late day; their legal dates stand in the tests."""

ENTERED: dict[str, Any] = {"created_at": LATE, "updated_at": LATE}
CODE = "91130999MA0ABCDE1"
CODE += credit_check_character(CODE)
CITIZEN = "11010519491231002X"
PARTY = {
    "party_type": "legal_person", "party_name": "洪河县某食品有限公司", "party_id_type": "credit_code",
    "party_id_no": CODE, "party_address": "洪河县城关镇一号", "party_representative": "周某",
}  # fmt: skip
PERSON = {
    "party_type": "natural", "party_name": "张三丰", "party_id_type": "id_card", "party_id_no": CITIZEN,
    "party_address": "洪河县柳林镇柳湾村9号", "party_birth_date": "1949-12-31",
}  # fmt: skip
ITEM = {"item_code": "SP-CF-126", "item_name": "未建立进货查验记录制度", "matter": "食品"}
TEAM = [{"cert_no": "13099901001", "name": "陈立", "role": "lead"}, {"cert_no": "13099901002", "name": "林晓"}]
FACTS = {
    "violation": "2026年2月10日，未按规定建立并遵守进货查验记录制度，经警告拒不改正。", "violation_date": "2026-02-10",
    "discovered_date": "2026-02-26", "limitation_class": "2y", "officers": TEAM, "benchmark": "SP-126",
}  # fmt: skip
EVIDENCE = [{"name": "现场笔录", "kind": "record", "proves": "没有查验记录", "verified": "yes"}]
FINE = {
    "decision_type": "penalty", "evidence": EVIDENCE, "violated_provisions": "《食品安全法》第五十三条",
    "penalty_basis": "《食品安全法》第一百二十六条", "harm": "slight",
    "penalty_kinds": [{"kind": "fine"}], "fine_amount": "20000", "grade": "ordinary",
}  # fmt: skip
HANDED = {"service_mode": "handed", "service_signer": "周某", "service_receiver": "head"}
HEADS = [{"name": "韩局长", "post": "局长"}, {"name": "高副局长", "post": "副局长"}]


class County:
    """The organs, the people, and shorthand for taking steps."""

    def __init__(self) -> None:
        place = Place.objects.create(code="130999", name="洪河县", level="county")
        make = Organ.objects.create
        self.government = make(place=place, name="洪河县人民政府", short_name="县政府", kind="government", mark="洪政")
        self.market = self._organ(place, "洪河县市场监督管理局", "县市场监管局", "洪市监", "department")
        self.city = self._organ(place, "洪河县城市管理综合行政执法局", "县城管局", "洪城", "department")
        self.town = self._organ(place, "洪河县柳林镇人民政府", "柳林镇", "洪柳", "township")
        organs = (self.market, self.city, self.town)
        self.handler = self._person("承办人", (Role.HANDLER, Role.PUBLISHER), organs)
        self.second = self._person("审核人", (Role.REVIEWER, Role.AGENCY_HEAD), organs)
        self.head = self._person("负责人", (Role.ORGAN_HEAD,), organs)
        self._registers()

    def _organ(self, place: Place, name: str, short: str, mark: str, kind: str) -> Organ:
        organ = Organ.objects.create(
            place=place, name=name, short_name=short, kind=kind, mark=mark, parent=self.government
        )
        EnforcementBody.objects.create(
            **ENTERED,
            organ=organ, name=name, kind="township" if kind == "township" else "department", powers=["行政处罚"],
            legal_basis=["《行政处罚法》第十七条"], confirmed_on=date(2024, 1, 10), announced_on=date(2024, 1, 20),
        )  # fmt: skip
        return organ

    def _person(self, name: str, roles: tuple[Role, ...], organs: tuple[Organ, ...]) -> Person:
        person = Person.objects.create(name=name)
        for organ in organs:
            for role in roles:
                Post.objects.create(person=person, organ=organ, role=role, since=date(2020, 1, 1))
        return person

    def _registers(self) -> None:
        for number in range(1, 4):
            Officer.objects.create(
                **ENTERED,
                organ=self.market, cert_no=f"1309990100{number}", name=("陈立", "林晓", "何勇")[number - 1],
                body=self.market.name, staffing="civil_servant", cert_kind="national", matters=["食品"],
                exam_on=date(2023, 11, 20),
                issued_on=date(2023, 12, 8), valid_to=date(2026, 3, 31) if number == 3 else date(2028, 12, 7),
            )  # fmt: skip
        ranges = ((5000, 16000), (16000, 36000), (36000, 50000))
        for tier, (low, high) in enumerate(ranges, 1):
            DiscretionTier.objects.create(
                **ENTERED,
                organ=self.market, act_code="SP-126", act="未按规定建立进货查验记录制度", edition=1, tier=tier,
                legal_basis=["《食品安全法》第一百二十六条"], tier_kind=("lighter", "ordinary", "heavier")[tier - 1],
                conditions=("货值小", "没有从轻、从重情节", "再次违法")[tier - 1], unit="yuan",
                range_from=Decimal(low), range_to=Decimal(high), to_open=tier < 3, statute_from=Decimal(5000),
                statute_to=Decimal(50000), issuer_level="county", form="document", document="洪市监规〔2025〕1号",
                published_on=date(2025, 5, 20), effective_on=date(2025, 7, 1),
            )  # fmt: skip
        LenientItem.objects.create(
            **ENTERED,
            organ=self.market, item_code="MF-002", act="未按规定办理变更登记", kind="none_first",
            conditions="初次违法，危害后果轻微，及时改正", first_scope="本县登记的市场主体，两年内",
            legal_basis=["《市场主体登记管理条例》第四十六条"], document="洪市监规〔2025〕2号",
            published_on=date(2025, 5, 20), effective_on=date(2025, 7, 1),
        )  # fmt: skip
        GrantedPower.objects.create(
            **ENTERED,
            organ=self.government, item_code="冀赋-001", name="擅自设置户外广告的处罚", receiver=self.town.name,
            receiver_kind="township", former=self.city.name, legal_basis=["《城市市容和环境卫生管理条例》第三十六条"],
            decision_no="冀政字〔2024〕9号", published_on=date(2024, 5, 10), taken_on=date(2024, 7, 1),
        )  # fmt: skip

    def take(
        self, case: Case, code: str, on: str, fields: Mapping[str, Any] | None = None, *,
        by: Person | None = None, held: Mapping[int, str] | None = None, **data: Any,
    ) -> Any:  # fmt: skip
        """Take a step with every judged condition confirmed and every signature given; gives the record."""
        procedure = case.declaration if case.pk is None else fresh(case).declaration
        step = procedure.step(code)
        confirmed = [name for name, condition in step.condition_codes if condition.test is None]
        overrides = {f"{code}.{number}": Override(why) for number, why in (held or {}).items()}
        attempt = Attempt(step, date.fromisoformat(on), data, confirmed, overrides)
        if step.approved_by:
            proposal = approval.propose(case, attempt, Entry(self.handler, LATE), fields or {})
            for role in step.approved_by:
                signer = self.head if role == Role.ORGAN_HEAD else self.second
                approval.sign(proposal, Entry(signer, LATE), opinion="同意")
        else:
            perform(case, attempt, Entry(by or self._recorder(step), LATE), fields or {})
        return fresh(case)

    def _recorder(self, step: Any) -> Person:
        if Role.REVIEWER in step.roles and Role.HANDLER not in step.roles:
            return self.second
        return self.head if step.roles == (Role.ORGAN_HEAD,) else self.handler

    def clue(self, organ: Organ | None = None, on: str = "2026-02-26", **more: Any) -> Case:
        """A clue of the market regulator."""
        case = new_case("penalty", organ or self.market, date.fromisoformat(on))
        fields = {"clue_source": "inspection", "violation": FACTS["violation"], "discovered_date": on} | ITEM | more
        self.take(case, "register", on, fields)
        return fresh(case)

    def filed(self, on: str = "2026-03-02", **more: Any) -> Any:
        """A case of the market regulator that was filed."""
        return self.take(self.clue(), "file_case", on, PARTY | ITEM | FACTS | more)

    def concluded(self, on: str = "2026-03-20", **more: Any) -> Any:
        """A case whose investigation ended with the proposal of a fine of 20,000."""
        case = self.filed()
        self.take(case, "order_correction", "2026-03-03", {"corrective_order": "建立进货查验记录制度"})
        self.take(case, "investigate", "2026-03-05", {"evidence": EVIDENCE}, way="inspection", found="没有查验记录")
        self.take(case, "propose_tier", on, {"benchmark": "SP-126"})
        return self.take(case, "conclude", on, FINE | more)

    def told(self, on: str = "2026-03-24", **more: Any) -> Any:
        """A case whose notice was served."""
        case = self.concluded(**more)
        self.take(case, "notify", on)
        return self.take(case, "serve_notice", on, HANDED)

    def decided(self, on: str = "2026-04-10") -> Any:
        """A case that was decided after the party had its time."""
        return self.take(self.told(), "decide", on)


def fresh(case: Case) -> Any:
    """The case as it is stored now, with the fields of its procedure."""
    return Case._base_manager.get(pk=case.pk).record


def beside(case: Case, key: str) -> Any:
    """The linked case of a service."""
    linked = linked_case(case, key)
    assert linked is not None
    return linked.record


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """The county, seen by everybody."""
    with scope.everything("行政处罚测试"):
        yield County()
