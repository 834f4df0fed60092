"""An act of enforcement was done, but after its limit (late)."""

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
    rows = look.clocks(*enforcement()).filter(state=State.LATE).exclude(bound__in=NOT_OURS)

    def explain(row: Mapping[str, Any]) -> str:
        days = (row["ended_on"] - row["due"]).days
        much = f"迟{days}日" if days else "超过规定的时刻"
        return f"{limit_named(row)}{row['due']}届满，{row['ended_on']}才完成，{much}。"

    return of_clocks(without_own_model(rows), explain)


CLUE = Clue(
    code="late", label="逾期办理", basis=(SUPERVISION[11, 2].item(2),),
    looks_at="行政执法各程序已经完成的期限：完成日晚于届满日（许可、强制、投诉举报、公示、监督文书另列）",
    severity=Severity.PLAIN, find=_find,
    act_kind="other",
)  # fmt: skip
