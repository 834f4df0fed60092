"""A penalty was decided before the time for statement and defence was over (statement_window)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import cache
from typing import Any

from django.db.models import F, Q

from yifa.areas.enforcement.bases import PENALTY
from yifa.areas.enforcement.penalty.defaults import DEFAULTS
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.clues.before_hearing_window import GIVEN_UP
from yifa.oversight.finding import of_cases

LONGEST = timedelta(45)
"""The working days that places give (three to fifteen) never take longer, not even over the Spring Festival."""


def _find(look: Look) -> Iterator[Found]:
    """Who spoke, or expressly gave it up, has had its say; the act sets no number of days (处罚法 44、45、62)."""
    rows = look.penalties().filter(statement_received=False, statement_waived=False)
    rows = rows.exclude(~Q(hearing_outcome__in=GIVEN_UP), hearing_required=True)  # found as before_hearing_window
    rows = rows.filter(notice_served_date__lte=F("decision_date"))
    rows = rows.filter(decision_date__lt=F("notice_served_date") + LONGEST)

    @cache
    def last(served: Any, place: str) -> Any:
        amount = DEFAULTS.at(place).number("statement_days")
        return look.calendar.add_working_days(served, amount, allow_provisional=True)

    def explain(row: Mapping[str, Any]) -> str | None:
        end = last(row["notice_served_date"], row["organ__place__code"])
        if row["decision_date"] > end:
            return None
        return (
            f"{row['notice_served_date']}送达告知书，可以陈述、申辩至{end}，当事人没有陈述，也没有明确放弃，"
            f"{row['decision_date']}就作出了处罚决定。"
        )

    return of_cases(rows, "notice_served_date", "organ__place__code", explain=explain, dated="decision_date")


CLUE = Clue(
    code="statement_window", label="陈述申辩期限未满就作出决定", basis=(PENALTY[62], PENALTY[45, 1]),
    looks_at="处罚案件：告知书送达日、决定日、是否陈述申辩或者明确放弃；期限按本地口径",
    severity=Severity.PLAIN, find=_find,
    reads=("penalty",),
)  # fmt: skip
