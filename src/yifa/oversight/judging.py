"""What a person says of a hit (确认、排除), and the case of supervision that a confirmed hit becomes."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from yifa.errors import YifaError
from yifa.kernel import engine
from yifa.kernel.declare import PROCEDURES
from yifa.kernel.engine import Authority, Entry
from yifa.kernel.models import Case, Link
from yifa.kernel.rules import Attempt
from yifa.office.models import Organ, OrganKind, Person, Place
from yifa.oversight.models import Hit, HitState, Judgement

SUPERVISION = "supervision_case"


class NotJudged(YifaError):
    """A judgement was refused."""


def confirm(hit: Hit, by: Person, at: datetime, reason: str = "", *, supervise: bool = False) -> Hit:
    """Say that a hit is right.

    Args:
        supervise: whether a case of supervision is opened with it as its clue.

    Raises:
        NotJudged: it was confirmed before, or nobody is there to supervise.
    """
    with transaction.atomic():
        judged = _judge(hit, HitState.CONFIRMED, reason, by, at)
        if supervise:
            judged.supervision = clue_from(judged, by, at)
            judged.save(update_fields=["supervision"])
        return judged


def supervise(hit: Hit, by: Person, at: datetime) -> Hit:
    """Open a case of supervision on a hit that was confirmed before.

    Raises:
        NotJudged: it was not confirmed, one is open already, or nobody is there to supervise.
    """
    with transaction.atomic():
        judged = Hit._base_manager.select_for_update().get(pk=hit.pk)
        if judged.state != HitState.CONFIRMED:
            raise NotJudged("不能登记监督线索：这一命中还没有确认。请先核查。")
        if judged.supervision_id is not None:
            raise NotJudged("这一命中已经登记监督线索，不必重复登记。请在监督案件中处理。")
        judged.supervision = clue_from(judged, by, at)
        judged.save(update_fields=["supervision"])
        return judged


def reject(hit: Hit, by: Person, at: datetime, reason: str) -> Hit:
    """Say that a hit is a false alarm, and why: the reason improves the model.

    Raises:
        NotJudged: no reason, or a case of supervision rests on it.
    """
    if not reason.strip():
        raise NotJudged("不能排除：没有写理由。请写明为什么不是问题，以便改进模型。")
    if hit.supervision_id is not None:
        raise NotJudged("不能排除：已经据此登记监督线索。请在监督案件中处理。")
    with transaction.atomic():
        return _judge(hit, HitState.REJECTED, reason.strip(), by, at)


def _judge(hit: Hit, state: HitState, reason: str, by: Person, at: datetime) -> Hit:
    judged = Hit._base_manager.select_for_update().get(pk=hit.pk)
    if judged.state == state:
        raise NotJudged(f"这一命中已经{state.label}，不必重复办理。请刷新页面。")
    judged.state, judged.reason, judged.judged_by, judged.judged_at = state, reason, by, at
    judged.save(update_fields=["state", "reason", "judged_by", "judged_at"])
    Judgement._base_manager.create(hit=judged, state=state, reason=reason, by=by, at=at)
    return judged


def supervisor_of(organ: Organ) -> Organ | None:
    """The supervision body of the place of an organ (县司法局), or of the place above."""
    place: Place | None = organ.place
    while place is not None:
        found = Organ.objects.filter(place=place, kind=OrganKind.JUSTICE).order_by("pk").first()
        if found is not None:
            return found
        place = place.parent
    return None


def clue_from(hit: Hit, by: Person, at: datetime) -> Case:
    """Enter a hit as a clue at the supervision body (线索登记), tied to the case it is about.

    Raises:
        NotJudged: there is no such body, or the procedure does not govern yet.
    """
    seat, day = supervisor_of(hit.organ), timezone.localdate(at)
    if SUPERVISION not in PROCEDURES.versions or seat is None:
        raise NotJudged("不能登记监督线索：本地没有行政执法监督机构。请先在机构中登记司法行政部门。")
    if day < PROCEDURES.versions[SUPERVISION][0].since:
        raise NotJudged("不能登记监督线索：行政执法监督条例自2026年2月1日起施行。")
    case = engine.new_case(SUPERVISION, seat, day)
    step = case.declaration.step("register_clue")
    entry = Entry(by, at, Authority.ECHO)
    engine.perform(case, Attempt(step, day, {}, [code for code, _ in step.condition_codes]), entry, _fields(hit, day))
    opened = Case._base_manager.get(pk=case.pk)
    if hit.case_id is not None:
        Link._base_manager.get_or_create(source=opened, target_id=hit.case_id, kind="被监督案件", defaults={"on": day})
    return opened


def _fields(hit: Hit, day: date) -> dict[str, object]:
    """What the clue brings: the model, what it found, on which article, and what whoever confirmed it says."""
    clue = hit.clue
    basis = f"（{clue.basis_text}）" if clue else ""
    said = f"核查意见：{hit.reason.rstrip('。')}。" if hit.reason else ""
    return {
        "clue_source": "model", "clue_model": hit.label, "clue_number": f"模型命中{hit.pk}",
        "clue_text": f"{hit.explanation}{basis}{said}", "target_organ": hit.organ, "target_case": hit.case,
        "target_number": hit.case.number if hit.case is not None else "",
        "act_kind": clue.act_kind if clue else "other", "problem": clue.problem if clue else "other",
    }  # fmt: skip
