"""Until when an item of the catalogue is planned (计划完成时间): what clerks write, as the last day of it. Pure."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Final

_DIGITS: Final = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_YEAR: Final = re.compile(r"(20\d\d)\s*年?")
_QUARTER: Final = re.compile(r"第?\s*([一二三四1-4])\s*季度")
_HALF: Final = re.compile(r"([上下])半年")
_DAY: Final = re.compile(r"(\d{1,2})\s*[月.\-/]\s*(\d{1,2})\s*日?")
_MONTH: Final = re.compile(r"(\d{1,2})\s*月")


def planned_until(text: str, year: int) -> date | None:
    """The last day of what is written (三季度, 上半年, 9月底, 2025-06-30, 年底); None where no day can be read.

    Args:
        year: the year of the catalogue, where the words name none.
    """
    found = _YEAR.search(text)
    named = int(found[1]) if found else year
    rest = text[: found.start()] + text[found.end() :].lstrip("-./ ") if found else text
    if quarter := _QUARTER.search(rest):
        return _month_end(named, 3 * _DIGITS[quarter[1]])
    if half := _HALF.search(rest):
        return _month_end(named, 6 if half[1] == "上" else 12)
    if day := _DAY.search(rest):
        return _day(named, int(day[1]), int(day[2]))
    if month := _MONTH.search(rest):
        return _month_end(named, int(month[1]))
    return date(named, 12, 31) if any(word in rest for word in ("年底", "年末", "年内", "底前", "全年")) else None


def _month_end(year: int, month: int) -> date | None:
    return date(year, month, monthrange(year, month)[1]) if 1 <= month <= 12 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
