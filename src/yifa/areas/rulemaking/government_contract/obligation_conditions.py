"""Guards and computed conditions of milestones and payments."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from yifa.areas.rulemaking.government_contract import choices as c
from yifa.areas.rulemaking.government_contract.interest import Interest, RateTooLow, interest_on_balance
from yifa.clock import Period, days
from yifa.clock.periods import local_day
from yifa.kernel.clocks import clock_of
from yifa.kernel.situation import Situation
from yifa.kernel.workdays import current_calendar
from yifa.law import Basis


def paying(situation: Situation) -> bool:
    """The organ owes money."""
    return bool(situation.record.kind == c.ObligationKind.PAYMENT)


def money(situation: Situation) -> bool:
    """Money is owed, by either side."""
    return situation.record.kind in (c.ObligationKind.PAYMENT, c.ObligationKind.RECEIPT)


def not_money(situation: Situation) -> bool:
    """Something else is owed."""
    return not money(situation)


def to_sme(situation: Situation) -> bool:
    """The organ owes money to a small or medium enterprise."""
    return paying(situation) and bool(situation.record.sme)


def owed_to_sme(situation: Situation) -> bool:
    """The same, and the milestone was not given up."""
    return to_sme(situation) and situation.stage.code != "cancelled"


def dated(situation: Situation) -> bool:
    """The contract names the day."""
    return situation.record.agreed_on is not None


def statutory_term(situation: Situation, basis: Basis) -> Period:
    """Thirty days, or the period agreed, sixty at the longest (款项条例第九条第一款)."""
    return days(min(situation.record.payment_days or 30, 60), basis)


def due_on(situation: Situation) -> date | None:
    """The day by which the money has to be paid: the earlier of the regulation's and the agreed one."""
    ends = []
    for code in ("pay_in_time", "keep_date"):
        clock = clock_of(situation, situation.procedure.limit(code), current_calendar())
        if clock is not None and clock.due.judged is not None:
            ends.append(local_day(clock.due.judged))
    return min(ends, default=None)


def late(situation: Situation) -> bool:
    """On the day asked the money is overdue."""
    end = due_on(situation)
    return paying(situation) and end is not None and situation.on > end


def interest_owed(situation: Situation, until: date) -> Interest | None:
    """The interest on what is late until a day; None where nothing is."""
    return interest_between(situation.record, due_on(situation), until) if to_sme(situation) else None


def interest_between(record: Any, end: date | None, until: date) -> Interest | None:
    """The interest on a payment to an SME from the day after its last day to the day it is paid, or asked."""
    stop = record.paid_on if record.paid_on is not None and record.paid_on < until else until
    if end is None or stop <= end:
        return None
    return interest_on_balance(
        record.due_amount, record.parts_paid, end, stop, yearly=record.interest_rate, lpr=record.lpr
    )


# --- conditions -------------------------------------------------------------------------------------


def all_paid(situation: Situation) -> str | None:
    """What was owed is paid."""
    owed = situation.record.owed
    return f"尚欠{owed}元，部分付款请登记“支付部分款项”" if owed > 0 else None


def not_all_paid(situation: Situation) -> str | None:
    """Something is left to be paid."""
    record = situation.record
    if parts_readable(situation) is not None:
        return None
    paid = sum((amount for _, amount in record.parts_paid), Decimal(0))
    return "已经付清，请登记“付清款项”" if paid >= record.due_amount > 0 else None


def parts_readable(situation: Situation) -> str | None:
    """Each part payment has a day, not after this one, and an amount."""
    for number, row in enumerate(situation.record.installments, 1):
        try:
            day, amount = date.fromisoformat(str(row.get("on"))), Decimal(str(row.get("amount")))
        except (ValueError, InvalidOperation):
            return f"第{number}笔付款的日期写成 2025-03-04 的形式，金额写数字"
        if day > situation.on or amount <= 0:
            return f"第{number}笔付款的日期不得晚于办理日期，金额应大于零"
    return None


def interest_enough(situation: Situation) -> str | None:
    """The interest paid is not less than the regulation's."""
    try:
        owed = interest_owed(situation, situation.on)
    except RateTooLow as error:
        return str(error).rstrip("。")
    if owed is None:
        return "没有逾期付款，不需要支付逾期利息"
    paid = situation.record.interest_paid or Decimal(0)
    return f"应付逾期利息{owed.text}，已填{paid}元" if paid < owed.amount else None
