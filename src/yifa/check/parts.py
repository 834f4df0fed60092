"""The documents in a draft (部分): a cover notice and what it issues, each with chapters, articles, paragraphs, items.

A text may hold several numberings: 通知 and the 办法 it issues, several annexes. Numbers inside “…” belong to the text
that is quoted, and those of a table of contents (目录) are no headings.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from yifa.check.zones import title_span
from yifa.law.numerals import NUMERAL, NotANumeral, to_int

UNITS: Final = ("编", "分编", "章", "节")
_HASH: Final = r"[ \t\u3000]*(?:#{1,6}[ \t]*)?(?:\*\*)?"
_HEAD: Final = re.compile(
    rf"{_HASH}第[ \u3000]?(?P<number>{NUMERAL})[ \u3000]?(?P<unit>分编|[编章节])"
    r"(?![规所之的第])(?P<title>[ \t\u3000][^。；：\n]{1,60}|[^。；，：\n]{0,40})$"
)
_ARTICLE: Final = re.compile(
    rf"{_HASH}第[ \u3000]?(?P<number>{NUMERAL})[ \u3000]?条(?:之(?P<branch>{NUMERAL}))?(?:\*\*)?"
    r"(?=[ \t\u3000：:]|$|(?![规所之的、和与或至及中第款项前各，。；）)]))"
)
_ITEM: Final = re.compile(r"[ \t\u3000]*[（(](?P<number>[一二三四五六七八九十]{1,3})[）)](?![、和至项])")
_ITEM_WITHIN: Final = re.compile(r"(?<=[；;])[ \t\u3000]*[（(]([一二三四五六七八九十]{1,3})[）)](?![、和至项])")
_BELOW: Final = re.compile(r"[ \t\u3000]*(?:\d{1,2}[.．、）)](?!\d)|[（(]\d{1,2}[）)]|[①-⑳])")
_CONTENTS: Final = re.compile(rf"{_HASH}目[ \t\u3000]*[录次][ \t\u3000]*$")
_ANNEX: Final = re.compile(
    r"[ \t\u3000]*(?:附件|附录)[ \t\u3000]?(?P<number>[0-9一二三四五六七八九十]{0,3})"
    r"[ \t\u3000]{0,9}[：:]?[ \t\u3000]*$"
)
_DATE: Final = re.compile(
    r"[^。；：，\n]{0,30}\d{4}年\d{1,2}月\d{1,2}日[ \t\u3000]*$"
    r"|[^。；：，\n]{0,30}二[〇○零Oo0][^\n]{2}年[^\n]{1,3}月[^\n]{1,3}日[ \t\u3000]*$"
)
_NOTE: Final = re.compile(r"[ \t\u3000]*[（(][^（）()\n]{2,30}[）)][ \t\u3000]*$")
_NO_TITLE: Final = re.compile(r"[ \t\u3000]*(?:第|附件|[（(]|[一二三四五六七八九十]{1,3}、|\d|\||《)|.*[。；：，！？]")
_OPENS: Final = re.compile(
    rf"{_HASH}第[ \u3000]?[一1１][ \u3000]?(?:[编章条]|部分)|[ \t\u3000]*一、|{_CONTENTS.pattern}"
)
_AMENDING: Final = re.compile(r"修正案|关于(?:修改|修订|修正|废止|宣布|公布|清理)|修改[^。]{0,40}的决定|清理结果")
_QUOTE_MAX: Final = 4000
_INDENT: Final = 40
"""Blanks before the first word of a line, at most."""
_WRAPPED: Final = re.compile(r"[^。；：！？”』」）)\]】.;:!?\s\u3000]$")
_TITLE_FOLLOWS: Final = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text that is not blank."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Head:
    """A heading of an 编, 分编, 章 or 节."""

    unit: str
    number: int
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Item:
    """An item (项) of a paragraph; its end is that of its own lines."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph (款) with its items."""

    start: int
    end: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """An article (条); `label` is the span of 第三条."""

    number: int
    branch: int
    start: int
    end: int
    label_end: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Part:
    """One document: the cover, or what it issues. `title` is "" where none is recognised."""

    start: int
    end: int
    title: str
    annex: bool
    heads: tuple[Head, ...]
    articles: tuple[Article, ...]
    lines: tuple[Line, ...]

    @cached_property
    def amending(self) -> bool:
        """Whether it changes other documents, so that the numbers it names are theirs."""
        return (
            any(_AMENDING.search(line.text) for line in self.lines[:2] if not _ARTICLE.match(line.text))
            or sum("修改为" in line.text for line in self.lines) > 1
        )

    @cached_property
    def whole(self) -> bool:
        """Whether it begins at its first article and has at least three, so that what is missing is missing."""
        return len(self.articles) >= 3 and self.articles[0].number == 1

    def head_before(self, offset: int) -> Head | None:
        """The last heading before an offset."""
        at = bisect_right([head.start for head in self.heads], offset) - 1
        return self.heads[at] if at >= 0 else None


