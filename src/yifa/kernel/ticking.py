"""The nightly run (夜间运行): what the law says happens when a limit lapses (期满视为…), dated the due date.

It may be run twice, twice at once, or not for a month: under the lock of the case it looks at the clocks anew and
performs, in order of their dates, only what has not been performed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from yifa.clock.periods import local_day
from yifa.errors import YifaError
from yifa.kernel.clocks import Clock, State, clocks_of
from yifa.kernel.declare import Step
from yifa.kernel.engine import Authority, Entry, locked, perform
from yifa.kernel.models import Case
from yifa.kernel.models import Clock as Row
from yifa.kernel.replay import situation_of
from yifa.kernel.rules import Attempt
from yifa.kernel.situation import Situation
from yifa.kernel.workdays import current_calendar

PROVISIONAL = "届满日只是暂定（放假安排尚未录入），没有自动办理；请用 yifa calendar enter 录入后再运行"


@dataclass(frozen=True)
class Ticked:
    """What the nightly run did with one lapsed limit, or why it could not."""

    case: str
    step: str
    on: date
    error: str = ""


def tick(at: datetime) -> Iterator[Ticked]:
    """Perform what lapsed limits bring about.

    Every effect is a transaction of its own; a case that cannot be moved is reported and does not stop the rest. A
    date that is only provisional has no effect: it is reported.
    """
    entry = Entry(None, at, Authority.LAW)
    for case in _candidates(entry.today):
        yield from _settle(case, entry)


def _candidates(today: date) -> Iterator[Case]:
    """The cases with a running limit that has lapsed and whose declaration names a step for that, by date."""
    past = (date.min, today - timedelta(1))  # a range lets SQLite start from the index over state and due
    lapsed = Row._base_manager.filter(state=State.RUNNING, due__range=past, promised=False)
    rows = lapsed.order_by("due", "pk").values_list("case_id", "limit", "case__procedure", "case__version")
    effective: dict[tuple[Any, ...], bool] = {}
    seen: set[int] = set()
    for case, limit, procedure, version in rows:
        key = (limit, procedure, version)
        if key not in effective:
            effective[key] = isinstance(
                Case(procedure=procedure, version=version).declaration.limit(limit).on_expiry, Step
            )
        if effective[key] and case not in seen:
            seen.add(case)
            yield Case._base_manager.get(pk=case)


def _settle(case: Case, entry: Entry) -> Iterator[Ticked]:
    """One effect after another: what the first brings about may have lapsed as well."""
    tried: set[tuple[str, date]] = set()
    while True:
        try:
            with transaction.atomic():
                ticked = _next(case, entry, tried)
        except YifaError as error:
            ticked = Ticked(str(case), "", entry.today, str(error))
        if ticked is None:
            return
        yield ticked


def _next(case: Case, entry: Entry, tried: set[tuple[str, date]]) -> Ticked | None:
    record = locked(case)
    situation = situation_of(record)
    waiting = [c for c in clocks_of(situation, current_calendar()) if _due(c, situation, entry.today)]
    for clock in sorted(waiting, key=_judged):
        step, on = clock.limit.on_expiry, clock.effective_on
        assert on is not None
        if (clock.limit.code, on) in tried:
            continue
        tried.add((clock.limit.code, on))
        assert isinstance(step, Step)
        if clock.due.provisional:
            return Ticked(str(record), step.label, on, PROVISIONAL)
        try:
            perform(record, Attempt(step, on), entry)
        except YifaError as error:
            return Ticked(str(record), step.label, on, str(error))
        return Ticked(str(record), step.label, on)
    return None


def _due(clock: Clock, situation: Situation, today: date) -> bool:
    """Whether the law's effect is to be entered: lapsed, and not entered for this run already."""
    step = clock.limit.on_expiry
    if not isinstance(step, Step) or clock.state is not State.RUNNING or clock.due.judged is None:
        return False
    return _judged(clock) < today and not any(day >= clock.since for day in situation.dates(step))


def _judged(clock: Clock) -> date:
    assert clock.due.judged is not None
    return local_day(clock.due.judged)
