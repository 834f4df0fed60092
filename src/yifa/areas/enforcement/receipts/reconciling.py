"""What was decided, collected and paid into the treasury, body by body and month by month (罚没对账).

收缴分离: who decides a fine does not collect it (处罚法67), and all of it goes to the treasury (74②). Every sum is one
of lines drawn from cases and from the register of old fines, and opens onto them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum, Value
from django.db.models.functions import ExtractMonth

from yifa.areas.enforcement.common.keeping import DerivedRow
from yifa.areas.enforcement.common.money import Channel
from yifa.areas.enforcement.receipts.models import MoneyBalance, MoneyKind, MoneyLine

ZERO = Decimal(0)
Key = tuple[str, str]
"""A kind of movement, and the channel of what was collected."""


@dataclass
class Totals:
    """The movements of an organ or of a month, and how it stood at the end.

    Attributes:
        owed, unremitted: at the end of the time, with all that went before: decided and not paid; collected and
            neither paid into the treasury nor given back.
    """

    sums: dict[Key, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    surcharge: Decimal = ZERO
    decisions: int = 0
    owed: Decimal = ZERO
    unremitted: Decimal = ZERO

    def of(self, kind: str) -> Decimal:
        """The sum of a kind, whatever the channel."""
        return sum((amount for (one, _), amount in self.sums.items() if one == kind), ZERO)

    @property
    def decided(self) -> Decimal:
        """Fines and confiscations decided, with what changes of decisions added or took away."""
        return self.of(MoneyKind.DECIDED)

    @property
    def collected(self) -> Decimal:
        """All that came in, additional fines included."""
        return self.of(MoneyKind.COLLECTED)

    @property
    def on_spot(self) -> Decimal:
        """Of it what officers collected themselves."""
        return self.sums[(MoneyKind.COLLECTED.value, Channel.ON_SPOT.value)]

    @property
    def elsewhere(self) -> Decimal:
        """Of it what came through banks, payment platforms, courts, auctions."""
        return self.collected - self.on_spot

    @property
    def handed_in(self) -> Decimal:
        """What officers handed to their organ."""
        return self.of(MoneyKind.HANDED_IN)

    @property
    def remitted(self) -> Decimal:
        """What reached the treasury, or for money collected on the spot the bank that passes it on."""
        return self.of(MoneyKind.REMITTED)

    @property
    def refunded(self) -> Decimal:
        """What was given back."""
        return self.of(MoneyKind.REFUNDED)

    @property
    def written_off(self) -> Decimal:
        """What will not be paid any more."""
        return self.of(MoneyKind.WRITTEN_OFF)


@dataclass(frozen=True)
class Reconciled:
    """A year: by organ and month, by month, by organ, and as a whole."""

    year: int
    parts: Mapping[tuple[int, int], Totals]
    months: Mapping[int, Totals]
    organs: Mapping[int, Totals]
    whole: Totals


def lines(organs: Collection[int]) -> QuerySet[MoneyLine]:
    """The movements of organs, within the scope."""
    return MoneyLine.objects.filter(organ_id__in=organs)


def reconciled(organs: Collection[int], year: int, until: date) -> Reconciled:
    """The sums of a year up to a day: two queries, however many lines and organs."""
    first, last = date(year, 1, 1), min(until, date(year, 12, 31))
    months = range(1, last.month + 1) if last >= first else range(0)
    moved = _summed(lines(organs).filter(on__range=(first, last)).annotate(month=ExtractMonth("on")))
    before = _summed(lines(organs).filter(on__lt=first).annotate(month=Value(0)))
    parts: dict[tuple[int, int], Totals] = {}
    by_organ: dict[int, Totals] = {}
    for organ in sorted({organ for organ, _ in (*moved, *before)}):
        running = before.get((organ, 0), Totals())
        by_organ[organ] = _joined(moved.get((organ, month), Totals()) for month in months)
        _balance(by_organ[organ], running)
        for month in months:
            part = parts[organ, month] = moved.get((organ, month), Totals())
            running = _balance(part, running)
    by_month = {month: _whole(part for (_, one), part in parts.items() if one == month) for month in months}
    return Reconciled(year, parts, by_month, by_organ, _whole(by_organ.values()))


def _summed(rows: QuerySet[Any]) -> dict[tuple[int, int], Totals]:
    grouped: Any = rows.order_by().values("organ_id", "month", "kind", "channel").annotate(
        money=Sum("amount"), extra=Sum("surcharge"), number=Count("pk", filter=Q(amount__gt=0))
    )  # fmt: skip
    found: dict[tuple[int, int], Totals] = defaultdict(Totals)
    for row in grouped:
        totals = found[row["organ_id"], row["month"]]
        totals.sums[row["kind"], row["channel"]] += row["money"] or ZERO
        totals.surcharge += row["extra"] or ZERO
        if row["kind"] == MoneyKind.DECIDED:
            totals.decisions += row["number"]
    return dict(found)


def _whole(parts: Iterable[Totals]) -> Totals:
    """The sum of parts that stand beside each other: their balances add up too."""
    listed = list(parts)
    whole = _joined(listed)
    whole.owed = sum((part.owed for part in listed), ZERO)
    whole.unremitted = sum((part.unremitted for part in listed), ZERO)
    return whole


def _into(whole: Totals, part: Totals) -> None:
    for key, amount in part.sums.items():
        whole.sums[key] += amount
    whole.surcharge += part.surcharge
    whole.decisions += part.decisions


def _joined(parts: Iterable[Totals]) -> Totals:
    whole = Totals()
    for part in parts:
        _into(whole, part)
    return whole


def _balance(totals: Totals, before: Totals) -> Totals:
    """Fill in how it stands at the end, and give all that went before with it.

    An additional fine is collected without having been decided.
    """
    both = _joined((before, totals))
    paid = both.collected - both.surcharge - both.refunded
    totals.owed = both.decided - paid - both.written_off
    totals.unremitted = both.collected - both.remitted - both.refunded
    return both


RESTLESS = (MoneyKind.COLLECTED, MoneyKind.REMITTED, MoneyKind.REFUNDED)


def with_balance(lines: Iterable[DerivedRow]) -> Iterator[DerivedRow]:
    """The lines of one case or entry, and what of its money has not come to rest."""
    sums, last = dict.fromkeys(RESTLESS, ZERO), date.min
    for line in lines:
        if isinstance(line, MoneyLine) and line.kind in RESTLESS:
            sums[MoneyKind(line.kind)] += line.amount
            last = max(last, line.on)
        yield line
    if last > date.min:
        collected, remitted, refunded = (sums[kind] for kind in RESTLESS)
        left = collected - remitted - refunded
        yield MoneyBalance(collected=collected, remitted=remitted, refunded=refunded, left=left, last=last)


def differences(organs: Collection[int], before: date) -> QuerySet[MoneyBalance]:
    """Where money collected before a day has not reached the treasury, or more reached it than was collected."""
    rows = MoneyBalance.objects.filter(organ_id__in=organs).exclude(left=0)
    return rows.filter(Q(left__lt=0) | Q(last__lt=before)).order_by("last", "pk")
