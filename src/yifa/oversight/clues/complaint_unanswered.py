"""A complaint was not accepted, decided or answered in time (complaint_unanswered)."""

from __future__ import annotations

from yifa.areas.enforcement.bases import SUPERVISION
from yifa.law import act
from yifa.oversight.clue import Clue, Severity
from yifa.oversight.timely import COMPLAINTS, missed

CLUE = Clue(
    code="complaint_unanswered", label="投诉举报逾期未处理",
    basis=(act("民营经济促进法")[53, 1], SUPERVISION[11, 2].item(4)),
    looks_at="投诉举报的受理、核查、告知、答复期限", severity=Severity.PLAIN,
    find=lambda look: missed(look, "complaint", *COMPLAINTS), reads=("complaint",), act_kind="other",
    problem="omission",
)  # fmt: skip
