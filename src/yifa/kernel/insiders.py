"""Whether a person may open a case that is kept among few; asked by the engine and by every page."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.kernel.models import Event, EventKind
from yifa.office.models import Person
from yifa.office.posts import roles_of
from yifa.office.roles import Role

RECEIVING = (Role.SECRETARY,)
"""Who may open such a case while nobody handles it."""


def insiders(record: Any) -> set[int]:
    """The people who may open a case by name: its handler and those admitted and not dismissed again."""
    found: set[int] = set()
    told = Event._base_manager.filter(case_id=record.pk, kind=EventKind.CIRCLE).order_by("seq")
    for data in told.values_list("data", flat=True):
        found |= {data["admit"]} if "admit" in data else set()
        found -= {data["dismiss"]} if "dismiss" in data else set()
    return found | ({record.handler_id} if record.handler_id is not None else set())


def may_open(person: Person, record: Any, on: date) -> bool:
    """Whether a person is among those to whom a case is told; where it is told to everybody, always."""
    trusted = record.declaration.model.confided_to
    if not trusted:
        return True
    named = insiders(record)
    roles = (*trusted, *(() if named else RECEIVING))
    return person.pk in named or bool(roles_of(person, record.organ, on) & set(roles))
