"""Those from elsewhere pay more or get no subsidy (COMP-010)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.market import contrasts, even, hit, judged
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import FOREIGN, GOODS, LOCAL, NUMBER, TRADERS
from yifa.law import act

_SIDE = rf"(?:{FOREIGN}|{LOCAL}以外)[^，。；]{{0,12}}?(?:{TRADERS}|{GOODS}|摊|船|机构|户|人员|牌照|游客|旅客|客商|主)"
_OUTSIDE = re.compile(rf"{_SIDE}|{FOREIGN}(?:的)?(?=[，]?[^，。；]{{0,4}}(?:不享受|不予补|加收|收取))")
_MORE = re.compile(
    r"高[^，。；]{0,2}[0-9一二三四五六七八九两]成|加收|[加多另]付|另收|多[收交付缴]|加价"
    rf"|每[^，。；]{{0,6}}{NUMBER}元|收取|提高(?:收费|标准|价格)|[一二两三四五0-9.]+倍"
    r"|翻倍|上浮|缴纳|交纳|不(?:予)?(?:享受|补贴|补助|纳入补贴)|减半|不在补贴|不得享受|除外"
)
_MONEY = re.compile(r"费|价|元|租金|补贴|补助|奖|优惠|标准|消费券")
_HOME_GOODS = re.compile(
    rf"{LOCAL}[^，。；]{{0,8}}?(?:生产|制造|出产|产)的[^，。；]{{1,12}}"
    rf"|{LOCAL}[^，。；]{{0,8}}?(?:产的?)[^，。；]{{0,6}}?{GOODS}"
)
_ONLY_LOCAL = re.compile(
    rf"(?:补贴|补助|消费券|优惠|奖励)[^。；]{{0,10}}(?:只|仅)(?:给|补|限|限于|用于|对|面向"
    rf"|适用于)[^，。；]{{0,4}}{LOCAL}[^，。；]{{0,8}}(?:{TRADERS}|{GOODS}|商场|店|产)"
)
_SIDES = re.compile(FOREIGN)
_BUYER_SUBSIDY = re.compile(r"补贴|补助|消费券|优惠|奖励")


def _look(draft: Draft) -> Iterator[Hit]:
    for one in judged(draft, _MONEY):
        if even(one) or not one.has(_MONEY):
            continue
        worse = any(not spot.denied and not spot.taken_back for spot in one.find(_MORE))
        better = re.search(r"购[买置]|消费|选购|使用", one.text) and any(not s.denied for s in one.find(_BUYER_SUBSIDY))
        spots = [*one.find(_OUTSIDE)] if worse else []
        spots += one.find(_HOME_GOODS) if better else []
        spots += one.find(_ONLY_LOCAL)
        if contrasts(one):
            spots += one.find(_SIDES)
        found = next((spot for spot in spots if not spot.denied and not spot.taken_back), None)
        if found:
            yield hit(found)


RULE = Rule(
    id="COMP-010",
    group=Group.COMPETITION,
    severity=Severity.ERROR,
    summary="对外地或者进口商品、要素实行歧视性的收费、价格、补贴",
    basis=(act("公平竞争审查条例")[9].item(4),),
    suggestion="对本地和外地的商品、要素实行统一标准",
    look=_look,
    fires=(
        "外来车辆停车加收50%费用。",
        "县外企业的产品进入展销会，摊位费按两倍收取。",
        "消费券仅用于购买本县生产的家电产品，补贴百分之十。",
        "外地苗木每车收取检查费一百元。",
        "区外合作社的农机设备不享受购置补贴。",
    ),
    silent=(
        "停车收费对所有车辆执行同一标准。",
        "不得对外地商品加收费用。",
        "外来人员子女入学收费与本地学生相同。",
        "取消对外地车辆收取的进城费。",
        "购置补贴不限产地，外地产品均可享受。",
        "外地游客可以凭学生证享受门票优惠。",
    ),
    kinds=PROVISIONS,
)
