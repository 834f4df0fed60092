"""How a penalty case goes in the demonstration (处罚案件的经过): parts that stories are put together from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from yifa.areas.enforcement.authority.models import Officer
from yifa.areas.enforcement.common.identity import identity_check_character
from yifa.clock import Calendar
from yifa.demo.drive import DemoDefect, Side, Waits
from yifa.demo.parts import penalty_services as services
from yifa.demo.stories.penalties_acts import ACTS, Act
from yifa.office.codes import credit_check_character

Part = Callable[["PenaltyTold"], Waits]
GRADES = ("lighter", "ordinary", "heavier")
CIRCUMSTANCES: Mapping[int, list[dict[str, str]]] = {
    1: [{"kind": "32-1", "fact": "调查前已经主动整改，消除危害后果"}],
    2: [],
    3: [{"kind": "repeated", "fact": "上一年度因同类违法被责令改正"}],
}


@dataclass(frozen=True)
class Tale:
    """One case.

    Attributes:
        begins: a day, or how many days before today. party: the name; `kind` says what it is.
        fine: in yuan; None for none. parts: how it goes on after the clue.
        more: fields at the end of the investigation (deviation_reason, penalty_kinds …).
        team: which of the officers leads; by turns where it is not said.
    """

    act: str
    begins: date | int
    party: str
    tier: int
    fine: int | None
    parts: tuple[Part, ...]
    kind: str = "legal_person"
    base: int | None = None
    source: str = "inspection"
    more: Mapping[str, Any] = field(default_factory=dict)
    team: int | None = None


@dataclass
class PenaltyTold(Side):
    """A case as a story tells it, with its facts, the calendar and dice of its own."""

    tale: Tale = field(default_factory=lambda: Tale("AQ-99", date.min, "", 2, None, ()))
    calendar: Calendar = field(default_factory=Calendar.load)
    dice: Random = field(default_factory=Random)
    serial: int = 0

    @property
    def act(self) -> Act:
        """What was done."""
        return ACTS[self.tale.act]

    @property
    def officers(self) -> list[dict[str, str]]:
        """Two officers of the organ whose certificates hold today and cover the matter."""
        rows = Officer._base_manager.filter(body=self.organ.name, withdrawn=False).order_by("cert_no")
        fit = [one for one in rows if one.valid_on(self.day) and (not one.matters or self.act.matter in one.matters)]
        if len(fit) < 2:
            raise DemoDefect(f"演示故事“{self.story}”在{self.day}没有两名可以办理的执法人员。")
        first = self.serial % (len(fit) - 1) if self.tale.team is None else self.tale.team
        return [{"cert_no": one.cert_no, "name": one.name} for one in fit[first : first + 2]]

    def workdays(self, least: int, most: int = 0) -> date:
        """A working day so many working days from today."""
        number = self.dice.randint(least, max(least, most))
        return self.calendar.add_working_days(self.day, number, allow_provisional=True) if number else self.day

    def past(self, day: date | None, number: int = 1) -> date:
        """The first working day so many days after another day, not before today."""
        assert day is not None
        return max(self.day, self.calendar.workday_from(day + timedelta(days=number), allow_provisional=True))

    def party(self) -> dict[str, Any]:
        """The party's fields."""
        name, kind = self.tale.party, self.tale.kind
        common = {"party_type": kind, "party_name": name, "party_address": f"洪河县城关镇东街{self.serial + 11}号"}
        if kind == "natural":
            birth = date(1970 + self.serial % 30, 1 + self.serial % 12, 1 + self.serial % 28)
            body = f"130999{birth:%Y%m%d}{self.serial:03}"
            number = body + identity_check_character(body)
            return common | {"party_id_type": "id_card", "party_id_no": number, "party_birth_date": birth.isoformat()}
        body = f"{92 if kind == 'individual_business' else 91}130999{700000 + self.serial:09}"
        number = body + credit_check_character(body)
        return common | {"party_id_type": "credit_code", "party_id_no": number, "party_representative": "周某某"}

    @property
    def signed(self) -> dict[str, str]:
        """Served by hand."""
        receiver = "self" if self.tale.kind == "natural" else "mailroom" if self.serial % 3 else "head"
        return {"service_mode": "direct", "service_receiver": receiver, "service_signer": "周某某"}

    def facts(self) -> dict[str, Any]:
        """The act itself, a few days before the clue."""
        done = self.day - timedelta(days=2 + self.serial % 5)
        violation = f"{done.year}年{done.month}月{done.day}日，当事人在洪河县城关镇{self.act.done}。"
        return {"violation": violation, "violation_date": done.isoformat(), "discovered_date": self.day.isoformat()}


