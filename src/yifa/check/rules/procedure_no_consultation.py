"""Rights are touched and the public was not consulted, or not for long enough (PROC-007)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Example, Rule
from yifa.check.timing import number, whole_hit
from yifa.law import act


def _look(draft: Draft, days: int = 7) -> Iterator[Hit]:
    """`days` is what is asked where no market entity is concerned."""
    impact = draft.facts.get("impact")
    if not impact or "solicit" not in draft.facts:
        return
    solicit = draft.facts["solicit"]
    if not solicit:
        yield whole_hit(draft, "元数据写明涉及权利义务，没有公开征求意见的记录。")
    elif not isinstance(solicit, dict) or not solicit.get("reason"):
        lasted = _days(solicit.get("days") if isinstance(solicit, dict) else solicit)
        least = max(days, 30) if "market_entity" in impact else days
        if lasted is not None and lasted < least:
            yield whole_hit(draft, f"公开征求意见{lasted}日，少于{least}日，没有写明理由。")


def _days(told: object) -> int | None:
    """10, "10", "10日" or "七个工作日" as a number; None where it is none."""
    if isinstance(told, bool):
        return None
    return told if isinstance(told, int) else number(re.sub(r"个?(?:工作)?[日天]$", "", str(told).strip()))


RULE = Rule(
    id="PROC-007",
    group=Group.PROCEDURE,
    severity=Severity.ERROR,
    summary="涉及权利义务而没有公开征求意见，或者征求意见的时间不够",
    basis=(act("地方各级人民代表大会和地方各级人民政府组织法")[75], act("优化营商环境条例")[62]),
    suggestion="公开征求意见；影响市场主体的不少于三十日，其他的不少于七个工作日，或者写明缩短的理由",
    look=_look,
    fires=(
        Example("经营者应当公示价格。", {"impact": ["market_entity"], "solicit": {"days": 10}}),
        Example("村民应当分类投放。", {"impact": ["rights"], "solicit": None}),
        Example("经营者应当公示价格。", {"impact": "market_entity", "solicit": "10日"}),
        Example("村民应当分类投放。", {"impact": ["rights"], "solicit": "五个工作日"}),
    ),
    silent=(
        Example("经营者应当公示价格。", {"impact": ["market_entity"], "solicit": {"days": 30}}),
        Example("值班应当交接。", {"impact": [], "solicit": None}),
        Example("经营者应当公示价格。", {"impact": "market_entity", "solicit": "30日"}),
        "经营者应当公示价格。",
    ),
    kinds=PROVISIONS,
    limits={"days": 7},
)
