"""Similar cases (类案比对): the spread of fines for the same act and tier, who stands out, and the reason on record.

Cases are alike when benchmark, edition and final tier are the same. A benchmark that measures by goods, gains or price
is compared by the multiple of that amount, not by yuan. A case with several acts has no peers: its fine is a sum. The
rule for outliers is robust: a fine stands out when there are at least so many peers, it lies beyond Tukey's fence (1.5
times the distance of the quartiles from the nearer one) and at least a fifth away from the median – so that tiny
differences among equal fines are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from typing import Any

from django.db.models import QuerySet

from yifa.areas.enforcement.discretion.models import TierKind
from yifa.oversight.finding import CHUNK, yuan

FENCE = Decimal("1.5")
APART = Decimal("0.2")
RULE = "同一违法行为、同一版基准、同一阶次至少{least}件；超出四分位距1.5倍的界限，并且与中位数相差两成以上，为偏离。"
KEY = ("benchmark", "edition", "grade", "by_base")
FIELDS = ("pk", "organ_id", "benchmark", "edition", "grade", "base_amount", "fine_amount", "decision_date",
          "deviation_reason", "proposal_text")  # fmt: skip


@dataclass(frozen=True)
class Spread:
    """Five numbers of some fines, and the fences beyond which one stands out."""

    n: int
    least: Decimal
    lower: Decimal
    median: Decimal
    upper: Decimal
    most: Decimal

    @classmethod
    def of(cls, values: Sequence[Decimal]) -> Spread:
        """Of at least one value, in order."""
        return cls(len(values), values[0], quantile(values, 1), quantile(values, 2), quantile(values, 3), values[-1])

    @property
    def fences(self) -> tuple[Decimal, Decimal]:
        """Below the first or above the second is far out."""
        reach = FENCE * (self.upper - self.lower)
        return self.lower - reach, self.upper + reach

    def stands_out(self, value: Decimal, least: int) -> bool:
        """Whether a value stands out among at least so many."""
        low, high = self.fences
        apart = abs(value - self.median) >= APART * self.median
        return self.n >= least and apart and not low <= value <= high


def quantile(values: Sequence[Decimal], quarter: int) -> Decimal:
    """The quartile of values in order, between two of them in proportion (as spreadsheets' QUARTILE.INC)."""
    place = Decimal(len(values) - 1) * quarter / 4
    below = int(place)
    above = min(below + 1, len(values) - 1)
    exact = values[below] + (values[above] - values[below]) * (place - below)
    return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


@dataclass(frozen=True)
class Peer:
    """One fine among its peers."""

    case_id: int
    organ_id: int
    on: date
    amount: Decimal
    fine: Decimal
    by_base: bool
    reason: str
    spread: Spread

    @property
    def place_text(self) -> str:
        """Where it stands, in one sentence without its full stop."""
        s, size = self.spread, _size(self.amount, self.by_base)
        side = "高于" if self.amount > s.median else "低于"
        return (
            f"罚款{yuan(self.fine)}{f'（{size}）' if self.by_base else ''}，{side}同类{s.n}件的中位数"
            f"{_size(s.median, self.by_base)}（四分位{_size(s.lower, self.by_base)}至{_size(s.upper, self.by_base)}，"
            f"最低{_size(s.least, self.by_base)}，最高{_size(s.most, self.by_base)}）"
        )


def _size(value: Decimal, by_base: bool) -> str:
    return f"{value.normalize():f}倍" if by_base else yuan(value)


def outliers(cases: QuerySet[Any], since: date, until: date, *, least: int) -> Iterator[Peer]:
    """Every fine of the period that stands out among its peers; one query for all of them."""
    for _, rows in groups(cases, since, until):
        spread = Spread.of([_amount(row) for row in rows])
        for row in rows:
            if spread.stands_out(_amount(row), least):
                yield _peer(row, spread)


def groups(cases: QuerySet[Any], since: date, until: date) -> Iterator[tuple[tuple[Any, ...], list[dict[str, Any]]]]:
    """The fines of a period by act and tier, each group in the order of its amounts."""
    fined = cases.filter(decision_type="penalty", fine_amount__gt=0, decision_date__gt=since, decision_date__lte=until)
    fined = fined.filter(other_acts=[])  # the fine of a case with several acts is the sum of several tiers
    fined = fined.exclude(benchmark="").exclude(grade="").order_by("benchmark", "edition", "grade")
    rows = fined.values(*FIELDS).iterator(chunk_size=CHUNK)
    for _, tier in groupby(rows, key=lambda row: (row["benchmark"], row["edition"], row["grade"])):
        found = list(tier)
        for by_base in (False, True):
            alike = sorted((row for row in found if bool(row["base_amount"]) is by_base), key=_amount)
            if alike:
                first = alike[0]
                yield (first["benchmark"], first["edition"], first["grade"], by_base), alike


def _amount(row: dict[str, Any]) -> Decimal:
    if not row["base_amount"]:
        return Decimal(row["fine_amount"])
    times = Decimal(row["fine_amount"]) / Decimal(row["base_amount"])
    return times.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _peer(row: dict[str, Any], spread: Spread) -> Peer:
    return Peer(
        row["pk"], row["organ_id"], row["decision_date"], _amount(row), row["fine_amount"], bool(row["base_amount"]),
        row["deviation_reason"], spread,
    )  # fmt: skip


@dataclass(frozen=True)
class Likeness:
    """The peers of one case: the spread, where the case stands in it, and those that stand out."""

    benchmark: str
    grade: str
    by_base: bool
    spread: Spread
    mine: Peer | None
    peers: tuple[Peer, ...]
    least: int

    @property
    def grade_label(self) -> str:
        """The tier's word."""
        return str(dict(TierKind.choices).get(self.grade, self.grade))

    @property
    def out(self) -> list[Peer]:
        """Those that stand out."""
        return [peer for peer in self.peers if self.spread.stands_out(peer.amount, self.least)]

    @property
    def mine_stands_out(self) -> bool:
        """Whether the case itself does."""
        return self.mine is not None and self.spread.stands_out(self.mine.amount, self.least)

    @property
    def rule(self) -> str:
        """The rule in words."""
        return RULE.format(least=self.least)


def alike(cases: QuerySet[Any], record: Any, since: date, until: date, *, least: int) -> Likeness | None:
    """The peers of a penalty case, itself included once it is decided; None without benchmark and tier.

    Args:
        cases: the penalty cases that may be shown.
        record: the case; before its decision the proposed tier is taken.
    """
    grade = record.grade or record.proposed_grade
    if not record.benchmark or not grade:
        return None
    same = cases.filter(benchmark=record.benchmark, edition=record.edition, grade=grade)
    for (_, _, _, by_base), rows in groups(same, since, until):
        if by_base is bool(record.base_amount):
            spread = Spread.of([_amount(row) for row in rows])
            peers = tuple(_peer(row, spread) for row in rows)
            mine = next((peer for peer in peers if peer.case_id == record.pk), None)
            return Likeness(record.benchmark, grade, by_base, spread, mine, peers, least)
    return None
