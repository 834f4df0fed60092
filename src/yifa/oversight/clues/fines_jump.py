"""The money an organ took by penalties in a year is a multiple of the year before (fines_jump)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Count, DecimalField, F, Q, Sum, Value
from django.db.models.functions import Coalesce

from yifa.areas.enforcement.bases import ENVIRONMENT, PENALTY, SUPERVISION
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_pattern, yuan


def _find(look: Look) -> Iterator[Found]:
    """Only where both years have enough cases to compare."""
    year, now = timedelta(365), look.on
    taken = _or_none("fine_amount") + _or_none("confiscated_amount") + _or_none("confiscated_value")
    rows = look.penalties().filter(decision_date__gt=now - 2 * year).annotate(taken=taken).filter(taken__gt=0)
    this, last = Q(decision_date__gt=now - year), Q(decision_date__lte=now - year)
    groups = rows.values("organ_id").annotate(
        n=Count("pk", filter=this), money=Sum("taken", filter=this), n_before=Count("pk", filter=last),
        before=Sum("taken", filter=last),
    )  # fmt: skip
    least, times = look.number("pattern_least"), look.number("jump_times")
    for group in groups.filter(n__gte=least, n_before__gte=least).order_by("organ_id"):
        if group["money"] < group["before"] * times:
            continue
        organ = group["organ_id"]
        cases = rows.filter(this, organ_id=organ).order_by("-taken", "pk").values_list("pk", flat=True)
        text = (
            f"近一年罚没{group['n']}件{yuan(group['money'])}，上一年{group['n_before']}件{yuan(group['before'])}，"
            f"达到{times}倍以上，请核对有无趋利性执法。"
        )
        yield of_pattern(f"organ:{organ}", organ, text, cases[:200])


def _or_none(field: str) -> Coalesce:
    return Coalesce(F(field), Value(0), output_field=DecimalField())


CLUE = Clue(
    code="fines_jump", label="罚没收入异常增长", basis=(SUPERVISION[11, 2].item(4), PENALTY[74, 3], ENVIRONMENT[59, 3]),
    looks_at="各机关近一年和上一年决定书确定的罚没金额和件数", severity=Severity.HINT, find=_find, reads=("penalty",),
    problem="omission", thresholds=("pattern_least", "jump_times"),
)  # fmt: skip
