"""Somebody acted whose certificate had expired, was suspended or does not exist (bad_certificate)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from yifa.areas.enforcement.bases import CERTIFIED, QUALIFIED
from yifa.oversight.acting import ACTS, acts, certificates, team_of, why_unfit
from yifa.oversight.clue import Clue, Found, Look, Severity


def _find(look: Look) -> Iterator[Found]:
    known = certificates()

    def told(numbers: Iterable[str], on: date) -> str:
        faults = (why_unfit(number, known.get(number, []), on) for number in numbers)
        return "；".join(fault for fault in faults if fault)

    for act in acts(look):
        if told(act.numbers, act.on) and (text := told(team_of(act), act.on)):
            yield Found(f"case:{act.case_id}", act.organ_id, f"{act.on}执法：{text}。", act.on, act.case_id)


CLUE = Clue(
    code="bad_certificate", label="证件失效人员执法", basis=(QUALIFIED, CERTIFIED),
    looks_at="处罚、当场处罚、强制、检查案件的执法人员证件编号；执法人员台账", severity=Severity.GRAVE, find=_find,
    reads=(*(key for key, _ in ACTS), "enforcement_officer"), act_kind="other", problem="standing", version=2,
)  # fmt: skip
