"""The number of a cited article is written in Arabic digits (CITE-010)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.law import act
from yifa.law.citations import Named
from yifa.law.numerals import to_chinese, to_int

_ARABIC = re.compile(r"第\s?[0-9０-９]+\s?[条款项]")


def _look(draft: Draft) -> Iterator[Hit]:
    for one in draft.citations:
        if one.mention.named is Named.NONE:
            continue
        found = _ARABIC.search(one.text)
        if found:
            yield Hit(one.start + found.start(), one.start + found.end(), confidence=0.95)


def _fix(quote: str) -> str | None:
    number = to_int("".join(quote[1:-1].split()))
    return f"第{to_chinese(number)}{quote[-1]}" if 1 <= number <= 9999 else None


RULE = Rule(
    id="CITE-010",
    group=Group.CITATION,
    severity=Severity.INFO,
    summary="条、款、项的序号应当用中文数字",
    basis=(act("立法法")[65, 2],),
    suggestion="把阿拉伯数字改成中文数字",
    look=_look,
    fires=("依照《行政处罚法》第16条处理。",),
    silent=("依照《行政处罚法》第十六条处理。", "检查组随机抽查了第16条道路。"),
    fix=_fix,
)
