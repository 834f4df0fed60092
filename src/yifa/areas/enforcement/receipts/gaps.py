"""The numbers of a book one by one (号码去向): used, cancelled, lost, returned, missing, not used yet.

A number is missing (缺号) when a later number of its book was used more than some days ago, or the book was checked
off, and nobody said what became of it: receipts are used in their order, and each must be accounted for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from yifa.areas.enforcement.receipts.models import Fate, ReceiptBook, ReceiptUse
from yifa.kernel.defaults import Defaults

DEFAULTS = Defaults.beside(__file__)
LONGEST = 100_000
"""Numbers of one book; `register` refuses longer ones."""


@dataclass(frozen=True)
class Stretch:
    """Some numbers in a row of which nothing was said."""

    first: int
    last: int

    @property
    def size(self) -> int:
        """How many."""
        return self.last - self.first + 1

    def text(self, book: ReceiptBook) -> str:
        """As printed: 冀财罚000108 or 冀财罚000108至000110."""
        end = f"至{str(self.last).zfill(len(book.first))}" if self.last > self.first else ""
        return book.written(self.first) + end


@dataclass(frozen=True)
class BookState:
    """A book with what became of its numbers on a day."""

    book: ReceiptBook
    uses: Sequence[ReceiptUse]
    missing: tuple[Stretch, ...]
    unused: tuple[Stretch, ...]

    def count(self, fate: str) -> int:
        """How many numbers have this fate."""
        return sum(1 for use in self.uses if use.fate == fate and not use.again)

    @property
    def used(self) -> int:
        """How many were used for payments."""
        return self.count(Fate.USED)

    @property
    def voided(self) -> int:
        """How many were cancelled."""
        return self.count(Fate.VOIDED)

    @property
    def lost(self) -> int:
        """How many were lost."""
        return self.count(Fate.LOST)

    @property
    def returned(self) -> int:
        """How many went back unused."""
        return self.count(Fate.RETURNED)

    @property
    def missing_count(self) -> int:
        """How many are missing."""
        return sum(each.size for each in self.missing)

    @property
    def left(self) -> int:
        """How many can still be used."""
        return sum(each.size for each in self.unused)

    @property
    def again(self) -> list[ReceiptUse]:
        """Uses of a number that had been accounted for already."""
        return [use for use in self.uses if use.again]

    @property
    def money(self) -> Any:
        """What was collected with it."""
        return sum((use.amount for use in self.uses if use.fate == Fate.USED and use.amount), 0)


def states(books: Iterable[ReceiptBook], on: date) -> Iterator[BookState]:
    """The state of each book on a day, read in one query."""
    listed = list(books)
    by_book: dict[int, list[ReceiptUse]] = defaultdict(list)
    rows = ReceiptUse._base_manager.filter(book__in=listed).select_related("case").order_by("serial", "pk")
    for use in rows:
        if use.book_id is not None:
            by_book[use.book_id].append(use)
    for book in listed:
        yield state(book, by_book[book.pk], on)


def state(book: ReceiptBook, uses: Sequence[ReceiptUse], on: date) -> BookState:
    """What became of the numbers of one book."""
    days = DEFAULTS.at(book.organ.place.code if book.organ.place_id else "").number("missing_days")
    settled = sorted({use.serial for use in uses if use.serial is not None})
    ripe = [use.serial for use in uses if use.serial is not None and use.on <= on - timedelta(days)]
    over = book.checked_on is not None and book.checked_on <= on
    bound = book.last_serial if over else max(ripe, default=book.first_serial - 1)
    missing, unused = [], []
    for gap in _gaps(book, settled):
        if gap.first <= bound:
            missing.append(Stretch(gap.first, min(gap.last, bound)))
        if gap.last > bound:
            unused.append(Stretch(max(gap.first, bound + 1), gap.last))
    return BookState(book, uses, tuple(missing), tuple(unused))


def _gaps(book: ReceiptBook, settled: Sequence[int]) -> Iterator[Stretch]:
    begin = book.first_serial
    for serial in settled:
        if serial > begin:
            yield Stretch(begin, serial - 1)
        begin = max(begin, serial + 1)
    if begin <= book.last_serial:
        yield Stretch(begin, book.last_serial)
