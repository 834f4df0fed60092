"""Land, fees or social insurance are made cheaper for certain traders (COMP-014)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Spot
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.market import even, hit, judged, meant, names_trader, orders, permitted
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import HERE, NUMBER, SPECIAL, TRADERS
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
_MADE_CHEAP = (
    frame(
        (
            rf"(?:替{HERE}{{0,8}}(?:交|缴|付|出)|(?:按"
            rf"|照){HERE}{{0,10}}(?:[一二三四五六七八]成|半价|一半){HERE}{{0,4}}(?:征|收|缴"
            rf"|交|计))"
        ),
        within=(SPECIAL, r"保险|配套费|费|金|电|水|气|地|租"),
        unless=r"不得|国家规定|低保|困难|国务院|依法",
    ),
    frame(
        (
            rf"(?:不收租|免租|便宜{HERE}{{0,6}}|差额{HERE}{{0,6}}(?:垫|补|出)|{NUMBER}成算"
            rf"|由园区(?:出|交|付|承担)|镇里垫|按{HERE}{{0,8}}成算|白给|白送)"
        ),
        within=(SPECIAL, r"地|租|电|水|气|厂房|物业|费|价"),
        unless=r"不得|国家规定|低保|困难|国务院|依法|公租",
    ),
    frame(
        (
            r"(?:土地款|地价款?|出让(?:价)?(?:款|金|价)|用地|供地|地块|土地|厂房|租金|房租"
            r"|[水电气热暖]费|[水电气热]价|每度电|用[水电气热]|社保|保险费|公积金|保障金"
            r"|配套费|规费|基金|排污费|污水处理费|物业费|管理费|价款|单位缴费)"
        ),
        within=(
            (
                rf"(?:减|免|缓|退|返|补|贴|代(?:为)?{HERE}{{0,2}}(?:缴|交|付)|承担|兜底|买单"
                rf"|打{HERE}{{0,3}}折|[一二三四五六七八九]折|半价?|一半|{NUMBER}成|低于|优惠"
                rf"|象征性|先交后退|先缴后返|不(?:经|走|用){HERE}{{0,4}}招拍挂|一元|1元|零|白送"
                rf"|送给|奖给|垫)"
            ),
            SPECIAL,
        ),
        unless=(
            r"国务院|国家规定|依法|低保|特困|残疾人就业服务|困难群众|疫情|灾"
            r"|小微企业和个体|不得|合同约定|按时|足额|应当缴纳|公租房|按规定缴纳|税务机关"
            r"|退休|退役|退伍|招标|面谈|一事一议|一企一策|逐个|退回|迁|变更|补缴|补交"
            r"|宅基地|补助标准|拍卖|挂牌"
        ),
    ),
)
"""Land, power, levies are made cheap for some, in other words."""
_EVERYONE = re.compile(r"低保|特困|残疾人(?!就业保障金)|困难群众|个人缴费|重度|灾|疫情|小微企业|个体工商户|公益")


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(draft, _cheap(draft), _made_cheap(draft))


def _made_cheap(draft: Draft) -> Iterator[Hit]:
    for spot in meant(draft, _MADE_CHEAP):
        if not (permitted(spot.statement) or spot.statement.has(_EVERYONE) or _grant(spot)):
            yield hit(spot, 0.7)


def _cheap(draft: Draft) -> Iterator[Hit]:
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
