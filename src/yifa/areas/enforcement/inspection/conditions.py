"""Conditions of inspections: who, whom, under which plan, how often, with which code."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError

from yifa.areas.enforcement.common.acting import in_books
from yifa.areas.enforcement.inspected.models import InspectionItem, InspectionObject, ObjectKind
from yifa.areas.enforcement.inspected.register import REGISTERED
from yifa.areas.enforcement.inspection import frequency
from yifa.areas.enforcement.inspection.choices import Kind, Result, Trigger, Verdict, Way
from yifa.areas.enforcement.inspection.defaults import DEFAULTS
from yifa.areas.enforcement.inspection.models import DrawCase
from yifa.areas.enforcement.inspection_plan.choices import PlanKind
from yifa.areas.enforcement.inspection_plan.conditions import listed_items
from yifa.areas.enforcement.inspection_plan.models import PlanCase
from yifa.kernel.models import Published
from yifa.kernel.situation import Situation
from yifa.office.codes import validate_credit_code

CODE_LENGTH = 18


def enters(situation: Situation) -> bool:
    """Somebody goes into the enterprise."""
    return bool(situation.record.mode == Way.ONSITE)


def off_site(situation: Situation) -> bool:
    """Nobody goes there."""
    return not enters(situation)


def is_case(situation: Situation) -> bool:
    """An inspection of one object for a reason of its own."""
    return bool(situation.record.kind == Kind.CASE)


def by_plan(situation: Situation) -> bool:
    """Daily and special inspections rest on a plan."""
    return situation.record.kind in (Kind.DAILY, Kind.SPECIAL)


def is_daily(situation: Situation) -> bool:
    """A daily inspection."""
    return bool(situation.record.kind == Kind.DAILY)


def elsewhere(situation: Situation) -> bool:
    """The object lies outside the organ's own territory."""
    return bool(situation.record.cross_region)


def ordered(situation: Situation) -> bool:
    """Something is to be put right within a term."""
    return bool(situation.record.correct_by)


# -- the object ----------------------------------------------------------------------------------


def object_named(situation: Situation) -> str | None:
    """The number is right for the kind of object."""
    record = situation.record
    code = str(record.object_code).strip()
    if record.object_kind == ObjectKind.SITE or (not record.object_kind and len(code) != CODE_LENGTH):
        return None
    try:
        validate_credit_code(code)
    except ValidationError as error:
        return f"检查对象编号“{code}”不是有效的统一社会信用代码：{'；'.join(error.messages).rstrip('。')}"
    kind = REGISTERED.get(code[:2])
    if kind is not None and record.object_kind and kind != record.object_kind:
        label = ObjectKind(record.object_kind).label
        return f"代码“{code}”是{kind.label}的，与所填的对象类型“{label}”不一致"
    return None


def object_known(situation: Situation) -> str | None:
    """The object is in a register, or the scheme says what it is."""
    record = situation.record
    if not in_books(situation) or (record.object_name and record.object_kind):
        return None
    if InspectionObject._base_manager.filter(withdrawn=False, code=record.object_code).exists():
        return None
    return f"检查对象“{record.object_code}”不在检查对象名录中，请先登记，或者填写检查对象和对象类型"


# -- the item and the plan -----------------------------------------------------------------------


def items_of(situation: Situation) -> dict[str, InspectionItem]:
    """The items of the inspection in the published list, by code."""
    return listed_items(situation.record.organ_id, situation.on, situation.record.item_codes)


def items_published(situation: Situation) -> str | None:
    """What is not in the published list may not be inspected."""
    record = situation.record
    if not in_books(situation):
        return None
    unknown = [code for code in record.item_codes if code not in items_of(situation)]
    if unknown:
        return f"检查事项{'、'.join(unknown)}不在本机关已公布的检查事项清单内，没有公布的事项不得检查"
    matters = {item.matter for item in items_of(situation).values()}
    wrong = record.matter and matters and record.matter not in matters
    return f"检查领域“{record.matter}”与清单中的{'、'.join(sorted(matters))}不一致" if wrong else None


def plan_of(situation: Situation) -> PlanCase | None:
    """The plan that the inspection names, of its own organ or of one that it joins."""
    number = str(situation.record.plan_number).strip()
    found: PlanCase | None = PlanCase._base_manager.filter(number=number).order_by("-pk").first() if number else None
    return found


def planned(situation: Situation) -> str | None:
    """A daily inspection rests on the yearly plan, a special one on a special plan, approved and covering the item."""
    record = situation.record
    problem = plan_problem(situation, Kind(record.kind), record.planned_on or situation.on)
    return problem or _not_from_above(situation)


def _not_from_above(situation: Situation) -> str | None:
    """Only what a superior ordered is free of the cap: the plan says so, and not whoever draws up the visit."""
    plan = plan_of(situation) if situation.record.superior and in_books(situation) else None
    if plan is None or plan.superior:
        return None
    return f"“{plan}”不是上级部署的专项检查，不能选“上级部署的专项检查”，应当受年度频次上限限制"


