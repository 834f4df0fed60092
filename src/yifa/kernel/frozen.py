"""Figures as they stood when a report was made (冻结): kept with their rows, and compared with the records of today."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import connection, transaction
from django.db.models import F, QuerySet

from yifa.kernel import chain
from yifa.kernel.declare import PROCEDURES
from yifa.kernel.figure import Figure, Window
from yifa.kernel.figures import Share
from yifa.kernel.lock import digest_of
from yifa.kernel.models import FrozenFigure
from yifa.kernel.registers import REGISTERS


def all_figures() -> dict[str, Figure]:
    """Every figure of the newest version of every procedure and of every register, by its full code."""
    owners = [PROCEDURES.latest(key) for key in PROCEDURES.versions] + list(REGISTERS.all())
    return {figure.key: figure for owner in owners for figure in owner.figures()}


def freeze(figure: Figure, window: Window, *, organ: Any, by: Any, at: datetime) -> Any:
    """Keep a figure as it stands: value, the identifiers of its rows, and the declaration it came from (冻结)."""
    with _one_view():
        value = figure.value(window)
        rows, below = _behind(figure, window)
    return FrozenFigure._base_manager.create(
        organ=organ, code=figure.key, label=figure.label, unit=figure.unit,
        since=window.since, until=window.until,
        value=value.value, numerator=value.numerator, denominator=value.denominator,
        rows=rows, denominator_rows=below, digest=_digest(rows, below),
        declaration=digest_of(figure.owner), at=at, by=by,
    )  # fmt: skip


@contextmanager
def _one_view() -> Iterator[None]:
    """Value and rows are read from one view of the data, whatever is entered meanwhile."""
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def _behind(figure: Figure, window: Window) -> tuple[list[int], list[int]]:
    """The identifiers of a figure's rows, and of its denominator's."""
    below = _identifiers(figure.denominator_rows(window)) if isinstance(figure, Share) else []
    return _identifiers(figure.rows(window)), below


@dataclass(frozen=True)
class Drift:
    """What changed behind a figure since it was frozen (冻结后的变动).

    Attributes:
        came, went: identifiers of rows; of a share those of the numerator.
        below_came, below_went: of a share those of the denominator.
        was, now: the value then and now; it can change though the rows are the same (an amended sum).
    """

    came: tuple[int, ...]
    went: tuple[int, ...]
    below_came: tuple[int, ...] = ()
    below_went: tuple[int, ...] = ()
    was: Decimal | None = None
    now: Decimal | None = None

    @property
    def any(self) -> bool:
        """Whether anything changed."""
        return bool(self.came or self.went or self.below_came or self.below_went) or self.was != self.now


def drift(frozen: Any, window: Window) -> Drift:
    """Compare a frozen figure with the records of today."""
    figure = all_figures()[frozen.code]
    with _one_view():
        rows, below = (set(found) for found in _behind(figure, window))
        now = figure.value(window).value
    then, then_below = set(frozen.rows), set(frozen.denominator_rows)
    return Drift(
        tuple(sorted(rows - then)), tuple(sorted(then - rows)),
        tuple(sorted(below - then_below)), tuple(sorted(then_below - below)),
        frozen.value, now,
    )  # fmt: skip


def verify_frozen() -> Iterator[str]:
    """Every frozen figure whose records do not agree with their digest; what a report printed proves the values."""
    for one in FrozenFigure._base_manager.order_by("pk").iterator():
        if _digest(one.rows, one.denominator_rows) != one.digest:
            yield f"冻结数字“{one.label}”（{one.since}至{one.until}，第{one.pk}号）：所计记录与摘要不符"


def _digest(rows: list[int], below: list[int]) -> str:
    return chain.digest(chain.canonical([rows, below]))


def _identifiers(rows: QuerySet[Any]) -> list[int]:
    return list(rows.order_by(F("pk")).values_list("pk", flat=True))
