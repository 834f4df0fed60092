"""Fewer than two officers acted (one_officer)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.areas.enforcement.bases import COERCION, TWO_OFFICERS
from yifa.oversight.acting import ACTS, acts
from yifa.oversight.clue import Clue, Found, Look, Severity


def _find(look: Look) -> Iterator[Found]:
    alone = set(look.cases("penalty").filter(fully_recorded=True).values_list("pk", flat=True))
    alone |= set(look.cases("summary_penalty").filter(recorded=True).values_list("pk", flat=True))
    alone |= set(look.cases("inspection").filter(kind="service").values_list("pk", flat=True))
    for act in acts(look):
        if len(act.numbers) < 2 and act.case_id not in alone:
            who = f"只有1名执法人员（证件{act.numbers[0]}）" if act.numbers else "没有写明执法人员"
            yield Found(f"case:{act.case_id}", act.organ_id, f"{act.on}执法，{who}。", act.on, act.case_id)


CLUE = Clue(
    code="one_officer", label="执法人员不足两人", basis=(TWO_OFFICERS, COERCION[18].item(2)),
    looks_at="处罚、当场处罚、强制、检查案件写明的执法人员", severity=Severity.GRAVE, find=_find,
    reads=tuple(key for key, _ in ACTS), act_kind="other", problem="standing",
)  # fmt: skip
