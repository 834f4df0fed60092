"""Nobody is named to interpret the document (PROC-004)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.timing import is_whole, last_article
from yifa.law import act

_WHO = re.compile(r"解释")


def _look(draft: Draft) -> Iterator[Hit]:
    if is_whole(draft) and not _WHO.search(draft.masked):
        yield Hit(*last_article(draft))


RULE = Rule(
    id="PROC-004",
    group=Group.PROCEDURE,
    severity=Severity.INFO,
    summary="没有写由谁解释",
    basis=(act("规章制定程序条例")[33, 1],),
    suggestion="写明由哪个机关负责解释",
    look=_look,
    fires=("某县河道管理办法\n第一条 制定本办法。\n第二条 河道应当疏浚。\n第三条 本办法自2027年5月1日起施行。",),
    silent=("某县河道管理办法\n第一条 制定本办法。\n第二条 河道应当疏浚。\n第三条 本办法由县水利局负责解释。",),
    kinds=PROVISIONS,
)
