"""Whether the tiers of one act fit together (阶次衔接): pure arithmetic over ranges, no storage.

“以上”“以下” include the number, “超过”“不满” do not (民法典第一千二百五十九条). Two tiers that share the boundary
number, both inclusive, are the usual way of writing and reported softer than a true overlap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Rung:
    """The range of one tier; an open end does not include its number."""

    number: int
    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def holds(self, amount: Decimal) -> bool:
        """Whether an amount lies in the range."""
        above = amount > self.low if self.low_open else amount >= self.low
        below = amount < self.high if self.high_open else amount <= self.high
        return above and below


@dataclass(frozen=True)
class Misfit:
    """Where a ladder does not fit: the tiers, `overlap`, `shared` (one number in both) or `gap`, and the numbers."""

    kind: str
    lower: int
    upper: int
    low: Decimal
    high: Decimal

    def __str__(self) -> str:
        between = f"第{self.lower}阶次和第{self.upper}阶次"
        if self.kind == "shared":
            return f"{between}都含{plain(self.low)}，分界点归哪一阶次不明"
        numbers = f"{plain(self.low)}至{plain(self.high)}" if self.low != self.high else plain(self.low)
        return f"{between}在{numbers}重叠" if self.kind == "overlap" else f"{between}之间缺{numbers}"


def misfits(rungs: Sequence[Rung]) -> Iterator[Misfit]:
    """Overlaps and gaps between neighbours, from the lowest range up."""
    ordered = sorted(rungs, key=lambda rung: (rung.low, rung.low_open, rung.high, rung.number))
    reached: Rung | None = None
    for rung in ordered:
        if reached is not None:
            yield from _between(reached, rung)
        if reached is None or (rung.high, not rung.high_open) > (reached.high, not reached.high_open):
            reached = rung


def _between(lower: Rung, upper: Rung) -> Iterator[Misfit]:
    if upper.low > lower.high:
        yield Misfit("gap", lower.number, upper.number, lower.high, upper.low)
    elif upper.low == lower.high:
        if lower.high_open and upper.low_open:
            yield Misfit("gap", lower.number, upper.number, upper.low, upper.low)
        elif not lower.high_open and not upper.low_open:
            same = upper.low == upper.high or lower.low == lower.high
            yield Misfit("overlap" if same else "shared", lower.number, upper.number, upper.low, upper.low)
    else:
        yield Misfit("overlap", lower.number, upper.number, upper.low, min(lower.high, upper.high))


def uncovered(rungs: Sequence[Rung], low: Decimal, high: Decimal) -> Iterator[tuple[Decimal, Decimal]]:
    """The ends of the statutory range that no tier reaches."""
    first, last = min(rung.low for rung in rungs), max(rung.high for rung in rungs)
    if first > low:
        yield low, first
    if last < high:
        yield last, high


def plain(number: Decimal) -> str:
    """A number without needless zeros: 50000, 0.5."""
    return f"{number.normalize():f}"
