"""Queries that every page asks (固定查询): put into SQL once a process, then asked with other values.

The ORM words a query anew each time, which takes longer than the database takes to answer it. Where the wording never
changes, only the values do, it is worded once with values that stand for others:

    HELD = Worded(lambda person, day: Post.objects.on(day).filter(person=person), person=MARK, day=MARK_DAY)
    HELD.rows(person=person.pk, day=today)

A value is known again by being unlike any other, so that each mark must be given once and be unusual; a mark that does
not come back among the values of the statement is refused. PostgreSQL also keeps the plan of such a statement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, TypeVar

from django.db import connection, models
from django.db.models import QuerySet

MARK, MARK_DAY = 987_654_321, date(1803, 3, 3)

PREPARE_AFTER = 2
"""How often a connection has to ask for a statement before PostgreSQL keeps its plan."""

_M = TypeVar("_M", bound=models.Model)


class Worded:
    """A query whose wording never changes.

    Args:
        build: makes the queryset out of named values.
        around: a statement around that of the queryset, which stands at `{}`.
        marks: for each name the value that stands for others while it is worded.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], around: str = "{}", /, **marks: Any) -> None:
        self._build, self._around, self._marks = build, around, marks
        self._statement: tuple[str, tuple[Any, ...]] | None = None

    def rows(self, **given: Any) -> list[tuple[Any, ...]]:
        """What the database answers, the columns in the order of the queryset's."""
        if self._statement is None:
            self._statement = self._worded()
        statement, slots = self._statement
        values = [given[slot.name] if isinstance(slot, _Slot) else slot for slot in slots]
        with _preparing() as cursor:
            cursor.execute(statement, values)
            found: list[tuple[Any, ...]] = cursor.fetchall()
            return found

    def _worded(self) -> tuple[str, tuple[Any, ...]]:
        statement, values = self._build(**self._marks).query.sql_with_params()
        names = {str(mark): name for name, mark in self._marks.items()}
        if lost := names.keys() - {str(value) for value in values}:
            raise LookupError(f"marks that are not among the values of the statement: {sorted(lost)}")
        slots = tuple(_Slot(names[str(value)]) if str(value) in names else value for value in values)
        return self._around.format(statement), slots


@contextmanager
def _preparing() -> Iterator[Any]:
    """A cursor whose statements PostgreSQL parses and plans once a connection; planning takes longer than answering."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.cursor.close()
            cursor.cursor = _server_binding(connection)
        yield cursor


def _server_binding(connected: Any) -> Any:
    from django.db.backends.postgresql.base import ServerBindingCursor

    connected.connection.prepare_threshold = PREPARE_AFTER
    cursor: Any = ServerBindingCursor
    return cursor(connected.connection)


class _Slot:
    """The place of a named value among the values of a statement."""

    def __init__(self, name: str) -> None:
        self.name = name


def made(model: type[_M], row: Sequence[Any]) -> _M:
    """The columns of one row as an instance; SQLite gives days and times as text."""
    fields = model._meta.concrete_fields
    values = [field.to_python(value) for field, value in zip(fields, row, strict=True)]
    return model.from_db(connection.alias, [field.attname for field in fields], values)
