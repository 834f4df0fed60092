"""A price is fixed or capped beyond the price catalogues (COMP-016)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Spot
from yifa.check.draft import Draft
from yifa.check.market import hit, judged
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import FOREIGN, NUMBER
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
