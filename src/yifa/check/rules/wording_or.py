"""或 where 或者 is meant (WORD-002)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.wording import worded

_WORDS = re.compile(r"(?<=[一-龥])(?<![间抑倘])或(?![者许有然缺门])")


def _look(draft: Draft) -> Iterator[Hit]:
    return worded(draft, _WORDS)


RULE = Rule(
    id="WORD-002",
    group=Group.WORDING,
    severity=Severity.INFO,
    summary="表示选择关系用“或者”，不用“或”",
    basis=("《立法技术规范（试行）（一）》",),
    suggestion="改为“或者”",
    look=_look,
    fires=("任何单位或个人不得侵占。",),
    silent=("任何单位或者个人不得侵占。", "不可或缺的材料应当保留。", "抑或另有安排。"),
    kinds=PROVISIONS,
    fix=lambda quote: quote.replace("或", "或者", 1),
)
