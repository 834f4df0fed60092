"""A fine was imposed without a benchmark though the organ has some (no_benchmark)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Exists, OuterRef

from yifa.areas.enforcement.bases import PENALTY, RANGES
from yifa.areas.enforcement.discretion.models import DiscretionTier
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases, yuan


def _find(look: Look) -> Iterator[Found]:
    tiers = DiscretionTier._base_manager.filter(
        withdrawn=False, organ=OuterRef("organ"), effective_on__lte=OuterRef("decision_date")
    )
    rows = look.penalties().filter(Exists(tiers), benchmark="", fine_amount__gt=0)

    def explain(row: Mapping[str, Any]) -> str:
        return f"罚款{yuan(row['fine_amount'])}，没有写明适用的裁量基准，本机关当日有公布的基准。"

    return of_cases(rows.filter(deviation_reason=""), "fine_amount", explain=explain, dated="decision_date")


CLUE = Clue(
    code="no_benchmark", label="罚款没有适用裁量基准", basis=(PENALTY[34], RANGES),
    looks_at="处罚决定：违法行为编码、罚款金额；裁量权基准库", severity=Severity.PLAIN, find=_find,
    reads=("penalty", "discretion_benchmark"), problem="decision",
)  # fmt: skip