def plan_problem(situation: Situation, kind: Kind, day: date) -> str | None:
    """Why the plan that a record names does not carry an inspection of a kind on a day."""
    if not str(situation.record.plan_number).strip():
        named = "年度检查计划" if kind is Kind.DAILY else "专项检查计划"
        return f"没有填写检查计划编号；{kind.label}应当列入{named}"
    if not in_books(situation):
        return None
    plan = plan_of(situation)
    if plan is None:
        return f"没有编号为“{situation.record.plan_number}”的检查计划"
    return _unfit(plan, kind, situation.on) or _outside(plan, day) or _uncovered(plan, situation)


def _unfit(plan: PlanCase, kind: Kind, on: date) -> str | None:
    wanted = PlanKind.ANNUAL if kind is Kind.DAILY else PlanKind.SPECIAL
    if plan.kind != wanted:
        return f"“{plan}”是{PlanKind(plan.kind).label}，{kind.label}应当依据{wanted.label}"
    if plan.approved_on is None or plan.stage == "abandoned" or plan.approved_on > on:
        return f"“{plan}”在{on}没有经批准，或者已经不再实施"
    return None


def _uncovered(plan: PlanCase, situation: Situation) -> str | None:
    missing = [code for code in situation.record.item_codes if not plan.covers(code)]
    if missing and plan.organ_id == situation.record.organ_id:
        return f"检查事项{'、'.join(missing)}没有列入“{plan}”，请先调整计划"
    return None


def _outside(plan: PlanCase, day: date) -> str | None:
    if plan.kind == PlanKind.SPECIAL and not ((plan.since or day) <= day <= (plan.until or day)):
        return f"“{plan}”的检查时间为{plan.since}至{plan.until}，{day}不在其内"
    if plan.kind == PlanKind.ANNUAL and plan.year != day.year:
        return f"“{plan}”是{plan.year}年度的，{day}不在其内"
    return None


def plan_public(situation: Situation) -> str | None:
    """The plan was published before."""
    plan = plan_of(situation) if in_books(situation) else None
    if plan is None:
        return None
    copies = Published._base_manager.filter(case_id=plan.pk, publication="public", on__lte=situation.on)
    return None if copies.exists() else f"“{plan}”还没有公布"


def drawn_at_random(situation: Situation) -> str | None:
    """A daily inspection of an item under 双随机 comes out of a draw."""
    record = situation.record
    if not in_books(situation):
        return None
    if record.draw_number:
        draw = DrawCase._base_manager.filter(organ_id=record.organ_id, number=record.draw_number).first()
        found = draw is not None and any(row.get("code") == record.object_code for row in draw.drawn)
        return None if found else f"“{record.object_name or record.object_code}”不是批次{record.draw_number}抽中的对象"
    named = [item.name for item in items_of(situation).values() if item.random and not item.exempt]
    return f"“{'、'.join(named)}”实行双随机，检查对象和检查人员应当随机抽取" if named else None


def triggered(situation: Situation) -> str | None:
    """An inspection of one object says where it comes from and why; a report has a number."""
    record = situation.record
    if not record.trigger:
        return "没有填写个案检查的来源"
    if not str(record.trigger_why).strip():
        return "没有填写个案检查的理由"
    if record.trigger in (Trigger.COMPLAINT, Trigger.ASSIGNED) and not str(record.trigger_ref).strip():
        return f"来源为{Trigger(record.trigger).label}的，应当填写线索编号"
    return None


def assisted(situation: Situation) -> str | None:
    """An inspection elsewhere goes through the organ there."""
    return None if str(situation.record.assist_ref).strip() else "异地检查没有填写异地协助函"


# -- how often -----------------------------------------------------------------------------------


def use_of(situation: Situation, on_year: int, *, granted: bool = False) -> frequency.Use:
    """What the cap says; in a scenario, what the record itself tells.

    Args:
        granted: whether this visit was approved, so that it has its place.
    """
    record = situation.record
    if not in_books(situation):
        exempt = (record.freq_exempt_why or "重点监管") if record.freq_exempt else ""
        return frequency.Use(record.freq_cap, record.freq_used or 0, exempt)
    cap, exempt = frequency.cap_of(items_of(situation).values())
    counts = DEFAULTS.flag("case_counts_to_cap", situation)
    used = frequency.used_by(
        record.organ_id, record.object_code, on_year, case_counts=counts, but=record.pk, made_only=granted
    )
    return frequency.Use(cap, used, exempt)


def verdict_of(situation: Situation) -> tuple[Verdict, frequency.Use]:
    """What the cap says of this visit, in the year in which it takes place."""
    record = situation.record
    granted = situation.stage.code == "approved"
    day = situation.on if granted else (record.planned_on or situation.on)
    use = use_of(situation, day.year, granted=granted)
    counts = DEFAULTS.flag("case_counts_to_cap", situation)
    return frequency.verdict(record.kind, record.mode, use, superior=record.superior, case_counts=counts), use


