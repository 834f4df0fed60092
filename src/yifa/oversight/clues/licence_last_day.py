"""Nearly all licences of an organ are decided on the last days of the limit (licence_last_day)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Count, F, Q

from yifa.areas.enforcement.bases import LICENCE
from yifa.kernel.clocks import State
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import MOST_ROWS, of_pattern, share
from yifa.oversight.wording import limits_of

LAST = Q(ended_on=F("due"))


def _find(look: Look) -> Iterator[Found]:
    ended = look.clocks("licence").filter(
        limit__in=limits_of("licence", "LIC-T02", "LIC-T03"), state=State.KEPT,
        ended_on__gt=look.on - timedelta(365), ended_on__lte=look.on,
    )  # fmt: skip
    groups = ended.values("case__organ_id").annotate(n=Count("pk"), last=Count("pk", filter=LAST))
    for group in groups.filter(n__gte=look.number("pattern_least")).order_by("case__organ_id"):
        organ = group["case__organ_id"]
        if group["last"] * 100 < group["n"] * look.number("last_day_share"):
            continue
        cases = list(ended.filter(LAST, case__organ_id=organ).values_list("case_id", flat=True)[:MOST_ROWS])
        text = (
            f"近一年决定许可{group['n']}件，{group['last']}件（{share(group['last'], group['n'])}）恰在最后一日作出，"
            "请核对有无拖延、超期后补填日期。"
        )
        yield of_pattern(f"organ:{organ}", organ, text, cases)


CLUE = Clue(
    code="licence_last_day", label="许可都在最后一日作出", basis=(LICENCE[42, 1],),
    looks_at="近一年许可决定日与期限届满日", severity=Severity.HINT, find=_find, reads=("licence",), act_kind="licence",
    thresholds=("pattern_least", "last_day_share"),
)  # fmt: skip
