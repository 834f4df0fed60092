"""The only writer (唯一写入者): `perform` takes a step of a case, in one transaction or not at all.

It locks the case, looks at it again, collects every reason against the step, writes one chained event, the fields and
the stage, issues the instrument, recomputes the clocks and performs the echo in a linked case. No view, command or
import writes a case in another way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from yifa.kernel import chain, reckon
from yifa.kernel.declare import NEW, ON, PROCEDURES, Echo, Procedure, Step, field_name
from yifa.kernel.instruments import issue
from yifa.kernel.models import Case, Event, EventKind, Link
from yifa.kernel.rules import Attempt, Reason, Refused, reasons_against
from yifa.kernel.situation import Happened, Situation, in_order
from yifa.office.models import Organ, Person
from yifa.office.posts import roles_of
from yifa.office.roles import RECORDED_FOR, Role
from yifa.papers import numbers


class Authority(StrEnum):
    """On whose authority a step is recorded."""

    PERSON = "person"
    PROPOSED = "proposed"
    SIGNED = "signed"
    LAW = "law"
    ECHO = "echo"
    IMPORT = "import"


@dataclass(frozen=True)
class Entry:
    """Who records a step, when, and on what authority.

    `seen` is the number of events the person had before them; if another has been written since, the step is refused
    instead of being taken twice.
    """

    by: Person | None
    at: datetime
    authority: Authority = Authority.PERSON
    seen: int | None = None
    signed: tuple[Mapping[str, Any], ...] = field(default_factory=tuple)

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


def new_case(procedure: str, organ: Organ, on: date) -> Case:
    """An unsaved case under the version that governs on a day; the first step saves it."""
    version = PROCEDURES.on(procedure, on)
    model: Any = version.model
    case: Case = model(procedure=procedure, version=version.since, organ=organ, stage=NEW.code, opened_on=on)
    return case


def perform(case: Case, attempt: Attempt, entry: Entry, fields: Mapping[str, Any] | None = None) -> Event:
    """Take a step.

    Args:
        case: the case; unsaved where the step opens it.
        attempt: the step with its legal date, inputs, confirmations and overrides.
        entry: who records it, when and on what authority.
        fields: values for fields of the case that the step brings.

    Returns:
        The event.

    Raises:
        Refused: with every reason; nothing was written.
    """
    with transaction.atomic():
        record = locked(case)
        if entry.seen is not None and record.length != entry.seen:
            raise Refused(attempt.step.label, [Reason("案件刚刚已有新的办理记录，请刷新后核对再办理")])
        procedure = _governing(record, attempt)
        attempt = _resolved(procedure, attempt)
        before = situation_of(record, procedure)
        reasons, changes = brought(record, attempt.step, fields or {})
        asked = before.asked(attempt.step, attempt.on, record, attempt.data)
        reasons += authority_reasons(record, before, attempt.step, entry)
        if entry.authority is not Authority.IMPORT:
            reasons += reasons_against(asked, attempt, today=entry.today)
        if reasons:
            raise Refused(attempt.step.label, reasons)
        return _write(record, asked, attempt, entry, changes)


def locked(case: Case) -> Any:
    """The row of a case, locked until the end of the transaction; an unsaved one as it is."""
    if case._state.adding:
        return case
    base: Case = Case._base_manager.select_for_update().get(pk=case.pk)
    model = base.declaration.model
    return model._base_manager.get(pk=case.pk)


def situation_of(record: Any, procedure: type[Procedure] | None = None) -> Situation:
    """The case as its valid events tell it."""
    procedure = procedure or record.declaration
    return Situation(procedure, record, valid_events(record, procedure))


def valid_events(record: Any, procedure: type[Procedure]) -> tuple[Happened, ...]:
    """The steps taken and not voided, by legal date."""
    if record.pk is None:
        return ()
    kinds = (EventKind.STEP, EventKind.PUBLICATION)
    rows = Event._base_manager.filter(case_id=record.pk, kind__in=kinds, voided_by=None)
    return in_order(
        [
            Happened(row.seq, _taken(procedure, row), row.on, row.data.get("inputs", {}), row.actor_id)
            for row in rows
            if "withdrawn" not in row.data
        ]
    )


def _taken(procedure: type[Procedure], row: Event) -> Step:
    """The step that an event took; publishing stands as the `done` of its publication."""
    if row.kind == EventKind.STEP:
        return procedure.step(row.step)
    return procedure.publication(row.data["publication"]).done


def _governing(record: Any, attempt: Attempt) -> type[Procedure]:
    declaration: type[Procedure] = record.declaration
    if attempt.step not in declaration.fixed_by:
        return declaration
    return PROCEDURES.on(record.procedure, attempt.on)


def _resolved(procedure: type[Procedure], attempt: Attempt) -> Attempt:
    step = procedure.step(attempt.step.code)
    return attempt if step is attempt.step else Attempt(
        step, attempt.on, attempt.data, attempt.confirmed, attempt.overrides
    )  # fmt: skip


def brought(record: Any, step: Step, fields: Mapping[str, Any]) -> tuple[list[Reason], dict[str, Any]]:
    """Set the fields that a step brings; values that a field refuses, or that it may not bring, become reasons."""
    allowed = {field_name(reference) for reference in (*step.needs, *step.may)}
    changes, reasons = set_fields(record, fields, allowed, step.label)
    return reasons, changes


def set_fields(
    record: Any, fields: Mapping[str, Any], allowed: set[str], what: str
) -> tuple[dict[str, Any], list[Reason]]:
    """Clean values and set them on the record; each refusal names the field."""
    reasons = [Reason(f"“{what}”不能填写“{name}”", field=name) for name in fields if name not in allowed]
    changes: dict[str, Any] = {}
    for name in sorted(allowed & set(fields)):
        model_field = record._meta.get_field(name)
        try:
            cleaned = _cleaned(model_field, fields[name], record)
        except ValidationError as error:
            reasons.append(Reason(f"“{model_field.verbose_name}”{''.join(error.messages)}", field=name))
            continue
        setattr(record, name, cleaned)
        changes[name] = cleaned
    return changes, reasons


def _cleaned(model_field: Any, value: Any, record: Any) -> Any:
    if not model_field.is_relation:
        return model_field.clean(value, record)
    if value is None or hasattr(value, "pk"):
        return value
    try:
        return model_field.related_model._base_manager.get(pk=value)
    except (model_field.related_model.DoesNotExist, ValueError) as error:
        raise ValidationError("所选的对象不存在。") from error


def authority_reasons(record: Any, situation: Situation, step: Step, entry: Entry) -> list[Reason]:
    """Why this person may not take the step: no post, no signatures, or the same person as before."""
    if entry.authority in (Authority.LAW, Authority.ECHO, Authority.IMPORT):
        return []
    if entry.by is None:
        return [Reason("须由登录人员办理")]
    reasons = []
    if step.approved_by and entry.authority is Authority.PERSON:
        signers = "、".join(role.label for role in step.approved_by)
        reasons.append(Reason(f"须经{signers}审批，请先报批", step.bases[0]))
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
    step, procedure = attempt.step, asked.procedure
    historic = entry.authority is Authority.IMPORT
    for reference, value in step.sets:
        name = field_name(reference)
        changes[name] = attempt.on if value is ON else value
        setattr(record, name, changes[name])
    if record.pk is None and record.handler is None and entry.authority is Authority.PERSON:
        record.handler = entry.by
    happened = Happened(record.length + 1, step, attempt.on, attempt.data, entry.by.pk if entry.by else None)
    place(record, asked.after(happened))
    if step in procedure.numbered_by and not record.number:
        record.number = numbers.allocate(record.organ, procedure.mark, attempt.on.year)
    record.save()
    if record.version != procedure.since:
        _note_version(record, procedure, entry, attempt.on)
    paper = issue(record, step, attempt, entry.by) if step.document and not historic else None
    event = append(
        record, EventKind.STEP, attempt.on, entry, step=step.code,
        data=_content(attempt, entry, changes, paper),
    )  # fmt: skip
    if paper is not None:
        paper.event = event
        paper.save()
    after = situation_of(record, procedure)
    reckon.keep(record, after)
    if step.echo is not None and not historic:
        _echo(record, after.asked(step, attempt.on, record, attempt.data), step.echo, entry)
    return event


def place(record: Any, after: Situation) -> None:
    """Bring stage, closing date, title and the other side up to the situation."""
    record.stage = after.stage.code
    moves = [event.on for event in after.happened if event.step.target is not None]
    record.closed_on = moves[-1] if after.stage.final and moves else None
    record.title = after.procedure.title_of(record)[:200]
    record.counterpart = after.procedure.counterpart_of(record)


def _note_version(record: Any, procedure: type[Procedure], entry: Entry, on: date) -> None:
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
        "paper": [paper.title, paper.number, paper.digest] if paper else None,
    }
    content.update({name: part for name, part in parts.items() if part})
    return content


def append(
    record: Any, kind: EventKind, on: date, entry: Entry, *,
    step: str = "", data: Mapping[str, Any] | None = None, voids: Event | None = None,
) -> Event:  # fmt: skip
    """Chain one more event to a locked case and bring the case's length and head up to it."""
    event = Event(
        case_id=record.pk, seq=record.length + 1, kind=kind, step=step, on=on, at=entry.at, actor=entry.by,
        voids=voids, data=chain.plain(data or {}), imported=entry.authority is Authority.IMPORT,
        algorithm=chain.ALGORITHM, previous=record.head,
    )  # fmt: skip
    event.digest = chain.event_digest(event)
    event.save(force_insert=True)
    record.length, record.head = event.seq, event.digest
    Case._base_manager.filter(pk=record.pk).update(length=record.length, head=record.head, version=record.version)
    return event


