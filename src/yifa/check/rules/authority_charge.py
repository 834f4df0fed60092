"""A fee, fund, deposit or levy is set (AUTH-008)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import concerns_only_public, hit, set_acts
from yifa.law import act

_FEES = r"(?:保证金|押金|经营金|诚信金|基金|(?:管理|服务|审核|资料|赞助|卫生|清运|清洁|工本|建设|维护|处置)费)"
_ACTS = re.compile(
    rf"(?<![已欠未])(?:收取|缴纳|交纳|缴存|预缴|预存|交存|缴付|交|缴)(?!的)[^，。；]{{0,18}}?(?<!保险)(?<!公积){_FEES}|{_FEES}[^，。；]{{0,24}}收取"
)
_UNLESS = re.compile(r"约定|合同|目录清单|退还|返还|退回|保险基金")


def _look(draft: Draft) -> Iterator[Hit]:
    for spot in set_acts(draft, _ACTS, unless=_UNLESS):
        if not concerns_only_public(spot):
            yield hit(draft, spot)


RULE = Rule(
    id="AUTH-008",
    group=Group.AUTHORITY,
    severity=Severity.ERROR,
    summary="自行设定收费、基金、保证金、押金",
    basis=(act("优化营商环境条例")[25], act("保障中小企业款项支付条例")[13, 1]),
    suggestion="删除；保留的写明法律、行政法规或者国务院批准的依据和目录清单序号",
    look=_look,
    fires=("施工单位应当缴纳文明施工保证金2万元。", "对进场经营的商户收取卫生费。"),
    silent=(
        "施工单位按照法律、行政法规规定缴纳农民工工资保证金。",
        "不得向企业收取保证金。",
        "业主按照物业服务合同的约定交纳物业服务费。",
        "收取的押金应当自退场之日起五日内退还。",
    ),
    kinds=PROVISIONS,
)
