"""Somebody acted whose certificate is not for the field of the act (wrong_matter)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yifa.areas.enforcement.bases import CERTIFIED, QUALIFIED
from yifa.oversight.acting import ACTS, Act, acts, certificates, team_of
from yifa.oversight.clue import Clue, Found, Look, Severity


def _find(look: Look) -> Iterator[Found]:
    known = certificates()

    def outside_of(act: Act, numbers: Iterable[str]) -> list[str]:
        held = [one for number in numbers for one in known.get(number, []) if one.valid_on(act.on)]
        return [one.cert_no for one in held if one.matters and act.matter not in one.matters]

    for act in acts(look):
        if not act.matter or not outside_of(act, act.numbers):
            continue
        outside = outside_of(act, team_of(act))
        if outside:
            text = f"{act.on}在“{act.matter}”领域执法，证件{'、'.join(outside)}不含这一领域。"
            yield Found(f"case:{act.case_id}", act.organ_id, text, act.on, act.case_id)


CLUE = Clue(
    code="wrong_matter", label="超出证件领域执法", basis=(QUALIFIED, CERTIFIED),
    looks_at="案件的执法领域、执法人员证件写明的领域", severity=Severity.PLAIN, find=_find,
    reads=(*(key for key, _ in ACTS), "enforcement_officer"), act_kind="other", problem="standing", version=2,
)  # fmt: skip
