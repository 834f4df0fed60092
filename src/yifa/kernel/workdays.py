"""The working days of this installation (工作日历): the notices shipped and those entered here, read once a process."""

from __future__ import annotations

from yifa.clock import Calendar

_calendar: list[Calendar] = []


def current_calendar() -> Calendar:
    """The calendar of this installation."""
    return _calendar[0] if _calendar else refresh_calendar()


def refresh_calendar() -> Calendar:
    """Read the notices again, after one was entered."""
    from django.conf import settings

    _calendar[:] = [Calendar.load(extra_dirs=[settings.HOME / "calendars"])]
    return _calendar[0]
