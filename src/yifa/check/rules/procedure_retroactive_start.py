"""The document takes effect before it is published (PROC-005)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Example, Rule
from yifa.check.timing import dated, day_in, starts
from yifa.law import act

_PUBLISHED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日(?=(?:公布|发布|印发|下发|通过))")


def _look(draft: Draft) -> Iterator[Hit]:
    told = _PUBLISHED.search(draft.masked)
    published = dated(draft) or (day_in(told[0]) if told else None)
    for found in starts(draft):
        first = day_in(found[0])
        if published and first and first < published:
            yield Hit(found.start(), found.end(), f"施行日{first}早于公布或者成文日{published}。")


RULE = Rule(
    id="PROC-005",
    group=Group.PROCEDURE,
    severity=Severity.ERROR,
    summary="施行日期早于公布日期或者成文日期",
    basis=(act("立法法")[104],),
    suggestion="改为公布以后的日期；有利于当事人而要溯及的，写明理由",
    look=_look,
    fires=(
        "某县河道管理办法\n第三条 本办法自2026年1月1日起施行。\n2026年6月10日",
        Example(
            "某县河道管理办法\n第三条 本办法自2026年1月1日起施行。",
            {"published_on": "2026-06-10"},
        ),
    ),
    silent=(
        "某县河道管理办法\n第三条 本办法自2026年7月15日起施行。\n2026年6月10日",
        "某县河道管理办法\n第三条 本办法自公布之日起施行。\n2026年6月10日",
    ),
    kinds=PROVISIONS,
)
