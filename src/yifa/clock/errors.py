"""What cannot be computed, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yifa.errors import YifaError, os_reason

__all__ = [
    "BadNotice",
    "BadPeriod",
    "BadRequest",
    "CalendarMissing",
    "ClockError",
    "DateOutOfRange",
    "os_reason",
]


class ClockError(YifaError):
    """A date or a period cannot be computed."""


class BadPeriod(ClockError):
    """A period, pause or starting point that makes no sense."""


class BadRequest(ClockError):
    """A request for a due date that cannot be understood; the entry is named."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"不能计算：{reason}")


class DateOutOfRange(ClockError):
    """The end lies outside the dates that can be written."""

    def __init__(self, day: date, amount: str) -> None:
        super().__init__(f"不能计算：{day}起算{amount}超出了可以计算的日期范围。请核对起算日和期间的数量。")


class CalendarMissing(ClockError):
    """The holiday notice (放假安排) of a year is needed and not known.

    `year` is the first such year; `strict` is the date without roll-over if that needs no calendar, else None.
    `first_known` is the first year with a notice where the day lies before it, `reaches` the last year for which even
    a provisional answer is possible where it lies after that.
    """

    def __init__(
        self, year: int, *, first_known: int | None = None, reaches: int | None = None, strict: date | None = None
    ) -> None:
        self.year, self.first_known, self.reaches, self.strict = year, first_known, reaches, strict
        without = f"不顺延的末日是{strict}。" if strict else ""
        if first_known is not None and year < first_known:
            todo = f"本系统的放假安排自{first_known}年起，此前年份请先录入该年安排。"
        elif reaches is not None:
            todo = f"推算也只到{reaches}年，请核对日期是否写错。"
        else:
            todo = (
                "请在国务院办公厅放假通知公布后用 yifa calendar enter 录入；"
                "确需先推算的，加 --provisional，结果只是暂定。"
            )
        super().__init__(f"不能确定期限：没有{year}年的放假安排，无法判断哪天是工作日。{without}{todo}")

    def with_strict(self, strict: date) -> CalendarMissing:
        """The same, saying what the date without roll-over is."""
        return CalendarMissing(self.year, first_known=self.first_known, reaches=self.reaches, strict=strict)


class BadNotice(ClockError):
    """A holiday notice file with mistakes, each named with its line."""

    def __init__(self, name: str, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        listed = "\n".join(f"  {fault}" for fault in faults)
        super().__init__(f"放假安排文件 {name} 有{len(faults)}处错误，没有采用：\n{listed}\n请改正后再试。")