def told_in(told: PenaltyTold, parts: Sequence[Part]) -> Waits:
    """The parts one after the other."""
    yield told.day
    for part in parts:
        yield from part(told)


def clue(told: PenaltyTold) -> Waits:
    """A clue is entered and looked into."""
    act, item = told.act, {"item_code": told.act.item_code, "item_name": told.act.name, "matter": told.act.matter}
    told.take("register", {
        "clue_source": told.tale.source, "clue_number": f"XS-{told.day.year}-{told.serial:03}",
        "case_regime": act.regime, **item, **told.facts(), **told.party(),
    })  # fmt: skip
    yield told.workdays(1, 3)


def filed(told: PenaltyTold) -> Waits:
    """The case is filed, the party ordered to mend it."""
    record = told.record
    told.take("file_case", {
        "limitation_class": told.act.limitation, "officers": told.officers, "benchmark": told.act.code,
        "matter": told.act.matter, "violation_date": record.violation_date, "violation": record.violation,
        "discovered_date": record.discovered_date, **told.party(),
    })  # fmt: skip
    due = told.past(told.day, 15)
    told.take("order_correction", {"corrective_order": told.act.order, "corrective_due": due})
    yield told.workdays(1, 4)


def looked_into(told: PenaltyTold) -> Waits:
    """Inspected, questioned; whether it was mended; the tier."""
    names = "、".join(officer["name"] for officer in told.officers)
    taken = {"verified": "yes", "obtained_on": told.day.isoformat(), "collector": names, "place": "当事人经营场所"}
    found = [
        {"name": "现场笔录和照片", "kind": "record", "proves": "违法事实", "form": "original", **taken},
        {"name": "营业执照、身份证复印件", "kind": "documentary", "proves": "当事人身份", "form": "copy", **taken},
    ]
    told.take("investigate", {"officers": told.officers}, way="inspection", found="现场检查并拍照，制作笔录。")
    yield told.workdays(2, 6)
    taken |= {"obtained_on": told.day.isoformat(), "place": "本机关询问室", "form": "original"}
    found.append({"name": "当事人询问笔录", "kind": "party", "proves": "违法经过", **taken})
    told.take(
        "investigate", {"evidence": found, "officers": told.officers}, way="inquiry", found="当事人承认违法事实。"
    )
    yield told.workdays(4, 9)
    told.take(
        "check_correction", {"corrected_on": told.day, "officers": told.officers}, result="done", found="已改正。"
    )


def concluded(told: PenaltyTold) -> Waits:
    """The tier is proposed and the investigation ends."""
    tale, act = told.tale, told.act
    told.take("propose_tier", {
        "benchmark": act.code, "circumstances": CIRCUMSTANCES[tale.tier], "base_amount": tale.base,
    })  # fmt: skip
    told.take("conclude", {
        "decision_type": "penalty", "violated_provisions": act.violated, "penalty_basis": act.basis,
        "harm": "real" if tale.tier == 3 else "slight", **imposed(tale), **tale.more,
    })  # fmt: skip
    yield told.workdays(1, 3)


def imposed(tale: Tale) -> dict[str, Any]:
    """What is to be imposed."""
    kinds = [{"kind": "fine"}] if tale.fine else []
    return {"penalty_kinds": kinds, "fine_amount": tale.fine, "grade": GRADES[tale.tier - 1]}


def told_of(told: PenaltyTold) -> Waits:
    """The notice is made and served."""
    told.take("notify")
    yield told.workdays(1, 2)
    told.take("serve_notice", told.signed)
    yield told.workdays(1, 3)


