"""What a new holiday notice changes (重算): pure, over any number of stored reckonings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from yifa.clock.calendar import Calendar
from yifa.clock.due import Due, compute
from yifa.clock.reckoning import Reckoning

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Moved(Generic[Key]):
    """One due date that is no longer what it was; `key` is the caller's own (a case, a clock)."""

    key: Key
    was: Due
    now: Due

    @property
    def date_changed(self) -> bool:
        """Whether a date moved; otherwise only the mark 暂定 changed."""
        return (self.was.strict, self.was.rolled, self.was.warn_on) != (
            self.now.strict,
            self.now.rolled,
            self.now.warn_on,
        )

    @property
    def confirmed(self) -> bool:
        """Whether a provisional date is now firm."""
        return self.was.provisional and not self.now.provisional


def moved(before: Calendar, after: Calendar, dues: Iterable[tuple[Key, Reckoning]]) -> list[Moved[Key]]:
    """The due dates that differ between two calendars, provisional ones allowed in both, in the
    order given."""
    found: list[Moved[Key]] = []
    for key, reckoning in dues:
        was = compute(reckoning, before, allow_provisional=True)
        now = compute(reckoning, after, allow_provisional=True)
        if was != now:
            found.append(Moved(key, was, now))
    return found
