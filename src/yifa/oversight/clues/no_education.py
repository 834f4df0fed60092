"""No penalty was imposed and nothing shows that the party was educated (no_education)."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q

from yifa.areas.enforcement.bases import PENALTY
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases

GUARDED = ("none_under14", "none_mental")
"""Whom the guardian is ordered to look after (处罚法 30、31)."""


def _find(look: Look) -> Iterator[Found]:
    rows = look.cases("penalty").filter(
        decision_type="no_penalty_minor", decision_date__isnull=False, education_record=""
    )
    rows = rows.exclude(spare_ground="none_time_barred")
    rows = rows.exclude(~Q(guardian_order=""), spare_ground__in=GUARDED)
    return of_cases(
        rows, explain=lambda row: f"{row['decision_date']}决定不予行政处罚，没有教育当事人的记录。",
        dated="decision_date",
    )  # fmt: skip


CLUE = Clue(
    code="no_education", label="不予处罚没有教育记录", basis=(PENALTY[33, 3],),
    looks_at="不予处罚决定：教育当事人的情况（责令监护人管教、看管的，超过时效的不计）",
    severity=Severity.PLAIN, find=_find, reads=("penalty",),
)  # fmt: skip
