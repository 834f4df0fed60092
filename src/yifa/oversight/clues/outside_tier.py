"""A fine lies outside the range of the benchmark, or the tier was changed, and no reason stands (outside_tier)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import F, Q

from yifa.areas.enforcement.bases import PENALTY, RANGES
from yifa.areas.enforcement.discretion.models import TierKind
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases, yuan


def _find(look: Look) -> Iterator[Found]:
    outside = Q(fine_amount__lt=F("proposed_low")) | Q(fine_amount__gt=F("proposed_high"))
    moved = ~Q(grade="") & ~Q(proposed_grade="") & ~Q(grade=F("proposed_grade"))
    rows = look.penalties().filter(outside | moved, deviation_reason="")

    def explain(row: Mapping[str, Any]) -> str:
        names = dict(TierKind.choices)
        parts = [
            f"裁量基准的幅度是{yuan(row['proposed_low'])}至{yuan(row['proposed_high'])}，罚款{yuan(row['fine_amount'])}"
        ]
        if row["grade"] != row["proposed_grade"] and row["grade"] and row["proposed_grade"]:
            parts.append(f"建议阶次“{names[row['proposed_grade']]}”改为“{names[row['grade']]}”")
        return "，".join(parts) + "，没有写明理由。"

    fields = ("fine_amount", "proposed_low", "proposed_high", "grade", "proposed_grade")
    return of_cases(rows, *fields, explain=explain, dated="decision_date")


CLUE = Clue(
    code="outside_tier", label="偏离裁量基准没有理由", basis=(PENALTY[34], RANGES),
    looks_at="处罚决定：罚款金额、建议幅度和阶次、偏离理由", severity=Severity.GRAVE, find=_find, reads=("penalty",),
    problem="decision",
)  # fmt: skip
