"""Support is settled case by case or given to a named trader (COMP-013)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.market import hit, judged, names_trader, orders, permitted
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.law import act

_SINGLE = re.compile(
    r"一事一议|一企一策|一户一策|一项目一策|特事特办|个案(?:研究|确定|处理)|(?:另行|单独|面)(?:商定|议定"
    r"|约定|协商|谈)|上不封顶|(?:专题|专门|单独)研究(?:确定|决定)"
)
_SUPPORT = re.compile(r"扶持|奖励|奖补|补贴|补助|优惠|支持(?!工作)|资助|激励|支持力度|幅度|条件|政策(?!宣传)|供地|资金")
_TRADE = re.compile(r"企业|项目|招商|投资|经营|总部|产业|公司|引进|链主|基金|人才(?=企业)")
_GIFT = re.compile(
    r"(?:奖补|奖励|补贴|补助)[^。；]{0,12}(?:单列|兑现)|(?:专门|专项|定向)(?:补助|补贴|奖励|资助)|(?:给予"
    r"|安排|拨付|发放|予以|奖励|补助|补贴|资助)[^。；]{0,30}?(?:补助|补贴|奖励|奖补|资助|扶持资金|万元"
    r"|专项资金)"
)
_OTHER = re.compile(r"信访|筹资|筹劳|村民会议|纠纷|矛盾|救助|帮办|代办|困难群众|房屋征收")
_BOUGHT = re.compile(r"合同|服务费|工程款|货款|采购|运营费|资本金|委托")


def _look(draft: Draft) -> Iterator[Hit]:
    for one in judged(draft):
        if not (one.has(_SINGLE) or one.has(_GIFT)) or permitted(one) or one.has(_OTHER):
            continue
        if one.has(_SUPPORT) and one.has(_TRADE):
            yield from (hit(spot) for spot in one.find(_SINGLE) if orders(spot))
        if names_trader(one) and not one.has(_BOUGHT) and "税" not in one.text:
            yield from (hit(spot, 0.7) for spot in one.find(_GIFT) if orders(spot))


RULE = Rule(
    id="COMP-013",
    group=Group.COMPETITION,
    severity=Severity.WARNING,
    summary="以一事一议、一企一策、点名等方式给予特定经营者奖补",
    basis=(act("公平竞争审查条例")[10].item(2),),
    suggestion="设定公开、普遍适用的条件；确需例外的，按照公平竞争审查条例第十二条办理",
    look=_look,
    fires=(
        "对重大项目一事一议给予奖励。",
        "招商项目的扶持资金采取一企一策。",
        "给予甲公司技术改造补贴二百万元。",
        "总部企业的优惠政策由县政府专题研究确定。",
        "安排县旅游集团专项资金五百万元，用于补助景区亏损。",
    ),
    silent=(
        "对重大项目提供帮办服务。",
        "不得以一事一议方式给予企业奖补。",
        "清理一企一策的优惠政策。",
        "信访积案一事一议，逐件化解。",
        "符合条件的企业均可申请技术改造补贴。",
        "村内公益事业通过一事一议筹资筹劳。",
    ),
    kinds=PROVISIONS,
)
