"""A seizure, sealing or freezing goes on or went on after its term (coercion_over_term)."""

from __future__ import annotations

from yifa.areas.enforcement.bases import COERCION
from yifa.kernel.clocks import State
from yifa.oversight.clue import Clue, Severity
from yifa.oversight.timely import BOTH, missed

CLUE = Clue(
    code="coercion_over_term", label="查封、扣押、冻结超过期限", basis=(COERCION[25, 1], COERCION[32, 1]),
    looks_at="强制措施的期限（扣除告知的检测鉴定期间，加上批准的延长）和解除、处理日", severity=Severity.GRAVE,
    find=lambda look: missed(look, "coercive_measure", "COE-T01", "COE-T02", states=(*BOTH, State.LAPSED)),
    reads=("coercive_measure",),
    act_kind="coercion",
)  # fmt: skip
