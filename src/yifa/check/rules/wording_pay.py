"""交纳 for what is owed to the state (WORD-007)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.wording import worded

_DUE = (
    r"(?:罚款|罚金|税款|[一-龥]税(?!务)|社会保险费|养老保险费|医疗保险费|行政事业性收费"
    r"|滞纳金|非税收入|(?:土地)?出让(?:金|收入|价款)|保障金|政府性基金|资源费|国库)"
)
_WORDS = re.compile(
    rf"交纳[^，。；]{{0,10}}?{_DUE}|(?<=应)交纳的{_DUE}|{_DUE}[^，。；]{{0,14}}?(?<!诉讼费)交纳(?!诉讼|物业|水电|租)"
)


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
