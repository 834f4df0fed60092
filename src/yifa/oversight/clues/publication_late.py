"""A decision or a result was published late (publication_late)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.areas.enforcement.bases import PENALTY, PUBLICITY
from yifa.kernel.clocks import State
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.timely import PUBLISHING, missed


def _find(look: Look) -> Iterator[Found]:
    for procedure, refs in PUBLISHING.items():
        yield from missed(look, procedure, *refs, states=(State.LATE,))


CLUE = Clue(
    code="publication_late", label="执法决定、结果逾期公示", basis=(PENALTY[48, 1], PUBLICITY),
    looks_at="处罚、许可、强制、检查公示的期限（许可、处罚决定之日起7个工作日，其他20个工作日）",
    severity=Severity.PLAIN, find=_find, reads=tuple(PUBLISHING), act_kind="system", problem="system",
)  # fmt: skip
