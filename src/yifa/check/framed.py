"""The frame that metadata give (标题、发文字号、主送机关、附件说明、成文日期) around a text that stands without it.

The rules look at the document as a whole: a 规定 that calls itself 本办法 is only seen with its title. What a text has
itself is not put around it again, and what is found in the frame is told at the first line of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from yifa.check.letter import Letter, read_letter
from yifa.check.meta import Meta
from yifa.check.model import Finding
from yifa.check.parts import read_parts
from yifa.check.zones import annex_start

_ANNEXES: Final = re.compile(r"^[ \t\u3000]*附件", re.MULTILINE)


Lines = tuple[tuple[str, str], ...]
"""Lines of the frame, each with its name: 标题, 发文字号."""


@dataclass(frozen=True)
class Framed:
    """A text in its frame.

    Attributes:
        plain: the text as it stands in the file.
        above, below: what is put before it, and into it at `cut`, behind its body and before its annexes.
        main: where the body ends in the whole.
    """

    plain: str
    above: Lines
    below: Lines
    cut: int
    main: int

    @property
    def text(self) -> str:
        """The whole."""
        return f"{_set(self.above)}{self.plain[: self.cut]}{self._inserted}{self.plain[self.cut :]}"

    @property
    def _inserted(self) -> str:
        open_line = self.below and self.cut and self.plain[self.cut - 1] != "\n"
        return ("\n" if open_line else "") + _set(self.below)

    def back(self, found: Finding) -> Finding:
        """The finding with its place in the text of the file."""
        before, between = len(_set(self.above)), len(self._inserted)
        start, end = found.start - before, found.end - before
        if start < 0:
            return self._of_frame(found, self.above, found.start)
        if self.cut <= start < self.cut + between:
            return self._of_frame(found, self.below, start - self.cut - between + len(_set(self.below)))
        if start >= self.cut:
            start -= between
        end = end - between if end >= self.cut + between else min(end, self.cut)
        return replace(found, start=start, end=end, quote=self.plain[start:end])

    def _of_frame(self, found: Finding, lines: Lines, offset: int) -> Finding:
        """Told at the first line of the text; nothing there is to be corrected."""
        label, words = _line_at(lines, offset)
        first = re.search(r"\S[^\n]*", self.plain)
        start, end = first.span() if first else (0, 0)
        message = f"元数据里的{label}“{words}”：{found.message}"
        quote = self.plain[start:end]
        return replace(found, start=start, end=end, quote=quote, path=label, message=message, replacement=None)


def framed(text: str, main: int, meta: Meta) -> Framed:
    """Put what the metadata tell, and the text has not, around the text; `main` is where its body ends."""
    if not meta.title and not meta.facts:
        return Framed(text, (), (), main, main)
    parts = read_parts(text[:main])
    letter = read_letter(text, parts[0] if parts else None)
    above, below = tuple(_above(text, letter, meta)), tuple(_below(text, letter, meta.facts))
    frame = Framed(text, above, below, cut=min(main, annex_start(text)), main=main)
    return replace(frame, main=main + len(frame.text) - len(text))


def _above(text: str, letter: Letter, meta: Meta) -> Iterator[tuple[str, str]]:
    title = "".join((meta.title or "").split())
    titled = bool(title) and letter.title is None and title not in "".join(text.split())
    if titled:
        yield "标题", title
    number = meta.facts.get("doc_number")
    if isinstance(number, str) and number.strip() and not letter.numbers and (titled or letter.title is None):
        yield "发文字号", number.strip()
    to = meta.facts.get("to")
    names = "、".join(map(str, to)) if isinstance(to, list) else to
    if titled and isinstance(names, str) and names.strip() and letter.recipient is None:
        yield "主送机关", f"{names.strip().rstrip('：:')}："


def _below(text: str, letter: Letter, facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    annexes = facts.get("attachments")
    names = [str(one).strip() for one in annexes] if isinstance(annexes, list) else []
    if names and not _ANNEXES.search(text):
        for number, name in enumerate(names, 1):
            head = "附件：" if number == 1 else ""
            yield "附件说明", f"{head}{f'{number}.' if len(names) > 1 else ''}{name}"
    day = facts.get("date")
    if isinstance(day, str) and letter.date is None:
        signed = date.fromisoformat(day)
        yield "成文日期", f"{signed.year}年{signed.month}月{signed.day}日"


def _set(lines: Lines) -> str:
    return "".join(f"{words}\n" for _, words in lines)


def _line_at(lines: Lines, offset: int) -> tuple[str, str]:
    for label, words in lines:
        if offset <= len(words):
            return label, words
        offset -= len(words) + 1
    return lines[-1]
