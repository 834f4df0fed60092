"""Zones of a draft (分区): title, provisions, quotations, tables, annexes, so that rules look where they should."""

from __future__ import annotations

import re
from itertools import pairwise
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
_PROVISIONS: Final = re.compile(r"^[ \t\u3000]*(?:第[一1]条|第一章|一、)", re.MULTILINE)
_SENTENCES: Final = 3
"""An annex of at least so many sentences is a text and no form."""
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
    """Where the annexes (附件) begin that lay nothing down: forms, lists; the length of the text if there are none.

    An annex with articles or chapters is what a notice issues (印发的办法), and all up to its end is looked at.
    """
    starts = [found.start() for found in _ANNEX.finditer(text)]
    for start, end in reversed([*pairwise((*starts, len(text)))]):
        if _PROVISIONS.search(text, start, end) and text.count("。", start, end) >= _SENTENCES:
            return end
    return starts[0] if starts else len(text)


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
