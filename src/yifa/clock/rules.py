"""The general rules of counting (期间计算规则) and the articles they stand in."""

from __future__ import annotations

from enum import Enum
from functools import cache

from yifa.law import Basis, act


class Rule(Enum):
    """A rule of counting, by act, article and paragraph."""

    START = ("民法典", 201, 1)
    """Days, months, years: the day of the event is not counted (开始的当日不计入)."""
    NEXT_HOUR = ("民事诉讼法", 85, 2)
    """Hours under procedural acts: the hour of the event is not counted (开始的时不计入)."""
    FROM_MOMENT = ("民法典", 201, 2)
    """Hours otherwise: from the time that the act names."""
    CORRESPONDING_DAY = ("民法典", 202, None)
    """Months and years end on the corresponding day, or on the last day of the month
    (对应日、月末日)."""
    ROLL = ("民法典", 203, 1)
    """An end on a rest day moves to the day after it (末日顺延)."""
    WEEKEND = ("国务院关于职工工作时间的规定", 7, 1)
    """Saturday and Sunday are rest days (周休息日)."""
    HOLIDAYS = ("全国年节及纪念日放假办法", 2, None)
    """The holidays of all citizens (全体公民放假的节日)."""
    EXCHANGE = ("全国年节及纪念日放假办法", 7, None)
    """Holidays may be arranged together with exchanged weekend days (统一放假调休)."""

    @property
    def basis(self) -> Basis:
        """The provision; raises `yifa.law` errors where the index lacks it."""
        return _basis(*self.value)


@cache
def _basis(title: str, article: int, paragraph: int | None) -> Basis:
    found = act(title)
    return found[article] if paragraph is None else found[article, paragraph]
