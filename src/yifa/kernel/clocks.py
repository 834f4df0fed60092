"""The limits of a case as running clocks (期限): pure computation from a `Situation`.

A clock is one run of one limit: the act that started it, what stood still, what was extended, the two due dates and
the one that decides, and how it ended. Nothing is remembered from before: the whole is computed anew after every
event, so that a late entry, a correction or a new holiday notice needs no special case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Literal

from yifa.clock import Calendar, CalendarMissing, Due, Explained, Period, Roll, Suspension, Unit, days, due
from yifa.clock.bounds import backward, by_date, earlier
from yifa.clock.periods import local_day, local_moment
from yifa.kernel.declare import Limit, Start, Step, field_label
from yifa.kernel.situation import Happened, Situation


class State(StrEnum):
    """How a clock stands. Lateness of a running clock is a matter of today's date and is not stored.

    A minimum period that nothing has ended yet is a `FLOOR`: nobody is late when it is over, one may go on then.
    """

    RUNNING = "running"
    FLOOR = "floor"
    PAUSED = "paused"
    KEPT = "kept"
    LATE = "late"
    LAPSED = "lapsed"
    MOOT = "moot"


LABELS = {
    State.RUNNING: "进行中",
    State.FLOOR: "最短期间",
    State.PAUSED: "已中止",
    State.KEPT: "按期完成",
    State.LATE: "逾期完成",
    State.LAPSED: "期满生效",
    State.MOOT: "不再适用",
}


OPEN = (State.RUNNING, State.FLOOR, State.PAUSED)
"""The states of a clock that has not ended: only these move when the calendar does."""


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
            return self.due.judged is not None and local_day(self.due.judged) < today
        return self.state is State.LATE

    @property
    def effective_on(self) -> date | None:
        """The day on which what the law performs takes effect; None where nothing lapses."""
        if self.due.judged is None:
            return None
        return local_day(self.due.judged) + timedelta(days=1 if self.limit.effect_after else 0)

    @property
    def open(self) -> bool:
        """Whether it still runs or stands still."""
        return self.state in OPEN


def clocks_of(
    situation: Situation, calendar: Calendar, *, provisional: bool = True, promised: Iterable[Limit] = ()
) -> list[Clock]:
    """All clocks of a case, in the order of the limits' declaration.

    Args:
        situation: the case; calendar: the working days known.
        provisional: whether a date in a year without a holiday notice is given as provisional; otherwise
            `yifa.clock.CalendarMissing` is raised.
        promised: shorter limits that the place has promised (承诺时限), after those of the law.
    """
    limits = [*situation.procedure.limits(), *promised]
    return [clock for limit in limits for clock in runs_of(situation, limit, calendar, provisional=provisional)]


def clock_of(situation: Situation, limit: Limit, calendar: Calendar, *, provisional: bool = True) -> Clock | None:
    """The last run of one limit on a case; None where it has not started or does not apply."""
    return max(runs_of(situation, limit, calendar, provisional=provisional), key=lambda c: c.run, default=None)


def runs_of(situation: Situation, limit: Limit, calendar: Calendar, *, provisional: bool = True) -> tuple[Clock, ...]:
    """Every run of one limit on a case; computed once for a situation."""
    key = (id(limit), calendar, provisional)
    if key not in situation.memo:
        applies = limit.when is None or limit.when(situation)
        situation.memo[key] = tuple(_runs(situation, limit, calendar, provisional)) if applies else ()
    runs: tuple[Clock, ...] = situation.memo[key]
    return runs


Place = tuple[date, int]
"""Where something stands in a case: its legal date, and the order of entry on that day (0 for a date field)."""


@dataclass(frozen=True)
class _Run:
    """The raw span of a run: what starts it, the start that follows, and what ends it."""

    place: Place
    moment: date | datetime
    following: Place | None
    ended: Happened | None

    @property
    def since(self) -> date:
        return self.place[0]

    @property
    def replaced(self) -> bool:
        """Whether a new start came before anything that keeps the limit."""
        return self.following is not None and (self.ended is None or self.ended.place > self.following)

    def covers(self, event: Happened) -> bool:
        """Whether an event lies within the run."""
        after = event.place > self.place and (self.following is None or event.place < self.following)
        return after and (self.ended is None or event.place < self.ended.place)

    def meets(self, since: date, until: date | None) -> bool:
        """Whether a span of days reaches into the run: not over when it starts, begun before it ends."""
        begun = self.ended is None or since < self.ended.on
        return begun and (until or date.max) > self.since


def _runs(situation: Situation, limit: Limit, calendar: Calendar, provisional: bool) -> Iterator[Clock]:
    for number, run in enumerate(_spans(situation, limit), 1):
        if run.replaced or (limit.hindsight and run.ended is None):
            continue
        reckoned = _due(situation, limit, run, calendar, provisional)
        if reckoned is not None:
            yield _stated(situation, limit, number, run, reckoned)


def _spans(situation: Situation, limit: Limit) -> list[_Run]:
    """Every start of the limit with the first step that keeps it; a start before that replaces the one before."""
    starts = sorted(_starts(situation, limit))
    keeping = [event for event in situation.happened if event.step in limit.until]
    spans: list[_Run] = []
    for position, (place, moment) in enumerate(starts):
        following = starts[position + 1][0] if position + 1 < len(starts) else None
        ended = next((event for event in keeping if event.place > place), None)
        run = _Run(place, moment, following, ended)
        if not (run.replaced and following is not None and following[0] == place[0]):
            spans.append(run)
    return spans


def _starts(situation: Situation, limit: Limit) -> Iterator[tuple[Place, datetime]]:
    """What starts the limit; one that only counts back from a date runs from the first step of the case."""
    for start in limit.since:
        if isinstance(start, Step):
            yield from ((event.place, event.moment) for event in situation.happened if event.step == start)
        elif (value := situation.value(start)) is not None:
            yield (local_day(value), 0), _as_moment(value)
    if limit.before is not None and not limit.since and situation.happened:
        first = situation.happened[0]
        yield first.place, first.moment


def _as_moment(value: date | datetime) -> datetime:
    """A moment by China's clock, without its zone; a day stands for its beginning."""
    if isinstance(value, datetime):
        return local_moment(value).replace(tzinfo=None)
    return datetime.combine(value, time.min)


