"""What must hold for every period: against a slow day-by-day count, and by its own logic."""

from __future__ import annotations

import random
from calendar import monthrange
from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yifa.clock import (
    Calendar,
    Due,
    Period,
    Suspension,
    Unit,
    backward,
    days,
    due,
    earlier,
    later,
    months,
    working_days,
    years,
)

CALENDAR = Calendar.load()
ONE_DAY = timedelta(days=1)
FIRST, LAST = date(2006, 1, 1), date(2022, 1, 1)

starts = st.dates(FIRST, LAST)
periods = st.one_of(
    st.integers(1, 200).map(days),
    st.integers(1, 90).map(working_days),
    st.integers(1, 24).map(months),
    st.integers(1, 3).map(years),
)


@st.composite
def spans(draw: st.DrawFn, start: date) -> Suspension:
    since = start + timedelta(days=draw(st.integers(-20, 150)))
    return Suspension(since, since + timedelta(days=draw(st.integers(0, 60))))


# The slow reference


def naive(start: date, period: Period, suspensions: list[Suspension], excluded: list[Suspension]) -> date:
    """Count one day after the other, the way a clerk does with a finger on the calendar."""
    amount = period.amount
    if period.unit in (Unit.MONTH, Unit.YEAR):
        amount = (corresponding(start, period) - start).days
    day = start
    while amount:
        day += ONE_DAY
        if any(span.since <= day < span.until for span in suspensions if span.until):
            continue
        if any(span.since < day <= span.until for span in excluded if span.until):
            continue
        if period.unit is Unit.WORKING_DAY and not works(day):
            continue
        amount -= 1
    return day


def corresponding(start: date, period: Period) -> date:
    year, month = start.year, start.month
    for _ in range(period.amount * (12 if period.unit is Unit.YEAR else 1)):
        month += 1
        if month == 13:
            year, month = year + 1, 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def works(day: date) -> bool:
    """By the development package, except the one day that it lacks."""
    return day == date(2005, 12, 31) or bool(chinese_calendar.is_workday(day))


def naive_rolled(day: date) -> date:
    while not works(day):
        day += ONE_DAY
    return day


def naive_warning(day: date) -> date:
    while not works(day):
        day -= ONE_DAY
    return day


def test_thousands_of_random_periods_agree_with_counting_day_by_day() -> None:
    chance = random.Random(20261122)
    for _ in range(4000):
        start = FIRST + timedelta(days=chance.randrange(5800))
        unit = chance.choice([days, working_days, months, years])
        length = unit(chance.randint(1, {days: 120, working_days: 60, months: 14, years: 2}[unit]))
        pauses = [random_span(chance, start) for _ in range(chance.randrange(4))]
        cut = chance.randint(0, len(pauses))
        suspended, excluded = pauses[:cut], pauses[cut:]
        found = due(start, length, calendar=CALENDAR, suspensions=suspended, excluded=excluded)
        strict = naive(start, length, suspended, excluded)
        expected = (strict, naive_rolled(strict), naive_warning(strict))
        assert (found.strict, found.rolled, found.warn_on) == expected, (start, length, pauses, cut)


def random_span(chance: random.Random, start: date) -> Suspension:
    since = start + timedelta(days=chance.randint(-10, 100))
    return Suspension(since, since + timedelta(days=chance.randint(0, 40)))


@settings(deadline=None, max_examples=150)
@given(st.data(), starts, periods, st.integers(1, 60))
def test_an_extension_counts_on_from_the_strict_end(
    data: st.DataObject, start: date, period: Period, more: int
) -> None:
    pause = data.draw(spans(start))
    found = due(start, period, calendar=CALENDAR, suspensions=[pause], extensions=[days(more)])
    first = naive(start, period, [pause], [])
    assert found.strict == naive(first, days(more), [pause], [])


# Logic


def judged(found: Due) -> date:
    assert found.judged is not None
    return found.judged


@given(st.data(), starts, periods, st.integers(0, 40))
def test_a_longer_pause_never_ends_earlier(data: st.DataObject, start: date, period: Period, longer: int) -> None:
    pause = data.draw(spans(start))
    assert pause.until
    prolonged = Suspension(pause.since, pause.until + timedelta(days=longer))
    short = due(start, period, calendar=CALENDAR, suspensions=[pause])
    long = due(start, period, calendar=CALENDAR, suspensions=[prolonged])
    assert judged(long) >= judged(short)


