"""The party asked for a hearing, none was held, and a penalty was decided (hearing_not_held)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.areas.enforcement.bases import PENALTY
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases

ENDED = ("held", "waived", "withdrawn", "absent_terminated")


def _find(look: Look) -> Iterator[Found]:
    rows = look.penalties().filter(hearing_requested=True)
    rows = rows.exclude(hearing_outcome__in=ENDED)
    return of_cases(
        rows, explain=lambda row: f"当事人要求听证，没有举行听证的记录，{row['decision_date']}作出了处罚决定。",
        dated="decision_date",
    )  # fmt: skip


CLUE = Clue(
    code="hearing_not_held", label="要求听证而没有举行", basis=(PENALTY[63, 1], PENALTY[65]),
    looks_at="处罚案件：是否要求听证、听证情况", severity=Severity.GRAVE, find=_find, reads=("penalty",),
)  # fmt: skip
