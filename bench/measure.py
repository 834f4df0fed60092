"""Timing two things in turn and printing their ratio."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """One comparison; `rate` is work per second (median of the rounds), `unit` what the work is.

    `other_rate` is 0 where the other could not be run; `per` is blank where a number is no rate.
    """

    name: str
    ours: str
    rate: float
    other: str
    other_rate: float
    unit: str
    per: str = "/s"

    @property
    def ratio(self) -> float:
        """How many times faster ours is."""
        return self.rate / self.other_rate if self.other_rate else float("inf")


def missing(name: str, ours: str, rate: float, other: str, unit: str) -> Result:
    """A comparison that could not be made here because the other is not installed."""
    return Result(name, ours, rate, other, 0.0, unit)


def rate_of(work: Callable[[], int]) -> float:
    """Units of work per second of one call."""
    begin = time.perf_counter()
    done = work()
    return done / (time.perf_counter() - begin)


def side_by_side(
    name: str, unit: str, ours: tuple[str, Callable[[], int]], *others: tuple[str, Callable[[], int]], rounds: int = 3
) -> list[Result]:
    """Run ours and the others in turn, `rounds` times after one warm-up, and compare medians."""
    for _, work in (ours, *others):
        work()
    rates: dict[str, list[float]] = {label: [] for label, _ in (ours, *others)}
    for _ in range(rounds):
        for label, work in (ours, *others):
            rates[label].append(rate_of(work))
    middle = {label: statistics.median(values) for label, values in rates.items()}
    return [Result(name, ours[0], middle[ours[0]], label, middle[label], unit) for label, _ in others]


def table(results: list[Result]) -> str:
    """The results as a Markdown table."""
    lines = ["| what | ours | rate | against | rate | ratio |", "|---|---|---:|---|---:|---:|"]
    for r in results:
        ours = f"{r.rate:,.0f} {r.unit}{r.per}"
        other, ratio = (
            (f"{r.other_rate:,.0f} {r.unit}{r.per}", f"{r.ratio:.2f}×") if r.other_rate else ("not installed", "–")
        )
        lines.append(f"| {r.name} | {r.ours} | {ours} | {r.other} | {other} | {ratio} |")
    return "\n".join(lines)
