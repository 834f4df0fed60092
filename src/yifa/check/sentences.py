"""Cut a text into its statements (一句) and tie those of a list to the sentence that opens it."""

from __future__ import annotations

import re
from typing import Final

from yifa.check.clause import Statement
from yifa.check.zones import MASK

_LONGEST: Final = 600
_STOP: Final = re.compile(rf"[^。；;！？\n]{{1,{_LONGEST}}}[。；;！？]?")
"""A sentence ends with its line at the latest, and after 600 characters: what is longer is no sentence."""
_OPENS_LIST: Final = re.compile(r"：(?=[ \t\u3000]*(?:[（(]一[）)]|1[.、．）)]|①))")
"""A list within its line: 有下列情形之一的，不得…：（一）…；（二）…."""
_LIST_LINE: Final = re.compile(r"[ \t\u3000]*(?:[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.、．）)]|[①-⑳])")


def statements(masked: str, raw: str, start: int = 0, end: int | None = None) -> tuple[Statement, ...]:
    """Cut a masked text into its statements and tie those of a list to the sentence that opens it."""
    found: list[Statement] = []
    lead: Statement | None = None
    for line in re.finditer(r"[^\n]+", masked[:end]):
        if line.end() <= start or not line[0].strip(f" \t\u3000{MASK}"):
            continue
        listed = bool(_LIST_LINE.match(line[0]))
        if not listed:
            lead = None
        opening = before = ""
        within: Statement | None = None
        for piece in _STOP.finditer(masked, max(line.start(), start), line.end()):
            if piece[0].strip():
                spoken = raw[piece.start() : piece.end()]
                over = within if within and _LIST_LINE.match(piece[0]) else lead
                one = Statement(piece.start(), piece.end(), piece[0], spoken, over, opening, before)
                found.append(one)
                if opens := _OPENS_LIST.search(piece[0]):
                    within = _lead(one, masked, raw, line.start(), piece.start() + opens.end())
            goes_on = piece[0].endswith(("；", ";"))
            opening = (opening + piece[0])[-_LONGEST:] if goes_on else ""
            before = (before + raw[piece.start() : piece.end()])[-_LONGEST:] if goes_on else ""
        if not listed and line[0].rstrip().endswith(("：", ":")):
            lead = _lead(found[-1], masked, raw, line.start())
    return tuple(found)


def _lead(last: Statement, masked: str, raw: str, line: int, end: int | None = None) -> Statement:
    """The whole sentence that opens a list, its parts before a semicolon included."""
    start, stop = max(masked.rfind("。", line, last.start) + 1, line), end or last.end
    return Statement(start, stop, masked[start:stop], raw[start:stop], last.lead)
