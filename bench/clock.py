"""Due dates in working days: our calendar against chinesecalendar day by day and numpy's busday_offset."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import chinese_calendar
import numpy as np

from bench.measure import Result, side_by_side
from yifa.clock import Calendar, due, working_days


def run(quick: bool) -> list[Result]:
    """Compare; numpy is given the very holidays and make-up days, so that its answers are right too."""
    random, calendar = Random(1), Calendar.load()
    count = 2_000 if quick else 20_000
    first, last = date(2010, 1, 1), date(2025, 10, 1)
    starts = [first + timedelta(days=random.randrange((last - first).days)) for _ in range(count)]
    amounts = [random.randrange(1, 30) for _ in range(count)]
    rest = _numpy_calendar(first, date(2026, 12, 31), calendar)

    def ours() -> int:
        add = calendar.add_working_days
        for start, amount in zip(starts, amounts, strict=True):
            add(start, amount)
        return count

    def explained() -> int:
        for start, amount in zip(starts, amounts, strict=True):
            due(start, working_days(amount), calendar=calendar)
        return count

    def by_numpy() -> int:
        for start, amount in zip(starts, amounts, strict=True):
            np.busday_offset(start, amount, roll="backward", busdaycal=rest)
        return count

    def by_loop() -> int:
        few = min(count, 2_000)
        for start, amount in zip(starts[:few], amounts[:few], strict=True):
            _walk(start, amount)
        return few

    results = side_by_side(
        "n working days after a day", "dates", ("prefix table", ours),
        ("chinesecalendar, day by day", by_loop), ("numpy busday_offset", by_numpy),
    )  # fmt: skip
    return results + side_by_side(
        "the same as a Due with both dates", "dates", ("due()", explained), ("chinesecalendar, day by day", by_loop)
    )


def _walk(day: date, amount: int) -> date:
    while amount:
        day += timedelta(days=1)
        amount -= chinese_calendar.is_workday(day)
    return day


def _numpy_calendar(first: date, last: date, calendar: Calendar) -> np.busdaycalendar:
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return np.busdaycalendar(weekmask="1111111", holidays=[d for d in days if not calendar.is_workday(d)])