def _echo(record: Any, situation: Situation, echo: Echo, entry: Entry) -> None:
    """Perform the echoed step in the linked case, opening that case where it does not exist yet."""
    procedure, step = echo.procedure(), echo.step()
    linked = linked_case(record, procedure.key)
    organ = echo.organ(record)
    if linked is not None and step.once and situation_of(linked.record).did(step):
        return
    if linked is None and (organ is None or NEW not in step.sources):
        return
    target = linked or new_case(procedure.key, organ, situation.on)
    attempt = Attempt(step, situation.on, echo.data(situation))
    echoed = perform(target, attempt, Entry(entry.by, entry.at, Authority.ECHO), echo.fields(situation))
    if linked is None:
        Link._base_manager.create(source=record, target_id=echoed.case_id, kind=procedure.label, on=situation.on)


def linked_case(record: Any, procedure: str) -> Case | None:
    """The case of another procedure that is tied to this one."""
    cases = Case._base_manager.filter(procedure=procedure)
    ties = cases.filter(links_in__source_id=record.pk) | cases.filter(links_out__target_id=record.pk)
    return ties.distinct().order_by("pk").first()


def has_role(person: Person, organ: Organ, day: date, *roles: Role) -> bool:
    """Whether a person holds one of the roles at an organ on a day."""
    return bool(roles_of(person, organ, day) & set(roles))