def cap_not_reached(situation: Situation) -> str | None:
    """Blocked: the cap of the year is reached."""
    found, use = verdict_of(situation)
    if found is not Verdict.BLOCKED:
        return None
    return f"本机关本年已入企检查“{situation.record.object_name}”{use.used}次，年度频次上限为{use.cap}次，不得再次入企"


def no_alert(situation: Situation) -> str | None:
    """Allowed with an alert: an inspection of one case beyond the cap."""
    found, use = verdict_of(situation)
    if found is not Verdict.ALERT:
        return None
    why = f"本机关本年已入企{use.used}次，达到年度频次上限{use.cap}次；个案检查不受限制，但不得明显超过合理频次"
    return f"{why}，请说明这次必须入企的理由"


def not_repeated(situation: Situation) -> str | None:
    """Other bodies were there shortly before, or are about to go; or all bodies together went often this year."""
    record = situation.record
    if not in_books(situation) or record.mode != Way.ONSITE:
        return None
    day = record.planned_on or situation.on
    days, most = DEFAULTS.number("repeat_days", situation), DEFAULTS.number("all_bodies_each_year", situation)
    near = frequency.others_near(record.organ_id, record.object_code, day, days, but=record.pk)
    joined = {str(row.get("organ", "")).strip() for row in record.joint_with}
    near = [visit for visit in near if not {visit.organ.name, visit.organ.short_name} & joined]
    if near:
        return (
            f"{'；'.join(frequency.told(visit) for visit in near[:3])}：同一企业前后{days}日内，应当尽可能合并或者联合"
        )
    made = frequency.visits_of(record.object_code, day.year).exclude(kind=Kind.SERVICE).exclude(pk=record.pk).count()
    return f"各机关本年已入企检查该企业{made}次" if made >= most else None


# -- what comes of it ----------------------------------------------------------------------------


def recorded(situation: Situation) -> str | None:
    """A visit has a record."""
    return None if situation.did(situation.procedure.step("note")) else "现场检查没有制作笔录"


def notified(situation: Situation) -> str | None:
    """A visit has a notice with a number, made out after the scheme was approved last."""
    notify, approve = situation.procedure.step("notify"), situation.procedure.step("approve")
    last = situation.last(notify, approve)
    if not situation.did(notify):
        return "没有制发检查通知书，不得入企检查"
    if last is not None and last.step is approve:
        return "检查通知书是按原方案制发的，方案已经修改并重新批准，请重新制发"
    return None


def approved_later(situation: Situation) -> str | None:
    """An urgent visit was approved afterwards."""
    step = situation.procedure.step
    if situation.did(step("start_urgent")) and not situation.did(step("approve_later")):
        return "紧急当场检查还没有补办批准"
    return None


def result_complete(situation: Situation) -> str | None:
    """Each result brings what the next step needs."""
    record = situation.record
    wanted = {
        Result.ORDERED: (("correction", "责令改正的内容"), ("correct_by", "改正期限")),
        Result.FILED: (("violation", "涉嫌违法的事实"),),
        Result.CRIMINAL: (("violation", "涉嫌违法的事实"),),
        Result.REFERRED: (("referred_to", "移送的机关"),),
    }.get(Result(record.result) if record.result else Result.NO_ISSUE, ())
    missing = [label for name, label in wanted if not getattr(record, name)]
    if missing:
        return f"检查结果为{Result(record.result).label}的，应当填写{'、'.join(missing)}"
    early = record.correct_by is not None and record.correct_by < situation.on
    return f"改正期限{record.correct_by}早于{situation.on}" if early else None


def term_ahead(situation: Situation) -> str | None:
    """There is time to put things right."""
    until = situation.record.correct_by
    return f"改正期限{until}早于{situation.on}" if until is not None and until < situation.on else None


def handed_on(situation: Situation) -> str | None:
    """A clue was registered for a penalty, or the police are told."""
    step = situation.procedure.step
    return None if situation.did(step("file_case"), step("refer_crime")) else "还没有移交立案，也没有移送涉嫌犯罪线索"


def told_and_done(situation: Situation) -> str | None:
    """The object was told, and what was ordered was put right or handed on."""
    record = situation.record
    if record.told_on is None:
        return "检查结果还没有告知企业"
    handed = situation.did(situation.procedure.step("file_case"))
    if record.result == Result.REFERRED and not situation.did(situation.procedure.step("refer")):
        return "检查结果为移送其他机关，还没有移送"
    if record.result == Result.FILED and not handed:
        return "检查结果为立案查处，还没有移交立案"
    crime = situation.did(situation.procedure.step("refer_crime")) or handed
    if record.result == Result.CRIMINAL and not crime:
        return "检查结果为涉嫌犯罪，还没有移送涉嫌犯罪线索"
    return None
