"""A text with findings (带意见的文本) as a page shows it: paragraphs of marked pieces, the numbered list beside them.

Templates: `desk/parts/marked_text.html` shows `sheet.paragraphs`, `desk/parts/findings.html` the list; `marked.css`
and `marked.js` belong to them. Both work without scripts: every mark is a link to its finding and back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse

from yifa.check.files import Checked
from yifa.check.model import Finding, Group, Severity
from yifa.check.quoting import Quoted
from yifa.text import Source

MOST_ENTRIES: Final = 1_000
"""More findings than this are counted but not listed: nobody reads them on one page."""

ICONS: Final = {Severity.ERROR: "overdue", Severity.WARNING: "today", Severity.INFO: "note"}
GLYPHS: Final = {Severity.ERROR: "▲", Severity.WARNING: "◆", Severity.INFO: "●"}
"""A shape beside the colour, so that a print in black shows the severity too."""

_ARTICLE: Final = re.compile(r"^《([^《》]+)》(第[一二三四五六七八九十百千〇零]+条(?:之[一二三四五六七八九十]+)?)?")
_KINDS: Final = (
    ("row", re.compile(r"^[^\n|]*\|")),
    ("chapter", re.compile(r"^\s*第[一二三四五六七八九十百]+[编章节](?:[\s\u3000]|$)")),
    ("article", re.compile(r"^\s*第[一二三四五六七八九十百〇零]+条(?:之[一二三四五六七八九十]+)?[\s\u3000]")),
    ("heading", re.compile(r"^\s*[一二三四五六七八九十]{1,3}、\S{1,30}$")),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters with the same findings.

    Attributes:
        findings: numbers of the findings these characters belong to, counted from 1; () where there are none.
        starts: those of them that begin here.
        severity: of the gravest that is not waived; "waived" where all are, "" where there are none.
    """

    text: str
    findings: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()
    severity: str = ""

    @property
    def first(self) -> int:
        """The finding that a click leads to: the one that begins last is the most precise."""
        return self.findings[-1]

    @property
    def numbers(self) -> str:
        """All of them, as the script reads them."""
        return " ".join(map(str, self.findings))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the text: kind is title, chapter, article, heading, row (of a table), stretch (the name of
    what stands beside the body: 脚注), blank or plain."""

    kind: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding of the list.

    Attributes:
        place: where it stands: 第五条第一款, or 第12行 where the text has no numbering there.
        basis: each article, and the address where it can be read ("" for what is no act).
        cited: what the articles say that its sentence cites, where their text was imported.
    """

    number: int
    finding: Finding
    place: str
    basis: tuple[tuple[str, str], ...]
    cited: tuple[Quoted, ...] = ()

    @property
    def glyph(self) -> str:
        """The shape of its severity."""
        return GLYPHS[self.finding.severity]

    @property
    def icon(self) -> str:
        """The line icon of its severity."""
        return ICONS[self.finding.severity]

    @property
    def group(self) -> str:
        """The Chinese name of its group."""
        return Group(self.finding.group).label

    @property
    def quote(self) -> str:
        """The words it is about, on one line."""
        words = " ".join(self.finding.quote.split())
        return words if len(words) <= 60 else f"{words[:40]}……{words[-15:]}"

    @property
    def sure(self) -> str:
        """How sure the reading of the sentence is, in words."""
        percent = self.finding.confidence
        word = "较大" if percent >= 0.85 else "一般" if percent >= 0.7 else "较小"
        return f"{word}（{percent:.0%}）"


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter: its value, its name, how many findings it has, and the shape of a severity."""

    value: str
    label: str
    count: int
    glyph: str = ""


@dataclass(frozen=True)
class Sheet:
    """A text and its findings, ready to be shown."""

    paragraphs: tuple[Paragraph, ...]
    entries: tuple[Entry, ...]
    severities: tuple[Choice, ...]
    groups: tuple[Choice, ...]
    waived: int
    unlisted: int

    @property
    def total(self) -> int:
        """All findings, listed or not."""
        return len(self.entries) + self.unlisted


def sheet(source: Source | str, found: Checked | Sequence[Finding], on: date | None = None) -> Sheet:
    """The text in paragraphs and the findings as a list; `on` is the day whose law the linked articles show."""
    text = source if isinstance(source, str) else source.text
    stretches = () if isinstance(source, str) else source.stretches
    findings = found.findings if isinstance(found, Checked) else tuple(found)
    cited = found.cited if isinstance(found, Checked) else ((),) * len(findings)
    listed = findings[:MOST_ENTRIES]
    weight = Counter(one.severity for one in findings if not one.waived)
    about = Counter(one.group for one in findings if not one.waived)
    return Sheet(
        tuple(_paragraphs(pieces(text, listed), {one.start: one.label for one in stretches})),
        tuple(_entries(text, listed, cited, on)),
        tuple(Choice(one.value, one.label, weight[one], GLYPHS[one]) for one in Severity),
        tuple(Choice(one.value, one.label, about[one.value]) for one in Group if about[one.value]),
        sum(bool(one.waived) for one in findings),
        len(findings) - len(listed),
    )


def pieces(text: str, findings: Sequence[Finding]) -> list[Piece]:
    """The text cut wherever a finding begins or ends; joined together the pieces are the text again."""
    spans = [_visible(one, len(text)) for one in findings]
    cuts = sorted({0, len(text), *(edge for span in spans for edge in span)})
    begins: dict[int, list[int]] = {}
    for number, (start, _) in enumerate(spans, 1):
        begins.setdefault(start, []).append(number)
    found, now = [], list[int]()
    for start, end in pairwise(cuts):
        now = [number for number in now if spans[number - 1][1] > start] + begins.get(start, [])
        starts = tuple(begins.get(start, ()))
        found.append(Piece(text[start:end], tuple(now), starts, _gravest([findings[number - 1] for number in now])))
    return found


def _visible(one: Finding, length: int) -> tuple[int, int]:
    """Its span, at least one character wide where the text has any."""
    start = max(0, min(one.start, length - 1))
    return start, min(max(one.end, start + 1), length)


def _gravest(findings: list[Finding]) -> str:
    counted = [one.severity for one in findings if not one.waived]
    if counted:
        return min(counted, key=lambda one: one.rank).value
    return "waived" if findings else ""


def _paragraphs(found: list[Piece], stretches: dict[int, str]) -> Iterator[Paragraph]:
    """The pieces line by line; the number of a finding stands only where it begins, the name of a stretch above it."""
    line: list[Piece] = []
    first, reached = True, 0
    for piece in found:
        for at, part in enumerate(piece.text.split("\n")):
            if at:
                yield _paragraph(line, first)
                first, line, reached = first and not any(one.text.strip() for one in line), [], reached + 1
            if reached in stretches and not line:
                yield Paragraph("stretch", (Piece(stretches.pop(reached)),))
            reached += len(part)
            starts = () if at else piece.starts
            if part or starts:
                line.append(Piece(part, piece.findings, starts, piece.severity))
    yield _paragraph(line, first)


def _paragraph(line: list[Piece], first: bool) -> Paragraph:
    words = "".join(one.text for one in line)
    if not words.strip():
        return Paragraph("blank", tuple(line))
    kind = next((name for name, pattern in _KINDS if pattern.match(words)), "")
    if not kind:
        kind = "title" if first and len(words) <= 70 and not words.rstrip().endswith(("。", "；", "：")) else "plain"
    return Paragraph(kind, tuple(line))


def _entries(
    text: str, findings: Sequence[Finding], cited: Sequence[Sequence[Quoted]], on: date | None
) -> Iterator[Entry]:
    line, reached = 1, 0
    for number, (one, quotations) in enumerate(zip(findings, cited, strict=False), 1):
        line, reached = line + text.count("\n", reached, one.start), max(reached, one.start)
        basis = tuple((words, address_of(words, on)) for words in one.basis)
        yield Entry(number, one, one.path or f"第{line}行", basis, tuple(quotations))


def address_of(basis: str, on: date | None = None) -> str:
    """Where an article can be read: 《行政许可法》第十七条, as of a day; "" where it is no act."""
    found = _ARTICLE.match(basis)
    if not found:
        return ""
    asked = {"act": found[1]} | ({"article": found[2]} if found[2] else {})
    if on:
        asked["on"] = on.isoformat()
    return f"{reverse('law_article')}?{urlencode(asked)}"
