"""A time limit is counted in 天 (PROC-013)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule

_DAYS = re.compile(r"[0-9一二三四五六七八九十]+天(?:内|以内|前|后)|(?<=前)[0-9一二三四五六七八九十]+天")


def _look(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        yield from (Hit(spot.start, spot.end) for spot in one.find(_DAYS))


RULE = Rule(
    id="PROC-013",
    group=Group.PROCEDURE,
    severity=Severity.WARNING,
    summary="期限用“天”",
    basis=("《立法技术规范（试行）（一）》“日，工作日”",),
    suggestion="改为“日”或者“工作日”",
    look=_look,
    fires=("应当在10天内答复。", "会议召开前三天通知。"),
    silent=("应当在10个工作日内答复。", "放假三天。"),
    kinds=PROVISIONS,
)
