"""The articles of the text itself, which 本条, 前款 and 第五条 refer to."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final

from yifa.law.citations.model import Place
from yifa.law.numerals import NUMERAL, NotANumeral, to_int
from yifa.law.statute import Paragraph, add_line, clean_line, is_heading, split_articles, structure
from yifa.law.structure import ArticleKey, Structure

_HEADING: Final = re.compile(
    rf"^[ \t\u3000#*\ufeff\u200b]*第\s?({NUMERAL})\s?条(?:之({NUMERAL}))?(?=[ \t\u3000*]|$)", re.MULTILINE
)


@dataclass(frozen=True)
class OwnArticles:
    """Where the text's own articles begin, and what they consist of."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    keys: tuple[ArticleKey, ...]
    counts: dict[int, tuple[list[int], list[int]]] = field(default_factory=dict, compare=False, repr=False)
    """By article, where its lines begin and how many paragraphs it has by the end of each; filled when asked for."""

    def __bool__(self) -> bool:
        return bool(self.keys)

    def heads(self, at: int) -> bool:
        """Whether an own article's number stands there."""
        found = bisect_right(self.starts, at) - 1
        return found >= 0 and at < self.ends[found]

    def place_at(self, text: str, at: int) -> Place:
        """The article and paragraph in which the offset lies."""
        found = bisect_right(self.starts, at) - 1
        if found < 0:
            return Place()
        if found not in self.counts:
            self.counts[found] = _counts(text, self.ends[found], [*self.starts, len(text)][found + 1])
        lines, counts = self.counts[found]
        return Place(self.keys[found], counts[bisect_right(lines, max(at, self.ends[found])) - 1])


def _counts(text: str, start: int, stop: int) -> tuple[list[int], list[int]]:
    """Where the lines of an article begin, and how many paragraphs there are when each has ended."""
    parts: list[Paragraph] = []
    lines, counts = [], []
    for line in text[start:stop].split("\n"):
        cleaned = clean_line(line)
        if not is_heading(cleaned):
            add_line(parts, cleaned)
        lines.append(start)
        counts.append(max(len(parts), 1))
        start += len(line) + 1
    return lines, counts


def own_articles(text: str) -> OwnArticles:
    """The numbered articles at the beginnings of lines; none where the numbers do not rise."""
    starts: list[int] = []
    ends: list[int] = []
    keys: list[ArticleKey] = []
    for found in _HEADING.finditer(text):
        try:
            key = to_int(found[1]), to_int(found[2]) if found[2] else 0
        except NotANumeral:
            continue
        if keys and key <= keys[-1]:
            continue
        starts.append(found.start())
        ends.append(found.end())
        keys.append(key)
    return OwnArticles(tuple(starts), tuple(ends), tuple(keys))


def own_structure(text: str) -> Structure:
    """The text's own articles, counted."""
    return structure(split_articles(text.split("\n")))