def silent(told: PenaltyTold) -> Waits:
    """The party lets its time pass."""
    yield told.calendar.add_working_days(told.record.notice_served_date, 6, allow_provisional=True)


def spoke(told: PenaltyTold) -> Waits:
    """The party speaks; what it says is examined."""
    told.take("state", {"statement_text": "经营困难，且已经整改，请求从轻处理。"}, way="written")
    yield told.workdays(2, 3)
    answer = "整改情况已经在裁量时考虑，经营困难不是从轻处罚的法定情节，不予采纳。"
    told.take("review_statement", {"statement_review": answer}, result="not")
    yield told.calendar.add_working_days(told.record.notice_served_date, 6, allow_provisional=True)


def waived(told: PenaltyTold) -> Waits:
    """The party expressly waives statement and defence."""
    told.take("waive", paper="放弃陈述、申辩权利声明书")
    yield told.workdays(1, 2)


def hearing(told: PenaltyTold) -> Waits:
    """The party asks for a hearing and is heard."""
    yield from services.heard(told, told.calendar)
    yield told.workdays(1)


def reviewed(told: PenaltyTold) -> Waits:
    """Legal review passes it, with another person's eyes."""
    told.take("submit_review")
    yield from services.reviewed(told, told.calendar, days=told.dice.randint(1, 3))
    yield told.workdays(1)


def revised(told: PenaltyTold) -> Waits:
    """Legal review asks for a change of wording, which is made and checked."""
    told.take("submit_review")
    yield from services.reviewed(told, told.calendar, days=2, law="适用条款应当写明到项。")
    yield told.workdays(1)


def discussed(told: PenaltyTold) -> Waits:
    """The heads discuss it."""
    people = [
        {"name": name, "post": post, "opinion": "同意"} for name, post in (("局长", "局长"), ("副局长", "副局长"))
    ]
    told.take("discuss", {"collective_attendees": people, "collective_conclusion": "approve"}, record="一致同意。")
    yield told.workdays(1, 2)


def decided(told: PenaltyTold) -> Waits:
    """The decision; its copy is judged, looked through and published in time."""
    told.take("decide")
    yield from published(told)


def published(told: PenaltyTold, days: int = 3) -> Waits:
    """The copy goes out so many working days after the decision; records of public security are sealed."""
    if told.act.regime == "public_security":
        services.beside(told, "penalty_publication").take("seal", why="违反治安管理的记录应当封存")
    else:
        yield from services.published(told, told.calendar, days=days)
    yield told.workdays(1)


def served(told: PenaltyTold) -> Waits:
    """The decision is served."""
    told.take("serve", told.signed)
    yield told.workdays(1)


def paid(told: PenaltyTold) -> Waits:
    """The fine is paid within fifteen days."""
    yield from services.paid(told, told.calendar, after=told.dice.randint(4, 14))


def paid_late(told: PenaltyTold) -> Waits:
    """The fine is paid nine days too late, with what was added."""
    yield from services.paid(told, told.calendar, late=9)


def instalments(told: PenaltyTold) -> Waits:
    """The fine is paid in three parts, as was granted."""
    yield from services.paid_by_instalments(told, told.calendar)


def unpaid(told: PenaltyTold) -> Waits:
    """Nothing is paid: urged, then handed over."""
    yield from services.unpaid(told, told.calendar, handed_over=True)


def closed(told: PenaltyTold) -> Waits:
    """Closed and put away."""
    yield told.workdays(1, 5)
    told.take("close")
    yield told.workdays(5, 12)
    told.take("archive", {"archive_no": f"{told.day.year}-CF-{told.organ.mark}-{told.serial:03}"})


def amount_in(act: Act, tier: int, share: float, base: int | None = None) -> int:
    """A fine within a tier, at a share of its width, to the hundred (below 1,000 to the ten)."""
    low, high = act.bounds(tier)
    value = Decimal(str(low + (high - low) * share)) * (base or 1)
    step = 10 if value < 1000 else 100
    return int(value // step * step)
