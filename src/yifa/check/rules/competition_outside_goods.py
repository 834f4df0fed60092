"""Goods from elsewhere are kept out (COMP-006)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Spot
from yifa.check.draft import Draft
from yifa.check.market import even, hit, judged
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import FOREIGN, GOODS, LOCAL, REFUSED, TRADERS
from yifa.law import act

_OUTSIDE = re.compile(
    rf"{FOREIGN}[^，。；]{{0,12}}?(?:{GOODS}|{TRADERS}|平台)"
    rf"|{FOREIGN}(?:的)?[^，。；]{{1,8}}?[品奶肉菜果货料车酒米油鱼苗药]|{FOREIGN}(?:所?产|生产|加工|出产"
    rf"|制造|出品|运来|来)(?:的)?[^，。；]{{1,8}}|{FOREIGN}一[概律]"
    rf"|{FOREIGN}[^，。；的]{{1,8}}(?=(?:一律)?{REFUSED})"
)
_LOCAL_ONLY = re.compile(
    r"(?:只|仅|一律|全部|应当?|必须|须|统一)(?:许|能|准|可|得|限)?(?:卖|用|使用|采购|销售|购买|经营"
    rf"|选用)[^，。；]{{0,6}}{LOCAL}[^，。；]{{0,8}}(?:{GOODS}|产的?|生产|厂)|(?:应当?|须|必须|要"
    rf"|一律)(?:取自|购自|来自|采自|产自){LOCAL}"
)
_KEEPS_OUT = re.compile(
    r"限制|暂停|停止|不接[纳受收]|不得(?:超过|多于|高于)|严?格?控制|禁止|劝返|劝离|阻止|拦截|排斥|拒绝"
    r"|抵制|严控|设卡|清退|不(?:让|许)进|不予(?:准入|采购|使用)|报[^，。；]{1,10}(?:同意|批准|审批)"
)
_LETS_IN = re.compile(
    r"使用|采购|进入|销售|购买|流入|输入|调入|购入|上市|入场|进场|准入|选用|上架|开通|投放|作业|承揽|单独"
    r"|运入|上(?=[^一-龥]|外|县|省|市)|卖|摆|用(?![于户途])"
)
_DOES_WITHOUT = re.compile(r"(?:原则上|一律|尽量|暂|均|概)?不(?:再|予)?(?:使用|采用|收|采购|销售|选用|购买|准入|开通)")
_GROUNDS = re.compile(
    r"海关|国务院|登记证|报关|专利|未取得|投标|疫情|检疫|国家(?:明令)?禁止|危险|有毒|过境"
    r"|故障|通行证|限行|停放|停车"
)


def _look(draft: Draft) -> Iterator[Hit]:
    for one in judged(draft):
        if not (one.has(_LOCAL_ONLY) or one.has(_OUTSIDE)) or even(one) or one.has(_GROUNDS):
            continue
        local = next((spot for spot in one.find(_LOCAL_ONLY) if not spot.denied and not spot.taken_back), None)
        if local:
            yield hit(local)
            continue
        for goods in one.find(_OUTSIDE):
            kept = any(_keeps(spot) for spot in one.find(_KEEPS_OUT))
            refused = any(spot.forbidden for spot in one.find(_LETS_IN))
            refused = refused or any(not spot.denied for spot in one.find(_DOES_WITHOUT))
            if kept or refused:
                yield hit(goods)
                break


def _keeps(spot: Spot) -> bool:
    """Whether something is kept out, rather than the keeping out forbidden (禁止阻挠外地产品进入)."""
    rest = re.split("[，。；]", spot.text_after)[0]
    if spot.text == "禁止" and re.search("阻挠|干预|阻碍|限制|排斥|歧视|强制|要求", rest):
        return False
    return not (spot.denied or spot.taken_back or spot.conditional)


RULE = Rule(
    id="COMP-006",
    group=Group.COMPETITION,
    severity=Severity.ERROR,
    summary="限制外地或者进口商品、要素进入本地市场",
    basis=(
        act("公平竞争审查条例")[9].item(1),
        act("反垄断法")[41],
    ),
    suggestion="删除；对质量、安全有要求的，对本地和外地商品适用同一标准",
    look=_look,
    fires=(
        "禁止使用区外混凝土产品，限制外地建材进入。",
        "本县工地不得采购外省钢材以外的外地水泥产品。",
        "对外县货运车辆运来的蔬菜一律劝返。",
        "严控外地白酒产品流入本镇市场。",
        "学校食堂不得使用县外企业配送的食品。",
    ),
    silent=(
        "不得限制外地经营者参与竞争。",
        "不得禁止外地商品进入本地市场。",
        "外地农产品与本地农产品适用同一标准。",
        "禁止国家禁止进口的固体废物货物进入。",
        "任何单位不得以任何理由限制外地建材进入。",
        "发生动物疫情时，依照《动物防疫法》禁止外地疫区的禽类产品进入。",
    ),
    kinds=PROVISIONS,
)
