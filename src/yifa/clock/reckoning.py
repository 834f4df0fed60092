"""When a period ends (届满): the one computation behind every due date.

A period is walked in legs: the period itself, then each extension from the unextended strict end
(延长自原期限届满起算). Days inside a pause are not counted, in whatever unit the leg counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from yifa.clock.calendar import Calendar
from yifa.clock.errors import BadPeriod, CalendarMissing
from yifa.clock.periods import (
    Period,
    Unit,
    local_day,
    local_moment,
    plus_days,
    plus_hours,
    plus_months,
    whole_months,
)

if TYPE_CHECKING:
    from yifa.law import Basis

JudgeBy = Literal["rolled", "strict"]


class Roll(StrEnum):
    """What happens when the last day is a rest day (末日遇法定休假日), by the kind of right or
    power."""

    NEXT = "顺延"
    """The period runs to the next working day (民法典203①, 民诉法85③): rights of parties, and
    limits that apply those acts."""
    NONE = "不顺延"
    """It does not: longest periods of a power over people (查封扣押、办案期限), where no act
    grants the roll-over."""


@dataclass(frozen=True, slots=True)
class Suspension:
    """A pause of a period.

    Given as `suspensions` (中止): the day of suspension is not counted any more, the day of
    resumption is counted again. Given as `excluded` (不计入期限的时间): counting stops the day
    after `since` and resumes the day after `until`. `until` None: it lasts still, and the end
    cannot be known.
    """

    since: date
    until: date | None = None
    label: str = ""
    basis: Basis | None = None

    def __post_init__(self) -> None:
        if self.until is not None and self.until < self.since:
            raise BadPeriod(
                f"不能计算：{self.label or '中止'}的结束日{self.until}早于开始日{self.since}。请核对两个日期。"
            )


@dataclass(frozen=True, slots=True)
class Restart:
    """The period starts afresh (重新起算) from this day, which is not counted; what was counted
    before is void."""

    on: date
    label: str = ""
    basis: Basis | None = None


@dataclass(frozen=True, slots=True)
class Reckoning:
    """All that a due date depends on besides the calendar; hashable, and safe to store and compute
    again."""

    start: date | datetime
    period: Period
    roll: Roll = Roll.NEXT
    suspensions: tuple[Suspension, ...] = ()
    excluded: tuple[Suspension, ...] = ()
    extensions: tuple[Period, ...] = ()
    restarts: tuple[Restart, ...] = ()
    judge_by: JudgeBy | None = None
    start_label: str = ""

    def __post_init__(self) -> None:
        hourly = [period for period in (self.period, *self.extensions) if period.unit is Unit.HOUR]
        if hourly and not isinstance(self.start, datetime):
            raise BadPeriod(
                f"不能计算{hourly[0]}：按小时计算的期间要有起算的时刻，只有日期{self.start}。请写明几点几分。"
            )
        if hourly and (self.suspensions or self.excluded or self.restarts or len(hourly) <= len(self.extensions)):
            raise BadPeriod(
                "不能计算：按小时计算的期间不能中止、扣除、重新起算，也不能与其他单位混合延长。请分别计算。"
            )

    @property
    def judged_by(self) -> JudgeBy:
        """Which date decides lateness: as given, else the rolled one where the period rolls
        over."""
        return self.judge_by or ("rolled" if self.roll is Roll.NEXT else "strict")

    @property
    def first_day(self) -> date:
        """The day that is not counted: the start, or the last restart after it."""
        start = local_day(self.start)
        return max([start, *(restart.on for restart in self.restarts)])


@dataclass(frozen=True, slots=True)
class Pause:
    """A span of days that are not counted, `first` to `last` inclusive; `last` None while it
    lasts."""

    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class Leg:
    """One counted stretch: after `start`, `period` long, ending on `end` (None: stopped, `left`
    units remain)."""

    start: date
    period: Period
    end: date | None
    paused: int
    left: int = 0


def pauses(reckoning: Reckoning) -> list[Pause]:
    """The days not counted, overlapping and adjoining spans merged, in order."""
    spans: list[tuple[date, date | None]] = []
    for span in reckoning.suspensions:
        spans.append((span.since, None if span.until is None else plus_days(span.until, -1)))
    for span in reckoning.excluded:
        spans.append((plus_days(span.since, 1), span.until))
    return merged(spans)


def merged(spans: Iterable[tuple[date, date | None]]) -> list[Pause]:
    """Spans of days (both ends included, open ones last for ever) as disjoint pauses in order; empty ones vanish."""
    found: list[Pause] = []
    for first, last in sorted(spans, key=lambda span: (span[0], span[1] or date.max)):
        if last is not None and last < first:
            continue
        previous = found[-1] if found else None
        if previous is None or _apart(previous, first):
            found.append(Pause(first, last))
        elif previous.last is not None:
            found[-1] = Pause(previous.first, last and max(previous.last, last))
    return found


def _apart(pause: Pause, day: date) -> bool:
    """Whether at least one day that counts lies between a pause and a later day."""
    return pause.last is not None and day > plus_days(pause.last, 1)


def walk(reckoning: Reckoning, calendar: Calendar, allow_provisional: bool) -> list[Leg]:
    """The legs of a period of days, working days, months or years; a stopped leg is the last.

    Raises:
        CalendarMissing: working days are to be counted in a year without a notice.
    """
    stops = pauses(reckoning)
    legs: list[Leg] = []
    start = reckoning.first_day
    for period in (reckoning.period, *reckoning.extensions):
        leg = _leg(start, period, stops, calendar, allow_provisional)
        legs.append(leg)
        if leg.end is None:
            break
        start = leg.end
    return legs


def _leg(start: date, period: Period, stops: Sequence[Pause], calendar: Calendar, allow_provisional: bool) -> Leg:
    def count(after: date, until: date) -> int:
        if period.unit is Unit.WORKING_DAY:
            return calendar.count_working_days(after, until, allow_provisional=allow_provisional)
        return (until - after).days

    def advance(amount: int) -> date:
        if period.unit is Unit.WORKING_DAY:
            return calendar.add_working_days(start, amount, allow_provisional=allow_provisional)
        if period.unit is Unit.DAY:
            return plus_days(start, amount)
        return plus_days(plus_months(start, whole_months(period)), amount - period.amount)

    paused, end = 0, advance(period.amount)
    for stop in stops:
        if stop.last is not None and stop.last <= start:
            continue
        if stop.first > end:
            break
        before = max(plus_days(stop.first, -1), start)
        if stop.last is None:
            return Leg(start, period, None, paused, count(before, end))
        paused += count(before, stop.last)
        end = advance(period.amount + paused)
    return Leg(start, period, end, paused)


def strict_end(reckoning: Reckoning, calendar: Calendar, allow_provisional: bool) -> date | datetime | None:
    """The last day (or moment) without roll-over; None while a pause is open."""
    if reckoning.period.unit is Unit.HOUR:
        assert isinstance(reckoning.start, datetime)
        end = plus_hours(local_moment(reckoning.start), reckoning.period)
        for extension in reckoning.extensions:
            end = plus_hours(end, replace(extension, from_next_hour=False))
        return end
    return walk(reckoning, calendar, allow_provisional)[-1].end


def rolled_end(strict: date, calendar: Calendar, allow_provisional: bool) -> date:
    """The strict end, or the first working day after it when it is a rest day."""
    try:
        return calendar.workday_from(strict, allow_provisional=allow_provisional)
    except CalendarMissing as missing:
        raise missing.with_strict(strict) from None
