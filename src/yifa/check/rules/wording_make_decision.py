"""做出 for 作出 (WORD-005)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.wording import worded

_WORDS = re.compile(
    r"做出[^，。；]{0,14}?(?:决定|决议|处理|规定|裁决|解释|答复|批复|裁定|判决|结论|认定|评[审定价]|判定|鉴定|处罚|处分|许可|批准|审批|审查|复核|意见"
    r"|承诺|说明|回复|回应|行政行为)"
)
_DEEDS = re.compile(r"(?:贡献|成绩|业绩|努力|成效|突破|榜样|牺牲)")


def _look(draft: Draft) -> Iterator[Hit]:
    return (hit for hit in worded(draft, _WORDS) if not _DEEDS.search(draft.text, hit.start, hit.end))


RULE = Rule(
    id="WORD-005",
    group=Group.WORDING,
    severity=Severity.INFO,
    summary="“作出决定、处理”不写成“做出”",
    basis=("《立法技术规范（试行）（二）》",),
    suggestion="改为“作出”",
    look=_look,
    fires=("自受理之日起十日内做出决定。",),
    silent=("自受理之日起十日内作出决定。", "对做出突出贡献的人员予以表彰。"),
    kinds=PROVISIONS,
    fix=lambda quote: quote.replace("做出", "作出", 1),
)
