"""A normative document is marked as not public (PROC-010)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.frames import find, first_said, frame
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import HERE
from yifa.law import act

_SECRET = re.compile(
    r"此件不(?:予)?公开|(?:仅供)?内部掌握|仅限内部使用|不对外公开"
    r"|本(?:办法|规定|通知|意见|细则|文件|方案|标准|清单)[^，。；]{0,6}不(?:予|对外)?(?:公布|发布|公开)"
)
_HIDDEN = (
    frame(
        (
            rf"(?:不给{HERE}{{0,8}}(?:看|知道)|不上网|不贴出来|口头传达"
            rf"|只在{HERE}{{0,6}}(?:掌握|传阅|知道)|不张贴|不留底|不印发)"
        ),
        within=(r"尺度|标准|通知|办法|规定|细则|口径|基准|清单|规则",),
        unless=r"秘密|个人|隐私|会议记录",
    ),
    frame(
        (
            rf"(?:不(?:得)?(?:对)?外(?:传|说|泄|发|公)|不往外|勿外传|不(?:予|在|向"
            rf"|对)?{HERE}{{0,12}}(?:公布|公开|提供|发布|出示|张贴|告知|透露|上网)|只(?:供"
            rf"|限|给){HERE}{{0,10}}(?:掌握|使用|知道|参考|看)|仅(?:供"
            rf"|限){HERE}{{0,10}}(?:掌握|使用|内部|工作人员)|内部(?:掌握|文件|资料|规定"
            rf"|使用|执行)|工作底稿|不公示)"
        ),
        near=(
            (
                rf"(?:本|此|这|该){HERE}{{0,8}}(?:标准|细则|办法|规定|文件|基准|意见|方案|清单"
                rf"|规则|资料|底稿|尺度|通知)|不(?:在|往|得|予|对|向)|勿"
            ),
        ),
        within=(
            rf"(?:本|此|这|该){HERE}{{0,10}}(?:标准|细则|办法|规定|文件|基准|意见|方案|清单|规则|尺度|通知)",
            r"外传|公布|公开|提供|往外|掌握|内部|发布|网|出示|底稿|群众|当事人|被征收人|对外",
        ),
        unless=(
            r"国家秘密|商业秘密|工作秘密|个人信息|隐私|不得(?:向)?(?:企业|当事人"
            r"|群众)?(?:要求|收取|重复|设置)|应当(?:主动)?公开|会议内容|过程性信息"
            r"|依法(?:可以)?不予公开|不得(?:作为)?内部"
        ),
    ),
)
"""The text is kept from those whom it concerns, in other words."""
_RIGHTLY = re.compile(r"国家秘密|商业秘密|工作秘密|个人信息|隐私")


def _look(draft: Draft) -> Iterator[Hit]:
    hidden = (spot for spot in find(draft, _HIDDEN) if not spot.conditional)
    return first_said(draft, _said(draft), (Hit(spot.start, spot.end, confidence=0.7) for spot in hidden))


def _said(draft: Draft) -> Iterator[Hit]:
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