def _due(situation: Situation, limit: Limit, run: _Run, calendar: Calendar, provisional: bool) -> Due | None:
    if limit.ends_on is not None:
        last = situation.value(limit.ends_on)
        if last is None:
            return None
        fixed = by_date(local_day(last), calendar=calendar, basis=limit.basis, allow_provisional=provisional)
        return replace(fixed, provisional=False)  # no holiday notice to come moves a date that is fixed
    if limit.before is not None:
        event_day = situation.value(limit.before)
        if event_day is None:
            return None
        return backward(
            event_day, limit.length(situation), calendar=calendar, allow_provisional=provisional,
            judge_by="lenient" if limit.judge_by == "lenient" else "clear",
        )  # fmt: skip

    def reckon(extensions: list[Period]) -> Due:
        return _reckoned(situation, limit, run, extensions, calendar=calendar, provisional=provisional)

    reckoned, granted = reckon([]), list[Period]()
    for grant in _grants(situation, limit, run):
        granted += _extension(limit, grant, reckoned)
        reckoned = reckon(granted)
    return _capped(situation, limit, reckoned, calendar, provisional)


def _reckoned(
    situation: Situation, limit: Limit, run: _Run, extensions: list[Period], *, calendar: Calendar, provisional: bool
) -> Due:
    period, strictly = limit.length(situation), limit.floor or limit.judge_by == "strict"
    try:
        reckoned = due(
            run.moment if period.unit is Unit.HOUR else run.since,
            period,
            calendar=calendar,
            roll=Roll.NONE if strictly else Roll.NEXT,
            suspensions=_suspensions(situation, limit, run),
            excluded=_excluded(situation, limit, run),
            extensions=extensions,
            judge_by="strict" if strictly else "rolled",
            allow_provisional=provisional,
            start_label=_started_by(situation, limit, run.since),
        )
    except CalendarMissing as missing:
        if not provisional:
            raise
        return _beyond(missing)
    return replace(reckoned, warn_on=None) if limit.floor else reckoned


@dataclass(frozen=True)
class _Unknown:
    """The trace of a due date that lies outside every calendar."""

    text: str

    def explain(self, due: Due) -> tuple[Explained, ...]:
        """The one step there is."""
        return (Explained(self.text),)


def _beyond(missing: CalendarMissing) -> Due:
    """Where not even a provisional calendar reaches (long past, far future): the strict date alone, marked 暂定.

    A case must not be refused because one of its limits ended before the first holiday notice.
    """
    reason = f"没有{missing.year}年的放假安排"
    without = f"按不顺延的末日{missing.strict}计" if missing.strict else "不能确定届满日"
    trace = _Unknown(f"{reason}，无法判断哪天是工作日，{without}")
    return Due(missing.strict, None, missing.strict, None, True, reason, trace=trace)


