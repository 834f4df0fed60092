"""It touches trade and was not reviewed for fair competition (COMP-019)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from yifa.check.clause import Spot
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Example, Rule
from yifa.check.timing import whole_hit
from yifa.law import act

_TRADE = re.compile(
    r"(?:给予|发放|安排|享受|申请|兑现)[^，。；]{0,20}(?:补贴|补助|奖励|奖补|资助)|招商引资|招商|政府采购"
    r"|招标|投标|市场准入|准入条件|特许经营|资质|收费标准|收费|定价|价格|招租|经营者|供应商|市场主体"
)
_SUPPORT = re.compile(r"奖励|补贴|补助|奖补|资助|贴息|扶持")
_TRADER = re.compile(r"超市|店|设备|充电|投资|企业|经营|养殖场|合作社|公司|商户|农场|产业|工厂|门店|机构|投保")
_NO_REVIEW: tuple[Any, ...] = (None, "", {}, False)
_REFUSED = ("restriction_prohibited",)


def _look(draft: Draft) -> Iterator[Hit]:
    known = [draft.facts[key] for key in ("fcr", "fcr_id") if key in draft.facts]
    if not known:
        return
    review = draft.facts.get("fcr")
    if isinstance(review, dict) and review.get("conclusion") in _REFUSED:
        yield whole_hit(draft, "公平竞争审查的结论不是符合标准，不得出台。")
    elif all(one in _NO_REVIEW or (isinstance(one, dict) and not one.get("conclusion")) for one in known):
        spot = next(_touches_trade(draft), None)
        if spot:
            yield Hit(spot.start, spot.end, "涉及经营者的经济活动，没有公平竞争审查结论。")


def _touches_trade(draft: Draft) -> Iterator[Spot]:
    for one in draft.statements:
        if not one.reporting:
            yield from one.find(_TRADE)
            yield from one.find(_SUPPORT) if one.has(_TRADER) else ()


RULE = Rule(
    id="COMP-019",
    group=Group.COMPETITION,
    severity=Severity.ERROR,
    summary="涉及经营者的经济活动而没有公平竞争审查结论",
    basis=(
        act("公平竞争审查条例")[2],
        act("公平竞争审查条例")[18],
        act("优化营商环境条例")[63, 1],
    ),
    suggestion="先进行公平竞争审查再出台；确实不涉及经营者经济活动的，在元数据中写明不适用",
    look=_look,
    fires=(
        Example("对首次参展的企业给予奖励。", {"fcr_id": None}),
        Example("停车场收费标准由本办法规定。", {"fcr": None}),
        Example("公开招标选择管护单位。", {"fcr": {}}),
        Example("农贸市场摊位实行公开招租。", {"fcr": {"conclusion": ""}}),
        Example("经营者应当公示价格。", {"fcr": {"conclusion": "restriction_prohibited"}}),
    ),
    silent=(
        Example("值班人员应当交接班。", {"fcr": None}),
        Example("值班制度不涉及经营者。", {"fcr": {"conclusion": "not_applicable"}}),
        Example("对企业给予奖励。", {"fcr": {"conclusion": "no_restriction"}}),
        Example("对企业给予奖励。", {"fcr_id": 12}),
        "对企业给予奖励。",
    ),
    kinds=PROVISIONS,
)
