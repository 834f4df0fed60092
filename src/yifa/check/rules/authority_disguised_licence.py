"""A licence in disguise: not filed, registered or certified, therefore not allowed (AUTH-002)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.authority import Authority
from yifa.check.clause import Spot
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import concerns_only_public, hit
from yifa.check.words import PROOF, REFUSED
from yifa.law import act

_LACKING = re.compile(
    rf"(?:未(?!成年|来)|没(?:有)?|无|不(?!对|得|予|能|再|符合|属|同))(?:经|按[^，。；]{{0,6}})?(?:办理|进行"
    rf"|取得|通过|完成|参加|履行|接受|领取|获得)?[^，。；不]{{0,18}}?{PROOF}(?!事项|机关|证明|活动)"
    rf"|{PROOF}[^，。；]{{0,8}}?(?:不合格|不通过|未通过|不达标|不过关|没过)|(?:未|没有?)(?:列入|纳入|进入"
    rf"|进|入)[^，。；]{{0,20}}(?:名录|名单|范围|目录|库|系统|平台)|未通过[^，。；]{{0,14}}(?:评价|评估|考核)"
    r"|逾期[未不](?:办理|登记|参加"
    r"|报备?)(?=的)"
)
_HARMLESS = r"不得(?:对抗|以|取缔|处罚|拒绝|影响|歧视|强制|收取|限制)|不能对抗"
_CONSEQUENCE = re.compile(rf"^[^。；]{{0,20}}?(?!{_HARMLESS}){REFUSED}")


def _look(draft: Draft) -> Iterator[Hit]:
    for one in draft.holding(_LACKING):
        if one.authority > Authority.DOCUMENT or one.defining or one.reporting:
            continue
        for spot in one.find(_LACKING):
            if spot.text.startswith("逾期") and not re.search(PROOF, one.whole):
                continue
            consequence = _CONSEQUENCE.match(spot.text_after)
            if consequence and not spot.denied and not spot.taken_back and not concerns_only_public(spot):
                end = spot.end + consequence.end()
                yield hit(draft, Spot(one, spot.start, end, one.text[spot.start - one.start : end - one.start]))
                break


RULE = Rule(
    id="AUTH-002",
    group=Group.AUTHORITY,
    severity=Severity.ERROR,
    summary="以备案、登记、年检、认定等变相设定行政许可：未备案的不得从事",
    basis=(act("行政许可法")[17], act("优化营商环境条例")[39, 1]),
    suggestion="改为自愿或者事后告知，删除不备案就不得从事的后果",
    look=_look,
    fires=("未备案的企业，不得在本区承接项目。", "没有通过年检的合作社，一律不予参加项目申报。"),
    silent=(
        "企业可以自愿报送服务信息，未备案不影响其经营。",
        "依照《不动产登记暂行条例》应当登记而未登记的，不得办理抵押。",
    ),
    kinds=PROVISIONS,
)
