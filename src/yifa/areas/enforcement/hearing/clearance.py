"""Whether a decision may be made as far as the hearing goes (听证把关): what clients ask before they decide."""

from __future__ import annotations

from datetime import date

from yifa.areas.enforcement.hearing.acts import ASK_PENALTY
from yifa.areas.enforcement.hearing.choices import Outcome
from yifa.clock import Calendar, due, working_days
from yifa.clock.periods import local_day


def last_day_to_ask(told_on: date, calendar: Calendar) -> date:
    """The last of the five working days in which a hearing may be asked for (处罚法64(一)、85)."""
    end = due(told_on, working_days(5, ASK_PENALTY), calendar=calendar, allow_provisional=True).judged
    assert end is not None
    return local_day(end)


def why_not(outcome: str, on: date, told_on: date | None, calendar: Calendar, *, requested: bool) -> str | None:
    """Why no decision may be made yet; None where the hearing stands in no way.

    Args:
        outcome: how the hearing ended (`Outcome`); empty while it has not.
        on: the day of the decision; told_on: when the right was told.
        requested: whether it was asked for.
    """
    if outcome in Outcome.values:
        return None
    if requested:
        return "当事人已经要求听证，听证尚未结束"
    if told_on is None:
        return "尚未告知当事人有要求听证的权利"
    last = last_day_to_ask(told_on, calendar)
    return f"要求听证的期限至{last}，在此之前不得作出决定" if on <= last else None
