"""Those from elsewhere pay more or get no subsidy (COMP-010)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.market import contrasts, even, hit, judged, meant
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import FOREIGN, GOODS, HERE, LOCAL, NUMBER, TRADERS
from yifa.law import act

_SIDE = rf"(?:{FOREIGN}|{LOCAL}以外)[^，。；]{{0,12}}?(?:{TRADERS}|{GOODS}|摊|船|机构|户|人员|牌照|游客|旅客|客商|主)"
_OUTSIDE = re.compile(rf"{_SIDE}|{FOREIGN}(?:的)?(?=[，]?[^，。；]{{0,4}}(?:不享受|不予补|加收|收取))")
_MORE = re.compile(
    r"高[^，。；]{0,2}[0-9一二三四五六七八九两]成|加收|[加多另]付|另收|多[收交付缴]|加价"
    rf"|每[^，。；]{{0,6}}{NUMBER}元|收取|提高(?:收费|标准|价格)|[一二两三四五0-9.]+倍"
    r"|翻倍|上浮|缴纳|交纳|不(?:予)?(?:享受|补贴|补助|纳入补贴)|减半|不在补贴|不得享受|除外"
)
_MONEY = re.compile(r"费|价|元|租金|补贴|补助|奖|优惠|标准|消费券")
_DEARER = (
    frame(
        rf"{LOCAL}{HERE}{{0,10}}(?:有|给|享受|补|减)",
        within=(r"补|优惠|减|免|奖|券", rf"{FOREIGN}{HERE}{{0,10}}(?:没有|没份|不给|不享受|没|无)"),
        unless=r"采购文件|评标|投标|户籍|居民|学生|人员",
    ),
    frame(
        rf"{FOREIGN}{HERE}{{0,14}}",
        within=(
            r"费|钱|价|租|补",
            rf"双份|贵{HERE}{{0,4}}成|加倍|翻倍|不补|多(?:收|交|掏)|照收|不打折|高{HERE}{{0,4}}成|两倍|三成|比本",
        ),
        unless=r"检|投标|保证金|平价|相同|取消|户籍|迁|变更",
    ),
    frame(
        rf"{FOREIGN}{HERE}{{0,10}}",
        within=(
            r"费|价|租金|押金|保证金|补|奖|优惠|券|票",
            (
                rf"翻(?:一|两)?(?:番|倍)|加{NUMBER}成|再加|另加|上浮|多(?:交|收|付|缴|掏)"
                rf"|加(?:收|价|倍|码)|一分不|不(?:补|享受|给补|予补|发补|在补|能享|纳入补)"
                rf"|{NUMBER}倍|加倍|高(?:出|于)|减半|(?:只|仅)?(?:补|按"
                rf"|享受){HERE}{{0,8}}(?:一半|半数|五折|{NUMBER}成|%|百分之)|自行(?:承担|负担)"
                rf"|自理|自担|全价|全额(?:收|缴)"
            ),
        ),
        unless=(
            rf"迁|变更|转移到|注册地|检(?:测|验|疫)|投标|评标|采购文件"
            rf"|保证金{HERE}{{0,6}}退|户籍|学费|子女|国家规定"
        ),
    ),
    frame(
        rf"{LOCAL}{HERE}{{0,10}}(?:产|造|生产|制造|加工|出产|牌照)",
        within=(r"补|奖|优惠|券|减|免|便宜", rf"{FOREIGN}|别[处地的家]|其他地方|非"),
        unless=r"采购文件|评标|投标",
    ),
)
"""What comes from elsewhere is made dearer, in other words."""
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
    return first_said(draft, _charged(draft), (hit(spot, 0.7) for spot in meant(draft, _DEARER, whose=True)))


def _charged(draft: Draft) -> Iterator[Hit]:
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
