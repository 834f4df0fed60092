"""Water, power, gas or heat is cut to force compliance (AUTH-007)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.authority import Authority
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import hit, meant, set_acts
from yifa.check.words import CUT, HERE, OVERDUE, UTILITY
from yifa.law import act

_ACTS = re.compile(
    rf"{CUT}(?:对其|对{HERE}{{1,8}})?(?:供应?|使用|用|其|了)*{UTILITY}(?![费价桩梯站动话子泵管表络上])"
    rf"|限购[水电气]量?|拉闸|关阀|(?:暂停|停止){HERE}{{0,8}}充值|[水电气]卡{HERE}{{0,8}}(?:冻结|停用|锁)"
)
_WITHHELD = (
    frame(
        (
            rf"(?:降到|降至|压到|限到|调到){HERE}{{0,6}}(?:最低|负荷|档)"
            rf"|不给{HERE}{{0,8}}(?:送水|送电|送气|充值|通水|通电)"
        ),
        within=(r"水|电|气|暖|卡|负荷",),
    ),
    frame(
        (
            r"(?:用[水电气热]|[水电气暖热]|水表|电表|供电|供水"
            r"|燃气)(?:(?!不得)[^，。；]){0,10}(?:不(?:再|予)?保障|摘(?:走|掉|除)|拆(?:走"
            r"|掉|除)|不(?:得|再|予|给)(?:续)?供|断|停|掐|卡)|先断后|一断了之|断供"
        ),
        within=(r"户|商|店|厂|企业|作坊|场所|单位|养殖|居民|业主|工地|铺|站|场|房|门面",),
    ),
    frame(
        r"(?:关停?|掐|断|切|停|限|拉|锁|拆|卡|不(?:得|予|再|给)?(?:(?!停|断|中|限)[^，。；]){0,6}供|暂缓供|拒绝供)",
        near=(
            r"总阀|(?:水|电|气|暖|网(?!格|点|吧|约|店))(?:源|表|路|管|阀|闸|热|力|量|卡)?|阀|闸|供热|供暖",
            (
                r"(?:关停?|掐断?|断|切断|停止?|限|拉|锁|拆)(?:其|了|掉|住|对其|供"
                r"|用)*[水电气暖网闸阀表]|(?:水|电|气|暖|供|阀|闸|网(?!格|点|吧|约|店))[^，。；]{0,6}(?:断|停|掐"
                r"|关|限|锁|拆|切)|[不缓](?:得|予|给"
                r"|再)?[^，。；]{0,6}供[^，。；]{0,2}[水电气暖热]|限[水电气]"
            ),
        ),
        within=(r"户|商|店|厂|企业|作坊|场所|单位|养殖|居民|业主|工地|铺|站|场|房",),
    ),
)
"""Supply is withheld in other words: 关停其水表阀门, 不得向其供暖."""
_FORCING = re.compile(
    r"逾期|仍|责令|惩戒|屡|不缴|欠|不按时|不清|不搬|拒|不配合|不缴|不交|不履行|未|直至|违反|整改"
    r"|对[^，。；]{1,24}(?:户|企业|单位|人|者)"
)
_FORCED = re.compile(rf"{OVERDUE}|{_FORCING.pattern}|整治|拒|签约|搬|超标|散乱污|倒逼|没交|违")
_UNLESS = re.compile(r"约定|检修|抢修|故障|事故|突发|火灾|施工|演练|计划|水质|立即|紧急|避险|安全|抄表|绝缘|限电措施的")


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(draft, _cut(draft), _withheld(draft))


def _withheld(draft: Draft) -> Iterator[Hit]:
    for spot in meant(draft, _WITHHELD, needs=Authority.REGULATION, unless=_UNLESS):
        if _FORCED.search(spot.statement.text):
            yield hit(draft, spot, Authority.REGULATION, 0.75)


def _cut(draft: Draft) -> Iterator[Hit]:
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
