"""What the valid events of a case say (事件还原): the steps taken, the fields they brought, whether they fit together.

The engine builds its situation from here, the correction of a record restores from here, and `yifa verify` compares
the columns of the record with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from yifa.kernel.declare import Procedure, Publication, Step
from yifa.kernel.models import Case, Event, EventKind
from yifa.kernel.situation import Happened, Situation, in_order

_COLUMNS = ("seq", "kind", "step", "on", "data", "actor_id", "imported", "pk", "voids_id")


@dataclass(frozen=True)
class Told:
    """One event as far as the state of the case depends on it."""

    seq: int
    kind: str
    step: str
    on: date
    data: Mapping[str, Any]
    actor: int | None
    imported: bool
    pk: int
    voids: int | None


def told_by(event: Event) -> Told:
    """What a stored event tells."""
    return Told(*(getattr(event, column) for column in _COLUMNS))


def told_of(case: int | None) -> list[Told]:
    """The events of a case that were not voided, in order of entry; those that only void are left out."""
    if case is None:
        return []
    rows = Event._base_manager.filter(case_id=case).order_by("seq").values_list(*_COLUMNS)
    return valid(Told(*row) for row in rows)


def steps_told(case: int) -> set[str]:
    """The codes of the steps that were taken and not voided."""
    return {event.step for event in told_of(case) if event.kind == EventKind.STEP}


def valid(events: Iterable[Told]) -> list[Told]:
    """The events that stand: neither voided nor voiding, and of a public copy taken back neither half."""
    events = list(events)
    voided = {event.voids for event in events if event.voids is not None}
    taken_back: set[int] = set()
    standing: dict[str, int] = {}
    for event in events:
        if event.kind == EventKind.PUBLICATION:
            code = event.data["publication"]
            if "withdrawn" in event.data:
                taken_back |= {event.pk, standing.pop(code, event.pk)}
            else:
                standing[code] = event.pk
    out = voided | taken_back
    return [event for event in events if event.voids is None and event.pk not in out]


def situation_of(record: Any, procedure: type[Procedure] | None = None) -> Situation:
    """The case as its valid events tell it."""
    procedure = procedure or record.declaration
    return Situation(procedure, record, valid_events(record, procedure))


def situation_told(record: Any, events: Iterable[Told]) -> Situation:
    """The case as these events of it tell it, those among them that stand."""
    procedure: type[Procedure] = record.declaration
    return Situation(procedure, record, happened(valid(events), procedure))


def situations_of(cases: Iterable[Case]) -> dict[int, Situation]:
    """Each case as its valid events tell it, by its key: one query for the events and one for each kind of record."""
    records = records_of(cases)
    told: dict[int, list[Told]] = defaultdict(list)
    rows = Event._base_manager.filter(case_id__in=records).order_by("case_id", "seq")
    for case, *columns in rows.values_list("case_id", *_COLUMNS):
        told[case].append(Told(*columns))
    return {key: situation_told(record, told[key]) for key, record in records.items()}


def records_of(cases: Iterable[Case]) -> dict[int, Any]:
    """The rows with the fields of their procedures, by their keys: one query a procedure."""
    by_model: dict[Any, list[int]] = defaultdict(list)
    for case in cases:
        by_model[case.declaration.model].append(case.pk)
    found: dict[int, Any] = {}
    for model, keys in by_model.items():
        found |= model._base_manager.select_related("organ__place").in_bulk(keys)
    return found


def valid_events(record: Any, procedure: type[Procedure]) -> tuple[Happened, ...]:
    """The steps taken and not voided, by legal date."""
    return happened(told_of(record.pk), procedure)


def happened(events: Iterable[Told], procedure: type[Procedure]) -> tuple[Happened, ...]:
    """The steps among these events, by legal date; publishing stands as the `done` of its publication."""
    taken = []
    for event in events:
        step = _step(event, procedure)
        if step is not None:
            taken.append(Happened(event.seq, step, event.on, event.data.get("inputs", {}), event.actor))
    return in_order(taken)


def _step(event: Told, procedure: type[Procedure]) -> Step | None:
    if event.kind == EventKind.STEP:
        return procedure.step(event.step)
    if event.kind == EventKind.PUBLICATION:
        return procedure.publication(event.data["publication"]).done
    return None


def under(situation: Situation, procedure: type[Procedure]) -> Situation:
    """The same case under another version: every step is that version's own."""
    if procedure is situation.procedure:
        return situation
    parts = procedure.parts
    steps = tuple(replace(event, step=_own(parts[event.step.code], event.step)) for event in situation.happened)
    return Situation(procedure, situation.record, steps, situation.on, situation.data)


def _own(part: Any, step: Step) -> Step:
    own: Step = part.done if isinstance(part, Publication) else part
    assert own == step
    return own


def fields_told(events: Iterable[Told]) -> dict[str, Any]:
    """The last value that valid events gave each field, as it stands in the event (plain JSON)."""
    values: dict[str, Any] = {}
    for event in sorted(events, key=lambda event: event.seq):
        values.update(event.data.get("fields", {}))
        values.update({name: pair[1] for name, pair in event.data.get("changed", {}).items()})
    return values


def handler_told(events: Iterable[Told]) -> int | None:
    """The person whom valid events last name as the handler of the case: by an assignment or by taking it."""
    named = [
        event.data.get("to", event.data.get("handler"))
        for event in sorted(events, key=lambda event: event.seq)
        if event.kind == EventKind.ASSIGNMENT or "handler" in event.data
    ]
    return named[-1] if named else None
