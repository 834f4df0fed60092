"""A normative document is marked as not public (PROC-010)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.law import act

_SECRET = re.compile(
    r"此件不(?:予)?公开|(?:仅供)?内部掌握|仅限内部使用|不对外公开"
    r"|本(?:办法|规定|通知|意见|细则|文件|方案|标准|清单)[^，。；]{0,6}不(?:予|对外)?(?:公布|发布|公开)"
)
_RIGHTLY = re.compile(r"国家秘密|商业秘密|工作秘密|个人信息|隐私")


def _look(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        if not one.has(_RIGHTLY):
            yield from (Hit(spot.start, spot.end) for spot in one.find(_SECRET) if not spot.denied)


RULE = Rule(
    id="PROC-010",
    group=Group.PROCEDURE,
    severity=Severity.ERROR,
    summary="规范性文件标注不公开或者内部掌握",
    basis=(act("优化营商环境条例")[64, 2], act("行政处罚法")[5, 3]),
    suggestion="公开，或者不作为对外管理的依据",
    look=_look,
    fires=("（此件不公开）", "本标准由各站所内部掌握。"),
    silent=("（此件公开发布）", "不得内部掌握审批标准。", "会议内容不得外传。"),
    kinds=PROVISIONS,
)
