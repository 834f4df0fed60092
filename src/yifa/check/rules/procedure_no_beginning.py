"""A time limit has no beginning (PROC-014)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.law import act

_LIMIT = re.compile(r"(?:应当|须|应)在[0-9一二三四五六七八九十]+(?:个工作)?日(?:以)?内")
_BEGIN = re.compile(r"自|收到|接到|之日|[后时的]，|起")


def _look(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        for spot in one.find(_LIMIT):
            if not _BEGIN.search(one.text[: spot.end - one.start]):
                yield Hit(spot.start, spot.end)


RULE = Rule(
    id="PROC-014",
    group=Group.PROCEDURE,
    severity=Severity.WARNING,
    summary="期限没有写从哪一天起算",
    basis=(act("民法典")[200], act("民法典")[201]),
    suggestion="写明“自……之日起”",
    look=_look,
    fires=("有关部门应当在5日内办结。",),
    silent=("有关部门应当自受理之日起5日内办结。", "收到材料后，应当在5日内办结。", "公示期满的，应当在五日内拨付。"),
    kinds=PROVISIONS,
)
