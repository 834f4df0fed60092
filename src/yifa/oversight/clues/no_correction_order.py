"""A penalty without an order to put things right (no_correction_order)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.areas.enforcement.bases import PENALTY, SUPERVISION
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases


def _find(look: Look) -> Iterator[Found]:
    rows = look.penalties().filter(corrective_order="", corrected_on=None)
    rows = rows.exclude(case_regime="public_security")  # 殴打、盗窃一类行为已经终了，治安管理处罚法没有责令改正的环节
    return of_cases(
        rows,
        explain=lambda row: f"{row['decision_date']}作出处罚决定，没有责令改正或者已经改正的记录，请核对是否以罚代管。",
        dated="decision_date",
    )  # fmt: skip


CLUE = Clue(
    code="no_correction_order", label="只罚不改", basis=(PENALTY[28, 1], SUPERVISION[11, 2].item(4)),
    looks_at="处罚决定：责令改正内容、改正日（治安案件不计）", severity=Severity.PLAIN, find=_find, reads=("penalty",),
)  # fmt: skip
