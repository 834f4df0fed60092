"""Periods, calendars and due dates (期间、工作日历、届满日). Pure: no Django, no clock of its own,
no network.

calendar = Calendar.load()
due(date(2025, 1, 24), working_days(5), calendar=calendar).judged    # 2025-02-07
"""

from yifa.clock.bounds import backward, by_date, earlier, floor, later, validity_end
from yifa.clock.calendar import Calendar
from yifa.clock.due import Due, compute, due
from yifa.clock.errors import (
    BadNotice,
    BadPeriod,
    BadRequest,
    CalendarMissing,
    ClockError,
    DateOutOfRange,
)
from yifa.clock.explain import Explained
from yifa.clock.notices import Notice, parse_notice, read_notice
from yifa.clock.periods import Period, Unit, days, hours, months, working_days, years
from yifa.clock.reckoning import JudgeBy, Reckoning, Restart, Roll, Suspension
from yifa.clock.recompute import Moved, moved

__all__ = [
    "BadNotice",
    "BadPeriod",
    "BadRequest",
    "Calendar",
    "CalendarMissing",
    "ClockError",
    "DateOutOfRange",
    "Due",
    "Explained",
    "JudgeBy",
    "Moved",
    "Notice",
    "Period",
    "Reckoning",
    "Restart",
    "Roll",
    "Suspension",
    "Unit",
    "backward",
    "by_date",
    "compute",
    "days",
    "due",
    "earlier",
    "floor",
    "hours",
    "later",
    "months",
    "moved",
    "parse_notice",
    "read_notice",
    "validity_end",
    "working_days",
    "years",
]
