"""A fine outside the range of the benchmark with a reason on record, to be read (reasoned_deviation)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from yifa.areas.enforcement.bases import PENALTY, RANGES
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases, yuan
from yifa.oversight.fines import FIELDS, OUTSIDE, main_fine, outside


def _find(look: Look) -> Iterator[Found]:
    rows = look.penalties().filter(OUTSIDE).exclude(deviation_reason="")

    def explain(row: Mapping[str, Any]) -> str | None:
        if not outside(row):
            return None
        told = "" if row["collective_on"] else "，没有集体讨论的记录"
        return (
            f"裁量基准的幅度是{yuan(row['proposed_low'])}至{yuan(row['proposed_high'])}，罚款{yuan(main_fine(row))}；"
            f"记录的理由：{row['deviation_reason'][:80]}{told}。请核对理由是否属实、是否充分。"
        )

    return of_cases(rows, *FIELDS, "deviation_reason", "collective_on", explain=explain, dated="decision_date")


CLUE = Clue(
    code="reasoned_deviation", label="偏离裁量基准的理由待核", basis=(PENALTY[5, 2], RANGES),
    looks_at="处罚决定：罚款金额、建议幅度、偏离理由、集体讨论", severity=Severity.HINT, find=_find, reads=("penalty",),
    problem="decision",
)  # fmt: skip
