"""Where an offset stands in a draft: chapter, section, article, paragraph, item (章节条款项)."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from yifa.law.numerals import NUMERAL, NotANumeral, to_chinese, to_int

_HEAD: Final = re.compile(
    rf"[ \t\u3000]*第[ \u3000]?(?P<number>{NUMERAL})[ \u3000]?(?P<unit>[编章节])(?=[ \t\u3000\n]|$)"
)
_ARTICLE: Final = re.compile(
    rf"[ \t\u3000]*第[ \u3000]?(?P<number>{NUMERAL})[ \u3000]?条(?:之(?P<branch>{NUMERAL}))?(?=[ \t\u3000]|$)"
)
_ITEM: Final = re.compile(r"[ \t\u3000]*[（(](?P<number>[一二三四五六七八九十]{1,3})[）)]")
_LISTED: Final = re.compile(r"[ \t\u3000]*(?P<number>[一二三四五六七八九十]{1,3})、")
_UNITS: Final = "编章节"


@dataclass(frozen=True)
class Outline:
    """The numbered places of a text, one for each line, and the articles with their spans."""

    starts: tuple[int, ...]
    paths: tuple[str, ...]
    articles: tuple[tuple[int, int], ...]

    def path(self, offset: int) -> str:
        """第二章第五条第一款第三项; "" before the first number."""
        at = bisect_right(self.starts, offset) - 1
        return self.paths[at] if at >= 0 else ""

    def article(self, offset: int) -> tuple[int, int] | None:
        """The span of the article (条) that holds the offset, or None outside of articles."""
        at = bisect_right(self._heads, offset) - 1
        return self.articles[at] if at >= 0 else None

    @cached_property
    def _heads(self) -> list[int]:
        return [start for start, _ in self.articles]


class _Walk:
    """Walks the lines and keeps the numbers that are open."""

    def __init__(self) -> None:
        self.heads: dict[str, str] = {}
        self.article = ""
        self.paragraph = 0
        self.listed = ""
        self.item = ""

    def step(self, line: str) -> bool:
        """Take one line in; whether it begins an article."""
        if found := _HEAD.match(line):
            depth = _UNITS.index(found["unit"])
            self.heads = {unit: text for unit, text in self.heads.items() if _UNITS.index(unit) < depth}
            self.heads[found["unit"]] = f"第{_numeral(found['number'])}{found['unit']}"
            self.article, self.listed, self.item, self.paragraph = "", "", "", 0
        elif found := _ARTICLE.match(line):
            branch = f"之{_numeral(found['branch'])}" if found["branch"] else ""
            self.article = f"第{_numeral(found['number'])}条{branch}"
            self.paragraph, self.item, self.listed = 1, "", ""
            return True
        elif found := _ITEM.match(line):
            self.item = f"第{found['number']}项" if self.article else f"（{found['number']}）"
        elif (found := _LISTED.match(line)) and not self.article:
            self.listed, self.item = f"{found['number']}、", ""
        elif self.article:
            self.paragraph, self.item = self.paragraph + 1, ""
        return False

    def path(self) -> str:
        place = "".join(self.heads[unit] for unit in _UNITS if unit in self.heads)
        if self.article:
            return f"{place}{self.article}第{to_chinese(self.paragraph)}款{self.item}"
        return place + self.listed + self.item


def _numeral(text: str) -> str:
    try:
        number = to_int(text)
    except NotANumeral:
        return text
    return to_chinese(number) if 1 <= number <= 9999 else text


def outline(text: str) -> Outline:
    """Read the numbering of a text. Lines without a number belong to the place before them."""
    walk = _Walk()
    starts, paths, heads = [], [], []
    for found in re.finditer(r"[^\n]+", text):
        if found[0].strip():
            if walk.step(found[0]):
                heads.append(found.start())
            starts.append(found.start())
            paths.append(walk.path())
    ends = [*heads[1:], len(text)]
    return Outline(tuple(starts), tuple(paths), tuple(zip(heads, ends, strict=True)) if heads else ())
