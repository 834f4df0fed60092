"""帐 for 账 (WORD-006)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.wording import worded

_WORDS = re.compile(r"(?<![蚊营军])帐(?![篷子幕])")


def _look(draft: Draft) -> Iterator[Hit]:
    return worded(draft, _WORDS)


RULE = Rule(
    id="WORD-006",
    group=Group.WORDING,
    severity=Severity.INFO,
    summary="“账”不写成“帐”",
    basis=("《立法技术规范（试行）（一）》",),
    suggestion="改为“账”",
    look=_look,
    fires=("建立问题台帐。", "开立专用帐户。"),
    silent=("建立问题台账。", "搭建帐篷安置群众。"),
    kinds=PROVISIONS,
    fix=lambda quote: quote.replace("帐", "账", 1),
)