def _started_by(situation: Situation, limit: Limit, since: date) -> str:
    return next((_start_label(s) for s in limit.since if since in map(local_day, situation.starts(s))), "")


def _suspensions(situation: Situation, limit: Limit, run: _Run) -> list[Suspension]:
    label = "、".join(stage.label for stage in limit.stops_in)
    return [
        Suspension(spell.since, spell.until, label, limit.stop_basis)
        for spell in situation.spells(limit.stops_in)
        if run.meets(spell.since, spell.until)
    ]


def _excluded(situation: Situation, limit: Limit, run: _Run) -> list[Suspension]:
    return [
        Suspension(gap.since, gap.until, span.label, span.basis)
        for span in limit.excludes
        for gap in situation.between(span.since, span.until)
        if run.meets(gap.since, gap.until)
    ]


def _grants(situation: Situation, limit: Limit, run: _Run) -> list[Happened]:
    if limit.extension is None:
        return []
    return [e for e in situation.happened if e.step == limit.extension.step and run.covers(e)]


def _extension(limit: Limit, granted: Happened, before: Due) -> list[Period]:
    """How long one grant is: given in days, until a day, or, where nothing is said, as long as the law allows."""
    extension = limit.extension
    assert extension is not None
    longest = [extension.at_most] if extension.at_most is not None else []
    asked = extension.days or extension.until
    said = granted.data.get(asked.code) if asked is not None else None
    if said in (None, ""):
        return longest
    if extension.days is not None:
        given = int(str(said))
    elif before.strict is not None:
        given = (date.fromisoformat(str(said)) - local_day(before.strict)).days
    else:
        return []
    return [days(given, extension.basis)] if given > 0 else []


def _capped(situation: Situation, limit: Limit, reckoned: Due, calendar: Calendar, provisional: bool) -> Due:
    if limit.cap is None:
        return reckoned
    since = situation.value(limit.cap.since)
    if since is None:
        return reckoned
    judge_by: Literal["rolled", "strict"] = "strict" if limit.judge_by == "strict" else "rolled"
    ceiling = due(since, limit.cap.period, calendar=calendar, judge_by=judge_by, allow_provisional=provisional)
    return earlier(reckoned, ceiling)


def _stated(situation: Situation, limit: Limit, number: int, run: _Run, reckoned: Due) -> Clock:
    if run.ended is not None:
        instead = None if limit.done_on is None else situation.value(limit.done_on)
        done: date | datetime = run.ended.on if instead is None else instead
        if isinstance(reckoned.judged, datetime) and instead is None:
            done = run.ended.moment
        state = _kept_or_late(limit, run.ended.step, done, reckoned)
        return Clock(limit, number, run.since, reckoned, state, local_day(done), run.ended.step)
    closing = _closing(situation)
    if closing is not None and not limit.outlives and _before(run.place, closing):
        return Clock(limit, number, run.since, reckoned, State.MOOT, closing.on, closing.step)
    running = State.FLOOR if limit.floor else State.RUNNING
    return Clock(limit, number, run.since, reckoned, State.PAUSED if reckoned.stopped else running)


def _before(place: Place, closing: Happened) -> bool:
    """Whether a run began before the case was closed; what a date field starts on that very day goes on."""
    return place < closing.place and (place[1] > 0 or place[0] < closing.on)


def _kept_or_late(limit: Limit, step: Step, done: date | datetime, reckoned: Due) -> State:
    if step == limit.on_expiry:
        return State.LAPSED
    if limit.floor:
        return State.KEPT if reckoned.strict is None or local_day(done) > local_day(reckoned.strict) else State.LATE
    return State.KEPT if reckoned.judged is None or _in_time(done, reckoned.judged) else State.LATE


def _in_time(done: date | datetime, end: date | datetime) -> bool:
    if isinstance(done, datetime) and isinstance(end, datetime):
        return _as_moment(done) <= _as_moment(end)
    return local_day(done) <= local_day(end)


def _closing(situation: Situation) -> Happened | None:
    """The step that brought the case to its end, if it is there."""
    if not situation.stage.final:
        return None
    return next(e for e in reversed(situation.happened) if e.step.target is not None)


def starts_of(limit: Limit) -> list[str]:
    """What starts a limit, in Chinese, for lists and reference pages."""
    return [_start_label(start) for start in limit.since]


def _start_label(start: Start) -> str:
    return start.label if isinstance(start, Step) else field_label(start)
