"""A decision was set aside, changed or declared unlawful (set_aside)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from yifa.areas.enforcement.bases import SUPERVISION
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases

WORDS = {"changed": "变更", "revoked": "撤销", "confirmed_illegal": "确认违法", "confirmed_void": "确认无效"}


def _find(look: Look) -> Iterator[Found]:
    rows = look.cases("penalty").filter(changed_by__in=WORDS)

    def explain(row: Mapping[str, Any]) -> str:
        return f"{row['decision_date']}的处罚决定于{row['changed_on']}被{WORDS[row['changed_by']]}，请查明原因和责任。"

    return of_cases(rows, "changed_by", "changed_on", explain=explain, dated="decision_date")


CLUE = Clue(
    code="set_aside", label="决定被撤销、变更、确认违法", basis=(SUPERVISION[11, 2].item(3),),
    looks_at="处罚决定：复议、诉讼、自行纠正的结果", severity=Severity.PLAIN, find=_find, reads=("penalty",),
    problem="decision",
)  # fmt: skip
