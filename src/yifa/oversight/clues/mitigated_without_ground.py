"""A penalty was mitigated below the statute and no ground for it stands (mitigated_without_ground)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from yifa.areas.enforcement.bases import PENALTY
from yifa.areas.enforcement.penalty.choices import MAY_LIGHTEN, MUST_LIGHTEN
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases, yuan

GROUNDS = frozenset(str(kind) for kind in (*MUST_LIGHTEN, *MAY_LIGHTEN))


def _find(look: Look) -> Iterator[Found]:
    rows = look.penalties().filter(grade="mitigated")

    def explain(row: Mapping[str, Any]) -> str | None:
        if {str(each.get("kind")) for each in row["circumstances"] or []} & GROUNDS:
            return None
        return f"{row['decision_date']}减轻处罚，罚款{yuan(row['fine_amount'])}，没有记录第三十条至第三十二条的情节。"

    return of_cases(rows, "circumstances", "fine_amount", explain=explain, dated="decision_date")


CLUE = Clue(
    code="mitigated_without_ground", label="减轻处罚没有法定情节", basis=(PENALTY[32], PENALTY[30], PENALTY[31]),
    looks_at="处罚决定：裁量阶次、从轻减轻情节", severity=Severity.GRAVE, find=_find, reads=("penalty",),
    problem="decision",
)  # fmt: skip
