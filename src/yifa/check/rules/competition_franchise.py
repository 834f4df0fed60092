"""A franchise is granted without competition, or renewed, or made exclusive (COMP-002)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.market import hit, judged, lawful, names_trader, open_to_all, orders
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import REFUSED
from yifa.law import act

_RIGHT = re.compile(
    r"特许经营权|专营权|独家[^，。；]{0,8}权|(?<!承包)(?<!土地)(?<!林地)(?<!自主)经营权|(?:接运|承运|收费"
    r"|开发|冠名|广告|处置|收运|供应)权|运营权|特许经营(?:协议|合同|期)"
)
_GRANTED = re.compile(
    r"授予|给予|赋予|享有|取得|交给|交由|独占|划归|划给|划转|归[^，。；]{1,10}所有|续签|延长|顺延|拥有"
)
_EXCLUSIVE = re.compile(
    r"不再引入(?:其他|新)|不再(?:进行)?(?:竞争|公开)(?:发包|选择|招)|交[^，。；]{2,12}长期(?:承担|经营|运营)"
    r"|一揽子交|别家不|独占(?!地位)|包揽|独揽|唯一[^，。；]{0,6}(?:单位|企业|供应商|主体|机构)|不再批准第二"
    r"|专营(?!店|商店|单位|机构|组织|保险|专卖)|(?<!其中)一家(?:经营|运营|承担|负责|承办)"
    r"|(?<!非)独家(?!代理|新闻)|(?:排他(?:性)?"
    r"|垄断)(?:的)?(?:经营|运营|供应|负责|承担|承办|配送|提供)"
    r"|(?:独家|唯一)[^，。；]{0,6}(?:经营|运营|供应)(?:单位|主体|企业|商|者)"
    rf"|由[^，。；]{{2,14}}(?:承担|经营|运营|承运)(?=[^。；]{{0,14}}其[他它][^，。；]{{0,10}}{REFUSED})"
)
_ALONE = re.compile(
    r"独占|别家|一揽子|独家|唯一|排他|专营|直接|不(?:再|另行)(?:引入|组织|招标|招商|竞价|批准第二)|(?:不"
    rf"|无需)[^，。；]{{0,4}}(?:招标|竞争)|续签|延长|顺延|其[他它][^，。；]{{0,12}}{REFUSED}|专营"
    r"|一家"
)


def _look(draft: Draft) -> Iterator[Hit]:
    for one in judged(draft):
        if (
            not (one.has(_GRANTED) or one.has(_EXCLUSIVE))
            or lawful(one)
            or open_to_all(one)
            or re.search("[甲乙]方", one.text)
            or not (one.has(_ALONE) or names_trader(one))
        ):
            continue
        acts = _GRANTED if one.has(_RIGHT) else _EXCLUSIVE
        spot = next((spot for spot in one.find(acts) if orders(spot)), None)
        if spot:
            yield hit(spot)


RULE = Rule(
    id="COMP-002",
    group=Group.COMPETITION,
    severity=Severity.ERROR,
    summary="未经公平竞争授予特许经营权，或者设置独家、排他经营",
    basis=(act("公平竞争审查条例")[8].item(2),),
    suggestion="通过招标、谈判等公平竞争方式选择特许经营者，写明期限；没有法律依据的删除独家、排他的内容",
    look=_look,
    fires=(
        "授予甲公司本区环卫独家特许经营权三十年。",
        "污水处理由县水务集团独家运营，期限三十年。",
        "共享电单车特许经营权直接授予县公交集团。",
        "垃圾清运的特许经营期届满后，自动延长十年，继续由原公司特许经营。",
        "停车泊位经营权交由县城投公司，其他企业不得参与。",
    ),
    silent=(
        "通过公开竞争方式依法选择特许经营者后授予特许经营权。",
        "不得授予任何企业独家经营权。",
        "特许经营者应当每年报告运营情况。",
        "农户依法享有土地承包经营权。",
        "禁止违法设置特许经营权。",
        "供水特许经营权以公开招标方式授予中标企业。",
    ),
    kinds=PROVISIONS,
)
