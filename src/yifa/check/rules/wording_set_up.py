"""设立 for 设定 (WORD-008)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.wording import worded

_WORDS = re.compile(
    r"(?:行政许可|行政处罚|行政强制(?:措施)?)(?:事项|种类)?的设立|设立(?:新的)?行政(?:许可|处罚|强制)(?![一-龥]{0,6}(?:窗口|机构|科|处室|股|专区|大厅|中心))"
)


def _look(draft: Draft) -> Iterator[Hit]:
    return worded(draft, _WORDS)


RULE = Rule(
    id="WORD-008",
    group=Group.WORDING,
    severity=Severity.INFO,
    summary="行政许可、处罚、强制用“设定”，不用“设立”",
    basis=("《立法技术规范（试行）（二）》",),
    suggestion="改为“设定”",
    look=_look,
    fires=("不得设立行政许可。",),
    silent=("不得设定行政许可。", "设立行政许可服务窗口。"),
    kinds=PROVISIONS,
    fix=lambda quote: quote.replace("设立", "设定", 1),
)
