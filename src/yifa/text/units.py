"""A document as its units (条文单元): articles, else numbered parts, else paragraphs, with the place each stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from yifa.law.numerals import NUMERAL

_BLANKS: Final = " \t\u3000\xa0\u200b\ufeff\u2002\u2003"
_ARTICLE: Final = re.compile(
    rf"第{NUMERAL}条(?:之[一二三四五六七八九十]+)?(?=[{_BLANKS}，,：:]|[^款项的规至到、和及与或])"
)
_DIVISION: Final = re.compile(rf"(第{NUMERAL}(?:编|章|节))[{_BLANKS}]*(?=\S{{1,30}}$)")
_PART: Final = re.compile(r"[一二三四五六七八九十]{1,3}、")
_ITEM: Final = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]")
_APPENDIX: Final = re.compile(r"附(?:件|表|录|图|则)?[一二三四五六七八九十0-9]*(?:[：:]|$)")
_FEW: Final = 2
"""As many articles, or parts, make a document one of articles, or of parts."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of a document.

    Attributes:
        label: 第三条, 二、, 二（一）, 附件1；empty for what stands before the first, and for plain paragraphs.
        division: the chapter or section it stands in, 第二章 申请.
        text: its words without the label, a line for each paragraph.
    """

    label: str
    division: str
    text: str

    @property
    def name(self) -> str:
        """How a person calls it: its label, else the beginning of its words."""
        if self.label:
            return self.label.rstrip("、")
        return self.text if len(self.text) <= _NAMED else f"{self.text[:_NAMED]}…"


_NAMED: Final = 12


def units_of(text: str) -> list[Unit]:
    """The units of a document in their order; every word of the text is in one of them or in a division's name."""
    lines = [line.strip(_BLANKS).lstrip("#").strip(_BLANKS) for line in text.splitlines()]
    lines = [line for line in lines if line]
    for cut, enough in ((_by_article, _FEW), (_by_part, _FEW)):
        units = list(cut(lines))
        if sum(1 for unit in units if unit.label) >= enough:
            return units
    return [Unit("", "", line) for line in lines]


def _by_article(lines: list[str]) -> Iterator[Unit]:
    label, division, body = "", "", list[str]()
    for line in lines:
        article, heading = _ARTICLE.match(line), _DIVISION.match(line)
        appendix = label and _APPENDIX.match(line)
        if not (article or heading or appendix):
            body.append(line)
            continue
        if label or body:
            yield Unit(label, division, "\n".join(body))
        label, body = "", []
        if article:
            label, rest = article.group(), line[article.end() :].strip(_BLANKS)
            body = [rest] if rest else []
        elif heading:
            division = f"{heading.group(1)} {line[heading.end() :]}"
        else:
            label, division, body = line.rstrip("：:"), "", []
    if label or body:
        yield Unit(label, division, "\n".join(body))


def _by_part(lines: list[str]) -> Iterator[Unit]:
    """Notices and opinions: 一、 with its items （一） as units of their own."""
    part, label, division, body = "", "", "", list[str]()
    for line in lines:
        major, item = _PART.match(line), _ITEM.match(line)
        appendix = part and _APPENDIX.match(line)
        if not (major or (item and part) or appendix):
            body.append(line)
            continue
        if label or body:
            yield Unit(label, division, "\n".join(body))
        if major:
            part = label = major.group()
            division, body = "", [line[major.end() :].strip(_BLANKS)]
        elif item and part:
            label = part.rstrip("、") + item.group().replace("(", "（").replace(")", "）")
            division, body = part, [line[item.end() :].strip(_BLANKS)]
        else:
            label, division, body = line.rstrip("：:"), "", []
    if label or body:
        yield Unit(label, division, "\n".join(line for line in body if line))
