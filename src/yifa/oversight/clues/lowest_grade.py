"""An organ always decides in the lowest tier (lowest_grade)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Count, Max, Q

from yifa.areas.enforcement.bases import PENALTY
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import MOST_ROWS, of_pattern, share

LOW = Q(grade__in=("mitigated", "lighter"))


def _find(look: Look) -> Iterator[Found]:
    since = look.on - timedelta(365)
    decided = look.penalties().filter(decision_date__gt=since, decision_date__lte=look.on)
    decided = decided.exclude(grade="").exclude(benchmark="")
    groups = decided.values("organ_id", "benchmark").annotate(
        n=Count("pk"), low=Count("pk", filter=LOW), last=Max("decision_date")
    )
    for group in groups.filter(n__gte=look.number("pattern_least")).order_by("organ_id", "benchmark"):
        if group["low"] * 100 < group["n"] * look.number("lowest_share"):
            continue
        organ, act = group["organ_id"], group["benchmark"]
        cases = list(decided.filter(LOW, organ_id=organ, benchmark=act).values_list("pk", flat=True)[:MOST_ROWS])
        text = (
            f"违法行为“{act}”近一年处罚{group['n']}件，{group['low']}件（{share(group['low'], group['n'])}）"
            "在减轻、从轻阶次，请核对从轻、减轻的情节是否属实。"
        )
        yield of_pattern(f"organ:{organ}:{act}", organ, text, cases, group["last"])


CLUE = Clue(
    code="lowest_grade", label="裁量总在最低阶次", basis=(PENALTY[5, 2], PENALTY[34]),
    looks_at="同一机关同一违法行为近一年的裁量阶次的分布", severity=Severity.HINT, find=_find, reads=("penalty",),
    problem="decision", thresholds=("pattern_least", "lowest_share"),
)  # fmt: skip
