"""A fine is many times the goods or gains of the act (light_act_heavy_fine, 小过重罚)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import F

from yifa.areas.enforcement.bases import PENALTY
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases, yuan


def _find(look: Look) -> Iterator[Found]:
    times = look.number("heavy_times")
    rows = look.penalties().filter(
        base_amount__gt=0, base_amount__lt=look.number("heavy_base"),
        fine_amount__gte=look.number("heavy_fine"), fine_amount__gt=F("base_amount") * times,
        harm__in=("", "none", "slight"),
    )  # fmt: skip

    def explain(row: Mapping[str, Any]) -> str:
        ratio = int(row["fine_amount"] / row["base_amount"])
        return (
            f"货值（违法所得）{yuan(row['base_amount'])}，没有危害后果或者危害轻微，罚款{yuan(row['fine_amount'])}，"
            f"是其{ratio}倍，请核对过罚是否相当、能否减轻或者不予处罚。"
        )

    return of_cases(rows, "base_amount", "fine_amount", explain=explain, dated="decision_date")


CLUE = Clue(
    code="light_act_heavy_fine", label="小过重罚", basis=(PENALTY[5, 2], PENALTY[32], PENALTY[33, 1]),
    looks_at="处罚决定：货值或者违法所得、危害后果、罚款", severity=Severity.PLAIN, find=_find, reads=("penalty",),
    problem="decision", thresholds=("heavy_times", "heavy_base", "heavy_fine"),
)  # fmt: skip
