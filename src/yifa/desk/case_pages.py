"""The list of cases page by page (分页): with filters as a query of its own, without them worded once a process."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Protocol, cast

from django.db.models import QuerySet

from yifa.desk import case_list
from yifa.desk.case_list import FIELDS, PAGE, Listed
from yifa.desk.filters import Filters
from yifa.kernel.models import Case
from yifa.office import scope
from yifa.office.worded import MARK, MARK_DAY, Worded


class Pages(Protocol):
    """A list that is read page by page."""

    def lines(self, mark: str, today: date) -> list[Listed]:
        """A page and one line more: the first page, or the one after a mark."""

    def counted(self) -> str:
        """How many there are in all, as words."""


def pages(filters: Filters, today: date) -> Pages:
    """The list that the filters ask for, within the present scope."""
    present = scope.current()
    if filters.chosen or present is None or present.all:
        return Found(filters, case_list.found(filters, today))
    return Whole(present.organs)


@dataclass(frozen=True)
class Found:
    """What the filters find."""

    filters: Filters
    cases: QuerySet[Case]

    def lines(self, mark: str, today: date) -> list[Listed]:
        """See `Pages`."""
        return case_list.lines(case_list.after(self.cases, mark)[: PAGE + 1], today)

    def counted(self) -> str:
        """See `Pages`; not counted where words would have to be looked for again."""
        return f"{PAGE}件以上" if self.filters.get("q") else case_list.counted(self.cases)


class Whole:
    """Every case that may be seen: the page most often opened.

    Marks stand for the organs of the scope; the one rule there is for cases (`Case.scope_filter`) limits it as always.
    """

    def __init__(self, organs: Iterable[int]) -> None:
        self._organs = {f"organ{number}": organ for number, organ in enumerate(sorted(organs))}

    def lines(self, mark: str, today: date) -> list[Listed]:
        """See `Pages`."""
        if not self._organs:
            return []
        day, pk = case_list.read_mark(mark)
        rows = _worded(len(self._organs), later=day is not None).rows(**self._organs, day=str(day), pk=pk)
        return case_list.with_clocks([_listed(row) for row in rows], today)

    def counted(self) -> str:
        """See `Pages`."""
        if not self._organs:
            return case_list.as_words(0)
        ((number,),) = _number(len(self._organs)).rows(**self._organs)
        return case_list.as_words(number)


@lru_cache(maxsize=256)
def _worded(organs: int, *, later: bool) -> Worded:
    def build(day: date | None = None, pk: int = 0, **seen: int) -> QuerySet[Case, Any]:
        with scope.standing_in(seen.values()):
            cases = Case.objects.order_by("-opened_on", "-pk")
        return case_list.beyond(cases, day, pk)[: PAGE + 1].values_list(*FIELDS)

    marks = {"day": MARK_DAY, "pk": MARK - 1} if later else {}
    return Worded(build, **_marks(organs), **marks)


@lru_cache(maxsize=256)
def _number(organs: int) -> Worded:
    def build(**seen: int) -> QuerySet[Case, Any]:
        with scope.standing_in(seen.values()):
            return case_list.countable(Case.objects.all())

    return Worded(build, case_list.COUNT, **_marks(organs))


def _marks(organs: int) -> dict[str, int]:
    return {f"organ{number}": MARK + number for number in range(organs)}


def _listed(row: tuple[Any, ...]) -> Listed:
    pk, number, title, procedure, version, stage, opened, closed, organ, handler = row
    days = (cast(date, case_list.day_of(day)) for day in (version, opened, closed))
    since, opened_on, closed_on = days
    return Listed(pk, number, title, procedure, since, stage, opened_on, closed_on, organ, handler)
