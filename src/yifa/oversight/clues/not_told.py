"""A penalty was decided without telling the party beforehand (not_told)."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import F, Q

from yifa.areas.enforcement.bases import PENALTY
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases


def _find(look: Look) -> Iterator[Found]:
    untold = Q(notice_served_date=None) | Q(notice_served_date__gt=F("decision_date"))
    rows = look.penalties().filter(untold)
    return of_cases(
        rows, explain=lambda row: f"{row['decision_date']}作出处罚决定以前，没有告知书送达的记录。",
        dated="decision_date",
    )  # fmt: skip


CLUE = Clue(
    code="not_told", label="处罚前没有告知", basis=(PENALTY[44], PENALTY[62]),
    looks_at="处罚决定：告知书送达日、决定日", severity=Severity.GRAVE, find=_find, reads=("penalty",),
)  # fmt: skip
