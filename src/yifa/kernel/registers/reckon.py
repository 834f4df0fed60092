"""Computed columns anew (推算栏重算), after a holiday notice was entered: what moved is listed and recorded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from yifa.kernel import chain
from yifa.kernel.registers.declare import REGISTERS, Register
from yifa.kernel.registers.entries import locked_book, record
from yifa.kernel.registers.models import Book, BookEventKind
from yifa.office.models import Organ


@dataclass(frozen=True)
class Moved:
    """An entry whose computed columns changed: field, before and after, as the event keeps them."""

    register: type[Register[Any]]
    entry: int
    title: str
    changes: dict[str, list[Any]]

    def __str__(self) -> str:
        labels = {column.name: column for column in self.register.columns}
        listed = "；".join(
            f"{labels[name].label}{labels[name].shown(old) or '（空）'}→{labels[name].shown(new) or '（空）'}"
            for name, (old, new) in self.changes.items()
        )
        return f"{self.register.label} {self.title}：{listed}"


def reckon_all(*, at: datetime, whole: bool = False) -> Iterator[Moved]:
    """Every book of every register with dates that a notice can move.

    Args:
        whole: all entries; otherwise only those whose dates are provisional.
    """
    for register in REGISTERS.all():
        if register.unsettled is None:
            continue
        for book in Book._base_manager.filter(register=register.key).select_related("organ").order_by("pk"):
            yield from reckon(register, book.organ, at=at, whole=whole)


def reckon(register: type[Register[Any]], organ: Organ, *, at: datetime, whole: bool = False) -> list[Moved]:
    """One book, in one transaction; what moved is one event of its trail."""
    names = [column.name for column in register.columns if column.computed]
    moved: list[Moved] = []
    with transaction.atomic():
        book = locked_book(register, organ)
        rows = register.model._base_manager.filter(organ=organ).order_by("pk")
        if not whole and register.unsettled is not None:
            rows = rows.filter(register.unsettled)
        for entry in rows.iterator(2000):
            before = {name: getattr(entry, name) for name in names}
            register.derive(entry)
            changes = {n: [before[n], getattr(entry, n)] for n in names if before[n] != getattr(entry, n)}
            if changes:
                entry.save(update_fields=list(changes))
                moved.append(Moved(register, entry.pk, register.title_of(entry), chain.plain(changes)))
        if moved:
            data = {"moved": [[each.entry, each.changes] for each in moved]}
            record(book, BookEventKind.RECKON, data=data, by=None, at=at)
    return moved
