"""An act was punished that was found more than two years after it ended (time_barred)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from django.db.models.functions import Coalesce

from yifa.areas.enforcement.bases import PENALTY
from yifa.clock.periods import plus_months
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases

MONTHS = {"": 24, "2y": 24, "5y": 60, "6m": 6}


def _find(look: Look) -> Iterator[Found]:
    rows = look.penalties().filter(discovered_date__isnull=False)
    rows = rows.annotate(ended=Coalesce("violation_end_date", "violation_date")).filter(ended__isnull=False)

    @cache
    def last_day(ended: date, months: int) -> date:
        return look.calendar.workday_from(plus_months(ended, months), allow_provisional=True)

    def explain(row: Mapping[str, Any]) -> str | None:
        special = row["limitation_months"] if row["limitation_class"] == "other_law" else None
        months = special or MONTHS.get(row["limitation_class"])
        if months is None or row["discovered_date"] <= (last := last_day(row["ended"], months)):
            return None
        return f"违法行为{row['ended']}发生（终了），时效至{last}，{row['discovered_date']}才发现，仍给予了处罚。"

    fields = ("ended", "discovered_date", "limitation_class", "limitation_months")
    return of_cases(rows, *fields, explain=explain, dated="decision_date")


CLUE = Clue(
    code="time_barred", label="超过时效仍处罚", basis=(PENALTY[36, 1], PENALTY[36, 2]),
    looks_at="处罚决定：违法行为发生（终了）日、发现日、时效类别", severity=Severity.GRAVE, find=_find,
    reads=("penalty",), problem="decision",
)  # fmt: skip
