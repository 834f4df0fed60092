"""A time limit has no beginning (PROC-014)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.law import act

_LIMIT = re.compile(
    r"(?:(?:应当|必须|须|应|要|需|政府|[局委会处])(?:在|于)|应当|须)"
    r"[0-9一二两三四五六七八九十]{1,5}(?:个工作)?日(?:以|之)?内"
)
_BEGIN = re.compile(r"自|收到|接到|之日|时，|的，|起|(?<!最)后(?!勤|续)|届满|期满|当[日天]|次日")


def _look(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        for spot in one.find(_LIMIT):
            before = (one.lead.text if one.lead else "") + one.opening + one.text[: spot.end - one.start]
            if not _BEGIN.search(before):
                yield Hit(spot.start, spot.end)


RULE = Rule(
    id="PROC-014",
    group=Group.PROCEDURE,
    severity=Severity.WARNING,
    summary="期限没有写从哪一天起算",
    basis=(act("民法典")[200], act("民法典")[201]),
    suggestion="写明“自……之日起”",
    look=_look,
    fires=("有关部门应当在5日内办结。", "窗口须于三个工作日内一次性告知。", "补助要在三十个工作日内拨付。"),
    silent=("有关部门应当自受理之日起5日内办结。", "收到材料后，应当在5日内办结。", "公示期满的，应当在五日内拨付。"),
    kinds=PROVISIONS,
)
