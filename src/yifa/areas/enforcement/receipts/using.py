"""Giving numbers to payments (票据使用): the book of a number, and that each is accounted for once.

The database holds it: two clerks who enter one number at the same moment cannot both be right. Who comes second is
refused, with the case in which the number stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from django.db import IntegrityError, models, transaction
from django.db.models import Q

from yifa.areas.enforcement.common.keeping import DerivedRow
from yifa.areas.enforcement.receipts.acts import OFFICIAL
from yifa.areas.enforcement.receipts.books import Fate, ReceiptBook
from yifa.areas.enforcement.receipts.numbers import Number, Unreadable, one, read
from yifa.kernel.registers.errors import EntryRefused, Problem
from yifa.kernel.rules import Reason, Refused

Place = tuple[ReceiptBook, int]
"""A book and the serial of a number in it."""


class ReceiptUse(DerivedRow):
    """One number and what became of it (票据使用).

    Attributes:
        own: whether the organ itself gave it out; a bank's receipt lies in no book of the organ.
        book, serial: the book in which it lies, where there is one.
        again: whether the number had been accounted for before; only what was imported may be so.
    """

    found_out = ("book", "serial", "again")

    book = models.ForeignKey(ReceiptBook, models.PROTECT, verbose_name="领用", related_name="+", null=True)
    serial = models.BigIntegerField("号码数值", null=True)
    text = models.CharField("票据号码", max_length=80)
    fate = models.CharField("情况", max_length=10, choices=Fate, default=Fate.USED)
    on = models.DateField("日期")
    amount = models.DecimalField("金额", max_digits=14, decimal_places=2, null=True)
    own = models.BooleanField("本机关开具", default=True)
    again = models.BooleanField("重复", default=False)

    class Meta:
        verbose_name = "票据使用"
        verbose_name_plural = "票据使用"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["book", "serial"], condition=Q(again=False, book__isnull=False), name="receipt_number_once"
            ),
            models.UniqueConstraint(
                fields=["organ", "text"], condition=Q(again=False, own=True, book=None), name="receipt_text_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organ", "text"], name="receipt_by_text"),
            models.Index(fields=["register", "entry"], name="receipt_by_entry"),
        ]

    def __str__(self) -> str:
        return f"{self.text} {self.get_fate_display()}"

    @classmethod
    def write(cls, fresh: list[Any]) -> None:
        """Find the book of each number, refuse a number that was accounted for already, and write the rest.

        Raises:
            Refused, EntryRefused: a number was accounted for already, and the line is not of history.
        """
        seen: set[tuple[Any, ...]] = set()
        for use in fresh:
            _placed(use)
            _once(use, seen)
        try:
            with transaction.atomic():
                cls._base_manager.bulk_create(fresh)
        except IntegrityError as error:  # somebody else entered the number between our look and our line
            numbers = "、".join(use.text for use in fresh[:5])
            raise _refusal(fresh[0], f"票据{numbers}刚由他人登记使用，请核对票据号码") from error


def books_of(organ: Any) -> Any:
    """The books that an organ took, those withdrawn left out."""
    return ReceiptBook._base_manager.filter(organ=organ, withdrawn=False)


def places(organ: Any, number: Number) -> list[Place]:
    """The books of an organ in which a number lies; several only where its prefix was left out."""
    if number.serial is None:
        return []
    near = Q(first_serial__lte=number.serial, last_serial__gte=number.serial) | ~Q(code="")
    found = [(book, book.holds(number)) for book in books_of(organ).filter(near).order_by("pk")]
    return [(book, serial) for book, serial in found if serial is not None]


def uses(text: str, **about: Any) -> Iterator[ReceiptUse]:
    """One line for each number that a text names; a text that cannot be read counts as one number."""
    try:
        numbers = read(text)
    except Unreadable:
        numbers = [one(text)]
    for number in numbers:
        yield ReceiptUse(text=str(number)[:80], **about)


def standing(organ: Any, place: Place | None, text: str) -> ReceiptUse | None:
    """What a number was accounted for already, if it was."""
    held = Q(book=place[0], serial=place[1]) if place else Q(organ=organ, text=text, own=True, book=None)
    return ReceiptUse._base_manager.filter(held, again=False).select_related("case").order_by("pk").first()


def said_of(use: ReceiptUse) -> str:
    """Where a number stands, in words: 已于2025-03-04在洪城当罚〔2025〕3号使用."""
    where = f"在{use.case.number or use.case.title}" if use.case is not None else "在票据台账"
    return f"票据{use.text}已于{use.on}{where}登记为{use.get_fate_display()}"


def match_again(organ_id: int, book: ReceiptBook) -> None:
    """After a book was entered or changed: which numbers lie in it now."""
    loose = Q(book=book) | Q(book=None, own=True)
    for use in ReceiptUse._base_manager.filter(loose, organ_id=organ_id, again=False).order_by("pk"):
        before = (use.book_id, use.serial)
        _placed(use)
        if (use.book_id, use.serial) == before:
            continue
        other = standing(organ_id, _place_of(use), use.text)
        use.again = other is not None and other.pk != use.pk
        use.save(update_fields=["book", "serial", "again"])


def _placed(use: ReceiptUse) -> None:
    found = places(use.organ_id, one(use.text)) if use.own else []
    use.book, use.serial = found[0] if len(found) == 1 else (None, None)


def _place_of(use: ReceiptUse) -> Place | None:
    return (use.book, use.serial) if use.book is not None and use.serial is not None else None


def _once(use: ReceiptUse, seen: set[tuple[Any, ...]]) -> None:
    if not use.own:
        return
    key = (use.book_id, use.serial) if use.book_id else (use.organ_id, use.text)
    other = standing(use.organ_id, _place_of(use), use.text)
    if key not in seen and other is None:
        seen.add(key)
    elif use.tolerated:
        use.again = True
    else:
        raise _refusal(use, said_of(other) if other is not None else f"票据{use.text}写了两次")


def _refusal(use: ReceiptUse, why: str) -> Refused | EntryRefused:
    if use.case_id is not None:
        return Refused("登记票据", [Reason(f"{why}；一张票据只能用一次", OFFICIAL, field="receipt_no")])
    return EntryRefused("登记", [Problem("number", "票据号码", why, "请核对号码", OFFICIAL)])
