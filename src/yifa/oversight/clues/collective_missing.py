"""A penalty on which the heads must decide together was decided without them (collective_missing)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import F, Q

from yifa.areas.enforcement.bases import PENALTY
from yifa.areas.enforcement.penalty.choices import Conclusion
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases

OTHERWISE = (Conclusion.RETURN, Conclusion.NO_PENALTY, Conclusion.TRANSFER)
"""Conclusions on which no penalty rests."""


def _find(look: Look) -> Iterator[Found]:
    against = Q(collective_conclusion__in=OTHERWISE) | Q(collective_on__gt=F("decision_date"))
    rows = look.penalties().filter(Q(collective_required=True, collective_on=None) | against)

    def explain(row: Mapping[str, Any]) -> str:
        met = row["collective_on"]
        if met is None:
            return f"列为应当集体讨论，{row['decision_date']}作出处罚决定，没有集体讨论的记录。"
        if met > row["decision_date"]:
            return f"{row['decision_date']}作出处罚决定，{met}才集体讨论。"
        concluded = Conclusion(row["collective_conclusion"]).label
        return f"{met}集体讨论的结论是“{concluded}”，{row['decision_date']}作出了处罚决定。"

    return of_cases(rows, "collective_on", "collective_conclusion", explain=explain, dated="decision_date")


CLUE = Clue(
    code="collective_missing", label="应当集体讨论而没有讨论", basis=(PENALTY[57, 2],),
    looks_at="处罚决定：是否应当集体讨论、集体讨论日和结论", severity=Severity.GRAVE, find=_find, reads=("penalty",),
)  # fmt: skip
