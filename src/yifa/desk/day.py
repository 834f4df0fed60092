"""A day and its kind, as the top bar shows it (11月21日 周六 休息日)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yifa.clock import Calendar

_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True)
class Day:
    """A day and its kind."""

    date: date
    kind: str
    is_workday: bool
    provisional: bool

    @property
    def label(self) -> str:
        """Month, day and weekday."""
        return f"{self.date.month}月{self.date.day}日 周{_WEEKDAYS[self.date.weekday()]}"


def day_of(day: date, calendar: Calendar) -> Day:
    """The kind of a day; provisional while the year's holiday notice is not known."""
    provisional = not calendar.is_published(day.year)
    if not calendar.is_workday(day, allow_provisional=True):
        return Day(day, calendar.holiday(day) or "休息日", False, provisional)
    return Day(day, "调休上班" if day.weekday() >= 5 else "工作日", True, provisional)
