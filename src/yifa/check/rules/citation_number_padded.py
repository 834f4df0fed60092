"""A document number has 第 or leading zeros (CITE-008)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.citing import matches
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import Rule

_NUMBER = re.compile(r"〔\d{4}〕\s{0,4}(?:字?第\s{0,4}\d{1,6}|0\d{1,6})\s{0,4}号")


def _look(draft: Draft) -> Iterator[Hit]:
    return matches(draft, _NUMBER)


def _fix(quote: str) -> str:
    year, number = re.findall(r"\d+", quote)
    return f"〔{year}〕{int(number)}号"


RULE = Rule(
    id="CITE-008",
    group=Group.CITATION,
    severity=Severity.WARNING,
    summary="发文顺序号不加“第”字，不编虚位",
    basis=("GB/T 9704—2012 7.2.5",),
    suggestion="去掉“第”字和前面的0",
    look=_look,
    fires=(
        "依照某政发〔2024〕第01号文件执行。",
        "依照某政发〔2024〕01号文件执行。",
        "某水〔2020〕字第3号文件不再执行。",
    ),
    silent=("依照某政发〔2024〕1号文件执行。", "依照国务院令第711号执行。"),
    fix=_fix,
)
