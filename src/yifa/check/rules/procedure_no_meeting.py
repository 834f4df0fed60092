"""There is no collective discussion (PROC-009)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Example, Rule
from yifa.check.timing import whole_hit
from yifa.law import act


def _look(draft: Draft) -> Iterator[Hit]:
    known = [draft.facts[key] for key in ("meeting", "meeting_id") if key in draft.facts]
    if known and not any(known):
        yield whole_hit(draft)


RULE = Rule(
    id="PROC-009",
    group=Group.PROCEDURE,
    severity=Severity.ERROR,
    summary="没有集体审议的记录",
    basis=(act("地方各级人民代表大会和地方各级人民政府组织法")[75], act("重大行政决策程序暂行条例")[30, 1]),
    suggestion="提交会议集体审议",
    look=_look,
    fires=(Example("河道应当疏浚。", {"meeting": None}),),
    silent=(Example("河道应当疏浚。", {"meeting": {"type": "standing"}}), "河道应当疏浚。"),
    kinds=PROVISIONS,
)
