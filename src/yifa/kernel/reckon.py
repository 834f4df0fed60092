"""Keeping the clock rows up to the case (期限落库), performing what the law performs, and new holiday notices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from yifa.clock import Calendar
from yifa.errors import YifaError
from yifa.kernel import clocks
from yifa.kernel.clocks import State, clocks_of
from yifa.kernel.declare import Step
from yifa.kernel.models import Case, Clock, EventKind
from yifa.kernel.rules import Attempt
from yifa.kernel.situation import Situation

_COLUMNS = (
    "bound", "promised", "since", "strict", "rolled", "due", "warn_on", "provisional", "left", "state", "ended_on",
    "trace",
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


def keep(record: Any, situation: Situation, calendar: Calendar | None = None) -> list[Moved]:
    """Write the clocks of a case as they are now; rows that no longer exist go, the rest is updated in place."""
    fresh = {(c.limit.code, c.run): c for c in clocks_of(situation, calendar or current_calendar())}
    stored = {(row.limit, row.run): row for row in Clock._base_manager.filter(case_id=record.pk)}
    gone = [row.pk for key, row in stored.items() if key not in fresh]
    if gone:
        Clock._base_manager.filter(pk__in=gone).delete()
    rows = [_row(record.pk, clock, stored.get(key)) for key, clock in fresh.items()]
    before = {key: row.due for key, row in stored.items()}
    moved = [
        Moved(str(record), clock.limit.label, before[key], clock.due.judged)
        for key, clock in fresh.items()
        if key in before and before[key] != clock.due.judged
    ]
    Clock._base_manager.bulk_create([row for row in rows if row.pk is None])
    Clock._base_manager.bulk_update([row for row in rows if row.pk is not None], _COLUMNS)
    return moved


def _row(case: int, clock: clocks.Clock, stored: Clock | None) -> Clock:
    due = clock.due
    return Clock(
        pk=stored.pk if stored else None, case_id=case, limit=clock.limit.code, run=clock.run,
        bound=clock.limit.bound, promised=clock.limit.promised, since=clock.since,
        strict=due.strict, rolled=due.rolled, due=due.judged, warn_on=due.warn_on, provisional=due.provisional,
        left=due.left if due.stopped else None, state=clock.state, ended_on=clock.ended_on,
        trace=[step.text for step in due.steps],
    )  # fmt: skip


_calendar: list[Calendar] = []


def current_calendar() -> Calendar:
    """The calendar of this installation: the notices shipped and those entered here; read once a process."""
    if not _calendar:
        refresh_calendar()
    return _calendar[0]


def refresh_calendar() -> Calendar:
    """Read the notices again, after one was entered."""
    from django.conf import settings

    _calendar[:] = [Calendar.load(extra_dirs=[settings.HOME / "calendars"])]
    return _calendar[0]


@dataclass(frozen=True)
class Ticked:
    """What the nightly run did with one lapsed limit, or why it could not."""

    case: str
    step: str
    on: date
    error: str = ""


def tick(at: datetime) -> Iterator[Ticked]:
    """Perform what the law says happens when a limit lapses (期满视为…), dated the due date.

    Every case is a transaction of its own; a case that cannot be moved is reported and does not stop the rest.
    """
    from yifa.kernel.engine import Authority, Entry, perform

    entry = Entry(None, at, Authority.LAW)
    lapsed = Clock._base_manager.filter(state=State.RUNNING, due__lt=entry.today, promised=False)
    for row in lapsed.order_by("due", "pk").select_related("case"):
        step = row.declaration.on_expiry
        if not isinstance(step, Step) or row.due is None or _performed(row, step):
            continue
        try:
            perform(row.case, Attempt(step, row.due), entry)
            yield Ticked(str(row.case), step.label, row.due)
        except YifaError as error:
            yield Ticked(str(row.case), step.label, row.due, str(error))


def _performed(row: Clock, step: Step) -> bool:
    """Whether the effect was entered already for this run; an effect that does not end the limit comes once."""
    from yifa.kernel.engine import situation_of

    return any(day >= row.since for day in situation_of(row.case.record).dates(step))


def recompute(calendar: Calendar, at: datetime, cases: Iterable[Case] | None = None) -> Iterator[Moved]:
    """Compute the open clocks anew with another calendar and list what moved; each case keeps an event of it."""
    from yifa.kernel.engine import Authority, Entry, append, locked, situation_of

    if cases is None:
        open_clocks = Clock._base_manager.filter(state__in=(State.RUNNING, State.PAUSED))
        cases = Case._base_manager.filter(pk__in=open_clocks.values("case_id")).order_by("pk")
    entry = Entry(None, at, Authority.LAW)
    for case in cases:
        with transaction.atomic():
            record = locked(case)
            moved = keep(record, situation_of(record), calendar)
            if moved:
                data = {"moved": [[m.limit, m.was, m.now] for m in moved]}
                append(record, EventKind.RECKONING, entry.today, entry, data=data)
        yield from moved
