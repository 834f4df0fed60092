"""Rewards are reckoned by the taxes a trader has paid (COMP-012)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.market import hit, judged, orders, permitted
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import GIFT, NUMBER
from yifa.law import act

_TAXES = re.compile(
    r"税收(?:排名|总额)|实现税收|纳税(?=每|增)|贡献的?税收|税收(?=[^，。；]{0,4}每)|纳税(?:前|大户|排名"
    r"|百强)|(?:地方|财政|税收|经济|县级财力的?|区域|财力)贡献|入库税[收金款]?|税款|纳税(?:总)?额|(?:年"
    r"|所)?(?:缴|纳|上缴)(?:的)?税[收款金额]?|缴纳的?[^，。；]{0,12}?税|(?:地方|[县区市]级)(?:实得|留成"
    r"|所得|留存|分享)|税收[^，。；]{0,4}(?:留成|地方)"
)
_GIVE = re.compile(GIFT)
_MEASURE = re.compile(
    rf"每|前|按|依据|根据|参照|以|超过|达到|超|部分|{NUMBER}(?:%|成|万元)|百分之|比例"
    r"|全额|额度|挂钩|返"
)


def _look(draft: Draft) -> Iterator[Hit]:
    for one in judged(draft, _MEASURE, _GIVE, _TAXES):
        if permitted(one) or not one.has(_MEASURE) or re.search("无关|脱钩", one.text):
            continue
        gift = next((spot for spot in one.find(_GIVE) if orders(spot)), None)
        base = next((spot for spot in one.find(_TAXES) if not spot.denied), None)
        if gift and base:
            yield hit(base)


RULE = Rule(
    id="COMP-012",
    group=Group.COMPETITION,
    severity=Severity.ERROR,
    summary="给予特定经营者与税收、财政贡献挂钩的奖补",
    basis=(
        act("公平竞争审查条例")[10].item(1),
        act("公平竞争审查条例")[10].item(2),
    ),
    suggestion="删除；改按客观、公开、普遍适用的条件给予支持",
    look=_look,
    fires=(
        "按照企业地方财政贡献的80%给予奖励。",
        "对年纳税额超过五百万元的商贸企业，补助三十万元。",
        "企业缴纳的增值税县级留成部分，以扶持资金形式全额返还。",
        "根据税收贡献给予高管个人奖励。",
        "镇财政按入库税收的两成奖补总部企业。",
    ),
    silent=(
        "对符合公开条件的研发项目给予同等补助。",
        "财政奖补不得与企业税收贡献挂钩。",
        "按照国务院规定返还企业缴纳的税款。",
        "清理按照纳税额给予奖励的政策。",
        "纳税人应当按期缴纳增值税。",
        "企业缴纳税款有困难的，可以申请延期缴纳。",
    ),
    kinds=PROVISIONS,
)
