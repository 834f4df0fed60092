"""Land, fees or social insurance are made cheaper for certain traders (COMP-014)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Spot
from yifa.check.draft import Draft
from yifa.check.market import even, hit, judged, names_trader, orders, permitted
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import TRADERS
from yifa.law import act

_CHEAP = re.compile(
    r"零地价|(?:基准地价|成本价|评估价|市场价)[^，。；]{0,4}低|(?:电费|水费|气费|用电"
    r"|用水)[^。；]{0,14}(?:财政|政府|园区)[^，。；]{0,6}(?:贴补|补贴|承担|补)|(?:低于|按"
    r"|以)[^，。；]{0,8}(?:评估价|基准地价|成本价?|底价|市场价|起始价)[^，。；]{0,12}(?:供地|出让|转让"
    r"|供应|成|%|折|半)|(?:地价|水价|电价|气价)[^，。；]{0,6}(?:优惠|减半|打折|返还|免)"
    r"|(?:土地)?出让(?:金|价款|收入)[^。；]{0,20}?(?:返还|返补|奖励|奖给|奖返)|(?:成交价"
    r"|出让价)[^。；]{0,12}?(?:奖返|返还|奖励|返)|(?:租金|房租)[^，。；]{0,8}(?:全免|减半|免除)|(?:社保"
    r"|社会保险|医疗保险|养老保险|公积金)[^。；]{0,10}由[^，。；]{0,6}(?:财政|园区"
    r"|政府)[^，。；]{0,6}(?:分担|承担|补|代)|社会保险费[^，。；]{0,10}减按|(?:社保|单位缴费"
    r"|保险费)[^，。；]{0,12}(?:代缴|代付|全额补|由(?:园区|财政|政府)承担)|(?:免(?:予|于)?(?:征收|缴纳"
    r"|收取|交纳)|不(?:予)?收取|免收|免缴|减免|免征|减半(?:收取|征收|缴纳)?|减按|减征|减收|缓缴|免交"
    r"|返还)[^，。；]{0,14}?(?:社会?保险?费?|基金|出让金|配套费|行政事业性收费|规费|补偿费|资源费|保障金"
    r"|处理费|管理费|水电费)"
    r"|(?:用[水电气热地]|土地)[^，。；]{0,12}?(?:价格)?[^，。；]{0,6}(?:补足?差价|补差|半价|一半|优惠价)"
)
_TRADER = re.compile(TRADERS + r"|入园|引进|投资|落户|总部|招商")
_EVERYONE = re.compile(r"低保|特困|残疾人(?!就业保障金)|困难群众|个人缴费|重度|灾|疫情|小微企业|个体工商户|公益")


def _look(draft: Draft) -> Iterator[Hit]:
    for one in judged(draft, _CHEAP):
        if permitted(one) or even(one) or one.has(_EVERYONE) or not (one.has(_TRADER) or names_trader(one)):
            continue
        found = next((spot for spot in one.find(_CHEAP) if orders(spot) and not _grant(spot)), None)
        if found:
            yield hit(found)


def _grant(spot: Spot) -> bool:
    """Whether rent is waived together with a subsidy, which the rule on single grants judges."""
    return "租" in spot.text and "补贴" in spot.statement.text


RULE = Rule(
    id="COMP-014",
    group=Group.COMPETITION,
    severity=Severity.ERROR,
    summary="给予特定经营者用地、规费、基金、社会保险费等方面的优惠",
    basis=(act("公平竞争审查条例")[10].item(3),),
    suggestion="删除；法律、行政法规规定或者国务院批准的，写明依据",
    look=_look,
    fires=(
        "对该公司项目用地零地价供应。",
        "入园企业三年内免缴行政事业性收费。",
        "总部企业缴纳的土地出让金超出部分返还企业。",
        "对引进的龙头企业，减免企业应缴社会保险费。",
        "重点项目用电价格由镇财政补差。",
    ),
    silent=(
        "按照国务院规定减免行政事业性收费。",
        "不得以零地价供应企业用地。",
        "国有建设用地使用权出让价格不得低于成本价。",
        "低保家庭免缴个人缴费部分。",
        "清理对企业返还土地出让金的做法。",
        "企业应当按时缴纳社会保险费。",
    ),
    kinds=PROVISIONS,
)
