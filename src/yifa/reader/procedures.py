"""Which procedure a stretch of a report speaks of: 审结, 受理 and 结案 are said of all of them (所说的程序)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from yifa.text import Document

_WORDS = {
    "reconsideration": r"复议|被申请人|申请事项|申请人撤回",
    "litigation": r"诉讼(?!比)|应诉|败诉|庭审|一审|撤诉|出庭",
    "arbitration": r"仲裁",
    "petition": r"信访|热线|工单|投诉举报平台",
    "disclosure": r"依申请公开|信息公开申请",
    "enforcement": r"执法案件|处罚案件|违法案件|执法检查",
}
SPOKEN_OF = {"reconsideration": "行政复议案件", "litigation": "行政诉讼案件", "enforcement": "行政执法案件"}
"""The words that a sentence leaves out as long as its paragraph speaks of the procedure."""
_ANY = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _WORDS.items()))
_BOUND = frozenset({"reconsideration", "litigation"})
"""Families of indicators that are stated in the words of a procedure and of no other."""


_COMPARED = frozenset({"reconsideration.ratio", "reconsideration.ratio_yoy"})
"""Indicators that set two procedures beside each other."""


class Procedures:
    """The procedures that one document names, asked by offset."""

    def __init__(self, document: Document, title: str) -> None:
        self._document = document
        self._title = next((m.lastgroup for m in _ANY.finditer(title)), None)
        self._named = [(m.start(), m.lastgroup or "") for m in _ANY.finditer(document.flat)]
        self._starts = [start for start, _ in self._named]

    def at(self, start: int) -> str | None:
        """The last procedure named before a number in its paragraph, else by a heading above, else by the title."""
        block = self._document.sentences[self._document.sentence_at(start)].block
        return self._last(self._document.blocks[block].start, start) or self._above(start)

    def _last(self, start: int, end: int) -> str | None:
        index = bisect_left(self._starts, end) - 1
        return self._named[index][1] if index >= 0 and self._starts[index] >= start else None

    def _above(self, start: int) -> str | None:
        """The procedure in the nearest heading that names one, else in the title."""
        headings = self._document.headings
        path = self._document.heading_path(self._document.heading_at(start))
        return next((p for i in path if (p := self._last(headings[i].start, headings[i].end))), self._title)

    def within(self, spans: Iterable[tuple[int, int]]) -> str | None:
        """The last procedure named in some spans."""
        return next((p for start, end in reversed(tuple(spans)) if (p := self._last(start, end))), None)


def foreign(code: str, procedure: str | None) -> bool:
    """Whether an indicator belongs to another procedure than the one spoken of."""
    family = code.partition(".")[0]
    return family in _BOUND and procedure != family and code not in _COMPARED
