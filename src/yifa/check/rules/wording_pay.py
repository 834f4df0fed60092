"""交纳 for what is owed to the state (WORD-007)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.wording import worded

_WORDS = re.compile(r"交纳[^，。；]{0,8}?(?:罚款|税款|税(?!务)|社会保险费|行政事业性收费|滞纳金|非税收入)")


def _look(draft: Draft) -> Iterator[Hit]:
    return worded(draft, _WORDS)


RULE = Rule(
    id="WORD-007",
    group=Group.WORDING,
    severity=Severity.INFO,
    summary="向国家缴纳税费、罚款用“缴纳”，不用“交纳”",
    basis=("《立法技术规范（试行）（一）》",),
    suggestion="改为“缴纳”",
    look=_look,
    fires=("依法交纳税款。",),
    silent=("依法缴纳税款。", "按照约定交纳物业费。"),
    kinds=PROVISIONS,
    fix=lambda quote: quote.replace("交纳", "缴纳", 1),
)
