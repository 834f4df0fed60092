"""Water, power, gas or heat is cut to force compliance (AUTH-007)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.authority import Authority
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import hit, set_acts
from yifa.check.words import CUT, HERE, UTILITY
from yifa.law import act

_ACTS = re.compile(
    rf"{CUT}(?:对其|对{HERE}{{1,8}})?(?:供应?|使用|用|其|了)*{UTILITY}(?![费价桩梯站动话子泵管表络上])"
    rf"|限购[水电气]量?|拉闸|关阀|(?:暂停|停止){HERE}{{0,8}}充值|[水电气]卡{HERE}{{0,8}}(?:冻结|停用|锁)"
)
_FORCING = re.compile(
    r"逾期|仍|责令|惩戒|屡|不缴|欠|不按时|不清|不搬|拒|不配合|不缴|不交|不履行|未|直至|违反|整改"
    r"|对[^，。；]{1,24}(?:户|企业|单位|人|者)"
)
_UNLESS = re.compile(r"约定|检修|抢修|故障|事故|突发|火灾|施工|演练|计划|水质|立即|紧急|避险|安全|抄表|绝缘|限电措施的")


def _look(draft: Draft) -> Iterator[Hit]:
    for spot in set_acts(draft, _ACTS, needs=Authority.REGULATION, unless=_UNLESS):
        if _FORCING.search(spot.statement.text):
            yield hit(draft, spot, Authority.REGULATION)


RULE = Rule(
    id="AUTH-007",
    group=Group.AUTHORITY,
    severity=Severity.ERROR,
    summary="以停水、停电、停气、停热等方式迫使当事人履行",
    basis=(act("行政强制法")[43, 2],),
    suggestion="删除",
    look=_look,
    fires=("逾期不缴的，停止供电直至整改到位。", "对拒不搬迁的住户，切断水电。"),
    silent=(
        "不得以停止供水等方式迫使居民履行决定。",
        "因设备检修停止供电的，应当提前公告。",
        "供水单位停水，应当提前通知用户。",
    ),
    kinds=PROVISIONS,
)
