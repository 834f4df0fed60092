"""A paper of supervision was not answered in time (supervision_unanswered)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from yifa.areas.enforcement.bases import SUPERVISION
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_clocks
from yifa.oversight.timely import PAPERS, ran_out, told


def _find(look: Look) -> Iterator[Found]:
    """The omission is the supervised body's, not that of the supervision body whose case it is."""
    whose = dict(look.cases("supervision_case").exclude(target_organ=None).values_list("pk", "target_organ_id"))

    def explain(row: Mapping[str, Any]) -> str:
        return told(row, look.on)

    for found in of_clocks(ran_out(look, "supervision_case", *PAPERS), explain):
        yield replace(found, organ_id=whose.get(found.case_id, found.organ_id))


CLUE = Clue(
    code="supervision_unanswered", label="监督文书逾期没有报送纠正情况",
    basis=(SUPERVISION[27, 2], SUPERVISION[28, 2]), looks_at="督办函、意见书载明的报送期限；被监督机关",
    severity=Severity.GRAVE, find=_find, reads=("supervision_case",), act_kind="other", problem="omission", version=2,
)  # fmt: skip
