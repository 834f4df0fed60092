"""The party made a statement and nobody examined it (statement_not_reviewed)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.areas.enforcement.bases import PENALTY
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases


def _find(look: Look) -> Iterator[Found]:
    rows = look.penalties().filter(statement_received=True, statement_review="")
    return of_cases(
        rows, explain=lambda row: f"当事人提出陈述、申辩，{row['decision_date']}作出处罚决定，没有复核意见。",
        dated="decision_date",
    )  # fmt: skip


CLUE = Clue(
    code="statement_not_reviewed", label="陈述申辩没有复核", basis=(PENALTY[45, 1], PENALTY[62]),
    looks_at="处罚决定：陈述申辩、复核意见", severity=Severity.GRAVE, find=_find, reads=("penalty",),
)  # fmt: skip
