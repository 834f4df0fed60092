"""The limits of a case as running clocks (期限): pure computation from a `Situation`.

A clock is one run of one limit: the act that started it, what stood still, what was extended, the two due dates and
the one that decides, and how it ended. Nothing is remembered from before: the whole is computed anew after every
event, so that a late entry, a correction or a new holiday notice needs no special case.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from yifa.clock import Calendar, Due, Period, Roll, Suspension, days, due
from yifa.clock.bounds import backward, earlier
from yifa.kernel.declare import Limit, Start, Step
from yifa.kernel.situation import Happened, Situation


class State(StrEnum):
    """How a clock stands. Lateness of a running clock is a matter of today's date and is not stored."""

    RUNNING = "running"
    PAUSED = "paused"
    KEPT = "kept"
    LATE = "late"
    LAPSED = "lapsed"
    MOOT = "moot"


LABELS = {
    State.RUNNING: "进行中",
    State.PAUSED: "已中止",
    State.KEPT: "按期完成",
    State.LATE: "逾期完成",
    State.LAPSED: "期满生效",
    State.MOOT: "不再适用",
}


@dataclass(frozen=True)
class Clock:
    """One run of one limit on one case; dates are legal dates."""

    limit: Limit
    run: int
    since: date
    due: Due
    state: State
    ended_on: date | None = None
    ended_by: Step | None = None

    def late(self, today: date) -> bool:
        """Whether the duty was or is late as of a day (期限届满仍未完成)."""
        if self.state is State.RUNNING:
            return self.due.judged is not None and self.due.judged < today
        return self.state is State.LATE

    @property
    def open(self) -> bool:
        """Whether it still runs or stands still."""
        return self.state in (State.RUNNING, State.PAUSED)


def clocks_of(situation: Situation, calendar: Calendar, *, provisional: bool = True) -> list[Clock]:
    """All clocks of a case, in the order of the limits' declaration.

    Args:
        situation: the case; calendar: the working days known.
        provisional: whether a date in a year without a holiday notice is given as provisional; otherwise
            `yifa.clock.CalendarMissing` is raised.
    """
    clocks: list[Clock] = []
    for limit in situation.procedure.limits():
        if limit.when is None or limit.when(situation):
            clocks.extend(_runs(situation, limit, calendar, provisional))
    return clocks


def clock_of(situation: Situation, limit: Limit, calendar: Calendar, *, provisional: bool = True) -> Clock | None:
    """The last run of one limit on a case; None where it has not started or does not apply."""
    if limit.when is not None and not limit.when(situation):
        return None
    return max(_runs(situation, limit, calendar, provisional), key=lambda clock: clock.run, default=None)


@dataclass(frozen=True)
class _Run:
    """The raw span of a run: what starts it and what ends it."""

    since: date
    ended: Happened | None
    replaced: bool


def _runs(situation: Situation, limit: Limit, calendar: Calendar, provisional: bool) -> Iterator[Clock]:
    for number, run in enumerate(_spans(situation, limit), 1):
        if run.replaced:
            continue
        reckoned = _due(situation, limit, run, calendar, provisional)
        if reckoned is None:
            continue
        yield _stated(situation, limit, number, run, reckoned)


def _spans(situation: Situation, limit: Limit) -> list[_Run]:
    """Every start of the limit with the first step that keeps it; a start before that replaces the one before."""
    starts = sorted({day for start in limit.since for day in situation.starts(start)})
    spans: list[_Run] = []
    for position, since in enumerate(starts):
        following = starts[position + 1] if position + 1 < len(starts) else None
        ended = _ending(situation, limit, since)
        replaced = following is not None and (ended is None or ended.on >= following)
        spans.append(_Run(since, None if replaced else ended, replaced))
    return spans


def _ending(situation: Situation, limit: Limit, since: date) -> Happened | None:
    """The first step that keeps the limit, not counting one that stood before its start on the same day."""
    opened = max((e.seq for e in situation.happened if e.on == since and e.step in limit.since), default=0)
    for event in situation.happened:
        if event.step in limit.until and (event.on > since or (event.on == since and event.seq > opened)):
            return event
    return None


