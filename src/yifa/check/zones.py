"""Zones of a draft (分区): title, provisions, quotations, tables, annexes, so that rules look where they should."""

from __future__ import annotations

import re
from typing import Final

MASK: Final = "□"
"""Stands in for each masked character, so that offsets stay what they are."""

_TITLE: Final = re.compile(
    r"(?:办法|规定|细则|条例|规则|意见|方案|通知|决定|通告|公告|制度|规程|措施|合同|协议|协议书|报告|章程|规范|标准|计划)"
    r"(?:[（(][^（）()\n]{1,12}[）)])*$"
)
_TITLE_MAX: Final = 70
_ANNEX: Final = re.compile(
    r"^[ \t\u3000]*附件[ \t\u3000]?[0-9一二三四五六七八九十]{0,3}[：:]?[ \t\u3000]*$", re.MULTILINE
)
_TABLE_ROW: Final = re.compile(r"^[^\n|]*\|[^\n]*$", re.MULTILINE)
_QUOTE_MAX: Final = 400
"""A quotation longer than this is taken for a mark that was not closed."""
_PAIRS: Final = {"《": "》", "“": "”", "「": "」"}


def title_span(text: str) -> tuple[int, int]:
    """The title (标题): the first line that is not blank, if it ends like one; else an empty span."""
    found = re.search(r"\S[^\n]*", text)
    if not found:
        return 0, 0
    line = found[0].rstrip()
    if len(line) <= _TITLE_MAX and _TITLE.search(line) and not re.match(r"第[一二三四五六七八九十]+条", line):
        return found.start(), found.start() + len(line)
    return 0, 0


def annex_start(text: str) -> int:
    """Where the first annex (附件) begins on a line of its own; the length of the text if there is none."""
    found = _ANNEX.search(text)
    return found.start() if found else len(text)


def mask_quotations(text: str) -> str:
    """The text with everything inside 《》, “” and 「」 masked; a mark that is not closed in its line masks nothing."""
    out = list(text)
    at = 0
    while at < len(text):
        closing = _PAIRS.get(text[at])
        if closing is None:
            at += 1
            continue
        end = _closing(text, at, closing)
        if end is None:
            at += 1
            continue
        out[at + 1 : end] = MASK * (end - at - 1)
        at = end + 1
    return "".join(out)


def mask_tables(text: str) -> str:
    """The text with lines of table cells blanked: their words are no sentences."""
    return _TABLE_ROW.sub(lambda found: " " * len(found[0]), text)


def _closing(text: str, at: int, closing: str) -> int | None:
    depth = 0
    for place in range(at, min(len(text), at + _QUOTE_MAX)):
        if text[place] == "\n":
            return None
        if text[place] == text[at]:
            depth += 1
        elif text[place] == closing:
            depth -= 1
            if depth == 0:
                return place
    return None
