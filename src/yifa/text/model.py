"""What a text becomes once it is read: blocks, headings, sentences, tables, all with offsets into one string."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the text that is not blank (段): offsets count Unicode characters, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading (标题). `parent` is an index into `Document.headings`.

    `level` follows the marker: 1 一、 2 （一） 3 1. or 一是; without a marker `style` is empty and `number` 0.
    `run_in` means the text goes on in the same paragraph.
    `body_end` is where the next heading of the same or a higher level starts.
    """

    level: int
    style: str
    number: int
    title: str
    start: int
    end: int
    body_end: int
    parent: int | None
    run_in: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence (句): ends with 。！？ or with its line; `block` is an index into `Document.blocks`."""

    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row, without the surrounding blanks."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells (表格); the first row and the first column are taken as headers by whoever reads it."""

    start: int
    end: int
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Document:
    """A text with its structure. `flat` has the same length as `text`, with full-width forms folded to half-width."""

    name: str
    text: str
    flat: str
    blocks: tuple[Block, ...]
    headings: tuple[Heading, ...]
    sentences: tuple[Sentence, ...]
    tables: tuple[Table, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False)
    _heading_starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(s.start for s in self.sentences))
        object.__setattr__(self, "_heading_starts", tuple(h.start for h in self.headings))

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds `offset` (the last one that starts at or before it)."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def heading_at(self, offset: int) -> int | None:
        """The index of the innermost heading whose body holds `offset`, or None before the first heading."""
        index = bisect_right(self._heading_starts, offset) - 1
        return index if index >= 0 else None

    def heading_path(self, index: int | None) -> tuple[int, ...]:
        """The heading and those above it, innermost first."""
        path: list[int] = []
        while index is not None:
            path.append(index)
            index = self.headings[index].parent
        return tuple(path)
