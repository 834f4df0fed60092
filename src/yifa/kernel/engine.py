"""The only writer (唯一写入者): `perform` takes a step of a case, in one transaction or not at all.

It locks the case, looks at it again, collects every reason against the step, writes one chained event, the fields and
the stage, issues the instrument, recomputes the clocks and performs the echo in a linked case. No view, command or
import writes a case in another way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.db import OperationalError, transaction
from django.db.models import Q
from django.utils import timezone

from yifa.clock import ClockError
from yifa.kernel import chain, linking, reckon
from yifa.kernel.declare import NEW, PROCEDURES, DeclarationError, Procedure, Step
from yifa.kernel.filling import brought, own_fields, preset, set_fields
from yifa.kernel.holding import hold
from yifa.kernel.insiders import may_open
from yifa.kernel.instruments import issue
from yifa.kernel.linking import Errand
from yifa.kernel.models import Case, Event, EventKind, Link, Secrecy
from yifa.kernel.replay import situation_of, under, valid_events
from yifa.kernel.rules import Attempt, Reason, Refused, reasons_against, slips
from yifa.kernel.situation import Happened, Situation
from yifa.law import act
from yifa.office.models import Organ, Person
from yifa.office.posts import roles_of
from yifa.office.roles import HANDLING, RECORDED_FOR, Role
from yifa.papers import numbers

__all__ = [
    "Authority", "Entry", "append", "authority_reasons", "brought", "closing_of", "governed", "has_role",
    "locked", "new_case", "note_version", "perform", "place", "refusing", "set_fields", "situation_of",
    "valid_events",
]  # fmt: skip


class Authority(StrEnum):
    """On whose authority a step is recorded."""

    PERSON = "person"
    PROPOSED = "proposed"
    SIGNED = "signed"
    LAW = "law"
    ECHO = "echo"
    IMPORT = "import"
    PUBLIC = "public"  # somebody who does not sign in, on a public page


@dataclass(frozen=True)
class Entry:
    """Who records a step, when, and on what authority.

    `seen` is the number of events the person had before them; if another has been written since, the step is refused
    instead of being taken twice. `origin` names the event of another case that brings this one with it.
    """

    by: Person | None
    at: datetime
    authority: Authority = Authority.PERSON
    seen: int | None = None
    signed: tuple[Mapping[str, Any], ...] = field(default_factory=tuple)
    origin: str = ""

    @property
    def person(self) -> Person:
        """Who records it, where that cannot be the law itself."""
        if self.by is None:
            raise Refused("办理", [Reason("须由登录人员办理")])
        return self.by

    @property
    def today(self) -> date:
        """The day of the entry in local time."""
        return timezone.localdate(self.at)


def new_case(procedure: str, organ: Organ, on: date, *, historic: bool = False) -> Case:
    """An unsaved case under the version that governs on a day; the first step saves it.

    Args:
        historic: whether it is imported history, which may lie before the first version in the books.
    """
    version = PROCEDURES.on(procedure, on, historic=historic)
    model: Any = version.model
    case: Case = model(procedure=procedure, version=version.since, organ=organ, stage=NEW.code, opened_on=on)
    return case


def perform(case: Case, attempt: Attempt, entry: Entry, fields: Mapping[str, Any] | None = None) -> Event:
    """Take a step.

    Args:
        case: the case; unsaved where the step opens it, and unsaved again if the step is refused.
        attempt: the step with its legal date, inputs, confirmations and overrides.
        entry: who records it, when and on what authority.
        fields: values for fields of the case that the step brings.

    Returns:
        The event.

    Raises:
        Refused: with every reason; nothing was written.
    """
    unsaved = dict(vars(case)) if case._state.adding else None
    try:
        with refusing(attempt.step.label), transaction.atomic():
            return _perform(locked(case, linked=linking.reaches(case, attempt.step)), attempt, entry, fields or {})
    except BaseException:
        if unsaved is not None:
            vars(case).clear()
            vars(case).update(unsaved)
            case._state.adding = True
        raise


@contextmanager
def refusing(what: str) -> Iterator[None]:
    """Turn what the database or the arithmetic of dates says into a refusal that a clerk understands."""
    try:
        yield
    except ClockError as error:
        raise Refused(what, [Reason(str(error).rstrip("。"))]) from error
    except OperationalError as error:
        if not any(word in str(error) for word in ("deadlock", "locked", "could not serialize")):
            raise
        raise Refused(what, [Reason("案件正由他人同时办理，请稍后再试")]) from error


def _perform(record: Any, attempt: Attempt, entry: Entry, fields: Mapping[str, Any]) -> Event:
    step = attempt.step
    if entry.seen is not None and record.length != entry.seen:
        raise Refused(step.label, [Reason("案件刚刚已有新的办理记录，请刷新后核对再办理")])
    before, attempt = governed(record, attempt, historic=entry.authority is Authority.IMPORT)
    step = attempt.step
    reasons, changes = brought(record, step, fields)
    if step.holds is not None:
        hold(step.holds(record, attempt.on))
    asked = before.asked(step, attempt.on, record, attempt.data)
    reasons += _secrecy(record)
    reasons += authority_reasons(record, before, step, entry)
    if entry.authority is not Authority.IMPORT:
        reasons += reasons_against(asked, attempt, today=entry.today)
    else:
        reasons += slips(attempt.on, entry.today)
    if reasons:
        raise Refused(step.label, reasons)
    return _write(record, asked, attempt, entry, changes)


def locked(case: Case, *, linked: bool = False) -> Any:
    """The row of a case, locked until the end of the transaction; an unsaved one as it is.

    Args:
        linked: lock the cases linked to it as well, all in one order, so that two cases whose steps echo in each
            other never wait for each other.
    """
    if case._state.adding:
        return case
    if linked:
        ties = Link._base_manager.filter(Q(source_id=case.pk) | Q(target_id=case.pk))
        ends = {pk for pair in ties.values_list("source_id", "target_id") for pk in pair}
        if ends:
            list(Case._base_manager.select_for_update().filter(pk__in=ends).order_by("pk").values_list("pk"))
    model = case.declaration.model
    parent = model._meta.get_ancestor_link(Case)
    rows = model._base_manager.select_for_update(of=("self" if parent is None else parent.name,))
    return rows.select_related("organ__place").get(pk=case.pk)


def governed(record: Any, attempt: Attempt, *, historic: bool = False) -> tuple[Situation, Attempt]:
    """The case and the step under the version that governs once the step is taken.

    The step that opens the case chooses by its date, and so does the first of those that fix the version; once fixed
    it stays.
    """
    procedure: type[Procedure] = record.declaration
    situation = situation_of(record, procedure)
    opening = not situation.happened
    if opening or (attempt.step in procedure.fixed_by and not situation.did(*procedure.fixed_by)):
        try:
            procedure = PROCEDURES.on(record.procedure, attempt.on, historic=historic or record.imported)
        except DeclarationError as error:
            raise Refused(attempt.step.label, [Reason(str(error).rstrip("。"), field="on")]) from error
    step = procedure.step(attempt.step.code)
    return under(situation, procedure), attempt if step is attempt.step else replace(attempt, step=step)


def _secrecy(record: Any) -> list[Reason]:
    if record.secrecy != Secrecy.SECRET:
        return []
    basis = act("保守国家秘密法")[31].says("非涉密信息系统")
    return [Reason("涉密案件不得录入本系统，请在涉密信息系统中办理", basis, field="secrecy")]


def authority_reasons(record: Any, situation: Situation, step: Step, entry: Entry) -> list[Reason]:
    """Why this person may not take the step: no post, no signatures, or the same person as before."""
    if entry.authority in (Authority.LAW, Authority.ECHO, Authority.IMPORT):
        return []
    if entry.authority is Authority.PUBLIC:
        open_to_all = {Role.CITIZEN, Role.SYSTEM} & set(step.roles)
        return [] if open_to_all else [Reason(f"“{step.label}”不由公众在网上办理")]
    if entry.by is None:
        return [Reason("须由登录人员办理")]
    reasons = []
    if step.approved_by and entry.authority is Authority.PERSON:
        signers = "、".join(role.label for role in step.approved_by)
        reasons.append(Reason(f"须经{signers}审批，请先报批", step.bases[0]))
    if not record._state.adding and not may_open(entry.by, record, entry.today):
        return [Reason(f"{entry.by.name}不在本案的知悉范围，由承办人或者负责人纳入后办理")]
    held = roles_of(entry.by, record.organ, entry.today)
    wanted = {*step.roles, *(RECORDED_FOR[role] for role in step.roles if role in RECORDED_FOR)}
    if not held & wanted and entry.authority is not Authority.SIGNED:
        roles = "、".join(role.label for role in step.roles)
        reasons.append(Reason(f"“{step.label}”由{roles}办理，{entry.by.name}在{record.organ.short_name}没有这一岗位"))
    earlier = situation.last(step.not_by) if step.not_by else None
    if earlier is not None and earlier.actor == entry.by.pk:
        reasons.append(Reason(f"“{step.label}”与“{earlier.step.label}”不得由同一人办理", step.bases[0]))
    return reasons


def _write(record: Any, asked: Situation, attempt: Attempt, entry: Entry, changes: dict[str, Any]) -> Event:
    step, procedure, opening = attempt.step, asked.procedure, record._state.adding
    historic = entry.authority is Authority.IMPORT
    if opening:
        changes = preset(record) | changes
        record.version, record.opened_on = procedure.since, attempt.on
    taken = _takes(record, entry)
    changes |= own_fields(record, step, attempt.on)
    numbered = step in procedure.numbered_by and not record.number
    if numbered:
        record.number = numbers.allocate(record.organ, procedure.mark, attempt.on.year, work=procedure.key)
    record.imported = record.imported or historic
    if opening:
        place(record, asked.after(Happened(1, step, attempt.on)))
        record.save()
    elif record.version != procedure.since:
        note_version(record, procedure, attempt.on, entry)
    paper = issue(record, step, attempt, entry.by) if step.document and not historic else None
    content = _content(attempt, entry, changes, paper)
    if numbered or (opening and record.number):
        content["number"] = record.number
    if record.handler_id and (opening or taken):
        content["handler"] = record.handler_id
    event = _chained(record, EventKind.STEP, attempt.on, entry, step=step.code, data=content)
    inputs = event.data.get("inputs", {})
    after = asked.after(Happened(event.seq, step, attempt.on, inputs, event.actor_id))
    place(record, after)
    record.save(update_fields=_KEPT if opening else {*_KEPT, *changes})
    if paper is not None:
        paper.event = event
        paper.save()
    reckon.keep(record, after, opened=opening)
    if not historic:
        for errand in linking.errands(after.asked(step, attempt.on, record, attempt.data), step):
            _run(errand, event, step, entry)
    for other in map(locked, linking.onlookers(record)):
        reckon.keep(other, situation_of(other))
    return event


_KEPT = ("version", "handler", "stage", "closed_on", "title", "counterpart", "number", "imported", "length", "head")
"""The columns of a case that every event may change."""


def _takes(record: Any, entry: Entry) -> bool:
    """Whether the person takes a case that nobody has: by their own act, in a post that handles cases.

    One that is kept among few and opened beside another at the same organ stays with whoever did that.
    """
    personal = entry.authority in (Authority.PERSON, Authority.SIGNED) or (
        record._state.adding and entry.authority is Authority.ECHO and bool(type(record).confided_to)
    )
    if record.handler_id is not None or entry.by is None or not personal:
        return False
    if not has_role(entry.person, record.organ, entry.today, *HANDLING):
        return False
    record.handler = entry.by
    return True


def place(record: Any, after: Situation) -> None:
    """Bring stage, closing date, title and the other side up to the situation."""
    record.stage = after.stage.code
    record.closed_on = closing_of(after)
    record.title = after.procedure.title_of(record)[:200]
    record.counterpart = after.procedure.counterpart_of(record)


def closing_of(situation: Situation) -> date | None:
    """The day on which the case came to its end; None while it goes on."""
    moves = [event.on for event in situation.happened if event.step.target is not None]
    return moves[-1] if situation.stage.final and moves else None


def note_version(record: Any, procedure: type[Procedure], on: date, entry: Entry) -> None:
    """Put a case under another version, by an event of its own (转适用)."""
    data = {"from": record.version.isoformat(), "to": procedure.since.isoformat()}
    record.version = procedure.since
    append(record, EventKind.VERSION, on, entry, data=data)


def _content(attempt: Attempt, entry: Entry, changes: Mapping[str, Any], paper: Any) -> dict[str, Any]:
    content: dict[str, Any] = {"authority": entry.authority.value}
    parts = {
        "inputs": dict(attempt.data),
        "fields": dict(changes),
        "confirmed": sorted(attempt.confirmed),
        "overrides": {code: [o.reason, o.basis] for code, o in attempt.overrides.items()},
        "signed": list(entry.signed),
        "echo": entry.origin,
        "paper": [paper.title, paper.number, paper.digest] if paper else None,
    }
    content.update({name: part for name, part in parts.items() if part})
    return content


def append(
    record: Any, kind: EventKind, on: date, entry: Entry, *,
    step: str = "", data: Mapping[str, Any] | None = None, voids: Event | None = None,
) -> Event:  # fmt: skip
    """Chain one more event to a locked case and bring the case's length and head up to it."""
    event = _chained(record, kind, on, entry, step=step, data=data, voids=voids)
    Case._base_manager.filter(pk=record.pk).update(length=record.length, head=record.head, version=record.version)
    return event


