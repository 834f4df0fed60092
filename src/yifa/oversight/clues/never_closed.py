"""A case in which nothing was done for long and which was not closed (never_closed)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Exists, Max, OuterRef, Q, Subquery

from yifa.areas.enforcement.bases import SUPERVISION
from yifa.kernel.models import Case, Event, Link
from yifa.oversight.clue import Clue, Found, Look, Severity, enforcement
from yifa.oversight.finding import of_cases
from yifa.oversight.wording import stage_words

CARRIED_ON = (
    "fine_collection", "court_execution", "forced_execution", "criminal_referral", "enforcement_hearing",
    "decision_review",
)  # fmt: skip
"""While a case of these goes on, what it belongs to rests; if nothing is done there, that case is found itself."""
ELSEWHERE = (
    Q(procedure="criminal_referral", stage__in=("transferred", "accepted", "reconsidering", "supervised", "filed"))
    | Q(procedure="court_execution", stage__in=("filed", "turned_away_review", "under_review", "permitted",
                                                "refused_review"))
    | Q(procedure="forced_execution", stage__in=("stayed", "agreed"))
)  # fmt: skip
"""Waiting for the police, the court or the party by law (移送、法院审查执行、中止执行、执行协议)."""
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
    deferred = look.cases("fine_collection").filter(stage="deferred", plan_ends_on__gte=before)
    going_on = Link._base_manager.filter(
        source=OuterRef("pk"), target__procedure__in=CARRIED_ON, target__closed_on=None
    )
    rows = rows.exclude(STANDING | ELSEWHERE).exclude(Exists(going_on)).exclude(pk__in=deferred.values("pk"))
    rows = rows.annotate(last=Subquery(last.values("last"))).filter(last__lt=before)

    def explain(row: Mapping[str, Any]) -> str:
        days = (look.on - row["last"]).days
        return f"{row['opened_on']}立案，停在“{stage_words(row)}”，最后一次办理是{row['last']}，已有{days}日没有动静。"

    return of_cases(rows, "opened_on", "last", "procedure", "version", "stage", explain=explain, dated="opened_on")


CLUE = Clue(
    code="never_closed", label="立案后长期不结", basis=(SUPERVISION[11, 2].item(4),),
    looks_at="没有办结的执法案件、最后一个事件的日期（等待公安、法院、分期缴款、依法中止的不计）",
    severity=Severity.PLAIN, find=_find, act_kind="other",
    problem="omission", thresholds=("idle_days",),
)  # fmt: skip
