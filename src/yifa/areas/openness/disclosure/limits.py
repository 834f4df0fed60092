"""By when information must be public (主动公开期限), and whether it was.

T-PD-1: twenty working days from the day it was formed or changed. T-PD-2: budgets and final accounts within twenty
days, natural ones, from their ratification. Both dates are kept; lateness is judged by the rolled one.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from yifa.areas.openness.disclosure.models import Attribute, Category, Information, Outcome
from yifa.clock import Calendar, Due, Period, days, due, working_days
from yifa.kernel.workdays import current_calendar
from yifa.law import act

DISCLOSE = working_days(20, act("政府信息公开条例")[26].says("20个工作日"))
DISCLOSE_BUDGET = days(20, act("预算法")[14, 1])


def due_of(start: date, period: Period) -> Due:
    """The due date; provisional where the next year's holiday notice is not known."""
    return _due(start, period, current_calendar())


@lru_cache(maxsize=8192)
def _due(start: date, period: Period, calendar: Calendar) -> Due:
    return due(start, period, calendar=calendar, allow_provisional=True, start_label="信息形成或者变更")


def limit_of(entry: Information) -> tuple[date, Period] | None:
    """What the limit counts from and how long it is; None where nothing has to be published."""
    if entry.attribute != Attribute.ACTIVE:
        return None
    if entry.category == Category.BUDGET:
        return (entry.ratified_on, DISCLOSE_BUDGET) if entry.ratified_on else None
    return entry.changed_on or entry.formed_on, DISCLOSE


def explain(entry: Information) -> str:
    """How the due date was computed, step by step."""
    limit = limit_of(entry)
    return due_of(*limit).explain() if limit else ""


def reckon(entry: Information) -> None:
    """Fill in the dates, whether it was on time and where it stands."""
    limit = limit_of(entry)
    found = due_of(*limit) if limit else None
    entry.due_strict = _day(found.strict) if found else None
    entry.due_rolled = _day(found.rolled) if found else None
    entry.due_on = _day(found.judged) if found else None
    entry.provisional = bool(found and found.provisional)
    entry.on_time = None
    if limit and entry.due_on and entry.published_on and entry.published_on >= limit[0]:
        entry.on_time = entry.published_on <= entry.due_on
    entry.outcome = outcome_of(entry)


def outcome_of(entry: Information) -> Outcome:
    """Where the information stands."""
    if entry.attribute == Attribute.NOT_PUBLIC:
        return Outcome.NOT_PUBLIC
    if entry.retracted_on is not None:
        return Outcome.RETRACTED
    if entry.published_on is None:
        return Outcome.PENDING if entry.attribute == Attribute.ACTIVE else Outcome.ON_REQUEST
    return Outcome.MASKED if entry.masked_fields else Outcome.PUBLISHED


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
