"""Interest on late payment to SMEs (逾期利息, 保障中小企业款项支付条例第十七条): arithmetic with its explanation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from yifa.areas.rulemaking.contract_acts import PAYMENT
from yifa.errors import YifaError
from yifa.law import Basis

DAILY = Decimal("0.0005")
"""Five in ten thousand a day, where nothing is agreed (每日利率万分之五)."""

YEAR = Decimal(365)
"""Days by which an agreed yearly rate is divided (年利率折算日利率的口径)."""

BASIS = PAYMENT[17].says("万分之五")


class RateTooLow(YifaError):
    """The rate agreed is below the loan prime rate when the contract was made."""


@dataclass(frozen=True)
class Interest:
    """Interest in yuan, rounded half up to the fen, with how it came about."""

    amount: Decimal
    days: int
    text: str
    basis: Basis = BASIS


def overdue_interest(
    principal: Decimal, days: int, *, yearly: Decimal | None = None, lpr: Decimal | None = None
) -> Interest:
    """Interest on a sum that is paid late.

    Args:
        principal: what is owed, in yuan; days: how many days late, the day of payment included.
        yearly: the rate agreed, in per cent a year; None where nothing is agreed.
        lpr: the one-year loan prime rate when the contract was made, which the rate agreed may not be below.

    Raises:
        RateTooLow: it is.
    """
    if principal < 0 or days < 0:
        raise YifaError("不能计算逾期利息：金额和逾期日数不得为负数。请核对。")
    if yearly is None:
        amount, how = principal * DAILY * days, "每日万分之五（未约定利率）"
    elif lpr is not None and yearly < lpr:
        raise RateTooLow(
            f"不能按约定利率计算：约定年利率{_plain(yearly)}%低于订立时1年期贷款市场报价利率{_plain(lpr)}%。"
            "请与对方改正约定。"
        )
    else:
        amount, how = principal * yearly / 100 / YEAR * days, f"年利率{_plain(yearly)}%÷365（约定）"
    rounded = amount.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return Interest(rounded, days, f"{principal:,.2f}元×{how}×逾期{days}日＝{rounded:,.2f}元")


def interest_on_balance(
    whole: Decimal, paid: Sequence[tuple[date, Decimal]], end: date, until: date, *,
    yearly: Decimal | None = None, lpr: Decimal | None = None,
) -> Interest | None:  # fmt: skip
    """Interest on what was left unpaid, day by day: each part payment lessens the sum from the day it was made.

    Args:
        whole: what was owed; paid: the part payments with their days; end: the last day of the period;
        until: the day of payment, or the day asked.

    Returns:
        The sum over all spans; None where nothing was late.
    """
    cuts = sorted({day for day, _ in paid if end < day < until} | {until})
    parts, since = list[Interest](), end
    for cut in cuts:
        left = whole - sum((amount for day, amount in paid if day <= since), Decimal(0))
        if left > 0 and days_late(since, cut):
            parts.append(overdue_interest(left, days_late(since, cut), yearly=yearly, lpr=lpr))
        since = cut
    if not parts:
        return None
    total = sum((part.amount for part in parts), Decimal(0))
    text = "；".join(part.text for part in parts) + (f"；合计{total:,.2f}元" if len(parts) > 1 else "")
    return Interest(total, sum(part.days for part in parts), text)


def days_late(due: date, until: date) -> int:
    """How many days late: from the day after the last day of the period to the day of payment; none before."""
    return max(0, (until - due).days)


def _plain(rate: Decimal) -> str:
    return f"{rate.normalize():f}"
