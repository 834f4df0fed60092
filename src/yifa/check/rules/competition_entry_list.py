"""A list of closed trades or a cap on their number is made here (COMP-001)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.market import hit, judged, lawful, meant
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import HERE, NUMBER, TRADE
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
_CLOSED_TRADE = (
    frame(
        (
            rf"(?:按|以)?每{HERE}{{1,4}}{NUMBER}[家户个处座]{HERE}{{0,4}}(?:核定|设置|布点"
            rf"|为限|控制|配置)|额满(?:不增|为止|即止)|满额(?:不增|停)"
        ),
        within=(TRADE,),
        unless=r"公共厕所|垃圾|卫生室|学校|投放点|补贴|岗位",
    ),
    frame(
        rf"(?:新{HERE}{{0,2}}(?:一个|一家|一户)?(?:也|都)?不(?:批|给|办|让)|够多了|已达上限|达到上限)",
        within=(TRADE, r"不(?:批|再|给|办|让|予)"),
        unless=r"资金|补贴|名额用完|投标|学位|床位",
    ),
    frame(
        (
            rf"(?:第[二三四五六七八九十]家|多出来的|后来的|再来的"
            rf"|新来的){HERE}{{0,10}}(?:不|关|停|退)|(?:就|只|最多)(?:留|保留|要"
            rf"|让){HERE}{{0,4}}{NUMBER}(?:个|家|处)|(?:只留|就留|留)[一1]家"
        ),
        within=(TRADE,),
        unless=r"招标|一家来做|投放权|经营权|独家|城投|公司做|评选|推荐",
    ),
    frame(
        (
            rf"(?:列了?|开了?|定了?|拟了?|出了?|发了?){HERE}{{0,6}}(?:不欢迎|劝退|禁入|禁做"
            rf"|限制|淘汰){HERE}{{0,8}}(?:单子|名单|清单|目录|表)"
        ),
        within=(TRADE,),
    ),
    frame(
        (
            rf"(?:只(?:保留|留|准|设|批|发展|安排)|最多|不(?:得)?(?:超过|突破|多于)"
            rf"|控制(?:在|为)|限(?:定|额|设)?为?|维持(?:现有)?|以|定为"
            rf"|为){HERE}{{0,8}}?(?:{NUMBER}(?:余|多)?(?:[家户处座间所]|个(?=店|点|摊|站|厂|网点"
            rf"|企业|，|。))|现有(?:规模|数量"
            rf"|家数))(?!人|月|工作)"
        ),
        within=(TRADE, r"不再|只|限|上限|总量|总数|布点|家数|户数|退一(?:家)?[补进]一|现有|满额|名额|定额|规划数"),
        unless=r"比选|投放权|经营权|投标|评审|候选|专家|检查|补助|奖励|抽查|样本|年度|评选|每年|表彰|选派|申报",
    ),
    frame(
        (
            r"退[一1](?:家|个|户)?[补进增][一1](?:家|个|户)?|(?:总量|数量|指标|名额|定额"
            r"|配额)(?:目录|控制|管理|管控|限制|调控|实行)|只减不增|只出不进|只退不进"
            r"|先退后进"
        ),
        within=(TRADE,),
        unless=r"烟草|烟花|排放|能耗|用水|用地|建设用地|债务|编制|人员|经费|公务|车辆指标|煤炭",
    ),
    frame(rf"(?:饱和|过剩|已满|够用|太多){HERE}{{0,6}}，?{HERE}{{0,16}}(?:不|暂停|停止|禁)", within=(TRADE,)),
    frame(
        (
            rf"(?:新(?:来|开|设|增|办|建|进)|增设|再开|后来|另开){HERE}{{0,10}}(?:一律|一概"
            rf"|均|暂|都)?(?:不(?!影响|受|收|需|得收|得要)|停止|暂停|暂缓|谢绝)|(?:不(?:再"
            rf"|予|准|得|许|让|给|批|办)|停止|暂停|暂缓|谢绝)(?:再)?(?:安排|审批|批准|受理"
            rf"|核发|办理|接收|登记|准许)?新(?:来|开|设|增|办|建|进)"
        ),
        within=(
            TRADE,
            r"饱和|今后|距离|相距|间距|间隔|数量|总量|名额|区域内|街区|范围内|一条街|路段|每个?(?:镇|村|社区)|不再",
        ),
        unless=r"国家|法律|环保|污染|水源|学校周边|中小学|烟草|禁养|安全距离|违法|债务|隐性|事项",
    ),
    frame(
        rf"(?:相距|间距|间隔|距离|距(?:最近)?){HERE}{{0,16}}?{NUMBER}(?:米|公里|千米){HERE}{{0,8}}",
        within=(TRADE, r"不(?:准|得|许|予|批|再|能)|方可|才(?:能|可)|禁止"),
        unless=(
            r"污染|国家|学校|幼儿园周边|水源|河|铁路|公路|安全距离|加油|烟花|易燃|居民楼|消防|养殖"
            r"|变电|燃气|国家标准|文物|卫生防护"
        ),
    ),
    frame(
        (
            rf"(?:不鼓励|禁止|限制|淘汰|控制|不宜|劝退|暂缓|不予|不支持|不得进入"
            rf"|鼓励退出){HERE}{{0,10}}(?:业态|行业|产业|项目|品类"
            rf"|门类){HERE}{{0,6}}(?:名单|清单|目录|名录|表)|(?:业态|行业|产业"
            rf"|门类){HERE}{{0,8}}(?:黑名单|负面表|负面目录|负面清单|禁入名单|准入清单"
            rf"|正面清单)"
        ),
        within=(r"制|拟|编|定|列|划|发布|公布|出台|印发|确定|不(?:得|准|予|许)",),
    ),
)
"""A trade is closed or its numbers are fixed, in other words."""
_NO_TRADE = re.compile(
    r"骗取|欺骗|烟花爆竹|烟草|危险化学品|彩票|排放|污染|能耗|用水|用地|用煤|编制|车辆通行|人员|经费|会议|文件|客流|游客"
)


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(draft, _listed(draft), _closed(draft))


def _closed(draft: Draft) -> Iterator[Hit]:
    for spot in meant(draft, _CLOSED_TRADE, equal=False):
        if not lawful(spot.statement):
            yield hit(spot, 0.7)


def _listed(draft: Draft) -> Iterator[Hit]:
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
