"""A restriction ends with 等 (WORD-011)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.wording import worded
from yifa.law import act

_SET_BACK = (
    r"(?:不予|不得|不再|不能|取消|撤销|撤回|责令|处以|给予(?:警告|通报|处分|处罚)|停止|终止|暂停|收回|追回|追缴"
    r"|扣[减除]|核减|列入[^，。；]{0,4}名单|清退|除名|降级|一票否决|拒绝)"
)
_WORDS = re.compile(
    r"等(?:(?:[^，。；、的等有]{0,6}(?:情形|行为|条件|原因|情况|问题))(?:之一)?(?:的|(?=，))|(?:之一)?的(?=，))"
    r"(?:[^，。；]{0,8}(?:人员|企业|单位|个人|对象|户|经营者|申请人))?"
    rf"，?(?:[^。；，]{{0,14}}?，)?[^。；，]{{0,14}}?(?<!临时)(?<!需要)(?<!确需){_SET_BACK}(?!供)"
)


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
