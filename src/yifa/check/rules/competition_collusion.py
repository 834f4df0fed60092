"""Traders are brought to agree on prices, markets or output (COMP-015)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.market import hit, judged, orders
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.law import act

_ACTORS = re.compile(
    r"协会|商会|同行|同业|经营者|企业|驾校|砂场|网点|商户|会员|公司|站点|经营户|机构|农资店|合作社|摊主"
    r"|[加驿]?油?站|厂|店|气站|料场|行业"
)
_PRICES = re.compile(
    r"(?:协商|商定|约定|共同|联合|一致|自行)?(?:统一|固定|确定|商定|变更|上调)[^，。；]{0,10}?(?:定价"
    r"|价格?(?![格值])|收费|费率|报价|收费标准|折扣)|(?:统一定价|协商定价|联合(?:定价|抵制|涨价|提价"
    r"|报价))"
    r"|价格(?:自律|联盟|同盟)|自律(?:价|公约)[^。；]{0,20}(?:价|元)|避免[^，。；]{0,6}(?:低价竞争|价格战)"
    r"|(?:商量|约|议)[好定][^，。；]{0,6}(?:价|收费)|(?:定|统)[到成在]?一个价|最低(?:收费|价|报价|售价)"
    r"|(?:协会|商会)(?:公布|制定|统一|规定|确定|发布)的?[^，。；]{0,8}(?:价|收费|学费|费)"
)
_MARKETS = re.compile(
    r"(?:划分|分割|划定)[^，。；]{0,8}(?:市场|(?:配送|销售|经营|收购|服务)(?:范围|区域|片区))|划片(?:经营"
    r"|供应|销售|收购)|互不跨区|限产|(?<!不)限定?(?:产量|销量)|限制(?:产量|销量|生产数量)|联合抵制|(?:分配|分摊"
    r"|划定|瓜分)[^，。；]{0,6}(?:产量|销量|份额|客户|片区|配额)|划片(?!管理|包干|负责|走访)[一-龥]{2}"
    r"|互不(?:越界|跨区|干扰)|(?:不得|不准|不许|禁止)(?:跨区|跨片|越界"
    r"|越区)(?:域)?(?:经营|配送|销售|供应|收购|揽)|定产|按配额|各管一片|各占一"
    r"|包片|错峰(?:销售|开业)|轮流(?:中标|经营|供应)"
    r"|(?:商议|商定|协商|会商|议定|约定|分配)[^，。；]{0,14}(?:产量|出厂价|价格|销量|份额|配额|售价)"
)
_SHARED = re.compile(r"(?:报送|交换|通报|共享|互通)[^，。；]{0,12}(?:价格|产量|销量|报价|成本)")
_AGREED = re.compile(
    r"商量|协会|商会|同行|同业|协商|约定|公约|自律|联盟|组织|牵头|共同|联合|会员|经营者之间|相互|低价竞争|价格战"
)
_LAWFUL = re.compile(
    r"分立|污染|应急|预警|劳动|工资|职工|消防|成员账户|审计|标准化|责令|政府定价|政府指导价|统计|价格监测"
    r"|集中采购|公租房|行政处罚|裁量|教学"
)


def _look(draft: Draft) -> Iterator[Hit]:
    for one in judged(draft, _ACTORS):
        if one.has(_LAWFUL) or not one.has(_ACTORS):
            continue
        spots = [*one.find(_MARKETS)]
        if one.has(_AGREED):
            spots += one.find(_PRICES)
        if re.search(r"协会|会员|同行|之间", one.text):
            spots += one.find(_SHARED)
        found = next((spot for spot in spots if orders(spot)), None)
        if found:
            yield hit(found)


RULE = Rule(
    id="COMP-015",
    group=Group.COMPETITION,
    severity=Severity.ERROR,
    summary="强制、组织经营者实施垄断行为（统一价格、划分市场、限产），或者为其提供便利",
    basis=(
        act("公平竞争审查条例")[11].item(1),
        act("反垄断法")[44],
    ),
    suggestion="删除；价格、产量、销售区域由经营者自主决定",
    look=_look,
    fires=(
        "组织经营者统一定价、划分市场。",
        "由餐饮协会召集会员统一早餐价格。",
        "引导砖厂限产，每月产量由协会分配。",
        "各加油站划片经营，不得跨片销售。",
        "推动家政企业签订价格自律公约，服务价每小时不低于五十元。",
    ),
    silent=(
        "行业协会不得组织经营者统一定价。",
        "查处同行企业联合抵制新进入者的行为。",
        "经营者之间不得划分市场。",
        "县市场监督管理局应当对企业开展反垄断辅导，防止协商定价。",
        "禁止商会组织会员限产。",
        "行业协会应当统一服务标识。",
    ),
    kinds=PROVISIONS,
)
