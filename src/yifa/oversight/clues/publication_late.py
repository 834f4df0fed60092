"""A decision was published late, or still waits (publication_late)."""

from __future__ import annotations

from yifa.areas.enforcement.bases import PENALTY, PUBLICITY
from yifa.oversight.clue import Clue, Severity
from yifa.oversight.timely import missed

CLUE = Clue(
    code="publication_late", label="执法决定逾期公示", basis=(PENALTY[48, 1], PUBLICITY),
    looks_at="执法决定公示的期限（决定之日起7个工作日，其他决定20个工作日）", severity=Severity.PLAIN,
    find=lambda look: missed(look, "penalty_publication", "PUB-T01", "PUB-T02", "PUB-T04"),
    reads=("penalty_publication",), act_kind="system", problem="system",
)  # fmt: skip
