"""有下列情形之一 lacks its 的 (STRU-004)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule

_ONE_OF = re.compile(
    r"(?:属于|有|存在|具有|出现|发生|(?<=凡)(?:是)?(?:符合|具备|满足)|(?<=凡是)(?:符合|具备|满足))(?P<which>(?:下列|以下|下述|上述|前款|前述|前条|本条"
    r"|第[一二三四五六七八九十百]+[条款])[^，。；：项]{0,12}?(?:情形|行为|情况|事由|条件|问题)(?:之一"
    r"|其中之一))(?=者?[，：:])"
)
_LATER = re.compile(r"^，[^。；：]*的[，：]")
"""有下列情形之一，情节严重的，…: the 的 stands behind a further condition."""
_ITEMS = re.compile(r"\s*[（(]一[）)][^\n]*的[；;。]?[ \t\u3000]*(?:\n|$)")
_NOUN = re.compile(r"的[^，。；]{0,4}$|^[^，。；]{0,8}(?:情形|条件)：")
_PREDICATE = re.compile(r"(?:应当|应|必须|须|需|可以|不得|是指|包括|属于|为|即|只要|至少)[^，。；：]{0,6}$")


def _look(draft: Draft) -> Iterator[Hit]:
    """Silent where the 的 stands behind a further condition or in each item of the list, as recent laws have it."""
    for one in draft.statements:
        for spot in one.find(_ONE_OF):
            before, behind = one.text[: spot.start - one.start], one.text[spot.end - one.start :]
            noun = behind[0] in "：:" and _NOUN.search(before)
            if not (
                _PREDICATE.search(before)
                or _LATER.match(behind)
                or noun
                or _ITEMS.match(draft.text, _line_end(draft, spot.end))
            ):
                yield Hit(spot.start, spot.end)


def _line_end(draft: Draft, offset: int) -> int:
    end = draft.text.find("\n", offset)
    return end if end >= 0 else len(draft.text)


RULE = Rule(
    id="STRU-004",
    group=Group.STRUCTURE,
    severity=Severity.WARNING,
    summary="“有下列情形之一”后面缺“的”",
    basis=("《立法技术规范（试行）（一）》8",),
    suggestion="改为“有下列情形之一的，”",
    look=_look,
    fires=(
        "有下列情形之一，不予受理：",
        "经营者有下列行为之一，由县市场监督管理局依法处理。",
        "有前款所列情形之一，不予补助。",
        "补助对象出现以下情况之一，停止发放：",
        "参评单位存在下列问题之一：取消资格。",
        "农户凡符合下列条件之一，可以领取补助：",
    ),
    silent=(
        "有下列情形之一的，不予受理：",
        "申请人应当具有下列条件之一：",
        "符合下列条件之一，可以申请。",
        "本办法所称困难家庭，是指有下列情形之一的家庭：",
        "有下列情形之一的家庭，可以申请。",
        "有下列行为之一，情节严重的，依法追究责任：",
        "第九条 有下列行为之一，由县教育局责令改正：\n（一）拒绝检查的；\n（二）提供虚假材料的。",
        "有前款第一项、第三项行为之一，由县教育局责令改正。",
    ),
    kinds=PROVISIONS,
    fix=lambda quote: f"{quote}的",
)
