"""The evaluation of a power given to a township is late (grant_unevaluated)."""

from __future__ import annotations

from yifa.areas.enforcement.bases import PENALTY
from yifa.oversight.books import warned
from yifa.oversight.clue import Clue, Severity

CLUE = Clue(
    code="grant_unevaluated", label="赋权事项逾期没有评估", basis=(PENALTY[24, 1],),
    looks_at="赋权事项台账：下次评估期限", severity=Severity.HINT,
    find=lambda look: warned(look, "granted_power", "grant_unevaluated"), reads=("granted_power",),
    act_kind="system", problem="system",
)  # fmt: skip
