"""A paper of supervision was not answered in time (supervision_unanswered)."""

from __future__ import annotations

from yifa.areas.enforcement.bases import SUPERVISION
from yifa.oversight.clue import Clue, Severity
from yifa.oversight.timely import missed

REFS = ("SUP-T01", "SUP-T01a", "SUP-T02", "SUP-T02a")

CLUE = Clue(
    code="supervision_unanswered", label="监督文书逾期没有报送纠正情况", basis=(SUPERVISION[28, 1], SUPERVISION[25]),
    looks_at="督办函、意见书载明的报送期限", severity=Severity.GRAVE,
    find=lambda look: missed(look, "supervision_case", *REFS), reads=("supervision_case",), act_kind="other",
    problem="omission",
)  # fmt: skip
