"""A limit of enforcement has run out and the act is not done (overdue)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from yifa.areas.enforcement.bases import SUPERVISION
from yifa.kernel.clocks import State
from yifa.oversight.clue import Clue, Found, Look, Severity, enforcement
from yifa.oversight.finding import NOT_OURS, of_clocks
from yifa.oversight.timely import without_own_model
from yifa.oversight.wording import limit_named


def _find(look: Look) -> Iterator[Found]:
    rows = look.clocks(*enforcement()).filter(state=State.RUNNING, due__lt=look.on).exclude(bound__in=NOT_OURS)

    def explain(row: Mapping[str, Any]) -> str:
        days = (look.on - row["due"]).days
        return f"{limit_named(row)}自{row['since']}起算，{row['due']}届满，至{look.on}仍未完成，逾期{days}日。"

    return of_clocks(without_own_model(rows), explain)


CLUE = Clue(
    code="overdue", label="期限已过仍未办理", basis=(SUPERVISION[11, 2].item(2),),
    looks_at="行政执法各程序正在计算的期限（约束机关的）、届满日（许可、强制、投诉举报、公示、监督文书另列）",
    severity=Severity.GRAVE, find=_find,
    act_kind="other", problem="procedure",
)  # fmt: skip
