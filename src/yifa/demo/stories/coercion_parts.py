"""How compulsory measures and executions go in the demonstration (强制措施、强制执行的经过)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from yifa.areas.enforcement.authority.models import Officer
from yifa.areas.enforcement.coercion.models import SeizedItem
from yifa.areas.enforcement.coercion.register import SeizedProperty
from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.parts import penalty_services
from yifa.kernel import approval, publish
from yifa.kernel.models import Case
from yifa.kernel.registers import entries
from yifa.office.codes import credit_check_character

Act = Callable[["CoercionTold"], Waits]
"""A part of the story."""

MARKET, CITY, WATER, ROADS = "县市场监管局", "县城管局", "县水利局", "县交通局"
POLICE, LAND, LABOUR = "县公安局", "县自然资源局", "县人社局"
MEASURE, FORCED, COURT = "coercive_measure", "forced_execution", "court_execution"
HANDED = {"service_mode": "direct", "service_receiver": "head", "service_signer": "周某某"}


@dataclass
class CoercionTold(Side):
    """A measure or an execution as a story tells it."""

    facts: Mapping[str, Any] = field(default_factory=dict)
    calendar: Calendar = field(default_factory=Calendar.load)

    def workday(self, number: int) -> date:
        """A working day so many working days from today."""
        return self.calendar.add_working_days(self.day, number, allow_provisional=True) if number else self.day

    def later(self, number: int, wait: int) -> date:
        """So many days from today, rest days as well; with none, so many working days."""
        return self.day + timedelta(days=number) if number else self.workday(wait)

    def past(self, day: date, number: int) -> date:
        """A working day so many days after another day."""
        return self.calendar.workday_from(day + timedelta(days=number), allow_provisional=True)

    @property
    def officers(self) -> list[dict[str, str]]:
        """Two officers of the organ whose certificates hold today and cover the matter."""
        matter = str(self.facts.get("matter", ""))
        rows = Officer._base_manager.filter(body=self.organ.name, withdrawn=False).order_by("cert_no")
        fit = [one for one in rows if one.valid_on(self.day) and (not matter or matter in one.matters)]
        return [{"cert_no": one.cert_no, "name": one.name} for one in fit[:2]]

    def items(self) -> list[SeizedItem]:
        """The things of this case in the register."""
        assert self.case is not None
        return list(SeizedItem._base_manager.filter(case=self.case).order_by("pk"))


def told_in(told: CoercionTold, parts: tuple[Act, ...]) -> Waits:
    """One part after the other."""
    for part in parts:
        yield from part(told)


def step(
    code: str, fields: Mapping[str, Any] | None = None, *, wait: int = 0, later: int = 0, over: int = 0,
    overrides: Mapping[int, str] | None = None, **data: Any,
) -> Act:  # fmt: skip
    """One step after some working days, some days of any kind, or so many days after the remedies are over."""

    def part(told: CoercionTold) -> Waits:
        yield told.past(told.record.remedies_end_on, over) if over else told.later(later, wait)
        told.take(code, _dated(told, fields), overrides=overrides, **data)

    return part


def _dated(told: CoercionTold, fields: Mapping[str, Any] | None) -> dict[str, Any]:
    """Fields in which a number of days stands for the day so far from today."""
    values = {}
    for name, value in (fields or {}).items():
        values[name] = told.day + value if isinstance(value, timedelta) else value
    return values


def days(number: int) -> timedelta:
    """The day so many days after the day of the step."""
    return timedelta(days=number)


@dataclass(frozen=True)
class Tale:
    """One case: its number as leading case, the organ, the procedure, when it begins, how it goes on.

    `begins` is a day, or so many days before today.
    """

    number: int
    name: str
    organ: str
    procedure: str
    begins: date | int
    parts: tuple[Act, ...]
    facts: Mapping[str, Any]


def party(number: int, *, shop: bool = False) -> dict[str, str]:
    """An invented company or shop with a credit code whose check character is right."""
    body = f"{92 if shop else 91}130999{700 + number:09}"
    name = f"洪河县城关第{number}副食店" if shop else f"洪河县第{number}商贸有限公司"
    return {
        "party_type": "individual_business" if shop else "legal_person", "party_name": name,
        "party_id_type": "credit_code", "party_id_no": body + credit_check_character(body),
        "party_address": f"洪河县城关镇人民路{number}号", "party_representative": "周某某",
    }  # fmt: skip


# --- measures ---------------------------------------------------------------------------------------


def reported(told: CoercionTold) -> Waits:
    """The report."""
    yield told.day
    told.take("report", {**told.facts, "officers": told.officers})


def taken(told: CoercionTold) -> Waits:
    """Reported, approved and carried out on one day; what is held goes into the register."""
    yield from reported(told)
    yield from carried_out(told)


def carried_out(told: CoercionTold) -> Waits:
    """Approved and carried out on the day of the step before."""
    yield told.day
    told.take("approve")
    told.take("implement", {"scene": "signed", "custody_place": "本机关涉案财物仓库", "statement": "无"}, at="10:20")
    entered(told)


def while_away(told: CoercionTold) -> Waits:
    """Carried out before a witness while the party stays away, who is served two working days later."""
    yield told.day
    told.take("approve")
    scene = {"scene": "absent", "witness": "柳林镇东村村民委员会周某", "custody_place": "本机关涉案财物仓库"}
    told.take("implement", scene, at="10:20")
    entered(told)
    yield told.workday(2)
    told.take("deliver_decision", HANDED)


def urgent(at: str, **more: Any) -> Act:
    """Carried out at once, without approval."""

    def part(told: CoercionTold) -> Waits:
        yield told.day
        fields = {**told.facts, "officers": told.officers, "scene": "refused", "custody_place": "本机关仓库"} | more
        told.take("implement_urgent", fields, at=at, why="当事人正在装车转移涉案物品，来不及报批。")
        entered(told)

    return part


def entered(told: CoercionTold) -> None:
    """What is held goes into the register, one entry each."""
    assert told.case is not None
    record = told.record
    for row in record.items:
        number = SeizedItem._base_manager.filter(organ=told.organ).count() + 1
        values = {
            "number": f"{told.organ.mark}财〔{told.day.year}〕{number}号", "case": record.number, "name": row["name"],
            "holding": record.measure_type, "quantity": row["quantity"], "unit": row.get("unit", ""),
            "value": row.get("value") or None, "owner": record.party_name, "held_on": told.day,
            "perishable": row.get("perishable") == "yes", "place": record.custody_place or record.sealed_place,
            "custodian": record.custodian,
        }  # fmt: skip
        entry = told.entry()
        entries.add(SeizedProperty, told.organ, values, by=entry.by, at=entry.at)


def settled(told: CoercionTold, fate: str, **more: Any) -> None:
    """Every thing of the case gets its fate in the register."""
    for item in told.items():
        entry = told.entry()
        values = {"fate": fate, "fate_on": told.day, "fate_basis": "解除、处理决定书"} | more
        entries.amend(SeizedProperty, item.pk, values, seen=item.version, by=entry.by, at=entry.at)


def published(wait: int = 8) -> Act:
    """The decision is published so many working days on."""

    def part(told: CoercionTold) -> Waits:
        yield told.workday(wait)
        assert told.case is not None
        case = Case._base_manager.get(pk=told.case.pk)
        publish.publish(case, case.declaration.publication("notice"), told.day, told.entry())

    return part


def given_back(wait: int = 0, fate: str = "returned", **more: Any) -> Act:
    """Things are given back and signed for."""

    def part(told: CoercionTold) -> Waits:
        yield told.workday(wait)
        proceeds = {"proceeds": told.record.proceeds} if fate == "proceeds" else {}
        settled(told, fate, receiver=told.record.party_name, **proceeds)
        told.take("return_items", {"return_note": "当面逐项核对清单，当事人签收。"} | more)

    return part


def lifted(ground: str, *, wait: int = 0, later: int = 0, **more: Any) -> Act:
    """The measure is lifted."""
    return step("lift", {"lift_ground": ground, "lift_reason": "经调查核实。"} | more, wait=wait, later=later)


def disposed(how: str, *, wait: int) -> Act:
    """Confiscated or destroyed, with the register."""

    def part(told: CoercionTold) -> Waits:
        yield told.workday(wait)
        told.take("dispose", {"final_decision": f"{told.organ.mark}处字〔{told.day.year}〕12号", "disposal": how})
        settled(told, how)

    return part


def handed_over(wait: int) -> Act:
    """Handed to the police with the case."""

    def part(told: CoercionTold) -> Waits:
        yield told.workday(wait)
        told.take("transfer_criminal", {"police": "洪河县公安局", "party_told_on": told.day})
        settled(told, "handed_over", receiver="洪河县公安局")

    return part


def auctioned(wait: int) -> Act:
    """Sold to pay the fine."""

    def part(told: CoercionTold) -> Waits:
        yield told.workday(wait)
        fields = {"final_decision": f"{told.organ.mark}处字〔{told.day.year}〕31号", "sold_items": "全部扣押物品"}
        told.take("offset", fields | {"proceeds": "5200"})
        settled(told, "auctioned", proceeds="5200", treasury_no=f"{told.day:%Y%m%d}01")

    return part


def reviewed(told: CoercionTold) -> Waits:
    """Sent to legal review, which passes it."""
    yield told.workday(1)
    told.take("submit_review")
    yield from penalty_services.reviewed(told, told.calendar, days=2)


# --- executions -------------------------------------------------------------------------------------


def started(told: CoercionTold) -> Waits:
    """The case of execution is opened; `served` and `due` are days before and after the beginning."""
    yield told.day
    facts = {name: value for name, value in told.facts.items() if name != "matter"}
    told.take("start", _dated(told, facts))


def demanded(wait: int = 2, give: int = 12, *, over: int = 0, lost: int = 0, deferred: int = 0) -> Act:
    """The demand, served on the next working day.

    Args:
        wait: in working days; instead of it, in days: `over` after the remedies are over, `lost` after the latest day
            for the demand, `deferred` after the end of a deferral.
    """

    def part(told: CoercionTold) -> Waits:
        yield _demand_day(told, wait, over, lost, deferred)
        told.take("demand", {
            "demand_text": "将罚款缴至决定书载明的银行，或者自行履行决定确定的义务。",
            "demand_until": told.workday(give),
        })  # fmt: skip
        yield told.workday(1)
        told.take("serve_demand", HANDED)

    return part


def _demand_day(told: CoercionTold, wait: int, over: int, lost: int, deferred: int) -> date:
    record = told.record
    if over:
        return max(told.past(record.remedies_end_on, over), told.day)
    if lost:
        return told.past(record.latest_demand_on, lost)
    return told.past(record.deferred_until, deferred) if deferred else told.workday(wait)


ALL = [{"kind": kind} for kind in ("application", "decision", "opinion", "subject")]


def applied(wait: int, reasons: Mapping[int, str] | None = None, **more: Any) -> Act:
    """The application to the court, with the reasons held against conditions, by their number."""
    fields = {"court": "洪河县人民法院", "requests": "强制执行行政决定确定的义务。", "materials": ALL} | more

    def part(told: CoercionTold) -> Waits:
        yield told.workday(wait)
        assert told.case is not None
        case = Case._base_manager.get(pk=told.case.pk)
        attempt = told.attempt(case, "apply", {}, reasons or {})
        told.sign(approval.propose(case, attempt, told.entry(), fields))

    return part


def executed(wait: int, at: str = "09:00") -> Act:
    """The decision to execute is served and carried out."""

    def part(told: CoercionTold) -> Waits:
        yield told.workday(1)
        told.take("serve_decision", HANDED)
        yield told.workday(wait)
        told.take("execute", {"officers": told.officers}, at=at)

    return part


CLEARED = {"cost": "28600", "supervisors": "两名执法人员", "result": "清运渣土一百二十方，河道恢复原状。"}


def proposed(told: CoercionTold) -> Waits:
    """The approval waits for the signature of the head."""
    yield told.day
    told.propose("approve")


def urged_late(told: CoercionTold) -> Waits:
    """Three working days before by the generous count, not by the clear one."""
    day: date = told.record.substitute_on
    day = told.calendar.workday_from(day, allow_provisional=True)
    yield told.calendar.subtract_working_days(day, 3, allow_provisional=True)
    told.take("urge_substitute", HANDED)
    yield day
    told.take("substitute", CLEARED, at="08:30")


def at_once(told: CoercionTold) -> Waits:
    """A road is cleared at once."""
    yield told.day
    told.take("substitute_at_once", {
        **told.facts, "performer": "洪河县公路养护中心", "supervisors": "两名执法人员", "cost": "3200", "absent": True,
        "result": "现场清理完毕，恢复通行。", "obligation": "restore",
    })  # fmt: skip


def on_a_weekend(told: CoercionTold) -> Waits:
    """On the first Saturday that is no working day, against the rule, with a reason."""
    yield told.workday(1)
    told.take("serve_decision", HANDED)
    day = told.day + timedelta(days=(5 - told.day.weekday()) % 7 or 7)
    while told.calendar.is_workday(day, allow_provisional=True):
        day += timedelta(days=7)
    yield day
    told.take("execute", {"officers": told.officers}, overrides={4: "彩钢房顶棚松动，大风预警，危及行人。"}, at="09:00")
