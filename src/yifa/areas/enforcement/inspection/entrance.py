"""What an enterprise sees and does by the code of a visit (凭检查码查看、登记、评价): no sign-in, no personal data.

Nothing is taken from the request but the code and the answers; the time is an argument.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from yifa.areas.enforcement.authority.models import Officer
from yifa.areas.enforcement.inspection.choices import Kind, Result, Service, Way
from yifa.areas.enforcement.inspection.codes import fresh_rating_code, rating_code_of
from yifa.areas.enforcement.inspection.defaults import DEFAULTS
from yifa.areas.enforcement.inspection.models import Arrival, InspectionCase, Rating, RatingCode
from yifa.areas.enforcement.inspection_plan.conditions import listed_items
from yifa.errors import YifaError
from yifa.kernel.codes import LENGTH, digest_of, grouped, read_code  # fmt: skip
from yifa.kernel.linking import linked_cases
from yifa.office.models import Person
from yifa.office.personal import masked_text

DISCIPLINE = (
    "两人以上，主动出示执法证件和检查通知书；不出示证件的，您有权拒绝检查。",
    "只检查通知书写明的事项，不得擅自增加。",
    "检查不收费，不要求企业支付检验、检测等费用，不指定购买商品和服务。",
    "不得妨碍正常生产经营，不得要求无关人员陪同。",
    "不得接受宴请、礼品礼金，不得泄露商业秘密。",
    "由检查机关自己检查；第三方、没有执法证件的辅助人员不得检查。",
)
"""What officers keep to at an enterprise (检查纪律), in short; drawn up from 行政处罚法 42, 55 and 54号文."""


class EntranceError(YifaError):
    """A code that leads nowhere, or something that cannot be entered by it; the message is for the enterprise."""


UNKNOWN = "没有找到这个检查码。请核对通知书上的16位检查码；仍然找不到的，请向检查机关或者司法行政部门核实。"


@dataclass(frozen=True)
class Seen:
    """What the page of one visit shows."""

    code: str
    organ: str
    kind: str
    whom: str
    items: tuple[tuple[str, str, str], ...]
    basis: tuple[str, str, str] | None
    why: str
    planned_on: date | None
    officers: tuple[tuple[str, str], ...]
    joint: tuple[str, ...]
    notice: str
    enforcement: bool
    on_site: bool
    arrivals: tuple[datetime, ...] = ()
    visited_on: date | None = None
    result: str = ""
    findings: str = ""
    correction: str = ""
    correct_by: date | None = None
    corrected_on: date | None = None
    later: tuple[tuple[str, str, str], ...] = ()
    ended: str = ""
    may_register: bool = False
    may_rate: bool = False
    rated: bool = False
    rating_code: str = ""
    service: str = field(default="")


def visit_of(typed: str, today: date) -> InspectionCase:
    """The visit of a code.

    Raises:
        EntranceError: unknown, badly typed, taken back, or too old; each says so plainly.
    """
    code = read_code(typed)
    if len(code) != LENGTH:
        raise EntranceError(f"检查码应为{LENGTH}位，现在是{len(code)}位。请照通知书上的检查码重新输入。")
    rows = InspectionCase._base_manager.select_related("organ__place")
    case = rows.filter(entry_code=code).first()
    if case is None:
        raise EntranceError(UNKNOWN)
    if case.stage == "proposed":
        raise EntranceError(
            "这个检查码暂时不能使用：检查方案正在修改，还没有重新批准。现在有人来检查的，请向检查机关核实。"
        )
    days = int(DEFAULTS.at(case.organ.place.code)["code_days"].value)
    if case.closed_on is not None and today > case.closed_on + timedelta(days):
        last = case.closed_on + timedelta(days)
        raise EntranceError(
            f"这个检查码已经过期（{last}以后不能查看）。需要了解这次检查的，请向{case.organ.name}查询。"
        )
    return case


def seen(case: InspectionCase, at: datetime, device: str = "") -> Seen:
    """What an enterprise may see of a visit at a time; whether it was rated, only the telephone that may do so.

    Args:
        device: the word that the telephone holds, if it registered an arrival before.
    """
    arrivals = [timezone.localtime(one.at) for one in Arrival._base_manager.filter(case_id=case.pk).order_by("at")]
    code = rating_code_of(case.entry_code, device) if device else ""
    code = code if _holds(case, code) else ""
    rated = bool(code) and Rating._base_manager.filter(case_id=case.pk).exists()
    found = case.told_on is not None
    return Seen(
        code=case.code_text,
        organ=case.organ.name,
        kind=Kind(case.kind).label,
        service=Service(case.service).label if case.service else "",
        whom=case.object_name if not case.is_private else case.public_name or case.object_name,
        items=_items(case),
        basis=_basis(case),
        why=_why(case),
        planned_on=case.planned_on,
        officers=_officers(case),
        joint=tuple(str(row.get("organ", "")) for row in case.joint_with),
        notice=_notice(case),
        enforcement=case.enforces,
        on_site=case.mode == Way.ONSITE,
        arrivals=tuple(arrivals),
        visited_on=case.visited_on,
        result=Result(case.result).label if found and case.result else "",
        findings=masked_text(case.public_findings) if found else "",
        correction=masked_text(case.correction) if found else "",
        correct_by=case.correct_by if found else None,
        corrected_on=case.corrected_on,
        later=_later(case),
        ended={"aborted": "这次检查已经终止。", "refused": "企业依法拒绝了这次检查。"}.get(case.stage, ""),
        may_register=_may_register(case, timezone.localdate(at)),
        may_rate=_may_rate(case, at) and not rated,
        rated=rated,
        rating_code=grouped(code),
    )


def _officers(case: InspectionCase) -> tuple[tuple[str, str], ...]:
    """Everybody who comes, with the number of the certificate; those of other organs with the name of theirs."""
    own = [(str(row.get("name") or "—"), str(row.get("cert_no", ""))) for row in case.officers]
    guests = case.joint_officers
    numbers = [number for _, number in guests]
    rows = Officer._base_manager.filter(withdrawn=False, cert_no__in=numbers).order_by("pk")
    names = dict(rows.values_list("cert_no", "name"))
    return (*own, *((f"{names.get(number, '—')}（{organ}）", number) for organ, number in guests))


def _items(case: InspectionCase) -> tuple[tuple[str, str, str], ...]:
    """Each item with its content and basis as published."""
    on = case.planned_on or case.opened_on
    known = listed_items(case.organ_id, on, case.item_codes)
    rows = []
    for row in case.items:
        item = known.get(str(row.get("item_code", "")).strip())
        name = str(row.get("item_name") or row.get("item_code", ""))
        rows.append((name, item.content if item else "", "、".join(map(str, item.legal_basis)) if item else ""))
    return tuple(rows)


def _basis(case: InspectionCase) -> tuple[str, str, str] | None:
    """The plan, its number, and the batch of the draw."""
    named = {Kind.DAILY: "年度检查计划", Kind.SPECIAL: "专项检查计划"}.get(Kind(case.kind))
    return (named, case.plan_number, case.draw_number) if named else None


def _why(case: InspectionCase) -> str:
    """Why one enterprise is inspected: the kind of source, never the report itself."""
    return case.get_trigger_display() if case.kind == Kind.CASE and case.trigger else ""


def _notice(case: InspectionCase) -> str:
    papers = case.papers.filter(title="行政检查通知书").order_by("-pk")  # a relation of a row already found
    return papers.values_list("number", flat=True).first() or ""


def _later(case: InspectionCase) -> tuple[tuple[str, str, str], ...]:
    """What came of it: the kind, the number and the stage of the cases tied to the visit, and no more."""
    found = linked_cases(case, "penalty")
    return tuple((one.declaration.label, one.number or "编号中", one.stage_label) for one in found)


def _may_register(case: InspectionCase, day: date) -> bool:
    fit = case.enforces and case.mode == Way.ONSITE and case.stage in ("approved", "visiting", "correcting")
    return fit and not Arrival._base_manager.filter(case_id=case.pk, on=day).exists()


def _may_rate(case: InspectionCase, at: datetime) -> bool:
    ended = case.finished_on or (case.visited_on if case.kind == Kind.SERVICE else None)
    if case.stage == "refused":
        ended = case.closed_on
    if ended is None or case.mode != Way.ONSITE:
        return False
    return timezone.localdate(at) <= ended + timedelta(_rating_days(case))


def _rating_days(case: InspectionCase) -> int:
    return int(DEFAULTS.at(case.organ.place.code)["rating_days"].value)


def register_arrival(case: InspectionCase, at: datetime, device: str = "") -> Arrival:
    """The enterprise says that the officers are here; pressing it twice a day changes nothing.

    The telephone that does so gets the code by which the visit is rated.

    Raises:
        EntranceError: there is nothing to register, or it is not the day.
    """
    day = timezone.localdate(at)
    there = Arrival._base_manager.filter(case_id=case.pk, on=day).first()
    if there is not None:
        return there
    if not _may_register(case, day):
        raise EntranceError("这次检查现在不能登记到达：不是入企检查，或者检查已经结束、终止。")
    if case.planned_on is not None and day < case.planned_on:
        raise EntranceError(
            f"批准的检查日期是{case.planned_on}，今天是{day}。提前到达的，请要求检查人员说明，并向检查机关核实。"
        )
    try:
        with transaction.atomic():
            made: Arrival = Arrival._base_manager.create(case=case, at=at)
            if device:
                _give(case, rating_code_of(case.entry_code, device), at, device=digest_of("device", device))
            return made
    except IntegrityError:
        return Arrival._base_manager.get(case_id=case.pk, on=day)


# -- rating --------------------------------------------------------------------------------------


def _give(case: InspectionCase, code: str, at: datetime, *, device: str = "", by: Person | None = None) -> None:
    digest = digest_of("rating", case.entry_code, code)
    RatingCode._base_manager.create(case=case, digest=digest, at=at, device=device, by=by)


def give_rating_code(case: InspectionCase, by: Person, at: datetime) -> str:
    """A rating code given out by who supervises the body, to an enterprise that did not register the arrival.

    Raises:
        EntranceError: the visit was rated already, or cannot be rated any more.
    """
    if Rating._base_manager.filter(case_id=case.pk).exists():
        raise EntranceError("这次检查已经评价过，不再发放评价码。")
    if not _may_rate(case, at):
        raise EntranceError("现在不能发放评价码：不是入企检查、走访，检查还没有结束，或者已经超过评价的期限。")
    code = fresh_rating_code()
    _give(case, code, at, by=by)
    return code


def _holds(case: InspectionCase, code: str) -> bool:
    digest = digest_of("rating", case.entry_code, read_code(code))
    return bool(code) and RatingCode._base_manager.filter(case_id=case.pk, digest=digest).exists()


def other_enterprises(case: InspectionCase) -> int:
    """At how many other enterprises the telephone registered arrivals that registered this one.

    More than a few mean that not the enterprise held it.
    """
    devices = RatingCode._base_manager.filter(case_id=case.pk).exclude(device="").values("device")
    codes = RatingCode._base_manager.filter(device__in=devices).exclude(case__object_code=case.object_code)
    return codes.values("case__object_code").distinct().count()


ANSWERS = (
    ("showed", "检查人员出示了执法证件吗？"),
    ("told", "说明了检查的依据和事项吗？"),
    ("disturbed", "影响了正常经营吗？"),
    ("charged", "有收费、指定服务或者其他要求吗？"),
)
"""The questions beside the stars; each may be left open."""


def rate(case: InspectionCase, code: str, answers: Mapping[str, Any], at: datetime) -> Rating:
    """The enterprise rates the visit, once.

    Args:
        code: the rating code, which whoever came does not know.
        answers: stars 1 to 5; of each question yes, no or nothing; a note.

    Raises:
        EntranceError: rated already, too early, too late, no such code, or no stars.
    """
    if not _may_rate(case, at):
        raise EntranceError("现在不能评价：检查还没有结束，或者已经超过评价的期限。")
    if not _holds(case, code):
        raise EntranceError(
            "评价码不对。评价码有8位，显示在登记检查人员到达的手机上；没有登记的，请向司法行政部门（行政执法监督机关）索取。"
        )
    if Rating._base_manager.filter(case_id=case.pk).exists():
        raise EntranceError("这次检查已经评价过，评价不能修改。补充意见请向司法行政部门反映。")
    stars = str(answers.get("stars") or "")
    if stars not in ("1", "2", "3", "4", "5"):
        raise EntranceError("没有选择总体评价。请选1至5分，5分最好。")
    said = {name: {"yes": True, "no": False}.get(str(answers.get(name) or "")) for name, _ in ANSWERS}
    note = str(answers.get("note") or "").strip()
    if len(note) > NOTE_LENGTH:
        raise EntranceError(f"意见有{len(note)}字，请写在{NOTE_LENGTH}字以内。")
    try:
        with transaction.atomic():
            made: Rating = Rating._base_manager.create(case=case, at=at, stars=int(stars), note=note, **said)
            return made
    except IntegrityError:
        raise EntranceError("这次检查已经评价过，评价不能修改。") from None


NOTE_LENGTH = 1000
