"""A restriction ends with 等 (WORD-011)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.wording import worded
from yifa.law import act

_WORDS = re.compile(r"等(?:情形|行为|条件|原因|情况)的?[，、]?[^。；]{0,14}?(?:不予|取消|不得|责令|处以|停止)")


def _look(draft: Draft) -> Iterator[Hit]:
    return worded(draft, _WORDS)


RULE = Rule(
    id="WORD-011",
    group=Group.WORDING,
    severity=Severity.WARNING,
    summary="限制性的条件用“等”兜底，范围不明确",
    basis=(act("规章制定程序条例")[8, 1],),
    suggestion="逐项列举，或者写“法律、法规规定的其他情形”",
    look=_look,
    fires=("有扰乱秩序等情形的，取消资格。",),
    silent=("有下列情形之一的，取消资格。", "有困难等情形的，给予帮扶。"),
    kinds=PROVISIONS,
)
