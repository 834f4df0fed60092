"""Due dates (届满日) as every screen and clock sees them: strict, rolled, judged, when to warn,
and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from yifa.clock.calendar import Calendar
from yifa.clock.errors import CalendarMissing
from yifa.clock.explain import Explained, PeriodTrace
from yifa.clock.periods import Period, Unit
from yifa.clock.reckoning import (
    JudgeBy,
    Reckoning,
    Restart,
    Roll,
    Suspension,
    rolled_end,
    strict_end,
)

if TYPE_CHECKING:
    pass

__all__ = ["Due", "compute", "due", "provisional_reason"]


class Trace(Protocol):
    """What a due date was computed from; it can tell the steps when somebody asks."""

    def explain(self, due: Due) -> tuple[Explained, ...]:
        """The steps in Chinese, each with its basis."""


@dataclass(frozen=True)
class Due:
    """When a period ends.

    Attributes:
        strict: the last day without roll-over (末日不顺延); None while a suspension is open. A
            datetime for hours.
        rolled: the same, moved past rest days (末日顺延); None too where it needs a notice that is
            not known.
        judged: the one of the two that decides lateness (判定逾期).
        warn_on: the last working day on or before `strict`: what must be done is done by then
            (预警日).
        provisional: a year without a published notice was involved (暂定); `provisional_reason`
            says which, in Chinese.
        stopped: a suspension is open; `left` units of the period remain.
    """

    strict: date | datetime | None
    rolled: date | datetime | None
    judged: date | datetime | None
    warn_on: date | None
    provisional: bool = False
    provisional_reason: str = ""
    stopped: bool = False
    left: int = 0
    trace: Trace | None = field(default=None, repr=False, compare=False)

    @cached_property
    def steps(self) -> tuple[Explained, ...]:
        """How it was computed, step by step."""
        return self.trace.explain(self) if self.trace else ()

    def as_dict(self) -> dict[str, Any]:
        """Everything as plain data for JSON: dates as text, `due` the judged one, the explanation
        as a list."""
        ends = {"strict": self.strict, "rolled": self.rolled, "due": self.judged}
        return {
            **{name: _text(end) for name, end in ends.items()},
            "warn_on": _text(self.warn_on),
            "provisional": self.provisional,
            "provisional_reason": self.provisional_reason,
            "stopped": self.stopped,
            "left": self.left,
            "explanation": [
                {"text": step.text, "basis": str(step.basis) if step.basis else None} for step in self.steps
            ],
        }

    def explain(self) -> str:
        """The steps as numbered lines of Chinese text, each with its basis in brackets."""
        return "\n".join(f"{number}. {step}" for number, step in enumerate(self.steps, 1))


def _text(end: date | datetime | None) -> str | None:
    return end.isoformat() if end else None


def due(
    start: date | datetime,
    period: Period,
    *,
    calendar: Calendar,
    roll: Roll = Roll.NEXT,
    suspensions: Iterable[Suspension] = (),
    excluded: Iterable[Suspension] = (),
    extensions: Iterable[Period] = (),
    restarts: Iterable[Restart] = (),
    judge_by: JudgeBy | None = None,
    allow_provisional: bool = False,
    start_label: str = "",
) -> Due:
    """When the period ends that an event on `start` sets going (the day of the event is not
    counted, 民法典201①).

    Args:
        roll: whether the end moves past rest days; decides `judged` unless `judge_by` does.
        suspensions: 中止, see `Suspension`; excluded: 不计入期限的时间, likewise. They may overlap.
        extensions: 延长, each from the unextended strict end.
        restarts: 重新起算; the last one counts.
        allow_provisional: answer also where a year's notice is not known, marked `provisional`.
        start_label: what happened on `start`, for the explanation (受理、收到申请…).

    Raises:
        CalendarMissing: judging needs a notice that is not known and provisional dates are not
            allowed.
        BadPeriod, DateOutOfRange: the request makes no sense.
    """
    reckoning = Reckoning(
        start,
        period,
        roll,
        tuple(suspensions),
        tuple(excluded),
        tuple(extensions),
        tuple(restarts),
        judge_by,
        start_label,
    )
    return compute(reckoning, calendar, allow_provisional=allow_provisional)


def compute(reckoning: Reckoning, calendar: Calendar, *, allow_provisional: bool = False) -> Due:
    """The due date of a stored reckoning; see `due` for arguments and errors."""
    strict = strict_end(reckoning, calendar, allow_provisional)
    trace = PeriodTrace(reckoning, calendar)
    if strict is None:
        left = trace.legs()[-1].left
        return Due(None, None, None, None, stopped=True, left=left, trace=trace)
    if isinstance(strict, datetime):
        return Due(strict, strict, strict, None, trace=trace)
    judge_rolled = reckoning.judged_by == "rolled"
    try:
        rolled = rolled_end(strict, calendar, allow_provisional)
        warn_on = calendar.workday_until(strict, allow_provisional=allow_provisional)
    except CalendarMissing as missing:
        if judge_rolled:
            raise
        return Due(
            strict,
            None,
            strict,
            None,
            provisional_reason=f"{missing.year}年放假安排未公布，没有推算顺延",
            trace=trace,
        )
    counted = reckoning.period.unit is Unit.WORKING_DAY or any(e.unit is Unit.WORKING_DAY for e in reckoning.extensions)
    reason = provisional_reason(calendar, reckoning.first_day if counted else warn_on, rolled)
    judged = rolled if judge_rolled else strict
    return Due(strict, rolled, judged, warn_on, bool(reason), reason, trace=trace)


def provisional_reason(calendar: Calendar, first: date, last: date) -> str:
    """Why dates that depend on the days between two days are only provisional; empty when they are
    firm."""
    missing = calendar.unpublished_years(first, last)
    if not missing:
        return ""
    named = "、".join(f"{year}年" for year in missing)
    return f"{named}放假安排未公布，按周六、周日休息和法定节日推算，未计调休、补假；通知公布后须重新计算"
