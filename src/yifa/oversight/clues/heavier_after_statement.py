"""The fine decided is higher than the one the party was told (heavier_after_statement)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import F

from yifa.areas.enforcement.bases import PENALTY
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases, yuan


def _find(look: Look) -> Iterator[Found]:
    rows = look.penalties().filter(fine_amount__gt=F("noticed_fine"))

    def explain(row: Mapping[str, Any]) -> str:
        after = "当事人陈述、申辩后，" if row["statement_received"] else ""
        return f"告知的罚款是{yuan(row['noticed_fine'])}，{after}决定罚款{yuan(row['fine_amount'])}。"

    return of_cases(rows, "noticed_fine", "fine_amount", "statement_received", explain=explain, dated="decision_date")


CLUE = Clue(
    code="heavier_after_statement", label="决定重于告知", basis=(PENALTY[45, 2], PENALTY[44]),
    looks_at="处罚决定：告知的罚款、决定的罚款、陈述申辩", severity=Severity.GRAVE, find=_find, reads=("penalty",),
    problem="decision",
)  # fmt: skip
