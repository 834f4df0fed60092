"""Computed conditions of complaints and reports, and when their parts apply."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from yifa.areas.enforcement.common.party import ORGANISATIONS, PartyType
from yifa.areas.enforcement.complaint import choices as c
from yifa.areas.enforcement.complaint.acts import M
from yifa.areas.enforcement.complaint.defaults import DEFAULTS
from yifa.areas.enforcement.inspected.models import InspectionObject, ObjectKind
from yifa.clock import Period, days, working_days
from yifa.clock.periods import local_day
from yifa.kernel.clocks import clock_of
from yifa.kernel.declare import Guard
from yifa.kernel.situation import Situation
from yifa.kernel.workdays import current_calendar
from yifa.law import Basis
from yifa.office.models import Organ, OrganKind
from yifa.office.personal import masked_name


def of_kind(*kinds: c.Kind) -> Guard:
    """The material is of one of these kinds."""
    return lambda situation: situation.record.kind in kinds


def length(code: str, basis: Basis) -> Callable[[Situation], Period]:
    """The time of this code on the line of the case, as the place has it, in working days."""

    def period(situation: Situation) -> Period:
        line = situation.record.line or c.Line.GENERAL
        return working_days(DEFAULTS.number(f"{line}_{code}", situation), basis)

    return period


def answer_time(situation: Situation) -> Period:
    """How soon a complaint about enforcement is answered, as the place has it."""
    return days(DEFAULTS.number("enforcement_answer", situation))


def subject_named(situation: Situation) -> str | None:
    """A complaint says against whom it is, one about enforcement which organ; a report may not know."""
    record = situation.record
    if record.kind == c.Kind.CONSUMER and not record.subject:
        return "没有填写被投诉人"
    if record.kind == c.Kind.ENFORCEMENT and record.target_organ_id is None and not record.target_name:
        return "对行政执法行为的投诉，应当写明执法机关"
    return None


def lead_given(situation: Situation) -> str | None:
    """A report gives something to go on: who it is, or what happened."""
    record = situation.record
    if record.kind != c.Kind.REPORT or record.subject or record.facts:
        return None
    return "举报应当有具体线索：填写被举报人，或者在事实和请求中写明违法行为的地点、时间等"


def real_name_named(situation: Situation) -> str | None:
    """Who gives a name is named and can be told."""
    record = situation.record
    if not record.real_name or (record.reporter_name and (record.reporter_phone or record.reporter_address)):
        return None
    return "实名的应当登记姓名和联系方式，以便告知处理结果"


def apart(situation: Situation) -> str | None:
    """A material that holds both a complaint and a report was split before either goes on."""
    if not situation.record.mixed or situation.did(situation.procedure.step("split")):
        return None
    return "材料同时包含投诉和举报内容，应当先分别处理"


def other_kind(situation: Situation) -> str | None:
    """What is split off is of another kind."""
    record = situation.record
    return "分出的类别与本件相同" if record.split_kind == record.kind else None


def materials_given(situation: Situation) -> str | None:
    """A complaint names who complains, against whom, and what is asked for."""
    record = situation.record
    asked = (
        ("投诉人姓名", record.reporter_name), ("联系电话", record.reporter_phone),
        ("通讯地址", record.reporter_address), ("被投诉人地址", record.target_address), ("事实和请求", record.facts),
    )  # fmt: skip
    lacking = [label for label, value in asked if not value]
    return f"投诉材料缺少：{'、'.join(lacking)}" if lacking else None


def ended_for_time(situation: Situation) -> str | None:
    """Mediation ends for time only when the time is up."""
    record = situation.record
    if record.ending != c.Ending.TIME_UP:
        return None
    clock = clock_of(situation, situation.procedure.limit("mediate"), current_calendar())
    judged = clock.due.judged if clock is not None and clock.due is not None else None
    if judged is None or situation.on >= local_day(judged):
        return None
    return f"调解期限{local_day(judged)}才届满，还没有满"


def reasons_given(situation: Situation) -> str | None:
    """Filing or not is reasoned."""
    return None if situation.record.filing_reason else "应当写明立案、不予立案的理由"


def competent_named(situation: Situation) -> str | None:
    """It says which organ is competent, and never sends a complaint to the organ complained of."""
    record = situation.record
    if not record.to_whom:
        return "没有填写有权处理的机关"
    if record.transfer_organ_id is not None and record.transfer_organ_id == record.organ_id:
        return "不能移送本机关自己"
    return None


def not_to_the_accused(situation: Situation) -> str | None:
    """What is told on an organ, or on somebody, is not handed to them."""
    record = situation.record
    accused, competent = record.target_organ, record.transfer_organ
    names = {record.target_name, *((accused.name, accused.short_name) if accused else ())} - {""}
    told = {record.transfer_name, *((competent.name, competent.short_name) if competent else ())} - {""}
    return "不得把投诉、举报转给被投诉、被举报的机关处理" if names & told else None


def rewarded_here(situation: Situation) -> str | None:
    """The place rewards reports, and this one was filed and its reporter is known."""
    record = situation.record
    if not DEFAULTS.flag("reward", situation):
        return "本地没有规定举报奖励"
    if record.filing != c.Filing.FILED:
        return "没有立案的举报不奖励"
    return None if record.real_name else "匿名举报无法核实奖励对象"


def public_subject(record: Any) -> str:
    """Against whom a complaint is, as it may be published: of a natural person, or where that is open, the surname."""
    if record.target_organ is not None or record.target_type in ORGANISATIONS:
        return str(record.subject)
    return masked_name(record.target_name) if record.target_name else ""


def type_of_subject(record: Any, on: object) -> str:
    """What the one complained of is, where an object of inspection has that very name."""
    if record.target_type or not record.target_name or record.organ_id is None:
        return str(record.target_type)
    rows = InspectionObject._base_manager.filter(withdrawn=False, name=str(record.target_name).strip())
    kind = rows.order_by("pk").values_list("kind", flat=True).first()
    return TYPES[ObjectKind(kind)].value if kind else ""


TYPES = {
    ObjectKind.ENTERPRISE: PartyType.LEGAL, ObjectKind.COOPERATIVE: PartyType.LEGAL,
    ObjectKind.ORGANISATION: PartyType.LEGAL, ObjectKind.INDIVIDUAL: PartyType.INDIVIDUAL,
    ObjectKind.SITE: PartyType.OTHER,
}  # fmt: skip


def line_of(record: Any, on: object) -> str:
    """The line of the organ that received it."""
    return (c.Line.MARKET if "市场监督管理" in record.organ.name else c.Line.GENERAL).value


def supervision_body(record: Any) -> Organ | None:
    """The supervision body of the place of an organ: its government's justice bureau, or the organ itself."""
    organ = record.organ
    if organ.kind == OrganKind.JUSTICE:
        return organ if isinstance(organ, Organ) else None
    government = organ if organ.kind == OrganKind.GOVERNMENT else organ.parent
    if government is None:
        return None
    return Organ.objects.filter(parent=government, kind=OrganKind.JUSTICE).order_by("pk").first()


FIFTEEN = working_days(15, M[23, 1].says("延长十五个工作日"))
"""How long a check is extended at most."""

CONFIDENTIAL = M[33].says("予以保密")
"""The reporter's data and what became of the report are kept from the accused and from everybody not concerned."""
