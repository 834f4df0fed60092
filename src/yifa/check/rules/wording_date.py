"""A date in digits and dots (WORD-014)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.wording import worded

_WORDS = re.compile(
    r"(?<![\d〔./-])(?:19|20)\d{2}([./-])\d{1,2}\1\d{1,2}(?![\d./-])|(?:19|20)\d{2}年\d{1,2}[./-]\d{1,2}(?![\d./-])"
)


def _look(draft: Draft) -> Iterator[Hit]:
    return worded(draft, _WORDS)


def _fix(quote: str) -> str | None:
    year, month, day = map(int, re.split("[./年-]", quote))
    try:
        date(year, month, day)
    except ValueError:
        return None
    return f"{year}年{month}月{day}日"


RULE = Rule(
    id="WORD-014",
    group=Group.WORDING,
    severity=Severity.INFO,
    summary="日期应当写成某年某月某日",
    basis=("GB/T 9704—2012 7.3.5.4",),
    suggestion="改成年月日的写法",
    look=_look,
    fires=("自2024.5.1起施行。",),
    silent=("自2024年5月1日起施行。", "文件编号为12024-5-1-3。"),
    kinds=PROVISIONS,
    fix=_fix,
)
