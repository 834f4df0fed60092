"""A fine is long overdue and nobody urged payment or went to court (fine_unpaid)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef

from yifa.areas.enforcement.bases import COERCION, PENALTY
from yifa.clock.periods import plus_months
from yifa.kernel.models import Event, EventKind
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases, yuan

SUIT = 6
"""Months in which the party may sue (行政诉讼法46①); before they are over nobody can apply to the court."""


def _find(look: Look) -> Iterator[Found]:
    before = plus_months(look.on - timedelta(look.number("unpaid_days")), -SUIT)
    rows = look.cases("fine_collection").filter(stage="owing", received_on__lt=before, urged_on=None)
    steps = Event._base_manager.filter(kind=EventKind.STEP, voided_by=None)
    ended = steps.filter(case=OuterRef("case"), step="resume", seq__gt=OuterRef("seq"))
    still = steps.filter(~Exists(ended), case=OuterRef("pk"), step="stop")

    def explain(row: Mapping[str, Any]) -> str:
        return (
            f"{row['received_on']}收到决定书，罚款{yuan(row['fine_amount'])}没有缴清，起诉期限已满，"
            "没有催告，也没有申请执行，请在期限届满之日起三个月内处理。"
        )

    return of_cases(rows.exclude(Exists(still)), "fine_amount", explain=explain, dated="received_on")


CLUE = Clue(
    code="fine_unpaid", label="罚款长期没有执行", basis=(PENALTY[72, 1], COERCION[53], COERCION[54]),
    looks_at="罚款收缴：收到决定书日、阶段、催告、复议诉讼期间", severity=Severity.PLAIN, find=_find,
    reads=("fine_collection",), problem="omission", thresholds=("unpaid_days",), version=2,
)  # fmt: skip
