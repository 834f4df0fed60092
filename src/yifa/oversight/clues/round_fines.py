"""Nearly all fines of an organ for one act are the same round number (round_fines)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Count, F, Max

from yifa.areas.enforcement.bases import PENALTY, RANGES
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import MOST_ROWS, of_pattern, share, yuan


def _find(look: Look) -> Iterator[Found]:
    since = look.on - timedelta(365)
    fined = look.penalties().filter(fine_amount__gt=0, decision_date__gt=since, decision_date__lte=look.on)
    fined = fined.exclude(benchmark="").exclude(proposed_low__gt=0, proposed_low=F("proposed_high"))  # a fixed amount
    totals = dict(_totals(fined))
    least, most = look.number("round_least"), look.number("round_share")
    groups = fined.values("organ_id", "benchmark", "fine_amount").annotate(n=Count("pk"), last=Max("decision_date"))
    for group in groups.order_by("organ_id", "benchmark", "fine_amount"):
        key = (group["organ_id"], group["benchmark"])
        if group["fine_amount"] % look.number("round_unit") or totals[key] < least:
            continue
        if group["n"] * 100 < totals[key] * most:
            continue
        same = fined.filter(organ_id=key[0], benchmark=key[1], fine_amount=group["fine_amount"])
        cases = list(same.order_by("pk").values_list("pk", flat=True)[:MOST_ROWS])
        text = (
            f"违法行为“{key[1]}”近一年罚款{totals[key]}件，其中{group['n']}件（{share(group['n'], totals[key])}）"
            f"都是{yuan(group['fine_amount'])}，没有随情节变化。"
        )
        yield of_pattern(f"organ:{key[0]}:{key[1]}", key[0], text, cases, group["last"])


def _totals(fined: object) -> Iterator[tuple[tuple[int, str], int]]:
    groups = fined.values("organ_id", "benchmark").annotate(n=Count("pk")).order_by()  # type: ignore[attr-defined]
    for group in groups:
        yield (group["organ_id"], group["benchmark"]), group["n"]


CLUE = Clue(
    code="round_fines", label="罚款集中在同一整数", basis=(PENALTY[5, 2], RANGES),
    looks_at="同一机关同一违法行为近一年的罚款金额的分布", severity=Severity.HINT, find=_find, reads=("penalty",),
    problem="decision", thresholds=("round_least", "round_share", "round_unit"),
)  # fmt: skip
