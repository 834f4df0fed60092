"""A penalty without an order to put things right (no_correction_order)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.areas.enforcement.bases import PENALTY
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases


def _find(look: Look) -> Iterator[Found]:
    rows = look.penalties().filter(corrective_order="", corrected_on=None)
    return of_cases(
        rows, explain=lambda row: f"{row['decision_date']}作出处罚决定，没有责令改正的记录（以罚代管）。",
        dated="decision_date",
    )  # fmt: skip


CLUE = Clue(
    code="no_correction_order", label="只罚不改", basis=(PENALTY[28, 1],),
    looks_at="处罚决定：责令改正内容、改正日", severity=Severity.PLAIN, find=_find, reads=("penalty",),
)  # fmt: skip
