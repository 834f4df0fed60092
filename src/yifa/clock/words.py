"""Dates and stretches of days in the words of an explanation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from yifa.clock.calendar import Calendar

WEEKDAYS = "一二三四五六日"
SATURDAY = 5


def weekday(day: date) -> str:
    """周五."""
    return f"周{WEEKDAYS[day.weekday()]}"


def named(day: date | datetime) -> str:
    """2025-02-07（周五）, with hours and minutes for a moment."""
    if isinstance(day, datetime):
        return f"{day:%Y-%m-%d}（{weekday(day)}）{day:%H:%M}"
    return f"{day}（{weekday(day)}）"


def short(day: date, after: date) -> str:
    """The day without its year where that is the year of `after`."""
    return f"{day:%m-%d}" if day.year == after.year else str(day)


def kind_of_rest(day: date, calendar: Calendar) -> str:
    """Why a day is a rest day: 国庆节放假, or 周休息日."""
    holiday = calendar.holiday(day)
    return f"{holiday}放假" if holiday else "周休息日"


def special_days(days: Iterable[date], calendar: Calendar) -> Iterator[str]:
    """Each holiday and each make-up workday among `days` as a clause, in order of date."""
    run: list[date] = []
    for day in days:
        holiday = calendar.holiday(day)
        if run and (holiday != calendar.holiday(run[-1]) or day - run[-1] > timedelta(days=1)):
            yield _holiday_clause(run, calendar)
            run = []
        if holiday:
            run.append(day)
        elif make_up := calendar.make_up(day):
            yield f"{named(day)}因{make_up}调休上班，计入"
    if run:
        yield _holiday_clause(run, calendar)


def _holiday_clause(run: list[date], calendar: Calendar) -> str:
    holiday = calendar.holiday(run[0])
    if len(run) == 1:
        return f"{named(run[0])}{holiday}放假，不计"
    return f"{run[0]}至{short(run[-1], run[0])}{holiday}放假，不计"


def plain_weekends(days: Iterable[date], calendar: Calendar) -> int:
    """How many of the days are Saturdays and Sundays that belong to no holiday and on which nobody
    works."""
    return sum(day.weekday() >= SATURDAY and not calendar.holiday(day) and not calendar.make_up(day) for day in days)


def stretch(after: date, until: date) -> list[date]:
    """The days after one day up to and including another."""
    return [after + timedelta(days=offset) for offset in range(1, (until - after).days + 1)]
