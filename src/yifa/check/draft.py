"""A draft (草案) as rules see it: text, kind, zones, numbering, statements, citations."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from yifa.check.clause import Statement
from yifa.check.letter import Letter, read_letter
from yifa.check.model import DraftKind
from yifa.check.needles import needed, wanted
from yifa.check.outline import Outline, outline
from yifa.check.parties import Parties, read_parties
from yifa.check.parts import Part, read_parts
from yifa.check.sentences import statements
from yifa.check.tables import Row, rows
from yifa.check.zones import annex_start, mask_quotations, mask_tables, title_span
from yifa.law.citations import Citation, citations
from yifa.law.index import Index
from yifa.text import Layout

_CONTRACT = re.compile(r"合同|协议")
_REPORT = re.compile(r"报告$|工作总结$")


@dataclass(frozen=True)
class Draft:
    """One text to be checked, as of a day. All offsets are Unicode characters of `text`.

    `facts` is what the metadata say; a fact that is not there is not known, one that is empty is known to be missing.
    `main` is where the body of a Word document ends and its footnotes, headers and text boxes begin; `layout` is its
    page. `index` is the acts that citations are looked up in, by default those of the package.
    """

    text: str
    at: date
    kind: DraftKind
    title: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    main: int | None = None
    index: Index | None = None
    layout: Layout | None = None

    @classmethod
    def read(
        cls,
        text: str,
        at: date,
        kind: DraftKind | None = None,
        title: str | None = None,
        facts: Mapping[str, Any] | None = None,
        *,
        main: int | None = None,
        index: Index | None = None,
        layout: Layout | None = None,
    ) -> Draft:
        """A draft whose title and kind are taken from the text where they are not given."""
        start, end = title_span(text)
        title = title if title is not None else text[start:end]
        return cls(text, at, kind or _kind_of(title), title, facts or {}, main, index, layout)

    @cached_property
    def masked(self) -> str:
        """The text with quotations, titles in 《》 and tables masked, character for character."""
        return mask_tables(mask_quotations(self.text))

    @cached_property
    def body(self) -> tuple[int, int]:
        """From behind the title to the first annex, or to what stands beside the text."""
        start, end = title_span(self.text)[1], annex_start(self.text)
        return start, end if self.main is None else max(start, min(end, self.main))

    @cached_property
    def outline(self) -> Outline:
        """Its numbering."""
        return outline(self.text[: self.main])

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The documents it holds: a cover notice and what it issues, or one alone."""
        return read_parts(self.text[: self.main])

    def part_at(self, offset: int) -> Part | None:
        """The document that holds an offset."""
        return next((part for part in reversed(self.parts) if part.start <= offset), None)

    @cached_property
    def letter(self) -> Letter:
        """The frame of its first document, if it is an official letter."""
        return read_letter(self.text, self.parts[0] if self.parts else None)

    @cached_property
    def parties(self) -> Parties:
        """Who is who, if it is a contract."""
        return read_parties(self.text)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements of its body."""
        return statements(self.masked, self.text, *self.body)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows of its tables, those of annexes too."""
        return tuple(rows(self.text[: self.main]))

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """All citations, looked up as of the day."""
        return tuple(citations(self.text, self.at, self.index))

    def statement_at(self, offset: int) -> Statement | None:
        """The statement that holds an offset, or None in titles, tables and annexes."""
        at = bisect_right(self._starts, offset) - 1
        return self.statements[at] if at >= 0 and offset < self.statements[at].end else None

    def holding(self, *patterns: re.Pattern[str]) -> Sequence[Statement]:
        """The statements in which each of these may be found: those with what it cannot do without."""
        found: set[int] | None = None
        indexed, holders = self._holders
        for pattern in patterns:
            choice = needed(pattern)
            if choice is None or not choice <= indexed:
                continue
            here = set[int]().union(*[holders[piece] for piece in choice if piece in holders])
            found = here if found is None else found & here
            if not found:
                return ()
        return self.statements if found is None else [self.statements[at] for at in sorted(found)]

    @cached_property
    def _holders(self) -> tuple[frozenset[str], dict[str, list[int]]]:
        """The pieces that patterns ask for, as far as known, and which statements hold each."""
        indexed = frozenset(wanted)
        holders: dict[str, list[int]] = {}
        for at, one in enumerate(self.statements):
            for piece in one.pieces & indexed:
                holders.setdefault(piece, []).append(at)
        return indexed, holders

    def statements_between(self, start: int, end: int) -> tuple[Statement, ...]:
        """The statements that begin at or behind `start` and before `end`."""
        return self.statements[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self.statements]


def _kind_of(title: str) -> DraftKind:
    if _CONTRACT.search(title) and not re.search(r"办法|规定|细则|通知|意见", title):
        return DraftKind.CONTRACT
    return DraftKind.REPORT if _REPORT.search(title) else DraftKind.NORMATIVE