@given(st.data(), starts, periods)
def test_splitting_a_pause_changes_nothing(data: st.DataObject, start: date, period: Period) -> None:
    pause = data.draw(spans(start))
    assert pause.until
    length = (pause.until - pause.since).days
    middle = pause.since + timedelta(days=data.draw(st.integers(0, length)))
    parts = [Suspension(middle, pause.until), Suspension(pause.since, middle)]
    whole = due(start, period, calendar=CALENDAR, suspensions=[pause])
    assert due(start, period, calendar=CALENDAR, suspensions=parts) == whole
    assert due(start, period, calendar=CALENDAR, suspensions=[*parts, pause]) == whole


@given(starts, st.integers(1, 200))
def test_a_period_of_working_days_never_ends_on_a_rest_day(start: date, amount: int) -> None:
    found = due(start, working_days(amount), calendar=CALENDAR)
    assert CALENDAR.is_workday(judged(found))
    assert found.strict == found.rolled == found.warn_on


@given(starts, periods)
def test_the_rolled_end_is_a_working_day_not_before_the_strict_one(start: date, period: Period) -> None:
    found = due(start, period, calendar=CALENDAR)
    assert found.strict
    assert found.rolled
    assert found.warn_on
    assert found.warn_on <= found.strict <= found.rolled
    assert CALENDAR.is_workday(found.rolled)
    assert CALENDAR.is_workday(found.warn_on)


@given(starts, st.integers(1, 300))
def test_adding_and_subtracting_working_days_are_inverse(start: date, amount: int) -> None:
    workday = CALENDAR.workday_from(start)
    reached = CALENDAR.add_working_days(workday, amount)
    assert CALENDAR.subtract_working_days(reached, amount) == workday
    assert CALENDAR.count_working_days(workday, reached) == amount


@given(st.data(), starts, st.sampled_from([days, working_days, months]), st.integers(1, 50))
def test_a_longer_period_never_ends_earlier(data: st.DataObject, start: date, unit: object, amount: int) -> None:
    pauses = [data.draw(spans(start))]
    assert callable(unit)
    short = due(start, unit(amount), calendar=CALENDAR, suspensions=pauses)
    long = due(start, unit(amount + 1), calendar=CALENDAR, suspensions=pauses)
    assert judged(short) <= judged(long)


@given(starts, starts, periods)
def test_a_later_start_never_ends_earlier(one: date, two: date, period: Period) -> None:
    first, second = sorted((one, two))
    assert judged(due(first, period, calendar=CALENDAR)) <= judged(due(second, period, calendar=CALENDAR))


@given(starts, st.integers(1, 60))
def test_what_is_sent_on_the_backward_day_leaves_the_whole_period(day: date, amount: int) -> None:
    found = backward(day, working_days(amount), calendar=CALENDAR)
    assert found.strict
    assert found.rolled
    assert CALENDAR.count_working_days(found.strict, day - ONE_DAY) == amount
    assert found.strict < found.rolled < day


@given(starts, periods, periods)
def test_the_earlier_and_the_later_of_two_are_the_two(start: date, one: Period, two: Period) -> None:
    both = [due(start, period, calendar=CALENDAR) for period in (one, two)]
    ends = sorted(judged(each) for each in both)
    assert [judged(earlier(*both)), judged(later(*both))] == ends


@settings(max_examples=60, deadline=None)
@given(st.data(), starts, periods)
def test_every_result_explains_itself(data: st.DataObject, start: date, period: Period) -> None:
    found = due(
        start,
        period,
        calendar=CALENDAR,
        suspensions=[data.draw(spans(start))],
        excluded=[data.draw(spans(start))],
        extensions=[days(5)],
    )
    assert str(found.strict) in found.explain()
    assert str(found.judged) in found.explain()


@pytest.mark.parametrize("year", range(2004, 2027))
def test_the_packaged_calendar_agrees_with_both_development_packages(year: int) -> None:
    from holidays.countries.china import China

    table = China(years=[year - 1, year, year + 1])
    day = date(year, 1, 1)
    while day.year == year:
        assert CALENDAR.is_workday(day) == works(day) == table.is_working_day(day), day
        day += ONE_DAY
