"""Dates of force (效力日期). Pure: last day of validity, and whether a document is in force on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from yifa.clock import years as years_of
from yifa.clock.bounds import validity_end


class Force(StrEnum):
    """How a document stands on a day (效力状态)."""

    DRAFT = "制定中"
    NOT_YET = "尚未施行"
    IN_FORCE = "现行有效"
    AMENDED = "已修改，现行有效"
    EXPIRED = "已失效"
    REPEALED = "已废止"
    INVALIDATED = "已宣布失效"
    REVOKED = "已被撤销"

    @property
    def binding(self) -> bool:
        """Whether it may be relied on (可以作为行政管理依据)."""
        return self in (Force.IN_FORCE, Force.AMENDED)


def last_day(effective_on: date, years: int) -> date:
    """The last day of validity: the day before the anniversary, for the day of effect itself counts.

    Effective 2024-05-01 for five years: 2029-04-30 (the opposite of a time limit, whose first day does not count).
    """
    return validity_end(effective_on, years_of(years))


@dataclass(frozen=True)
class Dates:
    """The dates that decide on force; a blank one has not come about.

    Attributes:
        ended_on: the first day on which it has no force any more, by repeal, by being declared void or revoked.
        ended_how: how that came about.
    """

    published_on: date | None = None
    effective_on: date | None = None
    expires_on: date | None = None
    amended_on: date | None = None
    ended_on: date | None = None
    ended_how: Force = Force.REPEALED

    def on(self, day: date) -> Force:
        """How the document stands on a day. What is not published has no force, whatever it says."""
        if self.published_on is None or self.effective_on is None or day < self.published_on:
            return Force.DRAFT
        if self.ended_on is not None and self.ended_on <= day:
            return self.ended_how
        if day < self.effective_on:
            return Force.NOT_YET
        if self.expires_on is not None and self.expires_on < day:
            return Force.EXPIRED
        return Force.AMENDED if self.amended_on is not None and self.amended_on <= day else Force.IN_FORCE


def covers(since: date, until: date | None, day: date) -> bool:
    """Whether a span with both ends included holds a day."""
    return since <= day and (until is None or day <= until)
