"""Limits that do not run forward from an event: backward, minimum, fixed date, validity; and the
earlier or later of two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Literal

from yifa.clock.calendar import Calendar
from yifa.clock.due import Due, compute, provisional_reason
from yifa.clock.errors import BadPeriod, CalendarMissing
from yifa.clock.explain import Explained
from yifa.clock.periods import Period, Unit, local_day, plus_days, plus_months, whole_months
from yifa.clock.reckoning import Reckoning
from yifa.clock.rules import Rule
from yifa.clock.words import kind_of_rest, named, special_days, stretch

if TYPE_CHECKING:
    from yifa.law import Basis


def backward(
    event: date | datetime,
    period: Period,
    *,
    calendar: Calendar,
    judge_by: Literal["clear", "lenient"] = "clear",
    allow_provisional: bool = False,
) -> Due:
    """The last day for something due so long before an event (举行听证的五日前通知).

    `strict` leaves the whole period free between the two days (净间隔: what reminders use),
    `rolled` is one day of the unit later (宽松: what decides that a party is late); `judge_by`
    picks the one that decides. Neither moves past rest days, but `warn_on` is the last working day
    on or before `strict`.

    Raises:
        CalendarMissing: working days are counted in a year whose notice is not known, or
            provisional dates are refused.
        BadPeriod: the period is in hours.
    """
    day = local_day(event)
    trace = BackwardTrace(day, period, calendar, judge_by)
    if period.unit is Unit.WORKING_DAY:
        lenient = calendar.subtract_working_days(day, period.amount, allow_provisional=allow_provisional)
        clear = calendar.subtract_working_days(day, period.amount + 1, allow_provisional=allow_provisional)
    elif period.unit is Unit.HOUR:
        raise BadPeriod(f"不能倒推{period}：倒推的期限按日、工作日、月、年计算。请换算后再试。")
    else:
        months = period.unit is not Unit.DAY
        lenient = plus_months(day, -whole_months(period)) if months else plus_days(day, -period.amount)
        clear = plus_days(lenient, -1)
    judged = clear if judge_by == "clear" else lenient
    due = Due(clear, lenient, judged, None, trace=trace)
    return _placed(due, calendar, allow_provisional, upto=day if trace.counted else None)


def floor(start: date | datetime, period: Period, *, calendar: Calendar, allow_provisional: bool = False) -> Due:
    """The earliest day on which a minimum period (不少于30日) is full: it runs to the end (24时)
    of `strict`.

    `rolled` is the first working day from then on, the sensible day to close; a minimum is judged
    by `strict`.
    """
    reckoning = Reckoning(start, period, judge_by="strict", start_label="开始（最短期限）")
    return compute(reckoning, calendar, allow_provisional=allow_provisional)


def by_date(
    day: date,
    *,
    calendar: Calendar,
    inclusive: bool = True,
    basis: Basis | None = None,
    allow_provisional: bool = False,
) -> Due:
    """A duty tied to a calendar date (每年3月1日之前). It never rolls over: be done on the last
    working day before.

    `inclusive` False: the named day itself is too late (4月1日之前 = by 31 March).
    """
    last = day if inclusive else plus_days(day, -1)
    trace = FixedTrace(day, inclusive, calendar, basis)
    return _placed(Due(last, last, last, None, trace=trace), calendar, allow_provisional, upto=None)


def validity_end(first: date, period: Period) -> date:
    """The last day of force (有效期届满日) of something in force from `first`, that day counted.

    2024-05-01 for five years: 2029-04-30. Without a corresponding day it is the last of the month.

    Raises:
        BadPeriod: the period is in working days or hours, in which validity is never given.
    """
    if period.unit is Unit.DAY:
        return plus_days(first, period.amount - 1)
    if period.unit in (Unit.WORKING_DAY, Unit.HOUR):
        raise BadPeriod(f"不能计算有效期：有效期按日、月、年计算，不能是{period}。请改写期间。")
    end = plus_months(first, whole_months(period))
    return plus_days(end, -1) if end.day == first.day else end


def earlier(*dues: Due) -> Due:
    """The one that ends first, by its judged date (以先届满者为准). One that stands still cannot
    be first yet."""
    running = [due for due in dues if due.judged is not None]
    return _chosen(dues, min(running, key=_moment), "先届满") if running else dues[0]


def later(*dues: Due) -> Due:
    """The one that ends last, by its judged date (以后届满者为准); unknown while one of them
    stands still."""
    stopped = [due for due in dues if due.judged is None]
    return stopped[0] if stopped else _chosen(dues, max(dues, key=_moment), "后届满")


def _moment(due: Due) -> datetime:
    assert due.judged is not None
    if isinstance(due.judged, datetime):
        return due.judged.replace(tzinfo=None)
    return datetime.combine(due.judged, time.max)


def _chosen(dues: Sequence[Due], chosen: Due, word: str) -> Due:
    reasons = "；".join(dict.fromkeys(due.provisional_reason for due in dues if due.provisional))
    return replace(
        chosen,
        provisional=bool(reasons),
        provisional_reason=reasons or chosen.provisional_reason,
        trace=ChoiceTrace(tuple(dues), chosen, word),
    )


def _placed(due: Due, calendar: Calendar, allow_provisional: bool, *, upto: date | None) -> Due:
    """`due` with its warning day; `upto` is given where working days up to there were counted."""
    strict = local_day(due.strict or date.max)
    try:
        warn_on = calendar.workday_until(strict, allow_provisional=allow_provisional)
    except CalendarMissing as missing:
        if upto:
            raise
        reason = f"{missing.year}年放假安排未公布，没有推算此前的最后一个工作日"
        return replace(due, provisional_reason=reason)
    reason = provisional_reason(calendar, warn_on, upto or strict)
    return replace(due, warn_on=warn_on, provisional=bool(reason), provisional_reason=reason)


@dataclass(frozen=True, slots=True)
class BackwardTrace:
    """The trace of `backward`."""

    event: date
    period: Period
    calendar: Calendar
    judge_by: Literal["clear", "lenient"]

    @property
    def counted(self) -> bool:
        """Whether working days were counted."""
        return self.period.unit is Unit.WORKING_DAY

    def explain(self, due: Due) -> tuple[Explained, ...]:
        """The steps in Chinese, each with its basis."""
        return tuple(self._steps(due))

    def _steps(self, due: Due) -> Iterator[Explained]:
        assert due.strict
        assert due.rolled
        yield Explained(f"自{named(self.event)}起向前推算{self.period}，当日不计入", self.period.basis)
        if self.counted and (passed := list(special_days(stretch(due.strict, self.event), self.calendar))):
            yield Explained("；".join(passed), Rule.EXCHANGE.basis)
        yield Explained(f"中间留足{self.period}（净间隔），最迟{named(due.strict)}")
        chosen = "按净间隔" if self.judge_by == "clear" else "按宽松口径"
        yield Explained(
            f"只数到第{self.period.amount}{_ordinal(self.period)}的宽松口径为{named(due.rolled)}；本期限{chosen}判定"
        )
        if due.warn_on and due.warn_on != due.strict:
            yield Explained(f"最迟日遇休息日，应提前到{named(due.warn_on)}完成")
        if due.provisional:
            yield Explained(f"以上日期暂定：{due.provisional_reason}", Rule.HOLIDAYS.basis)


def _ordinal(period: Period) -> str:
    return "个工作日" if period.unit is Unit.WORKING_DAY else str(period.unit)


@dataclass(frozen=True, slots=True)
class FixedTrace:
    """The trace of `by_date`."""

    day: date
    inclusive: bool
    calendar: Calendar
    basis: Basis | None

    def explain(self, due: Due) -> tuple[Explained, ...]:
        """The steps in Chinese, each with its basis."""
        return tuple(self._steps(due))

    def _steps(self, due: Due) -> Iterator[Explained]:
        assert due.strict
        word = "当日及以前" if self.inclusive else "之前（不含当日）"
        yield Explained(
            f"应在{named(self.day)}{word}完成，即不晚于{named(due.strict)}；固定日期不顺延",
            self.basis,
        )
        if due.warn_on and due.warn_on != due.strict:
            rest = kind_of_rest(local_day(due.strict), self.calendar)
            yield Explained(f"{named(due.strict)}适逢{rest}，应在此前最后一个工作日{named(due.warn_on)}完成")
        elif due.warn_on is None:
            yield Explained(due.provisional_reason)
        if due.provisional:
            yield Explained(f"以上日期暂定：{due.provisional_reason}", Rule.HOLIDAYS.basis)


@dataclass(frozen=True, slots=True)
class ChoiceTrace:
    """The trace of `earlier` and `later`: all candidates, and the one that counts."""

    dues: tuple[Due, ...]
    chosen: Due
    word: str

    def explain(self, due: Due) -> tuple[Explained, ...]:
        """The steps of every candidate, then the choice."""
        steps: list[Explained] = []
        for number, candidate in enumerate(self.dues, 1):
            for step in candidate.steps:
                steps.append(Explained(f"期限{number}：{step.text}", step.basis))
        known = "、".join(named(each.judged) if each.judged else "中止中" for each in self.dues)
        assert due.judged
        return (*steps, Explained(f"各期限分别至{known}，以{self.word}的{named(due.judged)}为准"))