def read_parts(text: str) -> tuple[Part, ...]:
    """Cut a text into its documents."""
    lines = [
        Line(found.start(), found.end(), found[0]) for found in re.finditer(r"[^\n]+", text) if not found[0].isspace()
    ]
    if not lines:
        return ()
    cuts = [0, *_cuts(lines)]
    ends = [*cuts[1:], len(lines)]
    quoted = quotations(text)
    return tuple(
        _part(text, lines[begin:end], lines[end].start if end < len(lines) else len(text), quoted)
        for begin, end in zip(cuts, ends, strict=True)
    )


def quotations(text: str) -> list[tuple[int, int]]:
    """Spans inside “…”, also over several lines; a line that opens with “ inside one goes on with it."""
    spans: list[tuple[int, int]] = []
    at = text.find("“")
    while at >= 0:
        end = _closing(text, at)
        if end:
            spans.append((at, end))
        at = text.find("“", end or at + 1)
    return spans


def _closing(text: str, opening: int) -> int:
    """Where the quotation that opens here is closed; 0 where it is not."""
    if text.find("”", opening, opening + _QUOTE_MAX) < 0:
        return 0
    depth = 0
    for found in re.compile("[“”]").finditer(text, opening, opening + _QUOTE_MAX):
        if found[0] == "”":
            depth -= 1
            if depth <= 0:
                return found.end()
        elif not depth or text[max(0, found.start() - _INDENT) : found.start()].rstrip(" \t\u3000")[-1:] != "\n":
            depth += 1
    return 0


def is_title(line: str) -> bool:
    """Whether a line could be the title of a document."""
    return not _NO_TITLE.match(line) and title_span(line)[1] > 0


def _cuts(lines: list[Line]) -> Iterator[int]:
    """Indices of the lines with which a new document begins."""
    first = next((at for at, line in enumerate(lines) if _is_text(line.text)), len(lines))
    for at, line in enumerate(lines[1:], 1):
        before = lines[at - 1].text
        if _ANNEX.match(line.text):
            if not _ANNEX.match(before):
                yield at
        elif is_title(line.text) and not _ANNEX.match(before) and _begins(lines, at, first):
            yield at


def _is_text(line: str) -> bool:
    """Whether a line is one of a text rather than of its heading."""
    return bool(_OPENS.match(line)) or line.rstrip().endswith(("：", "。"))


def _begins(lines: list[Line], at: int, first: int) -> bool:
    """Whether a title opens a document: a numbering follows at once, or a date or note stands before it.

    `first` is the first line of a text, before which nothing has begun.
    """
    if _DATE.match(lines[at - 1].text) or _NOTE.match(lines[at - 1].text):
        return at > 1
    after = lines[at + 1 : at + 1 + _TITLE_FOLLOWS]
    for line in after:
        if _OPENS.match(line.text):
            return first < at
        if line.text.rstrip().endswith(("。", "：", "；", "，")) and not _NOTE.match(line.text):
            return False
    return False


