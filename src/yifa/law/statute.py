"""Read the text of an act: articles (条), paragraphs (款), items (项)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from yifa.law.numerals import to_int
from yifa.law.structure import ArticleKey, ArticleShape, Structure, digest

_INVISIBLE: Final = "\u200b\u200e\u200f\ufeff\u2060\ue004 \t\u3000\u2002\u2003\xa0"
_HAN: Final = "零〇○一二三四五六七八九十百千"
_ARTICLE: Final = re.compile(rf"[第笫]\s?([{_HAN}]+)(?:条(?:之([{_HAN}]+))?(?:\s+|$)|\s条)")
_ITEM: Final = re.compile(r"[（(]\s?([一二三四五六七八九十百零〇]+)\s?[）)]")
_LISTED: Final = re.compile(r"([一二三四五六七八九十]+)、")
_POINT: Final = re.compile(r"(?:[0-9\uff10-\uff19]+[.．、]|[（(][0-9\uff10-\uff19]+[）)]|[①-⑳])")
_APPENDIX: Final = re.compile(r"附[件表录图]?[一二三四五六七八九十0-9]*(?:[：:\s]|$)")
_LABEL_LINE: Final = 30
_ENDS: Final = "。；：:！？!?”’）)》"
_COMPLETE: Final = "。：:！？!?”’）)》"


@dataclass
class Paragraph:
    """One paragraph (款): its lead-in and the highest number of its items."""

    lines: list[str]
    items: int = 0


@dataclass
class Article:
    """One article with its text, cut into paragraphs."""

    key: ArticleKey
    paragraphs: list[Paragraph] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The article without its number, a line for each paragraph, item and point."""
        return "\n".join(line for part in self.paragraphs for line in part.lines)

    def part(self, paragraph: int | None = None, item: int | None = None) -> str | None:
        """The text of a paragraph or item; None where there is none."""
        if paragraph is None and item is None:
            return self.text
        if paragraph is not None and not 1 <= paragraph <= len(self.paragraphs):
            return None
        parts = self.paragraphs if paragraph is None else [self.paragraphs[paragraph - 1]]
        if item is None:
            return "\n".join(line for part in parts for line in part.lines)
        found = (_item_text(part.lines, item) for part in parts)
        return next((text for text in found if text is not None), None)

    @property
    def shape(self) -> ArticleShape:
        """Its counts, without the digest."""
        return ArticleShape(self.key, tuple(p.items for p in self.paragraphs))


def _item_number(line: str) -> int | None:
    found = _ITEM.match(line) or _LISTED.match(line)
    return to_int(found[1]) if found else None


def _item_text(lines: list[str], number: int) -> str | None:
    inside: list[str] = []
    for line in lines:
        here = _item_number(line)
        if here == number:
            inside = [line]
        elif inside and here is not None:
            break
        elif inside:
            inside.append(line)
    return "\n".join(inside) or None


def clean_line(line: str) -> str:
    """The line without invisible characters at its ends."""
    return line.strip(_INVISIBLE + "\r\n")


def is_heading(line: str) -> bool:
    """Whether the line is a Markdown heading, comment, table or rule, so no text of an article."""
    return line.startswith(("#", "<!--", "|", "---"))


def split_articles(lines: Iterable[str]) -> list[Article]:
    """Articles in the order of the text; what stands before the first or in an appendix is left out."""
    articles: list[Article] = []
    bodies: list[list[str]] = []
    closed = True
    for raw in lines:
        line = clean_line(raw)
        found = _ARTICLE.match(line)
        if found:
            key = to_int(found[1]), to_int(found[2]) if found[2] else 0
            if articles and key <= articles[-1].key:
                break  # the numbering starts again: an appendix with articles of its own
            articles.append(Article(key))
            bodies.append([line[found.end() :]])
            closed = False
        elif is_heading(line):
            closed = closed or line.startswith("#")
        elif articles and _APPENDIX.match(line):
            closed = True
        elif line and not closed:
            bodies[-1].append(line)
    for article, body in zip(articles, bodies, strict=True):
        article.paragraphs = paragraphs(_without_labels(body))
    return articles


def split_numbered(lines: Iterable[str]) -> list[Article]:
    """The parts 一、 二、 of an amendment, which are cited as its articles (刑法修正案（九）第十三条)."""
    articles: list[Article] = []
    for line in map(clean_line, lines):
        found = _LISTED.match(line)
        number = to_int(found[1]) if found else 0
        if found and number == len(articles) + 1:
            articles.append(Article((number, 0), [Paragraph([line[found.end() :]])]))
        elif line and articles and not is_heading(line):
            articles[-1].paragraphs.append(Paragraph([line]))
    return articles


def _without_labels(lines: list[str]) -> list[str]:
    """Drop short last lines that are no sentence: a chapter title without its mark, a signature, a date."""
    while len(lines) > 1 and len(lines[-1]) <= _LABEL_LINE and lines[-1][-1] not in _ENDS:
        if lines[-2][-1] not in _ENDS:
            break
        lines = lines[:-1]
    return lines


def paragraphs(lines: Iterable[str]) -> list[Paragraph]:
    """Cut the lines of one article into its paragraphs (款)."""
    parts: list[Paragraph] = []
    for line in lines:
        add_line(parts, line)
    return parts


def add_line(parts: list[Paragraph], line: str) -> None:
    """Add the next line of an article to the paragraphs it has so far; an empty one changes nothing."""
    if not line:
        return
    number = _item_number(line)
    if not parts:
        parts.append(Paragraph([line]))
    elif number is not None:
        parts[-1].lines.append(line)
        parts[-1].items = max(parts[-1].items, number)
    elif _POINT.match(line) or _continues(parts[-1].lines[-1], line):
        parts[-1].lines.append(line)
    else:
        parts.append(Paragraph([line]))


def _continues(before: str, line: str) -> bool:
    """Whether a line without a number goes on where the one before broke off, or is one of a list after a colon."""
    if before[-1] in "：:":
        return line[-1] in "，、；"
    return before[-1] not in _COMPLETE


def structure(articles: Iterable[Article], digests: bool = False) -> Structure:
    """Counts of the articles, with the digests of their texts where they are wanted."""
    return Structure(
        tuple(replace(article.shape, digest=digest(article.text)) if digests else article.shape for article in articles)
    )
