"""The additional fine of three per cent a day (加处罚款), for any day and with its reckoning: pure arithmetic.

行政处罚法 72①(一), 73③; 行政强制法 45. Days count from the one after the last day of payment, holidays included, up
to and including the day of payment; days of reconsideration or litigation do not count; the sum never exceeds the fine.
Part payments reduce what three per cent are taken of from the day after they were made; they go to the fine first.
An approved plan takes the place of the last day of payment from the day on which it was granted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from itertools import pairwise

RATE = Decimal("0.03")
CENT = Decimal("0.01")
DAY = timedelta(1)


@dataclass(frozen=True)
class Paid:
    """A payment towards the fine and its additional fine."""

    on: date
    amount: Decimal


@dataclass(frozen=True)
class Still:
    """Days that do not count, both ends included; `until` is None while they go on."""

    since: date
    until: date | None
    label: str

    def holds(self, day: date) -> bool:
        """Whether a day lies within."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class Tranche:
    """What is to be paid by a day (分期)."""

    due: date
    amount: Decimal


@dataclass(frozen=True)
class Plan:
    """A deferral or instalments, in force from the day on which it was granted."""

    granted_on: date
    tranches: tuple[Tranche, ...]


@dataclass(frozen=True)
class Terms:
    """What the reckoning of one fine rests on.

    Attributes:
        due: the last day of payment, rolled over holidays.
        stated: whether the decision says that there will be an additional fine; without that there is none.
        of_whole: whether the three per cent are taken of the whole fine although part of it was paid.
    """

    fine: Decimal
    due: date
    stated: bool = True
    plans: tuple[Plan, ...] = ()
    still: tuple[Still, ...] = ()
    of_whole: bool = False


@dataclass(frozen=True)
class Stretch:
    """Days in a row with the same base: from, to (included), what was overdue, the amount a day and in all, and why
    they do not count."""

    since: date
    until: date
    base: Decimal
    daily: Decimal
    amount: Decimal
    why: str = ""

    @property
    def days(self) -> int:
        """How many days."""
        return (self.until - self.since).days + 1

    @property
    def text(self) -> str:
        """2025-03-26至2025-03-31，6日，每日加处600元，计3600元."""
        span = f"{self.since}至{self.until}，{self.days}日" if self.days > 1 else f"{self.since}，1日"
        if self.why:
            return f"{span}，{self.why}，不计加处罚款"
        return f"{span}，未缴{yuan(self.base)}，每日加处{yuan(self.daily)}，计{yuan(self.amount)}"


@dataclass(frozen=True)
class Reckoned:
    """The account of one fine on one day.

    Attributes:
        surcharge: what has accrued, at most the fine; days: the days that counted.
        overdue: what of the fine is overdue on the day, after its payments.
        fine_paid, surcharge_paid, over: how the payments were used; `over` is what nobody owes.
        capped_on: the day on which the additional fine reached the fine.
    """

    on: date
    fine: Decimal
    surcharge: Decimal
    fine_paid: Decimal
    surcharge_paid: Decimal
    over: Decimal
    overdue: Decimal
    stretches: tuple[Stretch, ...]
    capped_on: date | None = None
    unstated: bool = False

    @property
    def days(self) -> int:
        """The days for which an additional fine was reckoned."""
        return sum(stretch.days for stretch in self.stretches if not stretch.why)

    @property
    def fine_left(self) -> Decimal:
        """What is left of the fine."""
        return self.fine - self.fine_paid

    @property
    def surcharge_left(self) -> Decimal:
        """What is left of the additional fine."""
        return self.surcharge - self.surcharge_paid

    @property
    def left(self) -> Decimal:
        """What is left altogether."""
        return self.fine_left + self.surcharge_left

    def explain(self) -> list[str]:
        """The reckoning in Chinese, line by line."""
        lines = [stretch.text for stretch in self.stretches]
        if self.capped_on is not None:
            lines.append(
                f"{self.capped_on}累计达到罚款数额{yuan(self.fine)}，不再增加（行政处罚法72①(一)、行政强制法45②）"
            )
        if self.unstated:
            lines.append("处罚决定书没有载明逾期加处罚款，代收机构不得加收（罚款决定与罚款收缴分离实施办法7①、9①）")
        lines.append(
            f"截至{self.on}：罚款{yuan(self.fine)}，已缴{yuan(self.fine_paid)}，未缴{yuan(self.fine_left)}；"
            f"加处罚款{yuan(self.surcharge)}，已缴{yuan(self.surcharge_paid)}，未缴{yuan(self.surcharge_left)}"
        )
        return lines


