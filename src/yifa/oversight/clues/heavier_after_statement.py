"""The decision is heavier than what the party was told (heavier_after_statement)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.db.models import F, Q

from yifa.areas.enforcement.bases import PENALTY
from yifa.areas.enforcement.penalty.choices import WEIGHTS, PenaltyKind
from yifa.areas.enforcement.penalty.record_decision import heaviest
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases, yuan

FIELDS = (
    "noticed_fine", "fine_amount", "noticed_confiscated", "confiscated_amount", "confiscated_value", "noticed_kinds",
    "penalty_kinds", "statement_received",
)  # fmt: skip


def _find(look: Look) -> Iterator[Found]:
    recorded = Q(noticed_fine__isnull=False) | ~Q(noticed_kinds=[])
    differs = ~Q(noticed_kinds=F("penalty_kinds")) | Q(confiscated_amount__gt=0) | Q(confiscated_value__gt=0)
    rows = look.penalties().filter(recorded, Q(fine_amount__gt=F("noticed_fine")) | differs)

    def explain(row: Mapping[str, Any]) -> str | None:
        more = list(_more(row))
        after = "当事人陈述、申辩后，" if row["statement_received"] else ""
        return f"{after}决定重于告知：{'；'.join(more)}。" if more else None

    return of_cases(rows, *FIELDS, explain=explain, dated="decision_date")


def _more(row: Mapping[str, Any]) -> Iterator[str]:
    """What is heavier: the fine, what is confiscated, the kind (处罚法 45②)."""
    told, fine = row["noticed_fine"] or Decimal(0), row["fine_amount"] or Decimal(0)
    if fine > told:
        yield f"告知的罚款是{yuan(told)}，决定罚款{yuan(fine)}"
    taken = (row["confiscated_amount"] or Decimal(0)) + (row["confiscated_value"] or Decimal(0))
    if row["noticed_confiscated"] is not None and taken > row["noticed_confiscated"]:
        yield f"告知没收{yuan(row['noticed_confiscated'])}，决定没收{yuan(taken)}"
    before, after = _kinds(row["noticed_kinds"]), _kinds(row["penalty_kinds"])
    if before and (_weight(after) > _weight(before) or set(after) > set(before)):
        yield f"告知的种类是{_named(before)}，决定的是{_named(after)}"


def _kinds(rows: list[dict[str, Any]] | None) -> list[str]:
    return [str(row.get("kind")) for row in rows or [] if row.get("kind")]


def _weight(kinds: list[str]) -> int:
    return WEIGHTS.get(heaviest(kinds), -1)


def _named(kinds: list[str]) -> str:
    labels = dict(PenaltyKind.choices)
    return "、".join(str(labels.get(kind, kind)) for kind in kinds)


CLUE = Clue(
    code="heavier_after_statement", label="决定重于告知", basis=(PENALTY[45, 2], PENALTY[44]),
    looks_at="处罚决定：告知和决定的罚款、没收数额、处罚种类，陈述申辩", severity=Severity.GRAVE, find=_find,
    reads=("penalty",), problem="decision", version=2,
)  # fmt: skip
