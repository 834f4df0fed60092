"""No penalty was imposed and nothing shows that the party was educated (no_education)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.areas.enforcement.bases import PENALTY
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases


def _find(look: Look) -> Iterator[Found]:
    rows = look.cases("penalty").filter(
        decision_type="no_penalty_minor", decision_date__isnull=False, education_record=""
    )
    rows = rows.exclude(spare_ground__in=("none_time_barred",))
    return of_cases(
        rows, explain=lambda row: f"{row['decision_date']}决定不予行政处罚，没有教育当事人的记录。",
        dated="decision_date",
    )  # fmt: skip


CLUE = Clue(
    code="no_education", label="不予处罚没有教育记录", basis=(PENALTY[33, 3],),
    looks_at="不予处罚决定：教育当事人的情况", severity=Severity.PLAIN, find=_find, reads=("penalty",),
)  # fmt: skip
