"""Setting a record right without erasing anything (更正、撤销登记、变更承办人).

An event is never changed. A wrong field is amended by an event that keeps the old value; a step entered by mistake is
voided by an event that names it, if the case still makes sense without it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from yifa.kernel import chain, engine, reckon
from yifa.kernel.declare import NEW, Procedure, field_name
from yifa.kernel.engine import Entry, append, locked, situation_of
from yifa.kernel.models import Case, Event, EventKind
from yifa.kernel.rules import Reason, Refused
from yifa.kernel.situation import Happened
from yifa.office.models import Person
from yifa.office.roles import Role


def amend(case: Case, fields: Mapping[str, Any], reason: str, entry: Entry) -> Event:
    """Correct fields of a case (更正登记); old and new values are kept.

    Raises:
        Refused: no reason, a value that the field refuses, a field that no step fills in, or no post for it.
    """
    with transaction.atomic():
        record = locked(case)
        _permitted(record, entry, "更正登记", reason, Role.HANDLER, Role.REVIEWER)
        allowed = amendable(record.declaration)
        before = {name: getattr(record, name) for name in fields if name in allowed}
        changes, reasons = engine.set_fields(record, fields, allowed, "更正登记")
        if reasons:
            raise Refused("更正登记", reasons)
        changed = {name: [before[name], value] for name, value in changes.items() if before[name] != value}
        if not changed:
            raise Refused("更正登记", [Reason("没有任何事项发生变化")])
        after = situation_of(record)
        engine.place(record, after)
        record.save()
        event = append(record, EventKind.AMENDMENT, entry.today, entry, data={"reason": reason, "changed": changed})
        reckon.keep(record, after)
        return event


def amendable(procedure: type[Procedure]) -> set[str]:
    """The fields that steps of the procedure fill in."""
    return {field_name(reference) for step in procedure.steps() for reference in (*step.needs, *step.may)}


def void(case: Case, event: Event, reason: str, entry: Entry) -> Event:
    """Void a step that was entered by mistake (撤销登记), by somebody other than the one who entered it.

    Raises:
        Refused: a later step rests on it, the step opened the case, it is voided already, or the same person asks.
    """
    with transaction.atomic():
        record = locked(case)
        _permitted(record, entry, "撤销登记", reason, Role.REVIEWER, Role.AGENCY_HEAD)
        reasons = _against_voiding(record, event, entry)
        if reasons:
            raise Refused("撤销登记", reasons)
        voiding = append(record, EventKind.CORRECTION, entry.today, entry, data={"reason": reason}, voids=event)
        after = situation_of(record)
        _restore(record, event)
        engine.place(record, after)
        record.save()
        reckon.keep(record, after)
        return voiding


def _against_voiding(record: Any, event: Event, entry: Entry) -> list[Reason]:
    if event.case_id != record.pk or event.kind != EventKind.STEP or Event._base_manager.filter(voids=event).exists():
        return [Reason("只能撤销本案尚未撤销的环节登记")]
    reasons = []
    if entry.by is not None and event.actor_id == entry.by.pk:
        reasons.append(Reason("撤销登记不得由原录入人办理，请由审核人或者机构负责人办理"))
    remaining = [e for e in situation_of(record).happened if e.seq != event.seq]
    if not remaining:
        reasons.append(Reason("这是立案环节，撤销后案件不复存在；请改用相应的结案环节"))
    broken = _first_impossible(remaining)
    if broken is not None:
        reasons.append(Reason(f"其后的“{broken.step.label}”（{broken.on}）以它为前提，请先撤销后者"))
    return reasons


def _first_impossible(events: list[Happened]) -> Happened | None:
    stage = NEW
    for event in events:
        if stage not in event.step.sources:
            return event
        stage = event.step.target or stage
    return None


def _restore(record: Any, voided: Event) -> None:
    """Give the fields that the voided step set the values that the remaining events gave them."""
    names = set(voided.data.get("fields", {}))
    values: dict[str, Any] = {}
    for row in Event._base_manager.filter(case_id=record.pk, voided_by=None).order_by("seq"):
        brought = row.data.get("fields", {})
        brought = brought | {name: pair[1] for name, pair in row.data.get("changed", {}).items()}
        values.update({name: value for name, value in brought.items() if name in names})
    for name in names:
        model_field = record._meta.get_field(name)
        value = values.get(name)
        if model_field.is_relation:
            setattr(record, model_field.attname, value)
        else:
            setattr(record, name, model_field.get_default() if value is None else model_field.to_python(value))


def assign(case: Case, handler: Person, reason: str, entry: Entry) -> Event:
    """Give the case to another handler (变更承办人); its clocks are not touched."""
    with transaction.atomic():
        record = locked(case)
        _permitted(record, entry, "变更承办人", reason, Role.REVIEWER, Role.AGENCY_HEAD)
        if not engine.has_role(handler, record.organ, entry.today, Role.HANDLER):
            raise Refused("变更承办人", [Reason(f"{handler.name}不是{record.organ.short_name}的承办人")])
        data = {"from": record.handler_id, "to": handler.pk, "reason": reason}
        record.handler = handler
        Case._base_manager.filter(pk=record.pk).update(handler=handler)
        return append(record, EventKind.ASSIGNMENT, entry.today, entry, data=chain.plain(data))


def _permitted(record: Any, entry: Entry, what: str, reason: str, *roles: Role) -> None:
    if not reason.strip():
        raise Refused(what, [Reason("未写明理由", field="reason")])
    if entry.by is None or not engine.has_role(entry.by, record.organ, entry.today, *roles):
        labels = "、".join(role.label for role in roles)
        raise Refused(what, [Reason(f"由{labels}办理")])
    if entry.seen is not None and entry.seen != record.length:
        raise Refused(what, [Reason("案件刚刚已有新的办理记录，请刷新后核对再办理")])
