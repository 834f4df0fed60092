"""A fine on the spot above what the law allows there (summary_over_limit)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from yifa.areas.enforcement.bases import PENALTY
from yifa.areas.enforcement.common.party import CITIZENS
from yifa.areas.enforcement.summary_penalty.regimes import rule_on
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases, yuan


def _find(look: Look) -> Iterator[Found]:
    rows = look.cases("summary_penalty").filter(fine_amount__gt=200, served_on__isnull=False)
    rule = cache(rule_on)

    def explain(row: Mapping[str, Any]) -> str | None:
        held = rule(row["regime"], row["served_on"])
        if held is None:
            return None
        most = held.natural if row["party_type"] in CITIZENS else held.organisation
        if row["fine_amount"] <= most:
            return None
        return f"{row['served_on']}当场罚款{yuan(row['fine_amount'])}，上限是{yuan(most)}（{held.basis}）。"

    return of_cases(rows, "regime", "party_type", "fine_amount", explain=explain, dated="served_on")


CLUE = Clue(
    code="summary_over_limit", label="当场处罚超过数额", basis=(PENALTY[51],),
    looks_at="当场处罚：适用法律、当事人类型、罚款", severity=Severity.GRAVE, find=_find, reads=("summary_penalty",),
    problem="procedure",
)  # fmt: skip
