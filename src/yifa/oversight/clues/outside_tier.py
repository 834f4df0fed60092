"""A fine lies outside the range of the benchmark, or the tier was changed, and no reason stands (outside_tier)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import F, Q

from yifa.areas.enforcement.bases import PENALTY, RANGES
from yifa.areas.enforcement.discretion.models import TierKind
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases, yuan
from yifa.oversight.fines import FIELDS, OUTSIDE, main_fine, outside


def _find(look: Look) -> Iterator[Found]:
    moved = ~Q(grade="") & ~Q(proposed_grade="") & ~Q(grade=F("proposed_grade"))
    rows = look.penalties().filter(OUTSIDE | moved, deviation_reason="")

    def explain(row: Mapping[str, Any]) -> str | None:
        parts = list(_faults(row))
        return "，".join(parts) + "，没有写明理由。" if parts else None

    return of_cases(rows, *FIELDS, "grade", "proposed_grade", explain=explain, dated="decision_date")


def _faults(row: Mapping[str, Any]) -> Iterator[str]:
    names = dict(TierKind.choices)
    if outside(row):
        act = "主要违法行为" if row["other_acts"] else ""
        bounds = f"{yuan(row['proposed_low'])}至{yuan(row['proposed_high'])}"
        yield f"裁量基准的幅度是{bounds}，{act}罚款{yuan(main_fine(row))}"
    if row["grade"] != row["proposed_grade"] and row["grade"] and row["proposed_grade"]:
        yield f"建议阶次“{names[row['proposed_grade']]}”改为“{names[row['grade']]}”"


CLUE = Clue(
    code="outside_tier", label="偏离裁量基准没有理由", basis=(PENALTY[34], RANGES),
    looks_at="处罚决定：罚款金额（数个违法行为的看主要的）、建议幅度和阶次、偏离理由",
    severity=Severity.GRAVE, find=_find,
    reads=("penalty",), problem="decision", version=2,
)  # fmt: skip
