"""Zones of a draft (分区): title, provisions, quotations, tables, annexes, so that rules look where they should."""

from __future__ import annotations

import re
from typing import Final

MASK: Final = "□"
"""Stands in for each masked character, so that offsets stay what they are."""

_TITLE: Final = re.compile(
    r"(?:办法|规定|细则|条例|规则|意见|方案|通知|决定|通告|公告|制度|规程|措施"
    r"|合同|协议|协议书|报告|章程|规范|标准|计划)"
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
_MARK: Final = re.compile("[《》“”「」\n]")


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
    out: list[str] = []
    done = 0
    for opening, closing in sorted(_closings(text).items()):
        if opening >= done and closing - opening < _QUOTE_MAX:
            out += (text[done : opening + 1], MASK * (closing - opening - 1))
            done = closing
    return "".join((*out, text[done:]))


def mask_tables(text: str) -> str:
    """The text with lines of table cells blanked: their words are no sentences."""
    return _TABLE_ROW.sub(lambda found: " " * len(found[0]), text)


def _closings(text: str) -> dict[int, int]:
    """Where each mark that is opened is closed, in the same line."""
    found: dict[int, int] = {}
    waiting: dict[str, list[int]] = {closing: [] for closing in _PAIRS.values()}
    for mark in _MARK.finditer(text):
        if mark[0] == "\n":
            waiting = {closing: [] for closing in waiting}
        elif mark[0] in _PAIRS:
            waiting[_PAIRS[mark[0]]].append(mark.start())
        elif waiting[mark[0]]:
            found[waiting[mark[0]].pop()] = mark.start()
    return found