def yuan(amount: Decimal) -> str:
    """An amount in words: 6,000元, 12.50元."""
    return f"{amount.quantize(CENT, ROUND_HALF_UP):,.2f}".removesuffix(".00") + "元"


def reckon(terms: Terms, payments: Sequence[Paid], on: date, waived: Decimal = Decimal(0)) -> Reckoned:
    """The account of a fine at the end of a day, payments of that day included.

    Args:
        waived: how much of the additional fine was remitted by agreement (行政强制法42①).
    """
    made = [paid for paid in payments if paid.on <= on]
    stretches, total, capped_on = _accrued(terms, made, on)
    surcharge = max(Decimal(0), total.quantize(CENT, ROUND_HALF_UP) - waived)
    paid = sum((each.amount for each in made), Decimal(0))
    fine_paid = min(paid, terms.fine)
    surcharge_paid = min(paid - fine_paid, surcharge)
    return Reckoned(
        on, terms.fine, surcharge, fine_paid, surcharge_paid, paid - fine_paid - surcharge_paid,
        _overdue(terms, made, on, also_of_the_day=True), tuple(stretches), capped_on, not terms.stated,
    )  # fmt: skip


def _accrued(terms: Terms, payments: Sequence[Paid], on: date) -> tuple[list[Stretch], Decimal, date | None]:
    if not terms.stated or terms.fine <= 0:
        return [], Decimal(0), None
    stretches: list[Stretch] = []
    total = Decimal(0)
    for since, until in _constant(terms, payments, on):
        base = _overdue(terms, payments, since)
        if base <= 0:
            continue
        why = next((still.label for still in terms.still if still.holds(since)), "")
        if why:
            stretches.append(Stretch(since, until, base, Decimal(0), Decimal(0), why))
            continue
        daily = (terms.fine if terms.of_whole else base) * RATE
        days, left = (until - since).days + 1, terms.fine - total
        if days * daily >= left:
            needed = int((left / daily).to_integral_value(ROUND_CEILING))
            last = since + timedelta(needed - 1)
            stretches.append(Stretch(since, last, base, daily, left))
            return _joined(stretches), terms.fine, last
        stretches.append(Stretch(since, until, base, daily, days * daily))
        total += days * daily
    return _joined(stretches), total, None


def _constant(terms: Terms, payments: Sequence[Paid], on: date) -> Iterator[tuple[date, date]]:
    """The days from the first overdue one to `on`, cut where the base or the counting may change."""
    cuts = {terms.due + DAY, on + DAY, *(paid.on + DAY for paid in payments)}
    for plan in terms.plans:
        cuts |= {plan.granted_on, *(tranche.due + DAY for tranche in plan.tranches)}
    for still in terms.still:
        cuts |= {still.since} | ({still.until + DAY} if still.until is not None else set())
    inside = sorted(day for day in cuts if terms.due < day <= on + DAY)
    return ((first, following - DAY) for first, following in pairwise(inside))


def _overdue(terms: Terms, payments: Sequence[Paid], day: date, *, also_of_the_day: bool = False) -> Decimal:
    """What is overdue on a day under the schedule that then holds; payments of that day count from the next day on."""
    paid = _paid_before(payments, day + DAY if also_of_the_day else day)
    plan = max((plan for plan in terms.plans if plan.granted_on <= day), key=lambda p: p.granted_on, default=None)
    if plan is None:
        return max(Decimal(0), terms.fine - paid) if day > terms.due else Decimal(0)
    asked = sum((tranche.amount for tranche in plan.tranches if tranche.due < day), Decimal(0))
    since = paid - _paid_before(payments, plan.granted_on)
    return max(Decimal(0), min(asked - since, terms.fine - paid))


def _paid_before(payments: Sequence[Paid], day: date) -> Decimal:
    return sum((paid.amount for paid in payments if paid.on < day), Decimal(0))


def _joined(stretches: list[Stretch]) -> list[Stretch]:
    """Neighbouring stretches of the same kind as one."""
    joined: list[Stretch] = []
    for each in stretches:
        before = joined[-1] if joined else None
        if before and before.until + DAY == each.since and (before.base, before.why) == (each.base, each.why):
            joined[-1] = Stretch(before.since, each.until, each.base, each.daily, before.amount + each.amount, each.why)
        else:
            joined.append(each)
    return joined
