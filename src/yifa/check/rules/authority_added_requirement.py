"""A requirement is added to a licence or a government service (AUTH-003)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Authority
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import hit
from yifa.law import act

_ACTS = re.compile(
    r"(?:申请|办理|申领)[^。；]{0,24}(?:许可|审批|登记|核准|备案|证照|执照)[^。；]*?"
    r"(?:(?:还|另|另外|同时|另行|额外)(?:应当|须|需要?|应|要|必须)[^，。；]{0,3}?(?:提供|提交|具备|附上|出具|取得)"
    r"|增加[^，。；]{1,30}作为[^，。；]{0,8}(?:要件|条件|材料))"
)


def _look(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        if one.authority >= Authority.RULE:
            continue  # 除法定材料外 names no law for what is added
        for spot in one.find(_ACTS):
            if not spot.denied and not one.defining and "不得" not in spot.text:
                yield hit(draft, spot)


RULE = Rule(
    id="AUTH-003",
    group=Group.AUTHORITY,
    severity=Severity.ERROR,
    summary="对许可、登记等事项增设材料、条件或者环节",
    basis=(act("行政许可法")[16, 4], act("优化营商环境条例")[35]),
    suggestion="删除增设的内容，只保留法律、法规、规章列明的材料和条件",
    look=_look,
    fires=("申请办理施工许可的，还应当提交社区同意书。", "办理营业登记，同时须具备街道出具的意见。"),
    silent=("申请办理施工许可的，应当提交法律、法规、规章规定的材料。", "办理登记时，工作人员不得另外要求提交材料。"),
    kinds=PROVISIONS,
)
