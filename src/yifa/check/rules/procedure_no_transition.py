"""Market entities get less than thirty days to adapt (PROC-012)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Example, Rule
from yifa.check.timing import dated, day_in, starts
from yifa.law import act

_AT_ONCE = re.compile(r"自(?:公布|发布|印发|下发)之日起")


def _look(draft: Draft) -> Iterator[Hit]:
    published = dated(draft)
    if published is None or "market_entity" not in (draft.facts.get("impact") or ()):
        return
    for found in starts(draft):
        first = published if _AT_ONCE.search(found[0]) else day_in(found[0])
        if first and 0 <= (first - published).days < 30:
            yield Hit(found.start(), found.end(), f"{published}公布、{first}施行，不足三十日。")


RULE = Rule(
    id="PROC-012",
    group=Group.PROCEDURE,
    severity=Severity.WARNING,
    summary="影响市场主体，公布到施行不足三十日",
    basis=(act("优化营商环境条例")[65, 1],),
    suggestion="留出三十日以上的适应期，或者写明理由",
    look=_look,
    fires=(
        Example(
            "某县河道管理办法\n第一条 制定本办法。\n第二条 河道应当疏浚。\n第三条 本办法自2026年6月15日起施行。",
            {"published_on": "2026-06-10", "impact": ["market_entity"]},
        ),
    ),
    silent=(
        Example(
            "某县河道管理办法\n第一条 制定本办法。\n第二条 河道应当疏浚。\n第三条 本办法自2026年7月15日起施行。",
            {"published_on": "2026-06-10", "impact": ["market_entity"]},
        ),
        "某县河道管理办法\n第一条 制定本办法。\n第二条 河道应当疏浚。\n第三条 本办法自2026年6月15日起施行。",
    ),
    kinds=PROVISIONS,
)
