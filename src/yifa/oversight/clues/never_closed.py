"""A case in which nothing was done for long and which was not closed (never_closed)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Max, OuterRef, Q, Subquery

from yifa.areas.enforcement.bases import PENALTY, SUPERVISION
from yifa.kernel.models import Case, Event
from yifa.oversight.clue import Clue, Found, Look, Severity, enforcement
from yifa.oversight.finding import of_cases
from yifa.oversight.wording import stage_words

STANDING = (
    Q(procedure__in=("penalty_publication", "inspection_plan"))
    | Q(procedure="licence", stage="in_force")
    | Q(procedure="certificate", stage__in=("holding", "suspended"))
)
"""What stands for long by its nature: what is public, a plan of a year, a licence in force, a certificate held."""


def _find(look: Look) -> Iterator[Found]:
    idle = look.number("idle_days")
    before = look.on - timedelta(idle)
    last = Event._base_manager.filter(case=OuterRef("pk")).order_by().values("case").annotate(last=Max("on"))
    rows = Case._base_manager.filter(procedure__in=enforcement(), closed_on=None, opened_on__lt=before)
    if look.organs is not None:
        rows = rows.filter(organ_id__in=look.organs)
    rows = rows.exclude(STANDING).annotate(last=Subquery(last.values("last"))).filter(last__lt=before)

    def explain(row: Mapping[str, Any]) -> str:
        days = (look.on - row["last"]).days
        return f"{row['opened_on']}立案，停在“{stage_words(row)}”，最后一次办理是{row['last']}，已有{days}日没有动静。"

    return of_cases(rows, "opened_on", "last", "procedure", "version", "stage", explain=explain, dated="opened_on")


CLUE = Clue(
    code="never_closed", label="立案后长期不结", basis=(PENALTY[60], SUPERVISION[11]),
    looks_at="没有办结的执法案件、最后一个事件的日期", severity=Severity.PLAIN, find=_find, act_kind="other",
    problem="omission", thresholds=("idle_days",),
)  # fmt: skip
