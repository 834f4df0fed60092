"""Reading: characters a second of the report reader and the citation finder, against a bare scan for digits and 《."""

from __future__ import annotations

import re
from datetime import date

from bench.measure import Result, side_by_side

PARAGRAPH = (
    "全年共收到行政复议申请{a}件，受理{b}件，审结{c}件，其中维持{d}件、撤销{e}件，综合纠错率{f}%。根据《中华人民共和国行政复议法》"
    "第三十条第一款第（四）项和行政处罚法第七十二条，组织听证{e}场，开展普法宣传活动{a}场次，受众{b}余人次，发放资料{c}余份。"
)


def text_of(characters: int) -> str:
    """A made-up report text of about this length."""
    lines, n = ["洪河县人民政府2024年法治政府建设年度报告", "一、主要举措和成效"], 0
    while sum(map(len, lines)) < characters:
        n += 1
        lines.append(PARAGRAPH.format(a=300 + n, b=280 + n, c=250 + n, d=90 + n, e=9 + n % 7, f=12 + n % 30))
    return "\n".join(lines)


def run(quick: bool) -> list[Result]:
    """Both on the same text."""
    from yifa.law import act
    from yifa.law.citations import citations
    from yifa.reader import read_text

    text = text_of(20_000 if quick else 100_000)
    act("行政复议法")
    digits, marks = re.compile(r"[0-9]+"), re.compile("《|第[一二三四五六七八九十百零]+条")

    def reader() -> int:
        read_text(text, "bench.txt")
        return len(text)

    def finder() -> int:
        citations(text, date(2025, 1, 1))
        return len(text)

    def scan(pattern: re.Pattern[str]) -> int:
        list(pattern.finditer(text))
        return len(text)

    return [
        *side_by_side(
            "read a report", "characters", ("read_text", reader), ("bare scan for digits", lambda: scan(digits))
        ),
        *side_by_side(
            "find citations",
            "characters",
            ("find and resolve", finder),
            ("bare scan for 《 and 第…条", lambda: scan(marks)),
        ),
    ]
