"""A complaint was not accepted, decided or answered in time (complaint_unanswered)."""

from __future__ import annotations

from yifa.areas.enforcement.bases import SUPERVISION
from yifa.oversight.clue import Clue, Severity
from yifa.oversight.timely import missed

REFS = ("CMP-T01", "CMP-T02", "CMP-T03", "CMP-T04", "CMP-T05", "CMP-T06")

CLUE = Clue(
    code="complaint_unanswered", label="投诉举报逾期未处理", basis=(SUPERVISION[9], SUPERVISION[11]),
    looks_at="投诉举报的受理、核查、告知、答复期限", severity=Severity.PLAIN,
    find=lambda look: missed(look, "complaint", *REFS), reads=("complaint",), act_kind="other", problem="omission",
)  # fmt: skip
