"""What the reference leaves to places (口径), and the dates and recipients that follow from it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from yifa.areas.leadership.annual_report.choices import Duty, Kind
from yifa.clock import Calendar
from yifa.errors import YifaError
from yifa.kernel.defaults import Defaults
from yifa.kernel.workdays import current_calendar
from yifa.office.models import OrganKind

DEFAULTS = Defaults.beside(__file__)

_PREFIX = {OrganKind.GOVERNMENT: "government", OrganKind.TOWNSHIP: "township", OrganKind.SUBDISTRICT: "township"}
"""Whose recipients an organ has; every other one those of a department."""


def last_day(code: str, year: int, record: Any) -> date:
    """The last day for what is due “before” a day of the year after the report's: the day before it.

    Raises:
        YifaError: the place wrote no such day.
    """
    written = str(_at(record)[code].value)
    try:
        return date.fromisoformat(f"{year + 1}-{written}") - timedelta(days=1)
    except ValueError:
        raise YifaError(f"口径配置“{code}”应当写作“月-日”，例如“03-01”，现在是“{written}”。请改正。") from None


def submit_by(record: Any, on: date) -> date | None:
    """The last day of submitting (T-AR-1): the last of February."""
    return last_day("submit_before", record.year, record) if record.year else None


def publish_by(record: Any, on: date) -> date | None:
    """The last day of publishing (T-AR-2): 31 March."""
    return last_day("publish_before", record.year, record) if record.year else None


def submit_advised(record: Any, on: date) -> date | None:
    """The last working day up to it."""
    return _workday(submit_by(record, on))


def publish_advised(record: Any, on: date) -> date | None:
    """The last working day up to it."""
    return _workday(publish_by(record, on))


def publishing(record: Any, on: date) -> str:
    """Whether the organ publishes: a subdistrict office (街道办事处) is no level of government, its place decides."""
    if record.organ.kind != OrganKind.SUBDISTRICT:
        return Duty.DUTY
    return Duty.REFERENCE if _at(record)["subdistricts_publish"].value else Duty.NONE


def recipients(record: Any, on: date) -> list[dict[str, str]]:
    """Those that were written down, else those of the place for this kind of organ."""
    if record.recipients:
        return list(record.recipients)
    prefix, choices = _PREFIX.get(record.organ.kind, "department"), _at(record)
    told = ((Kind.REPORT, "recipients"), (Kind.COPY, "copies"))
    return [
        {"to": name, "kind": kind}
        for kind, code in told
        for name in str(choices[f"{prefix}_{code}"].value).split("、")
        if name
    ]


def _at(record: Any) -> Defaults:
    """The choices of the organ's place; in a scenario the organ is in no place."""
    return DEFAULTS.at(record.organ.place.code) if record.organ_id is not None else DEFAULTS


def _workday(day: date | None) -> date | None:
    calendar: Calendar = current_calendar()
    return None if day is None else calendar.workday_until(day, allow_provisional=True)
