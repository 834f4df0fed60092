"""An inspection outside the county without a request for assistance (cross_region)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.areas.enforcement.bases import SUPERVISION, VISITS
from yifa.law import act
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases


def _find(look: Look) -> Iterator[Found]:
    rows = look.cases("inspection").filter(cross_region=True, assist_ref="", visited_on__isnull=False)
    return of_cases(rows, explain=lambda row: f"{row['visited_on']}异地检查，没有异地协助函。", dated="visited_on")


CLUE = Clue(
    code="cross_region", label="异地检查没有协助手续",
    basis=(act("民营经济促进法")[64, 1], SUPERVISION[11, 2].item(4), VISITS),
    looks_at="检查案件：异地检查、协助函", severity=Severity.GRAVE, find=_find, reads=("inspection",),
    act_kind="inspection",
)  # fmt: skip
