"""A large part of a year's fines of an organ was imposed in its last month (year_end_rush)."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, Q, Sum
from django.db.models.functions import ExtractYear

from yifa.areas.enforcement.bases import ENVIRONMENT, PENALTY, SUPERVISION
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import MOST_ROWS, of_pattern, share, yuan

LAST = Q(decision_date__month=12)


def _find(look: Look) -> Iterator[Found]:
    fined = look.penalties().filter(fine_amount__gt=0, decision_date__lte=look.on)
    groups = fined.annotate(year=ExtractYear("decision_date")).values("organ_id", "year").annotate(
        n=Count("pk"), last=Count("pk", filter=LAST), money=Sum("fine_amount"),
        last_money=Sum("fine_amount", filter=LAST),
    )  # fmt: skip
    most = look.number("rush_share")
    for group in groups.filter(n__gte=look.number("rush_least")).order_by("organ_id", "year"):
        if not group["last"] or group["last_money"] * 100 < group["money"] * most:
            continue
        organ, year = group["organ_id"], group["year"]
        cases = list(
            fined.filter(LAST, organ_id=organ, decision_date__year=year).values_list("pk", flat=True)[:MOST_ROWS]
        )
        text = (
            f"{year}年罚款{group['n']}件{yuan(group['money'])}，其中12月{group['last']}件{yuan(group['last_money'])}，"
            f"占金额的{share(int(group['last_money']), int(group['money']))}。"
        )
        yield of_pattern(f"organ:{organ}:{year}", organ, text, cases)


CLUE = Clue(
    code="year_end_rush", label="年底集中罚款", basis=(PENALTY[74, 3], ENVIRONMENT[59, 3], SUPERVISION[11, 2].item(4)),
    looks_at="各机关各年罚款的件数和金额按月的分布", severity=Severity.HINT, find=_find, reads=("penalty",),
    problem="omission", thresholds=("rush_least", "rush_share"),
)  # fmt: skip
