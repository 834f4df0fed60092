"""A penalty was decided before the five working days for asking for a hearing were over (before_hearing_window)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import cache
from typing import Any

from django.db.models import F

from yifa.areas.enforcement.bases import PENALTY
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases

GIVEN_UP = ("waived", "withdrawn", "held", "absent_terminated")
LONGEST = timedelta(31)
"""Five working days never take longer, not even over the Spring Festival."""


def _find(look: Look) -> Iterator[Found]:
    rows = look.penalties().filter(hearing_required=True, notice_served_date__isnull=False)
    rows = rows.exclude(hearing_outcome__in=GIVEN_UP).filter(decision_date__lt=F("notice_served_date") + LONGEST)

    @cache
    def last(served: Any) -> Any:
        return look.calendar.add_working_days(served, 5, allow_provisional=True)

    def explain(row: Mapping[str, Any]) -> str | None:
        end = last(row["notice_served_date"])
        if row["decision_date"] > end:
            return None
        return (
            f"{row['notice_served_date']}送达听证告知书，可以要求听证至{end}，{row['decision_date']}就作出了处罚决定。"
        )

    return of_cases(rows, "notice_served_date", explain=explain, dated="decision_date")


CLUE = Clue(
    code="before_hearing_window", label="听证期限未满就作出决定", basis=(PENALTY[64, 1].item(1), PENALTY[63, 1]),
    looks_at="应当告知听证的处罚案件：告知书送达日、决定日、听证情况", severity=Severity.GRAVE, find=_find,
    reads=("penalty",),
)  # fmt: skip
