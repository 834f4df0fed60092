"""Keyset paging (翻页): a page costs the same wherever it stands and however many entries there are.

The position is the date and the number of the last entry shown. Nothing is counted. The condition is written as
`date <= d AND (date < d OR id < n)`: SQLite and PostgreSQL both walk the index with it, which the textbook form
(`date < d OR (date = d AND id < n)`) makes them give up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

PAGE = 50


@dataclass(frozen=True)
class Page:
    """One page: rows as (pk, date, values…) and the positions before and after it, where there are any."""

    rows: Sequence[Sequence[Any]]
    newer: str = ""
    older: str = ""


@dataclass(frozen=True)
class Position:
    """A place in a list ordered by date and number, newest first."""

    day: date
    pk: int

    def __str__(self) -> str:
        return f"{self.day.isoformat()}.{self.pk}"

    @classmethod
    def read(cls, text: str) -> Position | None:
        """The position written in an address; None where it is no position."""
        day, _, pk = text.partition(".")
        try:
            return cls(date.fromisoformat(day), int(pk))
        except ValueError:
            return None


def page_of(
    rows: QuerySet[Any], dated: str, paths: Sequence[str], *, after: str = "", before: str = "", size: int = PAGE
) -> Page:
    """The page after (older than) or before (newer than) a position; the first page without one."""
    older_than, newer_than = Position.read(after), Position.read(before)
    if newer_than is not None:
        found = _taken(_newer(rows, dated, newer_than).order_by(dated, "pk"), dated, paths, size)
        more, shown = len(found) > size, found[:size][::-1]
        if shown:
            return Page(shown, newer=_position(shown[0]) if more else "", older=_position(shown[-1]))
    rows_after = rows if older_than is None else _older(rows, dated, older_than)
    found = _taken(rows_after.order_by(f"-{dated}", "-pk"), dated, paths, size)
    shown = found[:size]
    older = _position(shown[-1]) if len(found) > size else ""
    newer = _position(shown[0]) if shown and older_than is not None else ""
    return Page(shown, newer=newer, older=older)


def _taken(rows: QuerySet[Any], dated: str, paths: Sequence[str], size: int) -> list[tuple[Any, ...]]:
    return list(rows.values_list("pk", dated, *paths)[: size + 1])


def _position(row: Sequence[Any]) -> str:
    return str(Position(row[1], row[0]))


def _older(rows: QuerySet[Any], dated: str, at: Position) -> QuerySet[Any]:
    return rows.filter(**{f"{dated}__lte": at.day}).filter(Q(**{f"{dated}__lt": at.day}) | Q(pk__lt=at.pk))


def _newer(rows: QuerySet[Any], dated: str, at: Position) -> QuerySet[Any]:
    return rows.filter(**{f"{dated}__gte": at.day}).filter(Q(**{f"{dated}__gt": at.day}) | Q(pk__gt=at.pk))
