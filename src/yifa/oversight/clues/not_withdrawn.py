"""A decision was set aside and its publication was not taken down within three working days (not_withdrawn)."""

from __future__ import annotations

from yifa.areas.enforcement.bases import PENALTY
from yifa.oversight.clue import Clue, Severity
from yifa.oversight.timely import missed

CLUE = Clue(
    code="not_withdrawn", label="被撤销的决定没有撤回公示", basis=(PENALTY[48, 2],),
    looks_at="撤回公示的期限（3个工作日）", severity=Severity.GRAVE,
    find=lambda look: missed(look, "penalty_publication", "PUB-T03"), reads=("penalty_publication",),
    act_kind="system", problem="system",
)  # fmt: skip
