"""Situations of many cases at once (批量案情), in a number of queries that does not grow with the cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from yifa.kernel.declare import Procedure, Step
from yifa.kernel.models import Case, Event, EventKind
from yifa.kernel.situation import Happened, Situation, in_order

TAKEN = (EventKind.STEP, EventKind.PUBLICATION)
"""Events that stand as a step in the situation of a case."""


def situations_of(cases: Iterable[Case]) -> dict[int, Situation]:
    """The situation of each case, by its key: one query for the events and one for each kind of record."""
    listed = list(cases)
    records = _records(listed)
    rows: dict[int, list[Event]] = defaultdict(list)
    taken = Event.objects.filter(case_id__in=[case.pk for case in listed], kind__in=TAKEN, voided_by=None)
    for row in taken:
        rows[row.case_id].append(row)
    return {case.pk: situation_from(case, records[case.pk], rows[case.pk]) for case in listed}


def _records(cases: list[Case]) -> dict[int, Any]:
    by_model: dict[type[Any], list[Case]] = defaultdict(list)
    for case in cases:
        by_model[case.declaration.model].append(case)
    found: dict[int, Any] = {}
    for model, members in by_model.items():
        if model is Case:
            found |= {case.pk: case for case in members}
        else:
            found |= model._base_manager.select_related("organ").in_bulk([case.pk for case in members])
    return found


def situation_from(case: Case, record: Any, events: Iterable[Event]) -> Situation:
    """The situation of a case from its events, of whatever kind and with those that void others."""
    procedure, listed = case.declaration, list(events)
    voided = {event.voids_id for event in listed if event.voids_id}
    rows = [
        event for event in listed if event.kind in TAKEN and event.pk not in voided and "withdrawn" not in event.data
    ]
    happened = [
        Happened(row.seq, _taken(procedure, row), row.on, row.data.get("inputs", {}), row.actor_id) for row in rows
    ]
    return Situation(procedure, record, in_order(happened))


def _taken(procedure: type[Procedure], row: Event) -> Step:
    if row.kind == EventKind.STEP:
        return procedure.step(row.step)
    return procedure.publication(row.data["publication"]).done
