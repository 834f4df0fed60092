"""When the remedies against a decision are over, and when execution may be applied for (复议、起诉和申请执行的期限).

Pure arithmetic over dates: traps 11, 12 and 13. The party's periods roll over rest days (复议法第八十八条第一款 and
行诉法第一百零一条 refer to 民事诉讼法第八十五条第三款).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from yifa.areas.enforcement.execution.acts import LITIGATION, REVIEW, RULES, WORKING, C
from yifa.clock import Calendar, Period, days, due, months, working_days, years
from yifa.clock.periods import local_day

SIXTY = days(60, REVIEW[20, 1].says("六十日内"))
SIX_MONTHS = months(6, LITIGATION[46, 1].says("六个月内"))
FIFTEEN = days(15, LITIGATION[45].says("十五日内"))
YEAR_OF_REVIEW = years(1, REVIEW[20, 3].says("一年"))
YEAR_OF_SUIT = years(1, RULES[64, 1].says("一年"))
THREE_MONTHS = months(3, C[53].says("三个月内"))
TEN_DAYS = working_days(10, WORKING)


@dataclass(frozen=True)
class Told:
    """What the dates are reckoned from.

    Attributes:
        served: when the decision was served; told: whether it named both remedies with their periods.
        review_first: reconsideration must come before a suit (复议前置).
        review_served: when the decision of reconsideration was served, where there was one.
        suit_until: the last day for a suit, where a law says other than six months.
    """

    served: date
    told: bool = True
    review_first: bool = False
    review_served: date | None = None
    suit_until: date | None = None


def ends(start: date, period: Period, calendar: Calendar) -> date:
    """The last day of a period of a party, rolled over rest days; of a year without a notice provisionally."""
    found = due(start, period, calendar=calendar, judge_by="rolled", allow_provisional=True)
    assert found.judged is not None
    return local_day(found.judged)


def review_ends(case: Told, calendar: Calendar) -> date:
    """The last day on which reconsideration can be applied for."""
    return ends(case.served, SIXTY if case.told else YEAR_OF_REVIEW, calendar)


def suit_ends(case: Told, calendar: Calendar) -> date | None:
    """The last day for a suit; None where reconsideration had to come first and was not asked for."""
    if case.review_served is not None:
        return ends(case.review_served, FIFTEEN, calendar)
    if case.review_first:
        return None
    if case.suit_until is not None:
        return case.suit_until
    return ends(case.served, SIX_MONTHS if case.told else YEAR_OF_SUIT, calendar)


def remedies_end(case: Told, calendar: Calendar) -> date:
    """The day with which both remedies are over, if nobody used them."""
    suit = suit_ends(case, calendar)
    if case.review_served is not None:
        assert suit is not None
        return suit
    review = review_ends(case, calendar)
    return review if suit is None else max(review, suit)


def window_from(over: date, deferred_until: date | None) -> date:
    """From which day the three months run: the end of the remedies, or of a deferral granted beyond it (trap 11)."""
    return over if deferred_until is None else max(over, deferred_until)


def window_ends(start: date, calendar: Calendar) -> date:
    """The last day for the application to the court."""
    return ends(start, THREE_MONTHS, calendar)


def demand_over(served: date, calendar: Calendar) -> date:
    """The tenth working day after a demand was served; from the next day on the court can be applied to."""
    return calendar.add_working_days(served, TEN_DAYS.amount, allow_provisional=True)


def latest_demand(last: date, calendar: Calendar) -> date:
    """The latest day to serve the demand so that a day is left for the application (trap 12)."""
    day = last - timedelta(days=1)
    while demand_over(day, calendar) >= last:
        day -= timedelta(days=1)
    return day