def _chained(
    record: Any, kind: EventKind, on: date, entry: Entry, *,
    step: str = "", data: Mapping[str, Any] | None = None, voids: Event | None = None,
) -> Event:  # fmt: skip
    """Write one more event; length and head of the case are set and left to the caller to save."""
    event = Event(
        case_id=record.pk, seq=record.length + 1, kind=kind, step=step, on=on, at=entry.at, actor=entry.by,
        voids=voids, data=chain.plain(data or {}), imported=entry.authority is Authority.IMPORT,
        algorithm=chain.ALGORITHM, previous=record.head,
    )  # fmt: skip
    event.digest = chain.event_digest(event)
    event.save(force_insert=True)
    record.length, record.head = event.seq, event.digest
    return event


def _run(errand: Errand, event: Event, step: Step, entry: Entry) -> None:
    """Take the step that ours brings with it in another case.

    Raises:
        Refused: the other case refuses it; then the whole step is refused, and that case is named.
    """
    case = errand.case
    if case is None:
        assert errand.organ is not None
        case = new_case(errand.procedure.key, errand.organ, errand.attempt.on)
    echoed = Entry(entry.by, entry.at, Authority.ECHO, origin=linking.origin_of(event))
    try:
        brought = perform(case, errand.attempt, echoed, errand.fields)
    except Refused as refused:
        what = f"{errand.where}不能“{errand.attempt.step.label}”："
        raise Refused(step.label, [Reason(what + one.text, one.basis) for one in refused.reasons]) from refused
    if not linking.tied(event.case_id, brought.case_id):
        label, on = errand.procedure.label, errand.attempt.on
        Link._base_manager.create(source_id=event.case_id, target_id=brought.case_id, kind=label, on=on)


def has_role(person: Person, organ: Organ, day: date, *roles: Role) -> bool:
    """Whether a person holds one of the roles at an organ on a day."""
    return bool(roles_of(person, organ, day) & set(roles))
