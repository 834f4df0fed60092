"""Dates worked out by hand by jurists (worked_dates.txt and the tables below), computed here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from yifa.clock import (
    Calendar,
    Period,
    Roll,
    Suspension,
    Unit,
    backward,
    by_date,
    days,
    due,
    earlier,
    floor,
    months,
    validity_end,
    working_days,
    years,
)

TABLE = Path(__file__).parent / "worked_dates.txt"

UNITS = {"日": days, "工作日": working_days, "月": months, "年": years}


def period(text: str) -> Period:
    amount, unit = re.fullmatch(r"(\d+)(日|工作日|月|年)", text).groups()  # type: ignore[union-attr]
    return UNITS[unit](int(amount))


def rows() -> Iterator[object]:
    section = ""
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            yield pytest.param(line.split(), id=f"{section}-{line.split()[0]}")


def computed(calendar: Calendar, event: str, written: str, **more: object):
    first, *extensions = map(period, written.split("+"))
    return due(date.fromisoformat(event), first, calendar=calendar, extensions=extensions, **more)


@pytest.mark.parametrize("row", list(rows()))
def test_a_worked_example_comes_out(calendar: Calendar, row: list[str]) -> None:
    _, event, written, strict, rolled, *warning = row
    found = computed(calendar, event, written)
    assert found.strict == date.fromisoformat(strict)
    if rolled != "?":
        assert found.rolled == date.fromisoformat(strict if rolled == "=" else rolled)
        assert found.judged == found.rolled
    if warning:
        assert found.warn_on == date.fromisoformat(warning[0])


def test_a_case_suspended_for_32_days_ends_32_days_later(calendar: Calendar) -> None:
    pause = Suspension(date(2025, 4, 10), date(2025, 5, 12), "中止")
    found = due(date(2025, 3, 17), days(60), calendar=calendar, suspensions=[pause])
    assert found.judged == date(2025, 6, 17)


def test_the_right_to_apply_ends_after_one_year_where_that_is_earlier(calendar: Calendar) -> None:
    told = due(date(2025, 2, 20), days(60), calendar=calendar)
    cap = due(date(2024, 3, 15), years(1), calendar=calendar)
    assert told.judged == date(2025, 4, 21)
    assert earlier(told, cap).judged == date(2025, 3, 17)


BACKWARD = """
听证通知-a 2025-02-14 5工作日 2025-02-07 2025-02-08
听证通知-b 2024-10-15 5工作日 2024-10-08 2024-10-09
听证通知-c 2026-03-05 5工作日 2026-02-26 2026-02-27
开庭通知-a 2025-03-21 3日 2025-03-17 2025-03-18
开庭通知-b 2025-10-13 3日 2025-10-09 2025-10-10
开庭通知-c 2026-05-08 3日 2026-05-04 2026-05-05
代履行催告-a 2025-10-13 3工作日 2025-09-30 2025-10-09
代履行催告-b 2026-05-07 3工作日 2026-04-28 2026-04-29
代履行催告-c 2024-06-13 3工作日 2024-06-06 2024-06-07
延续许可-a 2025-06-30 30日 2025-05-30 2025-05-31
延续许可-b 2026-10-31 30日 2026-09-30 2026-10-01
延续许可-c 2024-12-31 30日 2024-11-30 2024-12-01
"""


@pytest.mark.parametrize("row", [line.split() for line in BACKWARD.strip().split("\n")])
def test_a_backward_limit_leaves_clear_days(calendar: Calendar, row: list[str]) -> None:
    _, event, written, clear, lenient = row
    found = backward(date.fromisoformat(event), period(written), calendar=calendar)
    assert (found.strict, found.rolled) == (date.fromisoformat(clear), date.fromisoformat(lenient))
    assert found.judged == found.strict


EXCLUDED = [
    # 查封期间送检：扣除首日的次日至末日
    ("2025-03-03", days(30), "2025-03-10", "2025-03-24", "2025-04-16"),
    # 许可中的专家评审扣除9个工作日
    ("2025-03-03", working_days(20), "2025-03-10", "2025-03-21", "2025-04-14"),
    # 征求第三方意见
    ("2025-03-17", working_days(20), "2025-03-24", "2025-04-11", "2025-05-06"),
]


@pytest.mark.parametrize("case", EXCLUDED)
def test_time_that_does_not_count_is_left_out_from_the_day_after(
    calendar: Calendar, case: tuple[str, Period, str, str, str]
) -> None:
    event, length, since, until, strict = case
    span = Suspension(date.fromisoformat(since), date.fromisoformat(until))
    found = due(date.fromisoformat(event), length, calendar=calendar, excluded=[span])
    assert found.strict == date.fromisoformat(strict)


BY_DATE = [
    # 年度报告：3月1日之前报送，4月1日之前公开
    (date(2024, 3, 1), False, date(2024, 2, 29), date(2024, 2, 29)),
    (date(2025, 3, 1), False, date(2025, 2, 28), date(2025, 2, 28)),
    (date(2026, 3, 1), False, date(2026, 2, 28), date(2026, 2, 28)),
    (date(2024, 4, 1), False, date(2024, 3, 31), date(2024, 3, 29)),
    (date(2025, 4, 1), False, date(2025, 3, 31), date(2025, 3, 31)),
    (date(2026, 4, 1), False, date(2026, 3, 31), date(2026, 3, 31)),
    # 信息公开年报：1月31日前、3月31日前
    (date(2025, 1, 31), True, date(2025, 1, 31), date(2025, 1, 27)),
    (date(2026, 1, 31), True, date(2026, 1, 31), date(2026, 1, 30)),
    (date(2024, 3, 31), True, date(2024, 3, 31), date(2024, 3, 29)),
    (date(2024, 1, 31), True, date(2024, 1, 31), date(2024, 1, 31)),
]


@pytest.mark.parametrize(("day", "inclusive", "last", "done_by"), BY_DATE)
def test_a_duty_on_a_calendar_date_is_done_on_the_last_working_day_before(
    calendar: Calendar, day: date, inclusive: bool, last: date, done_by: date
) -> None:
    found = by_date(day, calendar=calendar, inclusive=inclusive)
    assert (found.strict, found.rolled, found.judged, found.warn_on) == (last, last, last, done_by)


def test_a_report_published_on_the_first_of_april_is_late(calendar: Calendar) -> None:
    judged = by_date(date(2026, 4, 1), calendar=calendar, inclusive=False).judged
    assert judged is not None
    assert date(2026, 3, 31) <= judged < date(2026, 4, 1)


def test_a_minimum_of_thirty_days_is_full_at_the_end_of_the_thirtieth(calendar: Calendar) -> None:
    found = floor(date(2025, 3, 1), days(30), calendar=calendar)
    assert (found.strict, found.judged) == (date(2025, 3, 31), date(2025, 3, 31))


VALIDITY = [
    (date(2024, 5, 1), years(5), date(2029, 4, 30)),
    (date(2024, 2, 29), years(5), date(2029, 2, 28)),
    (date(2024, 2, 29), years(4), date(2028, 2, 28)),
    (date(2024, 8, 31), months(6), date(2025, 2, 28)),
    (date(2025, 1, 1), years(1), date(2025, 12, 31)),
    (date(2025, 1, 1), days(10), date(2025, 1, 10)),
]


@pytest.mark.parametrize(("first", "length", "last"), VALIDITY)
def test_validity_counts_its_first_day(first: date, length: Period, last: date) -> None:
    assert validity_end(first, length) == last


def test_a_longest_period_of_a_power_does_not_roll_over(calendar: Calendar) -> None:
    found = computed(calendar, "2025-09-05", "30日", roll=Roll.NONE)
    assert (found.judged, found.rolled) == (date(2025, 10, 5), date(2025, 10, 9))
    assert found.warn_on == date(2025, 9, 30)


def test_every_unit_of_the_tables_is_known() -> None:
    assert {str(unit) for unit in Unit} == {"日", "工作日", "月", "年", "小时"}
