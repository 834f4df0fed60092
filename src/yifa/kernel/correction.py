"""Setting a record right without erasing anything (更正、撤销登记、变更承办人).

An event is never changed. A wrong field is amended by an event that keeps the old value; a step entered by mistake is
voided by an event that names it, if the case still makes sense without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import transaction

from yifa.kernel import chain, engine, linking, reckon
from yifa.kernel.declare import NEW, PROCEDURES, Procedure, field_name
from yifa.kernel.engine import Entry, append, locked, refusing, situation_of
from yifa.kernel.filling import restored
from yifa.kernel.insiders import RECEIVING, insiders
from yifa.kernel.models import Case, Event, EventKind, Paper
from yifa.kernel.replay import Told, fields_told, handler_told, happened, told_of
from yifa.kernel.rules import Reason, Refused, first_impossible, published
from yifa.kernel.situation import Situation
from yifa.kernel.veils import uncorrectable
from yifa.office.models import Person
from yifa.office.roles import HANDLING, Role
from yifa.papers import numbers


def amend(case: Case, fields: Mapping[str, Any], reason: str, entry: Entry) -> Event:
    """Correct fields of a case (更正登记); old and new values are kept.

    Raises:
        Refused: no reason, a value that the field refuses, a field that no step fills in, a blank where a step taken
            needs a value, a field that the person does not see yet or that is settled, or no post for it.
    """
    with refusing("更正登记"), transaction.atomic():
        record = locked(case)
        _permitted(record, entry, "更正登记", reason, *HANDLING, Role.REVIEWER)
        allowed = amendable(record.declaration)
        _unveiled(record, fields, entry)
        before = {name: getattr(record, name) for name in fields if name in allowed}
        changes, reasons = engine.set_fields(record, fields, allowed, "更正登记")
        after = situation_of(record)
        reasons += _left_blank(after, changes)
        if reasons:
            raise Refused("更正登记", reasons)
        changed = {name: [before[name], value] for name, value in changes.items() if before[name] != value}
        if not changed:
            raise Refused("更正登记", [Reason("没有任何事项发生变化")])
        engine.place(record, after)
        event = append(record, EventKind.AMENDMENT, entry.today, entry, data={"reason": reason, "changed": changed})
        record.save()
        reckon.keep(record, after)
        return event


def _unveiled(record: Any, fields: Mapping[str, Any], entry: Entry) -> None:
    """Refuse what the person does not see yet, and what is settled (互不可见)."""
    person = entry.by.pk if entry.by is not None else None
    found = [Reason(why, field=name) for name, why in uncorrectable(situation_of(record), fields, person)]
    if found:
        raise Refused("更正登记", found)


def _left_blank(situation: Situation, changes: Mapping[str, Any]) -> Iterator[Reason]:
    for name, value in changes.items():
        if value not in (None, "", []):
            continue
        needing = [e.step for e in situation.happened if name in {field_name(ref) for ref in e.step.needs}]
        if needing:
            label = situation.record._meta.get_field(name).verbose_name
            yield Reason(f"“{label}”是“{needing[0].label}”必须填写的事项，不能更正为空", field=name)


def amendable(procedure: type[Procedure]) -> set[str]:
    """The fields that steps of the procedure fill in."""
    return {field_name(reference) for step in procedure.steps() for reference in (*step.needs, *step.may)}


def void(case: Case, event: Event, reason: str, entry: Entry) -> Event:
    """Void a step that was entered by mistake (撤销登记), by somebody other than the one who entered it.

    The fields it brought go back to what the remaining events say, the version that governs to the one their dates
    choose, and the number of an instrument it issued becomes void.

    Raises:
        Refused: a later step rests on it, the step opened the case, it is voided already, or the same person asks.
    """
    with refusing("撤销登记"), transaction.atomic():
        record = locked(case, linked=True)
        _permitted(record, entry, "撤销登记", reason, Role.REVIEWER, Role.AGENCY_HEAD)
        for brought in linking.brought_by(event):
            _void_brought(brought, reason, entry)
        return _void(record, event, reason, entry)


def _void(record: Any, event: Event, reason: str, entry: Entry) -> Event:
    told = told_of(record.pk)
    remaining = [e for e in told if e.pk != event.pk]
    reasons = _against_voiding(record, event, entry, told, remaining)
    if reasons:
        raise Refused("撤销登记", reasons)
    voiding = append(record, EventKind.CORRECTION, entry.today, entry, data={"reason": reason}, voids=event)
    version = _version_of(record, remaining)
    if version is not record.declaration:
        engine.note_version(record, version, entry.today, entry)
    after = Situation(version, record, happened(remaining, version))
    restored(record, set(event.data.get("fields", {})), fields_told(remaining))
    if "handler" in event.data:
        record.handler_id = handler_told(remaining)
    engine.place(record, after)
    record.save()
    _retire(record, event, reason, entry)
    reckon.keep(record, after)
    return voiding


def _void_brought(event: Event, reason: str, entry: Entry) -> None:
    """Void what the step had brought about in another case (联动登记), and what that brought about in turn.

    A case that it opened cannot vanish: it must have been ended first, and then keeps its record.
    """
    if NEW in event.case.declaration.step(event.step).sources and event.seq == 1:
        if event.case.closed_on is None:
            why = f"它立了关联的{event.case.declaration.label}案件“{event.case}”，请先在该案登记结案环节"
            raise Refused("撤销登记", [Reason(why)])
        return
    for further in linking.brought_by(event):
        _void_brought(further, reason, entry)
    try:
        _void(locked(event.case), event, reason, entry)
    except Refused as refused:
        named = f"关联的{event.case.declaration.label}案件“{event.case}”不能随之撤销："
        raise Refused("撤销登记", [Reason(named + one.text, one.basis) for one in refused.reasons]) from refused


def _against_voiding(
    record: Any, event: Event, entry: Entry, told: list[Told], remaining: list[Told]
) -> list[Reason]:  # fmt: skip
    if event.case_id != record.pk or event.kind != EventKind.STEP or len(told) == len(remaining):
        return [Reason("只能撤销本案尚未撤销的环节登记")]
    reasons = []
    if entry.by is not None and event.actor_id == entry.by.pk:
        reasons.append(Reason("撤销登记不得由原录入人办理，请由审核人或者机构负责人办理"))
    taken = happened(remaining, record.declaration)
    if not any(NEW in e.step.sources and not published(e) for e in taken):
        reasons.append(Reason("这是立案环节，撤销后案件不复存在；请改用相应的结案环节"))
        return reasons
    broken = first_impossible(taken)
    if broken is not None:
        reasons.append(Reason(f"其后的“{broken.step.label}”（{broken.on}）以它为前提，请先撤销后者"))
    return [*reasons, *_still_needed(Situation(record.declaration, record, taken))]


def _still_needed(situation: Situation) -> Iterator[Reason]:
    """What the remaining events require and would no longer have."""
    for publication in situation.procedure.publications():
        if situation.did(publication.done) and not situation.did(*publication.after):
            yield Reason(f"“{publication.label}”以它为前提，请先撤回公开", publication.basis)
    for event in situation.happened:
        missing = [step for step in event.step.requires if not situation.did(step)]
        if missing:
            yield Reason(f"“{event.step.label}”（{event.on}）以“{missing[0].label}”为前提，请先撤销前者")


def _version_of(record: Any, events: list[Told]) -> type[Procedure]:
    """The version that the remaining events choose: the first step that fixes it, else the one that opened the case."""
    declaration: type[Procedure] = record.declaration
    taken = happened(events, declaration)
    fixing = [e for e in taken if e.step in declaration.fixed_by]
    first = (fixing or [e for e in taken if not published(e)])[0]
    return PROCEDURES.on(record.procedure, first.on, historic=record.imported)


def _retire(record: Any, event: Event, reason: str, entry: Entry) -> None:
    """Make the number of the instrument void that a voided step issued, where it has a series of its own."""
    for paper in Paper._base_manager.filter(event=event).exclude(number="").exclude(number=record.number):
        document = record.declaration.step(event.step).document
        if document is not None and document.mark:
            numbers.retire(record.organ, document.mark, paper.number, reason=reason, on=entry.today, by=entry.by)


def assign(case: Case, handler: Person, reason: str, entry: Entry) -> Event:
    """Give the case to another handler (变更承办人); its clocks are not touched."""
    with transaction.atomic():
        record = locked(case)
        _permitted(record, entry, "变更承办人", reason, *assigning(record))
        if not engine.has_role(handler, record.organ, entry.today, *HANDLING):
            raise Refused("变更承办人", [Reason(f"{handler.name}不是{record.organ.short_name}的承办人")])
        data = {"from": record.handler_id, "to": handler.pk, "reason": reason}
        record.handler = handler
        Case._base_manager.filter(pk=record.pk).update(handler=handler)
        return append(record, EventKind.ASSIGNMENT, entry.today, entry, data=chain.plain(data))


def assigning(record: Any) -> tuple[Role, ...]:
    """The roles that give a case to a handler; one that is kept among few by those to whom it is told."""
    trusted: tuple[Role, ...] = type(record).confided_to
    if not trusted:
        return (Role.REVIEWER, Role.AGENCY_HEAD)
    return trusted if insiders(record) else (*trusted, *RECEIVING)


def _permitted(record: Any, entry: Entry, what: str, reason: str, *roles: Role) -> None:
    if not reason.strip():
        raise Refused(what, [Reason("未写明理由", field="reason")])
    if entry.by is None or not engine.has_role(entry.by, record.organ, entry.today, *roles):
        labels = "、".join(role.label for role in roles)
        raise Refused(what, [Reason(f"由{labels}办理")])
    if entry.seen is not None and entry.seen != record.length:
        raise Refused(what, [Reason("案件刚刚已有新的办理记录，请刷新后核对再办理")])
