"""Which days are working days (工作日历): weekends, yearly notices and make-up workdays, in prefix
sums.

A working day is Monday to Friday without a holiday, or a weekend day on which the year's notice
orders work (调休上班).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from yifa.clock.errors import CalendarMissing
from yifa.clock.notices import SATURDAY, Notice, read_notice
from yifa.clock.statutory import statutory_holidays, statutory_years

PACKAGED = Path(__file__).parent.parent / "data" / "calendars"


class Calendar:
    """An immutable working-day calendar built from the notices of some years.

    Years without a published notice are filled with weekends and statutory holidays; every
    question that touches one raises `CalendarMissing` unless `allow_provisional` is given.
    """

    def __init__(self, notices: Iterable[Notice]) -> None:
        """Later notices of a year replace earlier ones; at least one notice is needed."""
        self.notices: Mapping[int, Notice] = dict(sorted({notice.year: notice for notice in notices}.items()))
        published = {year for year, notice in self.notices.items() if notice.published}
        self._published = frozenset(published)
        self.first_year = min(self.notices)
        last = max(self.notices)
        while last + 1 in statutory_years():
            last += 1
        self._holidays: dict[date, str] = {}
        self._make_up: dict[date, str] = {}
        self._blank: set[int] = set()  # years of which nothing is known, not even for a provisional answer
        for year in range(self.first_year, last + 1):
            self._enter(year)
        self._lay_out(last)

    @classmethod
    def load(cls, extra_dirs: Iterable[Path] = ()) -> Calendar:
        """The packaged notices, replaced year by year by those in `extra_dirs` (files named
        YYYY.yaml).

        Raises:
            BadNotice: a file is not a valid notice.
        """
        extra = [notice for folder in extra_dirs for notice in _read_folder(folder)]
        return cls([*_packaged().notices.values(), *extra]) if extra else _packaged()

    def with_notice(self, notice: Notice) -> Calendar:
        """The same calendar with one year's notice entered or replaced."""
        return Calendar([*self.notices.values(), notice])

    def is_published(self, year: int) -> bool:
        """Whether the official notice of the year is known."""
        return year in self._published

    def covers(self, year: int) -> bool:
        """Whether at least a provisional answer is possible for the year."""
        return self.first_year <= year <= self._last.year and year not in self._blank

    def unpublished_years(self, first: date, last: date) -> list[int]:
        """The years between two days (both included) whose notice is not known."""
        if self._firm_first <= first and last <= self._firm_last:
            return []
        return [year for year in range(first.year, last.year + 1) if year not in self._published]

    def is_workday(self, day: date, *, allow_provisional: bool = False) -> bool:
        """Whether people work on that day.

        Raises:
            CalendarMissing: no notice for the year, and a provisional answer is not allowed or not
                possible.
        """
        self._check(day, day, allow_provisional)
        index = day.toordinal() - self._base
        return self._before[index + 1] > self._before[index]

    def add_working_days(self, day: date, amount: int, *, allow_provisional: bool = False) -> date:
        """The `amount`-th working day after `day` (which itself is not counted); `amount` ≥ 1."""
        try:
            reached = self._workdays[self._before[day.toordinal() - self._base + 1] + amount - 1]
        except IndexError:
            self._check(day, day, allow_provisional)
            raise CalendarMissing(self._last.year + 1, reaches=self._last.year) from None
        if day < self._firm_first or reached > self._firm_last:
            self._check(day, reached, allow_provisional)
        return reached

    def subtract_working_days(self, day: date, amount: int, *, allow_provisional: bool = False) -> date:
        """The `amount`-th working day before `day` (which itself is not counted); `amount` ≥ 1."""
        self._check(day, day, allow_provisional)
        place = self._before[day.toordinal() - self._base] - amount
        if place < 0:
            raise CalendarMissing(self.first_year - 1, first_known=self.first_year)
        reached = self._workdays[place]
        self._check(reached, day, allow_provisional)
        return reached

    def count_working_days(self, after: date, until: date, *, allow_provisional: bool = False) -> int:
        """How many working days lie after `after` up to and including `until`; 0 when there is
        none."""
        if until <= after:
            return 0
        self._check(after, until, allow_provisional)
        return self._before[until.toordinal() - self._base + 1] - self._before[after.toordinal() - self._base + 1]

    def workday_from(self, day: date, *, allow_provisional: bool = False) -> date:
        """`day` if people work on it, else the next working day (顺延)."""
        self._check(day, day, allow_provisional)
        index = self._before[day.toordinal() - self._base]
        if index >= len(self._workdays):
            raise CalendarMissing(self._last.year + 1, reaches=self._last.year)
        reached = self._workdays[index]
        self._check(day, reached, allow_provisional)
        return reached

    def workday_until(self, day: date, *, allow_provisional: bool = False) -> date:
        """`day` if people work on it, else the last working day before it (提前)."""
        if self.is_workday(day, allow_provisional=allow_provisional):
            return day
        return self.subtract_working_days(day, 1, allow_provisional=allow_provisional)

    def holiday(self, day: date) -> str | None:
        """The holiday on which that day is off, a weekend inside a holiday included; None
        otherwise."""
        return self._holidays.get(day)

    def make_up(self, day: date) -> str | None:
        """The holiday for which people work on that weekend day (调休上班); None otherwise."""
        return self._make_up.get(day)

    def special_days(self, first: date, last: date) -> Iterator[tuple[date, str, bool]]:
        """Holidays and make-up workdays between two days (both included) as (day, holiday name,
        works), in order."""
        for offset in range((last - first).days + 1):
            day = first + timedelta(days=offset)
            if (name := self._holidays.get(day)) is not None:
                yield day, name, False
            elif (name := self._make_up.get(day)) is not None:
                yield day, name, True

    def _enter(self, year: int) -> None:
        notice = self.notices.get(year)
        if notice is None and year not in statutory_years():
            self._blank.add(year)
            return
        if notice is None:
            self._holidays |= statutory_holidays(year)
            return
        for day in (
            *notice.off,
            *notice.work,
        ):  # a notice overrides what an earlier one said of late December
            self._holidays.pop(day, None)
            self._make_up.pop(day, None)
        self._holidays |= notice.off
        self._make_up |= notice.work

    def _lay_out(self, last_year: int) -> None:
        """Fill `_before[i]`, the working days before day i, and `_workdays`, all working days in
        order."""
        first, self._last = date(self.first_year, 1, 1), date(last_year, 12, 31)
        self._base = first.toordinal()
        self._before, self._workdays = [0], []
        for ordinal in range(self._base, self._last.toordinal() + 1):
            day = date.fromordinal(ordinal)
            if day in self._make_up or (day.weekday() < SATURDAY and day not in self._holidays):
                self._workdays.append(day)
            self._before.append(len(self._workdays))
        self._firm_first = first
        firm = self.first_year
        while firm in self._published:
            firm += 1
        self._firm_last = date(firm - 1, 12, 31)

    def _check(self, first: date, last: date, allow_provisional: bool) -> None:
        if self._firm_first <= first and last <= self._firm_last:
            return
        if first < self._firm_first:
            raise CalendarMissing(first.year, first_known=self.first_year)
        if last > self._last:
            raise CalendarMissing(max(first.year, self._last.year + 1), reaches=self._last.year)
        missing = self.unpublished_years(first, last)
        if missing and (not allow_provisional or self._blank.intersection(missing)):
            raise CalendarMissing(missing[0])


@cache
def _packaged() -> Calendar:
    return Calendar(_read_folder(PACKAGED))


def _read_folder(folder: Path) -> list[Notice]:
    return [read_notice(path) for path in sorted(folder.glob("[0-9][0-9][0-9][0-9].yaml"))]
