"""Queries that every page asks (固定查询): put into SQL once a process, then asked with other values.

The ORM words a query anew each time, which takes longer than the database takes to answer it. Where the wording never
changes, only the values do, it is worded once with values that stand for others:

    HELD = Worded(lambda person, day: Post.objects.on(day).filter(person=person), person=MARK, day=MARK_DAY)
    HELD.rows(person=person.pk, day=today)

A value is known again by being unlike any other, so that each mark must be given once and be unusual.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar

from django.db import connection, models
from django.db.models import QuerySet

MARK, MARK_DAY = 987_654_321, date(1803, 3, 3)

_M = TypeVar("_M", bound=models.Model)


class Worded:
    """A query whose wording never changes.

    Args:
        build: makes the queryset out of named values.
        marks: for each name the value that stands for others while it is worded.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], **marks: Any) -> None:
        self._build, self._marks = build, marks
        self._statement: tuple[str, tuple[Any, ...]] | None = None

    def rows(self, **given: Any) -> list[tuple[Any, ...]]:
        """What the database answers, the columns in the order of the queryset's."""
        if self._statement is None:
            self._statement = self._worded()
        statement, slots = self._statement
        values = [given[slot.name] if isinstance(slot, _Slot) else slot for slot in slots]
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            found: list[tuple[Any, ...]] = cursor.fetchall()
            return found

    def _worded(self) -> tuple[str, tuple[Any, ...]]:
        statement, values = self._build(**self._marks).query.sql_with_params()
        names = {str(mark): name for name, mark in self._marks.items()}
        return statement, tuple(_Slot(names[str(value)]) if str(value) in names else value for value in values)


class _Slot:
    """The place of a named value among the values of a statement."""

    def __init__(self, name: str) -> None:
        self.name = name


def made(model: type[_M], row: Sequence[Any]) -> _M:
    """The columns of one row as an instance; SQLite gives days and times as text."""
    fields = model._meta.concrete_fields
    values = [field.to_python(value) for field, value in zip(fields, row, strict=True)]
    return model.from_db(connection.alias, [field.attname for field in fields], values)
