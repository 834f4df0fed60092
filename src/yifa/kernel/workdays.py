"""The working days of this installation (工作日历): the notices shipped and those entered here.

They are read once, and again as soon as a file of the folder has changed: a notice entered on the command line holds
at once in every running process.
"""

from __future__ import annotations

import os
from pathlib import Path

from yifa.clock import Calendar

_read: dict[Path, tuple[tuple[tuple[str, int], ...], Calendar]] = {}


def current_calendar() -> Calendar:
    """The calendar of this installation."""
    from django.conf import settings

    folder: Path = settings.HOME / "calendars"
    stamps = _stamps(folder)
    known = _read.get(folder)
    if known is None or known[0] != stamps:
        known = _read[folder] = (stamps, Calendar.load(extra_dirs=[folder]))
    return known[1]


def refresh_calendar() -> Calendar:
    """Read the notices again, whether a file has changed or not."""
    _read.clear()
    return current_calendar()


def _stamps(folder: Path) -> tuple[tuple[str, int], ...]:
    try:
        with os.scandir(folder) as entries:
            return tuple(sorted((entry.name, entry.stat().st_mtime_ns) for entry in entries))
    except FileNotFoundError:
        return ()