def _part(text: str, lines: list[Line], end: int, quoted: list[tuple[int, int]]) -> Part:
    title = next((line.text.strip() for line in lines[:6] if is_title(line.text)), "")
    starts = [start for start, _ in quoted]

    def inside(offset: int) -> bool:
        at = bisect_right(starts, offset) - 1
        return at >= 0 and offset < quoted[at][1] and starts[at] < offset

    own = [line for line in lines if not inside(line.start)]
    heads = _heads(own)
    return Part(
        start=lines[0].start,
        end=end,
        title=title.lstrip("# "),
        annex=bool(_ANNEX.match(lines[0].text)),
        heads=heads,
        articles=tuple(_articles(own, heads, end)),
        lines=tuple(own),
    )


def _heads(lines: list[Line]) -> tuple[Head, ...]:
    """The headings, those of a table of contents left out: the first heading stands there a second time."""
    found: list[Head] = []
    copied = 0
    seen_article = False
    for line in lines:
        if (match := _HEAD.match(line.text)) and (number := _number(match["number"])):
            head = Head(match["unit"], number, "".join(match["title"].split()), line.start, line.end)
            if found and not seen_article and (head.unit, head.number) == (found[0].unit, found[0].number):
                copied = len(found)
            found.append(head)
        elif _ARTICLE.match(line.text):
            seen_article = True
    return tuple(found[copied:])


def _articles(lines: list[Line], heads: tuple[Head, ...], end: int) -> Iterator[Article]:
    """The articles, each with the lines up to the next article, heading or date below the text."""
    head_starts = {head.start for head in heads}
    marks = [
        (at, match)
        for at, line in enumerate(lines)
        if (match := _ARTICLE.match(line.text)) and _number(match["number"])
    ]
    for place, (at, match) in enumerate(marks):
        last = marks[place + 1][0] if place + 1 < len(marks) else len(lines)
        own = [lines[at]]
        for line in lines[at + 1 : last]:
            if line.start in head_starts or _DATE.match(line.text) or line.text.lstrip().startswith("附件："):
                break
            own.append(line)
        body = own[0].start + match.end()
        stop = own[-1].end
        yield Article(
            _number(match["number"]), _number(match["branch"] or ""), own[0].start, min(stop, end), body,
            tuple(_joined(_paragraphs(own, body))),
        )  # fmt: skip


def _paragraphs(lines: list[Line], body: int) -> Iterator[Paragraph]:
    """The paragraphs of an article; an item, a sub-item, a table row or a wrapped line opens none."""
    first = lines[0].text[body - lines[0].start :]
    own = [Line(body, lines[0].end, first), *lines[1:]] if first.strip(" \t\u3000：:*") else lines[1:]
    start, end, last = -1, body, ""
    items: list[Item] = []
    for line in own:
        listed = _ITEM.match(line.text)
        apart = not (listed or _BELOW.match(line.text) or "|" in line.text or _WRAPPED.search(last.rstrip()))
        if apart or start < 0:
            if start >= 0:
                yield Paragraph(start, end, tuple(items))
            start, items = line.start, []
        end = line.end
        if listed and (number := _number(listed["number"])):
            items.append(Item(number, line.start, line.end))
            items += [
                Item(_number(more[1]), line.start + more.start(), line.end) for more in _ITEM_WITHIN.finditer(line.text)
            ]
        elif items and not apart:
            items[-1] = Item(items[-1].number, items[-1].start, line.end)
        last = line.text
    if start >= 0:
        yield Paragraph(start, end, tuple(items))


def _joined(paragraphs: Iterator[Paragraph]) -> list[Paragraph]:
    """The paragraphs, where an item with text of its own below it does not break the list: （一）…, text, （二）…."""
    found: list[Paragraph] = []
    for one in paragraphs:
        last = max((at for at, before in enumerate(found) if before.items), default=-1)
        goes_on = last >= 0 and one.items and one.items[0].number == found[last].items[-1].number + 1
        if goes_on:
            items = found[last].items + one.items
            found[last:] = [Paragraph(found[last].start, one.end, items)]
        else:
            found.append(one)
    return found


def _number(text: str) -> int:
    """The value of a numeral; 0 where it is none."""
    try:
        return to_int(text) if text else 0
    except NotANumeral:
        return 0
