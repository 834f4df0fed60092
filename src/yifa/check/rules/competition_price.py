"""A price is fixed or capped beyond the price catalogues (COMP-016)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Spot
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.market import hit, judged, meant
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import FOREIGN, HERE, NUMBER
from yifa.law import act

_CAP = re.compile(
    r"(?:价格?|售价|零售价|房价|票价|收费|租金|服务费|单价|菜金|定价"
    r"|[^，。；]费)[^。；]{0,16}?(?:不得?(?:高于|低于|超过|超出|少于|突破)|控制在|限定在|统一(?:为|按|执行"
    r"|定为))[^，。；]{0,12}?(?:元|%|百分之)"
    r"|(?:核定|审定|批准)(?:其)?(?:价格|收费|收费标准)|最[高低]限价|统一零售价|(?:价格?|收费|零售价|售价"
    r"|房价)[^，。；]{0,14}?(?:由[^，。；]{0,14}(?:政府|局|管委会|协会|办事处|所|办)[^，。；]{0,6}(?:规定"
    r"|制定|批准|核定|审定|确定|定)|核定|审定|统一定|统一制定|统一规定)"
    rf"|(?:价|费|租金)[^，。；]{{0,10}}(?:上限|封顶|最高)[^，。；]{{0,6}}{NUMBER}元"
    rf"|每[^，。；]{{1,3}}(?:收费|收取)[^，。；]{{0,4}}{NUMBER}元"
    r"|不得低于[^，。；]{0,16}(?:指导价|下限)|(?:售价|价格?"
    r"|收费)[^，。；]{0,6}以[^，。；]{1,10}元[^，。；]{0,3}为限"
    rf"|统一定价[^。；]{{0,8}}{NUMBER}元"
    rf"|一律{NUMBER}元|统一[卖售收][^，。；]{{0,6}}{NUMBER}元|价[^，。；]{{0,4}}由[^，。；]{{2,10}}(?:说了算"
    r"|定(?![期向点])|决定)|指导价[^，。；]{0,4}(?:为|执行|定为)"
)
_FIXED = (
    frame(
        rf"{NUMBER}(?:块|元|毛)(?:钱)?(?:封顶|到顶|为止|为限|不能再多)",
        within=(r"理个?发|洗车|面|饭|停车|房|课|修|补胎|澡|价|费|次",),
        unless=r"罚|补|奖|报销|救助|赔|医保|餐费标准|差旅",
    ),
    frame(
        rf"(?:价格?|房费|收费|学费|票价|租金){HERE}{{0,14}}(?:核准制|审批制|报备核准|备案核准|报批|许可制)",
        within=(r"店|民宿|宾馆|商户|经营|机构|停车|驾校|餐|超市|客房|物业|洗车|培训",),
        unless=r"政府定价|定价目录|公办|行政事业",
    ),
    frame(
        (
            rf"(?:不(?:准|许|得|能)(?:卖|收|要|超)过?{HERE}{{0,6}}{NUMBER}(?:块|元|毛|角)?"
            rf"|(?:全县|全镇|统一)[一1]个价"
            rf"|低于{HERE}{{0,10}}{NUMBER}元{HERE}{{0,4}}(?:的)?，{HERE}{{0,12}}(?:视为"
            rf"|扰乱|约谈|处)|(?:按|照){HERE}{{0,8}}定的{HERE}{{0,8}}收"
            rf"|收多少{HERE}{{0,4}}，?{HERE}{{0,2}}由|说了算)"
        ),
        within=(
            r"面|饭|菜|学费|费|价|托管|理发|混凝土|物业|停车|客房|收多少|早点|奶茶|水果",
            r"镇|县|全县|店|班|驾校|业主|企业|摊|住建局|教办|物业公司|商户",
        ),
        unless=r"定价目录|政府定价|店家自己|自主|罚款|工资|补|租金|公办|殡葬|投标|最低工资|征收|礼金|席|处罚|裁量",
    ),
    frame(
        (
            rf"(?:不(?:得|准|许|能)(?:再)?(?:高|低|多|少|超过|突破|超出|高出"
            rf"|贵){HERE}{{0,2}}|限(?:在|价|定在)|统一(?:为|按|每|收|卖|执行|定)?|定(?:为"
            rf"|在|到|成)|封顶|一律|控制在|为|只(?:能)?收){HERE}{{0,12}}?{NUMBER}(?:元|块"
            rf"|角|%)"
        ),
        within=(
            (
                r"价|费|理发|剪头|早点|盒饭|菜|网费|上网|起步|门票|房(?:间|费|价)|停车|课时"
                r"|每(?:小时|公里|斤|公斤|次|晚|间|人|碗|位|桌|份|平方米|车|件|节|课时|杯|瓶"
                r"|张|度)|收费|售"
            ),
            (
                r"店|商户|经营|业主|摊|民宿|宾馆|酒店|网吧|网约车|出租|理发|洗车|餐|超市|驾校"
                r"|培训|幼儿园|物业|停车场|家政|快递|浴|农家乐|镇上|全镇|景区|市场|机构|企业"
                r"|桶装水|液化气|早点|小吃|摆渡"
            ),
        ),
        unless=(
            r"自定|自己定|店主定|罚|补|奖|押金|保证金|工资|出差|差旅|公务|接待标准|预算|租金收入|投标|采购"
            r"|公办|公立|政府定价|定价目录|殡葬|公租|保障性|出让|赔|税|年收入|投资|注册"
            r"|定额标准|人均|彩礼|随礼|礼金|酒席|婚宴|席|地(?:块|价)|亩|低保|救助|会费"
            r"|缴纳|集资|合同"
        ),
    ),
    frame(
        (
            rf"(?:价格?|房费|菜价|收费|票价|运价|学费|服务费|租金|费用){HERE}{{0,12}}(?:由"
            rf"|听|照|按|以|须经|报|执行){HERE}{{0,12}}(?:敲定|核定|审定|确定|制定|拍板"
            rf"|说了算|定(?!期|点|向|制)|批准|审批|指导价|为准|备案后)"
        ),
        within=(
            r"镇|县|乡|街道|专班|办|局|所|村|协会|政府|管委会|指挥部|会议|领导",
            (
                r"店|商户|经营|业主|摊|民宿|宾馆|酒店|网吧|理发|洗车|餐|超市|驾校|培训|物业"
                r"|停车场|家政|快递|农家乐|景区内?|市场|机构|企业|砂石|混凝土|服务"
            ),
        ),
        unless=(
            r"自定|自己定|店主定|定价目录|政府定价|自主|自行定|行政事业|公办|公立|公租|殡葬|评估|土地"
            r"|房屋征收|补偿|国家|省(?:级|物价|发)|依法|招标|供水|供热|公交|工程造价|合同"
            r"|预算|明码标价|残疾|养老保险|医保|职工|采购"
        ),
    ),
    frame(
        r"(?:实行|执行|采取|适用)[^，。；]{0,10}(?:指导价|限价|统一价|最高价|最低价|保护价|参考价)|浮动幅度|上下浮动",
        within=(
            (
                r"店|理发|洗车|餐|民宿|宾馆|服务|商户|民办|经营|机构|企业|超市|驾校|物业|停车"
                r"|农家乐|家政|砂石|混凝土|瓶装|桶装"
            ),
        ),
        unless=(
            r"定价目录|国家|省(?:级|物价|发|定)|列入目录|政府定价目录|公办|公立|粮食|公租"
            r"|法律|依法|除[^，。；]{0,14}外|投标|采购|工程|征收"
        ),
    ),
)
"""A price that the trader should set is set for him, in other words."""
_OWN = re.compile(r"(?:不得|不准|禁止)(?:自行|擅自|随意)(?:定价|调价|涨价|提价)")
_MARKET = re.compile(
    r"经营|商户|店|农家乐|民宿|宾馆|酒店|摊|市场|销售|企业|商品|零售|理发|餐|客房|快递|服务价格|洗车|美容"
    r"|家政|物业|配送|派送|培训"
    r"|出租房|早点|油条|停车场|超市|驾校|农产品|机构|租赁|建材|幼儿园|加油站|土鸡|[鸡鸭鱼肉蛋菜]|商家|公司"
    r"|房价"
)
_OTHERS = re.compile(FOREIGN)
_SET_BY_LAW = re.compile(
    r"自律|公约|自主|奖励|赔偿|预付|折算|定价目录|政府定价|政府指导价|法定|依法|国务院|国家|省(?:级|物价|价格"
    r"|发)|公办|公立|投标"
    r"|招标|采购|预算|评估|出让|供地|补偿|补助|补贴|报销|合同|处罚|接待|住宿费|差旅|公租房|保障|殡葬"
    r"|行政事业性|公务|工作餐|伙食"
)


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(draft, _capped(draft), _fixed(draft))


def _fixed(draft: Draft) -> Iterator[Hit]:
    for spot in meant(draft, _FIXED, equal=False):
        if not (spot.statement.has(_OTHERS) or spot.authority.names_an_act):
            yield hit(spot, 0.7)


def _capped(draft: Draft) -> Iterator[Hit]:
    for one in judged(draft, _MARKET):
        if one.has(_SET_BY_LAW) or one.has(_OTHERS) or one.authority.names_an_act or not one.has(_MARKET):
            continue
        found = next((spot for spot in (*one.find(_CAP), *one.find(_OWN)) if _stands(spot)), None)
        if found:
            yield hit(found)


def _stands(spot: Spot) -> bool:
    """A cap is written with 不得, so only what governs it from outside takes it back."""
    return not (spot.denied or spot.taken_back or spot.conditional)


RULE = Rule(
    id="COMP-016",
    group=Group.COMPETITION,
    severity=Severity.ERROR,
    summary="超越权限定价，或者干预实行市场调节价的价格",
    basis=(
        act("公平竞争审查条例")[11].item(2),
        act("公平竞争审查条例")[11].item(3),
    ),
    suggestion="删除；属于政府定价、政府指导价的，写明定价目录",
    look=_look,
    fires=(
        "早餐摊点价格不得高于5元。",
        "农家乐一桌菜的收费由镇旅游办核定。",
        "景区内矿泉水实行统一零售价。",
        "宾馆标准间价格每晚不得超过三百元。",
        "商户不得自行定价，零售价执行镇政府公布的标准。",
    ),
    silent=(
        "实行政府定价的项目按照定价目录执行。",
        "经营者依法自主定价。",
        "不得规定经营者的最高限价。",
        "经营者应当明码标价。",
        "最高投标限价不得高于概算。",
        "取消对理发价格的限价。",
    ),
    kinds=PROVISIONS,
)
