"""A penalty on which the heads must decide together was decided without them (collective_missing)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.areas.enforcement.bases import PENALTY
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases


def _find(look: Look) -> Iterator[Found]:
    rows = look.penalties().filter(collective_required=True, collective_on=None)
    return of_cases(
        rows, explain=lambda row: f"列为应当集体讨论，{row['decision_date']}作出处罚决定，没有集体讨论的记录。",
        dated="decision_date",
    )  # fmt: skip


CLUE = Clue(
    code="collective_missing", label="应当集体讨论而没有讨论", basis=(PENALTY[57, 2],),
    looks_at="处罚决定：是否应当集体讨论、集体讨论日", severity=Severity.GRAVE, find=_find, reads=("penalty",),
)  # fmt: skip
