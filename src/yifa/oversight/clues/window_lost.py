"""The three months for applying to the court went by (window_lost)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.areas.enforcement.bases import COERCION
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases


def _find(look: Look) -> Iterator[Found]:
    rows = look.cases("court_execution").filter(stage="lost")
    return of_cases(rows, explain=lambda row: "申请人民法院强制执行的期限已过，处罚决定不能强制执行，请查明责任。")


CLUE = Clue(
    code="window_lost", label="错过申请法院执行的期限", basis=(COERCION[53],),
    looks_at="申请法院强制执行案件的结果", severity=Severity.GRAVE, find=_find, reads=("court_execution",),
    act_kind="coercion", problem="omission",
)  # fmt: skip
