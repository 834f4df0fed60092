"""Conditions at the door (入企时): the day, the plan, the code, and who comes."""

from __future__ import annotations

from datetime import date

from yifa.areas.enforcement.authority.models import Officer
from yifa.areas.enforcement.authority.standing import why_not
from yifa.areas.enforcement.common.acting import in_books
from yifa.areas.enforcement.inspection.choices import Kind, Way
from yifa.areas.enforcement.inspection.conditions import plan_problem
from yifa.areas.enforcement.inspection.models import Arrival
from yifa.kernel.situation import Situation


def arrival_registered(situation: Situation) -> str | None:
    """The enterprise registered the arrival by the code on that day."""
    record = situation.record
    if not in_books(situation):
        return None
    days = Arrival._base_manager.filter(case_id=record.pk).order_by("on").values_list("on", flat=True)
    if situation.on in days:
        return None
    if not days:
        return f"企业还没有凭检查码{record.code_text}登记到达；请出示检查码，由企业扫码登记"
    told = "、".join(str(day) for day in days)
    return f"企业在{told}登记到达，{situation.on}没有登记；请出示检查码，由企业扫码登记"


def arrival_registered_again(situation: Situation) -> str | None:
    """Whoever goes into the enterprise for a second look is registered as well."""
    return arrival_registered(situation) if situation.data.get("way") == Way.ONSITE else None


def on_the_approved_day(situation: Situation) -> str | None:
    """A scheme is carried out from the approved day on, in the year for which its frequency was checked."""
    planned_on = situation.record.planned_on
    if planned_on is None:
        return None
    if situation.on < planned_on:
        change = "提前的，请修改方案、重新批准并制发通知书"
        return f"批准并写进通知书的检查日期为{planned_on}，{situation.on}还没有到；{change}"
    if planned_on.year != situation.on.year:
        return f"方案批准的检查日期为{planned_on}，与{situation.on}不在同一年，年度频次应当重新核对"
    return None


def plan_holds(situation: Situation) -> str | None:
    """The plan is still carried out and its time is not over on the day of the visit."""
    return plan_problem(situation, Kind(situation.record.kind), situation.on)


def nobody_recused(situation: Situation) -> str | None:
    """None of the officers must keep away from this object."""
    record = situation.record
    if not in_books(situation):
        return None
    rows = Officer._base_manager.filter(withdrawn=False, cert_no__in=record.officer_numbers).order_by("cert_no")
    barred = [str(one) for one in rows if record.object_code in one.recused]
    return f"{'、'.join(barred)}与检查对象有利害关系，已登记回避，请更换" if barred else None


def joint_officers_hold(situation: Situation) -> str | None:
    """Whoever comes along from another organ has a certificate of that organ that holds on the day."""
    record = situation.record
    if not in_books(situation):
        return None
    wrong = [why for organ, number in record.joint_officers if (why := _unfit_guest(organ, number, situation.on))]
    return "；".join(wrong) or None


def _unfit_guest(organ: str, number: str, on: date) -> str:
    rows = Officer._base_manager.filter(withdrawn=False, cert_no=number).select_related("organ").order_by("-issued_on")
    known = [one for one in rows if organ in (one.body, one.organ.name, one.organ.short_name)]
    if not known:
        return f"{organ}没有证号为{number}的执法人员"
    return "" if any(one.valid_on(on) for one in known) else f"{organ}{known[0]}{why_not(known[0], on)}"
