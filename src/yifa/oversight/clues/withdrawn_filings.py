"""An organ withdraws an unusual share of the cases it files (withdrawn_filings)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Count, Q

from yifa.areas.enforcement.bases import PENALTY, SUPERVISION
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import MOST_ROWS, of_pattern, share

DROPPED = Q(decision_type__in=("withdrawn_filing", "terminated"))


def _find(look: Look) -> Iterator[Found]:
    filed = look.cases("penalty").filter(opened_on__gt=look.on - timedelta(365), opened_on__lte=look.on)
    filed = filed.filter(Q(decision_date__isnull=False) | DROPPED)
    groups = filed.values("organ_id").annotate(n=Count("pk"), dropped=Count("pk", filter=DROPPED))
    for group in groups.filter(n__gte=look.number("pattern_least")).order_by("organ_id"):
        if group["dropped"] * 100 < group["n"] * look.number("withdrawn_share"):
            continue
        cases = list(filed.filter(DROPPED, organ_id=group["organ_id"]).values_list("pk", flat=True)[:MOST_ROWS])
        text = (
            f"近一年立案并已处理{group['n']}件，撤销立案、终止{group['dropped']}件"
            f"（{share(group['dropped'], group['n'])}），请核对有无应罚不罚。"
        )
        yield of_pattern(f"organ:{group['organ_id']}", group["organ_id"], text, cases)


CLUE = Clue(
    code="withdrawn_filings", label="撤案比例过高", basis=(PENALTY[57, 1], SUPERVISION[11, 2].item(4)),
    looks_at="各机关近一年立案案件的处理结果", severity=Severity.HINT, find=_find, reads=("penalty",),
    problem="omission", thresholds=("pattern_least", "withdrawn_share"),
)  # fmt: skip
