"""A list of closed trades or a cap on their number is made here (COMP-001)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.market import hit, judged, lawful
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import NUMBER
from yifa.law import act

_LISTS = re.compile(
    r"(?:禁止|限制|不得)新?(?:设立|开办|建)[^，。；]{0,24}(?:企业|机构|网吧|店|项目)(?=[^。；]{0,10}(?:目录|清单))|"
    r"准入[^，。；]{0,3}(?:[负正]面)?(?:清单|目录|名录|计划|名单)|(?:禁止|限制|禁限|淘汰|不予)(?:类|进入"
    r"|准入|准营|发展|新设|经营|新增|新办)?(?:的)?[^，。；□]{0,6}(?:行业|产业|项目|业态|经营)?(?:目录|清单"
    r"|名[录单])|(?:禁止|限制|不予)(?:新增|新设|准入|引进)[^，。；]{0,4}(?:投资)?(?:项目|行业|产业|业态)"
)
_TITLE = re.compile(
    r"《[^《》]*(?:行业|产业|项目|业态|准入|经营|[服商餐饮]业)[^《》]*(?:负面清单|(?:限制|禁止|禁限"
    r"|淘汰)[^《》]*(?:目录|清单))》"
)
_TRADE = re.compile(r"新办|店|站|发展目录|准入|行业|产业|业态|项目|经营|企业|主体|投资|市场")
_MADE = re.compile(r"划定|制定|编制|出台|发布|实行|实施|施行|建立|设立|印发|拟定|列入|纳入|增补|明确")
_CAP = re.compile(
    r"(?:总量|总数|数量|家数|户数|名额|布点|间距)(?:控制|限制|管控|管理)|(?:不再|停止|暂停)(?:批准|审批"
    r"|受理|新增|新设|核准|办理|登记)[^，。；]{0,12}(?:新增|新设|新建|新的|新开|开办|设立|经营|户|主体"
    rf"|企业|网点|门店)|(?:控制在|不超过|限定为?|最多)[^，。；]{{0,3}}{NUMBER}[家户]"
    r"|(?:不再|原则上不|一律不|暂不)(?:再)?(?:让|准|给|批|办)[^，。；]{0,6}(?:新店|办照|开张|开业|设立"
    r"|新开|登记|许可)|以[^，。；]{0,6}[家户]为限|(?:其余|其他|新的)(?:一律"
    r"|一概)不批|(?:第[二三四五]家|其余)[^，。；]{0,6}不(?:再|予|得)"
)
_OPERATORS = re.compile(
    r"超市|商场|宾馆|酒店|诊所|经营户|经营者|网点|门店|店铺|企业|主体|商户|摊点"
    r"|每[^，。；]{1,8}不超过[^，。；]{1,4}[家户个]|行当"
    r"|业态|店|平台|行业|公司|队伍|从业"
)
_QUOTED = re.compile(r"(?:列入|纳入|实行)“[^“”]*(?:准入|禁止|限制|负面)[^“”]*”")
_OUTSIDE_LIST = re.compile(
    r"(?:未列入|不在|没有列入|未纳入|在|列入)《[^《》]*(?:产业|行业|业态|项目)[^《》]*(?:名录|目录|清单)》"
)
_CLOSED = re.compile(
    r"(?:不得|不予|不再|停止|暂停|暂不|一律不)[^，。；]{0,6}(?:落户|进入|引[入进]|批|发证|受理|准入|新设"
    r"|新增|开办|批准|核准|立项|核发|发放|办(?:理)?)"
)
_NO_TRADE = re.compile(
    r"骗取|欺骗|烟花爆竹|烟草|危险化学品|彩票|排放|污染|能耗|用水|用地|用煤|编制|车辆通行|人员|经费|会议|文件|客流|游客"
)


def _look(draft: Draft) -> Iterator[Hit]:
    for one in judged(draft):
        asked = one.has(_LISTS) or one.has(_CAP) or one.has(_CLOSED) or one.has(_MADE)
        if not asked or lawful(one):
            continue
        named = _QUOTED.search(one.raw)
        if named and one.has(_CLOSED):
            yield Hit(one.start + named.start(), one.start + named.end(), confidence=0.75)
        titles = [one.start + found.start() for found in _TITLE.finditer(one.raw)]
        for spot in one.find(_LISTS):
            outside = re.match(r"以外|之外", spot.text_after)
            if (
                not (spot.denied or spot.taken_back or outside)
                and one.has(_TRADE)
                and (one.has(_MADE) or one.has(_CLOSED))
            ):
                yield hit(spot)
                break
        outside = _OUTSIDE_LIST.search(one.raw)
        for spot in one.find(_CLOSED) if outside else ():
            yield hit(spot)
            break
        for spot in one.find(_MADE):
            if any(0 <= at - spot.end <= 6 for at in titles) and not spot.denied:
                yield hit(spot)
        if not one.has(_NO_TRADE) and one.has(_OPERATORS):
            yield from (hit(spot, 0.7) for spot in one.find(_CAP) if not spot.denied and not spot.taken_back)


RULE = Rule(
    id="COMP-001",
    group=Group.COMPETITION,
    severity=Severity.ERROR,
    summary="自行制定市场准入负面清单、禁限目录或者限制经营者的数量",
    basis=(
        act("公平竞争审查条例")[8].item(1),
        act("优化营商环境条例")[20, 2],
    ),
    suggestion="删除；市场准入负面清单由国家统一制定，清单以外的各类经营者依法平等进入",
    look=_look,
    fires=(
        "本区制定养老服务业市场准入负面清单。",
        "镇政府编制禁止发展产业目录，列入目录的项目不予落地。",
        "实行农资门店总量控制，每个行政村不超过一家。",
        "本街道暂停受理网吧新设经营网点。",
        "县商务局拟定限制类业态清单，每年更新。",
    ),
    silent=(
        "严格执行国家发布的市场准入负面清单。",
        "不得自行制定市场准入负面清单。",
        "取消各镇自行编制的限制发展产业目录。",
        "污染物排放实行总量控制。",
        "市场准入负面清单以外的行业，经营者可以依法进入。",
        "法律援助机构应当公布服务事项清单。",
    ),
    kinds=PROVISIONS,
)