def _due(situation: Situation, limit: Limit, run: _Run, calendar: Calendar, provisional: bool) -> Due | None:
    period = limit.length(situation)
    if limit.before is not None:
        event_day = situation.value(limit.before)
        if event_day is None:
            return None
        return backward(event_day, period, calendar=calendar, allow_provisional=provisional)

    def reckon(extensions: list[Period]) -> Due:
        return due(
            run.since,
            period,
            calendar=calendar,
            roll=Roll.NONE if limit.judge_by == "strict" else Roll.NEXT,
            suspensions=_suspensions(situation, limit, run),
            excluded=_excluded(situation, limit, run),
            extensions=extensions,
            judge_by=limit.judge_by,
            allow_provisional=provisional,
            start_label=_started_by(situation, limit, run.since),
        )

    reckoned, granted = reckon([]), list[Period]()
    for grant in _grants(situation, limit, run):
        granted += _extension(limit, grant, reckoned)
        reckoned = reckon(granted)
    return _capped(situation, limit, reckoned, calendar, provisional)


def _started_by(situation: Situation, limit: Limit, since: date) -> str:
    return next((_start_label(start) for start in limit.since if since in situation.starts(start)), "")


def _suspensions(situation: Situation, limit: Limit, run: _Run) -> list[Suspension]:
    label = "、".join(stage.label for stage in limit.stops_in)
    return [
        Suspension(spell.since, spell.until, label, limit.stop_basis)
        for spell in situation.spells(limit.stops_in)
        if (spell.until or date.max) > run.since
    ]


def _excluded(situation: Situation, limit: Limit, run: _Run) -> list[Suspension]:
    return [
        Suspension(gap.since, gap.until, span.label, span.basis)
        for span in limit.excludes
        for gap in situation.between(span.since, span.until)
        if (gap.until or date.max) > run.since
    ]


def _grants(situation: Situation, limit: Limit, run: _Run) -> list[Happened]:
    if limit.extension is None:
        return []
    return [e for e in situation.happened if e.step == limit.extension.step and e.on >= run.since]


def _extension(limit: Limit, granted: Happened, before: Due) -> list[Period]:
    """How long one grant is: given in days, until a day, or as long as the law allows."""
    extension = limit.extension
    assert extension is not None
    if extension.days is not None:
        return [days(int(granted.data[extension.days.code]), extension.basis)]
    if extension.until is not None and before.strict is not None:
        until = date.fromisoformat(str(granted.data[extension.until.code]))
        return [days((until - before.strict).days, extension.basis)]
    return [extension.at_most] if extension.at_most is not None else []


def _capped(situation: Situation, limit: Limit, reckoned: Due, calendar: Calendar, provisional: bool) -> Due:
    if limit.cap is None:
        return reckoned
    since = situation.value(limit.cap.since)
    if since is None:
        return reckoned
    ceiling = due(since, limit.cap.period, calendar=calendar, judge_by=limit.judge_by, allow_provisional=provisional)
    return earlier(reckoned, ceiling)


def _stated(situation: Situation, limit: Limit, number: int, run: _Run, reckoned: Due) -> Clock:
    if run.ended is not None:
        done_on = run.ended.on if limit.done_on is None else situation.value(limit.done_on) or run.ended.on
        state = _kept_or_late(limit, run.ended.step, done_on, reckoned)
        return Clock(limit, number, run.since, reckoned, state, done_on, run.ended.step)
    closing = _closing(situation)
    if closing is not None and not limit.outlives and run.since < closing.on:
        return Clock(limit, number, run.since, reckoned, State.MOOT, closing.on, closing.step)
    paused = situation.stage in limit.stops_in or any(
        gap.until is None for span in limit.excludes for gap in situation.between(span.since, span.until)
    )
    return Clock(limit, number, run.since, reckoned, State.PAUSED if paused else State.RUNNING)


def _kept_or_late(limit: Limit, step: Step, done_on: date, reckoned: Due) -> State:
    if step == limit.on_expiry:
        return State.LAPSED
    if limit.floor:
        return State.KEPT if reckoned.strict is None or done_on > reckoned.strict else State.LATE
    return State.KEPT if reckoned.judged is None or done_on <= reckoned.judged else State.LATE


def _closing(situation: Situation) -> Happened | None:
    """The step that brought the case to its end, if it is there."""
    if not situation.stage.final:
        return None
    return next(e for e in reversed(situation.happened) if e.step.target is not None)


def starts_of(limit: Limit) -> list[str]:
    """What starts a limit, in Chinese, for lists and reference pages."""
    return [_start_label(start) for start in limit.since]


def _start_label(start: Start) -> str:
    if isinstance(start, Step):
        return start.label
    descriptor = getattr(start, "field", start)
    return str(getattr(descriptor, "verbose_name", descriptor))
