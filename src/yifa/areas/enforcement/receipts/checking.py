"""Whether a receipt may be used for a payment (票据核对): in the range given to the organ, and not used before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from yifa.areas.enforcement.receipts.acts import BANK_RECEIPT, OFFICIAL
from yifa.areas.enforcement.receipts.models import ReceiptBook, ReceiptKind, ReceiptUse
from yifa.areas.enforcement.receipts.numbers import Number, Unreadable, read
from yifa.areas.enforcement.receipts.using import books_of, places, said_of, standing
from yifa.kernel.declare import Condition, Guard, computed
from yifa.kernel.situation import Situation

Said = Callable[[Situation], tuple[str, Decimal]]
"""From the case at hand to the numbers as written and the money they stand for; nothing is checked of a blank."""


def own_receipts(said: Said, when: Guard) -> tuple[Condition, Condition]:
    """The conditions of a receipt that officers give out themselves (处罚法70).

    A number outside the books may be right where the book was not entered yet: a person may say so, with a reason. A
    number used twice is never right.
    """
    return (
        computed(OFFICIAL, "票据在财政部门发给本机关的号段内", _test(said, in_books), qualified=OFFICIAL, when=when),
        computed(OFFICIAL, "票据没有用过、没有作废", _test(said, unused), when=when),
    )


def bank_receipts(said: Said, when: Guard) -> tuple[Condition, ...]:
    """The condition of a receipt that a bank or the finance platform gave out; one may cover several decisions."""
    return (
        computed(
            BANK_RECEIPT, "收据号码没有在其他缴款中登记过", _test(said, not_entered), qualified=BANK_RECEIPT, when=when
        ),
    )


def in_books(organ: Any, numbers: list[Number], money: Decimal, on: date) -> str | None:
    """Why these numbers are none that the organ was given; organs that entered no book are not asked."""
    if not books_of(organ).exists():
        return None
    found: list[ReceiptBook] = []
    for number in numbers:
        held = places(organ, number)
        if len(held) > 1:
            return f"{number}同时在{'、'.join(str(book) for book, _ in held)}中，请把字轨写在号码前面"
        if not held:
            return f"{number}不在本机关领用的票据号段内，请核对号码；确已领用的，先在罚没票据台账登记"
        why = _not_for_use(held[0][0], number, on)
        if why:
            return why
        found.append(held[0][0])
    faces = [book.face for book in found if book.face is not None]
    if faces and len(faces) == len(found) and sum(faces, Decimal(0)) != money:
        return f"定额票据合计{_plain(sum(faces, Decimal(0)))}元，与金额{_plain(money)}元不一致"
    return None


def _not_for_use(book: ReceiptBook, number: Number, on: date) -> str | None:
    if book.received_on > on:
        return f"{number}所在的{book}领用于{book.received_on}，晚于{on}"
    if book.checked_on is not None and book.checked_on < on:
        return f"{number}所在的{book}已于{book.checked_on}核销"
    if book.kind == ReceiptKind.GOODS:
        return f"{number}是没收财物收据，收取款项应当使用罚款、罚没款收据"
    return None


def unused(organ: Any, numbers: list[Number], money: Decimal, on: date) -> str | None:
    """Why these numbers cannot be used: used, cancelled or lost before."""
    for number in numbers:
        held = places(organ, number)
        other = standing(organ, held[0] if len(held) == 1 else None, str(number))
        if other is not None:
            return f"{said_of(other)}，不能再用"
    repeated = {str(number) for number in numbers if numbers.count(number) > 1}
    return f"票据{'、'.join(sorted(repeated))}写了两次" if repeated else None


def not_entered(organ: Any, numbers: list[Number], money: Decimal, on: date) -> str | None:
    """Why a bank's receipt seems to have been entered already."""
    for number in numbers:
        rows = ReceiptUse._base_manager.filter(organ=organ, text=str(number)[:80]).select_related("case")
        other = rows.order_by("pk").first()
        if other is not None:
            return f"{said_of(other)}；一张收据合并缴纳几个决定的，说明理由后办理"
    return None


def _test(said: Said, check: Callable[[Any, list[Number], Decimal, date], str | None]) -> Callable[[Situation], Any]:
    def test(situation: Situation) -> str | None:
        text, money = said(situation)
        organ = situation.record.organ
        if not text or money <= 0 or organ is None or organ.pk is None:  # a scenario has no books
            return None
        try:
            return check(organ, read(text), money, situation.on)
        except Unreadable as why:
            return str(why)

    return test


def _plain(amount: Decimal) -> str:
    return f"{amount.normalize():f}"
