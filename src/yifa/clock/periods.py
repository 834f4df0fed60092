"""Periods (期间): an amount of days, working days, months, years or hours, with the article that
sets it."""

from __future__ import annotations

import calendar as gregorian
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from typing import TYPE_CHECKING

from yifa.clock.errors import BadPeriod, DateOutOfRange

if TYPE_CHECKING:
    from yifa.law import Basis

BEIJING = timezone(timedelta(hours=8), "北京时间")
LONGEST = 40_000  # of any unit: longer than every period in law, and a slip of the keyboard


class Unit(StrEnum):
    """The five units in which acts count (民法典第二百条; 工作日 by the act that says so)."""

    DAY = "日"
    WORKING_DAY = "工作日"
    MONTH = "月"
    YEAR = "年"
    HOUR = "小时"


@dataclass(frozen=True, slots=True)
class Period:
    """So many units, and the basis that says so.

    `from_next_hour` matters for hours only: the hour in which the event happens is not counted
    (民诉法85②, the hour of the start); False counts from the very minute (民法典201②: from the time
    the act names), the strict reading used for limits on power.
    """

    amount: int
    unit: Unit
    basis: Basis | None = None
    from_next_hour: bool = True

    def __post_init__(self) -> None:
        if isinstance(self.amount, bool) or not isinstance(self.amount, int):
            raise BadPeriod(f"不能建立期间：期间的数量应当是整数，收到的是“{self.amount}”。请改为正整数。")
        if not 1 <= self.amount <= LONGEST:
            raise BadPeriod(f"不能建立期间：{self.amount}{self.unit}不是合理的期间。请填写1至{LONGEST}之间的整数。")

    def __str__(self) -> str:
        """`60日`, `5个工作日`, `6个月`, `2年`, `24小时`."""
        joint = "个" if self.unit in (Unit.WORKING_DAY, Unit.MONTH) else ""
        return f"{self.amount}{joint}{self.unit}"


def days(amount: int, basis: Basis | None = None) -> Period:
    """So many natural days (自然日): the meaning of 日 wherever no act says working days."""
    return Period(amount, Unit.DAY, basis)


def working_days(amount: int, basis: Basis | None = None) -> Period:
    """So many working days (工作日); `basis` is the article that makes them working days, such as
    行政复议法88②."""
    return Period(amount, Unit.WORKING_DAY, basis)


def months(amount: int, basis: Basis | None = None) -> Period:
    """So many months (月), ending on the corresponding day or, without one, the month's last
    (民法典202)."""
    return Period(amount, Unit.MONTH, basis)


def years(amount: int, basis: Basis | None = None) -> Period:
    """So many years (年), ending on the corresponding day or, without one, the month's last
    (民法典202)."""
    return Period(amount, Unit.YEAR, basis)


def hours(amount: int, basis: Basis | None = None, *, from_next_hour: bool = True) -> Period:
    """So many hours (小时), holidays included; see `Period.from_next_hour` for where they start."""
    return Period(amount, Unit.HOUR, basis, from_next_hour)


def local_moment(moment: datetime) -> datetime:
    """The moment by China's clock; one without a zone is taken as it stands."""
    return moment.astimezone(BEIJING) if moment.tzinfo else moment


def local_day(moment: date | datetime) -> date:
    """The day in China on which a moment falls."""
    return local_moment(moment).date() if isinstance(moment, datetime) else moment


def plus_days(day: date, amount: int) -> date:
    """`day` moved by natural days.

    Raises:
        DateOutOfRange: the result is not a date that can be written.
    """
    try:
        return day + timedelta(days=amount)
    except OverflowError:
        raise DateOutOfRange(day, f"{amount}日") from None


def plus_months(day: date, amount: int) -> date:
    """The corresponding day `amount` months later (earlier if negative), or the last day of that
    month (民法典202)."""
    index = day.year * 12 + day.month - 1 + amount
    year, month = index // 12, index % 12 + 1
    if not 1 <= year <= date.max.year:
        raise DateOutOfRange(day, f"{amount}个月")
    return date(year, month, min(day.day, gregorian.monthrange(year, month)[1]))


def whole_months(period: Period) -> int:
    """The months in a period of months or years."""
    return period.amount * (12 if period.unit is Unit.YEAR else 1)


def plus_hours(moment: datetime, period: Period) -> datetime:
    """The moment at which a period of hours ends."""
    try:
        if period.from_next_hour:
            moment = moment.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        return moment + timedelta(hours=period.amount)
    except OverflowError:
        raise DateOutOfRange(moment.date(), str(period)) from None
