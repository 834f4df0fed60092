"""Keeping the clock rows up to the case (期限落库)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from yifa.clock import Calendar
from yifa.clock.periods import local_day
from yifa.kernel import clocks, promises
from yifa.kernel.clocks import clocks_of
from yifa.kernel.models import Clock
from yifa.kernel.rules import first_impossible
from yifa.kernel.situation import Situation
from yifa.kernel.workdays import current_calendar

COLUMNS = (
    "bound", "promised", "since", "strict", "rolled", "due", "warn_on", "provisional", "left", "state", "ended_on",
)  # fmt: skip


@dataclass(frozen=True)
class Moved:
    """A due date that moved (变动的期限)."""

    case: str
    limit: str
    was: date | None
    now: date | None

    def __str__(self) -> str:
        return f"{self.case} {self.limit}：{self.was or '无'} → {self.now or '无'}"


def keep(record: Any, situation: Situation, calendar: Calendar | None = None, *, opened: bool = False) -> list[Moved]:
    """Write the clocks of a case as they are now: new runs come in, vanished ones go, only changed rows are written.

    Args:
        opened: whether the case was opened just now and none can have been written.
    """
    fresh = fresh_rows(record, situation, calendar or current_calendar())
    rows = [] if opened else Clock._base_manager.filter(case_id=record.pk)
    stored = {(row.limit, row.run): row for row in rows}
    if gone := [row.pk for key, row in stored.items() if key not in fresh]:
        Clock._base_manager.filter(pk__in=gone).delete()
    added, moved = [], []
    for key, (row, clock) in fresh.items():
        was = stored.get(key)
        if was is None:
            added.append(row)
            continue
        if _differs(row, was):
            row.pk = was.pk
            row.save(force_update=True)
        if was.due != row.due:
            moved.append(Moved(str(record), clock.limit.label, was.due, row.due))
    if added:
        Clock._base_manager.bulk_create(added)
    return moved


def _differs(row: Clock, was: Clock) -> bool:
    return any(getattr(row, column) != getattr(was, column) for column in (*COLUMNS, "trace"))


def fresh_rows(
    record: Any, situation: Situation, calendar: Calendar
) -> dict[tuple[str, int], tuple[Clock, clocks.Clock]]:
    """The rows that the clocks of a case should have now, unsaved, with the clocks they come from."""
    promised = promises.limits_for(record.organ.place.code, situation.procedure)
    found = clocks_of(situation, calendar, promised=promised)
    if record.imported and first_impossible(situation.happened) is not None:
        found = [clock for clock in found if clock.open]  # history with gaps tells nothing about being in time
    return {(clock.limit.code, clock.run): (_row(record.pk, clock), clock) for clock in found}


def _row(case: int, clock: clocks.Clock) -> Clock:
    due = clock.due
    strict, rolled, judged = (end and local_day(end) for end in (due.strict, due.rolled, due.judged))
    return Clock(
        case_id=case, limit=clock.limit.code, run=clock.run, bound=clock.limit.bound, promised=clock.limit.promised,
        since=clock.since, strict=strict, rolled=rolled, due=judged, warn_on=due.warn_on,
        provisional=due.provisional, left=due.left if due.stopped else None, state=clock.state,
        ended_on=clock.ended_on, trace=[step.text for step in due.steps],
    )  # fmt: skip
