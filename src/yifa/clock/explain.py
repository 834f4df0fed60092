"""How a due date came about, told in Chinese step by step (stub: filled by the next commit)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yifa.clock.calendar import Calendar
from yifa.clock.reckoning import Leg, Reckoning, walk

if TYPE_CHECKING:
    from yifa.clock.due import Due
    from yifa.law import Basis


@dataclass(frozen=True, slots=True)
class Explained:
    """One step of a computation: a Chinese sentence, and the article it follows."""

    text: str
    basis: Basis | None = None

    def __str__(self) -> str:
        return f"{self.text}（{self.basis}）" if self.basis else self.text


@dataclass(frozen=True, slots=True)
class PeriodTrace:
    """The trace of a period: its reckoning and the calendar it was computed with."""

    reckoning: Reckoning
    calendar: Calendar

    def legs(self, *, allow_provisional: bool = True) -> list[Leg]:
        """The counted stretches."""
        return walk(self.reckoning, self.calendar, allow_provisional)

    def explain(self, due: Due) -> tuple[Explained, ...]:
        """The steps in Chinese, each with its basis."""
        return (Explained(f"自{self.reckoning.start}起{self.reckoning.period}，届满于{due.judged}", self.reckoning.period.basis),)
