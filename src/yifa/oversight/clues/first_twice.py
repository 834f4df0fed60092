"""A party was spared as a first offender that was not its first (first_twice)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Exists, OuterRef, Q

from yifa.areas.enforcement.bases import PENALTY
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases

SPARED = Q(decision_type="no_penalty_minor", spare_ground__in=("none_first_offence", "none_minor_corrected"))
UNDONE = ("revoked", "confirmed_void")


def _find(look: Look) -> Iterator[Found]:
    """Earlier acts of the same kind, punished or spared, by any body; what was set aside counts for nothing."""
    decided = look.cases("penalty").filter(decision_date__isnull=False, decision_date__lte=look.on)
    rows = decided.filter(decision_type="no_penalty_minor", spare_ground="none_first_offence")
    rows = rows.exclude(party_id_no="").exclude(benchmark="")
    before = decided.filter(SPARED | Q(decision_type="penalty")).exclude(changed_by__in=UNDONE).filter(
        party_id_no=OuterRef("party_id_no"), benchmark=OuterRef("benchmark"),
        decision_date__lt=OuterRef("decision_date"),
    )  # fmt: skip

    def explain(row: Mapping[str, Any]) -> str:
        return (
            f"{row['decision_date']}以初次违法不予处罚，此前同一当事人已有同类违法（{row['benchmark']}）的决定，"
            "请核对是否属于清单所说的初次。"
        )

    return of_cases(rows.filter(Exists(before)), "benchmark", explain=explain, dated="decision_date")


CLUE = Clue(
    code="first_twice", label="不是初次而适用首违不罚", basis=(PENALTY[33, 1].says("初次违法"),),
    looks_at="不予处罚决定：理由、当事人证件号码、违法行为编码；以往同类决定（地域、期间以清单为准）",
    severity=Severity.PLAIN, find=_find, reads=("penalty",), problem="decision",
)  # fmt: skip
