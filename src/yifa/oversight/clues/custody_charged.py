"""The party was made to pay for custody or tests (custody_charged)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.areas.enforcement.bases import COERCION
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases, yuan


def _find(look: Look) -> Iterator[Found]:
    rows = look.cases("coercive_measure").filter(charged_fee__gt=0)
    return of_cases(
        rows, "charged_fee", explain=lambda row: f"向当事人收取保管、检测费用{yuan(row['charged_fee'])}。",
        dated="implemented_on",
    )  # fmt: skip


CLUE = Clue(
    code="custody_charged", label="向当事人收取保管、检测费用", basis=(COERCION[26, 3], COERCION[25, 3]),
    looks_at="强制措施：向当事人收取的费用", severity=Severity.GRAVE, find=_find, reads=("coercive_measure",),
    act_kind="coercion", problem="decision",
)  # fmt: skip
