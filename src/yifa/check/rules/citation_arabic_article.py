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

_ARABIC = re.compile(r"第\s?([0-9０-９]+)\s?([条款项])")


def _look(draft: Draft) -> Iterator[Hit]:
    for one in draft.citations:
        if one.mention.named is Named.NONE:
            continue
        found = list(_ARABIC.finditer(one.text))
        if found:
            yield Hit(one.start + found[0].start(), one.start + found[-1].end(), confidence=0.95)


def _fix(quote: str) -> str | None:
    fixed = _ARABIC.sub(lambda found: f"第{_chinese(found[1])}{found[2]}", quote)
    return None if _ARABIC.search(fixed) else fixed


def _chinese(digits: str) -> str:
    number = to_int(digits)
    return to_chinese(number) if 1 <= number <= 9999 else digits


RULE = Rule(
    id="CITE-010",
    group=Group.CITATION,
    severity=Severity.INFO,
    summary="条、款、项的序号应当用中文数字",
    basis=(act("立法法")[65, 2],),
    suggestion="把阿拉伯数字改成中文数字",
    look=_look,
    fires=("依照《行政处罚法》第16条处理。", "依照《行政处罚法》第33条第1款处理。"),
    silent=("依照《行政处罚法》第十六条处理。", "检查组随机抽查了第16条道路。"),
    fix=_fix,
)
