"""Penalty cases with something wrong that a supervisor should find (埋设的问题), and the labels that say what.

The engine lets each of them through, since the law does: late, departed from with a reason, held against with a reason.
"""

from __future__ import annotations

from datetime import date, timedelta

from yifa.demo.planted import Planted
from yifa.demo.stories import penalties_odd as odd
from yifa.demo.stories import penalties_parts as p
from yifa.demo.stories.penalties_parts import Tale

_BEGUN = (p.clue, p.filed, p.looked_into)
_TOLD = (*_BEGUN, p.concluded, p.told_of)
_DONE = (p.decided, p.served, p.paid, p.closed)
_PLAIN = (*_TOLD, p.silent, *_DONE)
_SPRING = date(2026, 2, 24)
_ROUND = ("川江", "湘水", "江淮", "塞北", "岭南", "关中")

IRREGULAR: tuple[Tale, ...] = (
    Tale("AQ-99", date(2025, 4, 21), "洪河县鸿运制衣有限公司", 2, 25200,
         (*_BEGUN, odd.dragged, p.concluded, p.told_of, p.silent, *_DONE)),
    Tale("DQ-115", date(2026, 1, 26), "洪河县华厦路桥有限公司", 2, 47700,
         (*_BEGUN, odd.dragged, p.concluded, p.told_of, p.silent, *_DONE)),
    Tale("PW-37", 170, "洪河县长盛陶瓷有限公司", 2, 12600, _BEGUN),
    Tale("YF-45", 150, "洪河县康泰综合门诊有限公司", 2, 3500, _BEGUN),
    Tale("AQ-97", date(2026, 3, 23), "洪河县金诚塑料有限公司", 3, 77400,
         (*_BEGUN, p.concluded, odd.before_window, p.served, p.paid, p.closed)),
    Tale("PW-37", date(2025, 8, 18), "洪河县兴隆电镀有限公司", 2, 18200, (*_TOLD, p.silent, p.discussed, *_DONE),
         more={"deviation_reason": "群众多次反映，社会影响较大"}),
    Tale("AQ-99", date(2026, 2, 2), "洪河县和润粮油有限公司", 2, 38600, (*_TOLD, p.silent, p.discussed, *_DONE),
         more={"deviation_reason": "属于重点监管企业"}),
    Tale("AQ-99", date(2025, 10, 20), "洪河县旭日电子有限公司", 2, 34600, _PLAIN),
    Tale("SP-125", date(2026, 1, 5), "洪河县乐多滋食品有限公司", 2, 18100, _PLAIN),
    *(
        Tale("ZS-77", _SPRING + timedelta(days=21 * number), f"洪河县{name}建筑劳务有限公司", 1, 20000, _PLAIN)
        for number, name in enumerate(_ROUND)
    ),
    Tale("DQ-115", date(2025, 5, 26), "洪河县宏基土方有限公司", 2, 48600, (*_TOLD, p.silent, *_DONE[:3])),
    Tale("SP-125", date(2025, 7, 21), "洪河县田园香食品有限公司", 2, 26100, (*_TOLD, p.silent, *_DONE[:3])),
    Tale("TS-83", date(2025, 8, 4), "洪河县力源物流有限公司", 2, 55300,
         (*_TOLD, p.silent, odd.published_late, p.paid, p.closed)),
    Tale("AQ-99", date(2026, 3, 30), "洪河县美居门业有限公司", 2, 25400,
         (*_TOLD, p.silent, odd.published_late, p.paid, p.closed)),
    Tale("DQ-118", date(2026, 4, 6), "洪河县香满楼餐饮有限公司", 2, 27800,
         (*_TOLD, p.silent, odd.unpublished, p.served, p.paid, p.closed)),
    Tale("PW-37", date(2026, 2, 23), "洪河县万和石材有限公司", 2, 12400,
         (*_TOLD, p.silent, p.decided, odd.served_late, p.paid, p.closed)),
    Tale("YF-45", date(2026, 3, 2), "洪河县仁爱口腔有限公司", 2, 3400, _PLAIN, team=0),
)  # fmt: skip

PLANTED: list[Planted] = [
    Planted("late", "洪河县鸿运制衣有限公司", "立案九十日以后才作出决定"),
    Planted("late", "洪河县华厦路桥有限公司", "立案九十日以后才作出决定"),
    Planted("overdue", "洪河县长盛陶瓷有限公司", "立案超过九十日没有决定"),
    Planted("overdue", "洪河县康泰综合门诊有限公司", "立案超过九十日没有决定"),
    Planted("before_hearing_window", "洪河县金诚塑料有限公司", "要求听证的五个工作日届满前作出决定，只有口头放弃"),
    Planted("unequal_fines", "洪河县和润粮油有限公司", "同一违法行为、同一阶次，罚款明显高于其他案件，偏离的理由牵强"),
    Planted("unequal_fines", "洪河县旭日电子有限公司", "同一违法行为、同一阶次，罚款明显高于其他案件"),
    Planted("unequal_fines", "洪河县乐多滋食品有限公司", "同一违法行为、同一阶次，罚款明显低于其他案件"),
    Planted("round_fines", "ZS-77", "县城管局对夜间施工一律罚款二万元"),
    Planted("never_closed", "洪河县宏基土方有限公司", "罚款缴清后一直没有结案"),
    Planted("never_closed", "洪河县田园香食品有限公司", "罚款缴清后一直没有结案"),
    Planted("publication_late", "洪河县力源物流有限公司", "作出决定七个工作日以后才公开"),
    Planted("publication_late", "洪河县美居门业有限公司", "作出决定七个工作日以后才公开"),
    Planted("publication_missing", "洪河县香满楼餐饮有限公司", "作出决定后一直没有公开"),
    Planted("never_closed", "洪河县鼎盛装饰有限公司", "移送后受移送的机关一直没有处理"),
    Planted("set_aside", "洪河县巴山夜雨餐饮有限公司", "处罚决定被行政复议撤销"),
    Planted("expired_register", "冯涛", "证件暂扣，台账五个月后才更正"),
    Planted("late", "洪河县万和石材有限公司", "决定书七个工作日以后才送达"),
    Planted("bad_certificate", "洪河县仁爱口腔有限公司", "执法人员的证件在办案期间已经暂扣"),
]
"""The kinds of irregularity with the party of the case; every other case is meant to be in order."""
