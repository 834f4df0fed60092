"""A fine is long overdue and nobody urged payment or went to court (fine_unpaid)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from yifa.areas.enforcement.bases import COERCION, PENALTY
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases, yuan


def _find(look: Look) -> Iterator[Found]:
    before = look.on - timedelta(look.number("unpaid_days"))
    rows = look.cases("fine_collection").filter(stage="owing", received_on__lt=before, urged_on=None)

    def explain(row: Mapping[str, Any]) -> str:
        return f"{row['received_on']}收到决定书，罚款{yuan(row['fine_amount'])}没有缴清，没有催告，也没有申请执行。"

    return of_cases(rows, "fine_amount", explain=explain, dated="received_on")


CLUE = Clue(
    code="fine_unpaid", label="罚款长期没有执行", basis=(PENALTY[72, 1], COERCION[53]),
    looks_at="罚款收缴：收到决定书日、阶段、催告", severity=Severity.PLAIN, find=_find, reads=("fine_collection",),
    problem="omission", thresholds=("unpaid_days",),
)  # fmt: skip
