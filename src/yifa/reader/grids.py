"""Tables however a report was copied: cells divided by |, by tabs, by wide blanks, or written one cell a line.

Merged cells of a web page leave rows of unequal length. A header that spans several columns is repeated over them; a
label that spans several rows is repeated before each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from yifa.reader.units import UNIT
from yifa.text import Block, Cell, Document, Table

_NUMBER = re.compile(r"[+-]?\d+(?:,\d{3})*(?:\.\d+)?\s*(?:%|‰|[\u4e00-\u9fff]{0,4})")
_EMPTY = re.compile(r"[-/—\s]*")
_TAB = re.compile(r"[ \u3000\xa0]*\t[\s\u3000\xa0]*")
_WIDE = re.compile(r"[ \u3000\xa0]{2,}")
_TOTAL = re.compile(r"合\s*计|总\s*计|共\s*计|小\s*计")
_OWN_UNIT = re.compile(r"[(][^()]{1,6}[)]\s*$")
_UNIT_CELL = re.compile(rf"[百千万亿]?{UNIT}")
_SENTENCE = re.compile(r"[。;,:!?]")
_LABEL_MAX = 20
_FEWEST_CELLS = 6
_WIDEST = 9
_FEWEST_NUMBERS = 3

Row = tuple[Cell, ...]


def with_tables(document: Document) -> Document:
    """The same document with every table that can be made out, in the order of the text."""
    found = [*_divided(document), *_stacked(document)]
    found.sort(key=lambda table: table.start)
    return replace(document, tables=tuple(found))


def walled(document: Document) -> str:
    """The folded text with a line end in every gap between two cells, so that no number reaches across it."""
    marks = list(document.flat)
    for table in document.tables:
        for row in table.rows:
            for left, right in pairwise(row):
                if left.end < right.start:
                    marks[left.end : right.start] = "\n" * (right.start - left.end)
    return "".join(marks)


def is_number(flat: str, cell: Cell) -> bool:
    """Whether a cell holds a number and nothing else but its unit."""
    return bool(_NUMBER.fullmatch(flat, cell.start, cell.end)) and not flat[cell.start : cell.end].endswith("年")


def header_rows(flat: str, table: Table) -> int:
    """How many rows at the top hold no number: one at least."""
    for count, row in enumerate(table.rows):
        if any(is_number(flat, cell) for cell in row[1:]):
            return max(count, 1)
    return 1


def _divided(document: Document) -> Iterator[Table]:
    """Neighbouring lines that are divided into cells in the same way."""
    group: list[Row] = []
    style = ""
    waiting = False
    for block in (*document.blocks, None):
        here, row = _row(document, block) if block else ("", ())
        if group and block is not None and not row and not waiting and _between(document.flat, block):
            waiting = True
            continue
        starts_anew = waiting and not any(is_number(document.flat, cell) for cell in row)
        if group and (not row or here != style or starts_anew or (here == "wide" and len(row) != len(group[-1]))):
            yield from _table(document.flat, group, style)
            group = []
        if row:
            group.append(row)
            style = here
        waiting = False


def _between(flat: str, block: Block) -> bool:
    """A short line inside a table: a heading that spans all its columns."""
    return block.end - block.start <= _LABEL_MAX and not _SENTENCE.search(flat, block.start, block.end)


def _row(document: Document, block: Block) -> tuple[str, Row]:
    """How a line is divided, and its cells; no cells when it is not divided."""
    line = document.text[block.start : block.end]
    flat = document.flat[block.start : block.end]
    if "|" in flat:
        inner = flat.startswith("|") and flat.endswith("|") and len(flat) > 1
        divider, skip = re.compile(r"\|"), int(inner)
        body = flat[1:-1] if inner else flat
    elif "\t" in line:
        divider, skip, body = _TAB, 0, line
    else:
        divider, skip, body = _WIDE, 0, line
    cells = tuple(_cells(document.text, divider, body, block.start + skip))
    if "|" in flat:
        return "bar", cells if len(cells) > 1 else ()
    if "\t" in line:
        return "tab", cells if len(cells) > 1 else ()
    return "wide", cells if len(cells) > 2 else ()


def _cells(text: str, divider: re.Pattern[str], body: str, offset: int) -> Iterator[Cell]:
    start = 0
    for end, following in [*((m.start(), m.end()) for m in divider.finditer(body)), (len(body), len(body))]:
        piece = body[start:end]
        lead = len(piece) - len(piece.lstrip())
        first = offset + start + (lead if piece.strip() else 0)
        yield Cell(first, first + len(piece.strip()), text[first : first + len(piece.strip())])
        start = following


def _table(flat: str, rows: list[Row], style: str) -> Iterator[Table]:
    """Rows of equal length as they are; rows of unequal length fitted to the widest row that holds numbers."""
    numbered = [row for row in rows if any(is_number(flat, cell) for cell in row)]
    even = len({len(row) for row in rows}) == 1
    if len(rows) < 2 or (style != "bar" and not numbered):
        return
    if style == "bar" and not numbered:
        for start, end in _even_stretches(rows):
            yield Table(rows[start][0].start, rows[end - 1][-1].end, tuple(rows[start:end]))
        return
    if even:
        yield Table(rows[0][0].start, rows[-1][-1].end, tuple(rows))
        return
    first = rows.index(numbered[0])
    width = max(len(row) for row in numbered)
    if any(len(row) > width for row in rows):
        return
    head = _header(flat, rows[:first], width)
    body: list[Row] = []
    for row in rows[first:]:
        body.append(_filled(flat, row, body[-1] if body else None, width))
    yield Table(rows[0][0].start, rows[-1][-1].end, (*head, *body))


def _even_stretches(rows: list[Row]) -> Iterator[tuple[int, int]]:
    start = 0
    for end in range(1, len(rows) + 1):
        if end == len(rows) or len(rows[end]) != len(rows[start]):
            if end - start > 1:
                yield start, end
            start = end


def _filled(flat: str, row: Row, above: Row | None, width: int) -> Row:
    """A row whose first cells are merged with the row above, or which opens with 合计 over several columns."""
    missing = width - len(row)
    if not missing:
        return row
    if above is None or _TOTAL.match(flat, row[0].start, row[0].end):
        return (*(row[0] for _ in range(missing)), *row)
    return (*above[:missing], *row)


def _header(flat: str, rows: list[Row], width: int) -> list[Row]:
    """The header rows stretched over all columns."""
    if len(rows) == 2 and len(rows[0]) < width and len(rows[1]) < width:
        top, below = rows
        spanning = len(top) + len(below) - width
        if spanning > 0 and len(below) % spanning == 0:
            each = len(below) // spanning
            chosen = _spanning(flat, top, spanning)
            if len(chosen) == spanning:
                return _stretched(top, below, set(chosen), each)
    return [row if len(row) == width else _padded(row, width) for row in rows]


def _spanning(flat: str, top: Row, count: int) -> list[int]:
    """The header cells that most likely span several columns: not the label, no total, no unit of their own."""
    likely = [
        i for i, cell in enumerate(top)
        if i and not _OWN_UNIT.search(flat, cell.start, cell.end) and not _TOTAL.match(flat, cell.start, cell.end)
    ]  # fmt: skip
    return likely[:count]


def _stretched(top: Row, below: Row, chosen: set[int], each: int) -> list[Row]:
    first: list[Cell] = []
    second: list[Cell] = []
    children = iter(below)
    for index, cell in enumerate(top):
        for _ in range(each if index in chosen else 1):
            first.append(cell)
            second.append(next(children) if index in chosen else cell)
    return [tuple(first), tuple(second)]


def _padded(row: Row, width: int) -> Row:
    blank = Cell(row[0].start, row[0].start, "")
    return (*(blank for _ in range(width - len(row))), *row)


def _stacked(document: Document) -> Iterator[Table]:
    """A table copied one cell a line: a header of text cells, then rows of one label and numbers."""
    marked = {heading.start for heading in document.headings if heading.style}
    run: list[Block] = []
    for block in (*document.blocks, None):
        short = block is not None and block.end - block.start <= _LABEL_MAX
        if block is not None and short and block.start not in marked and _alone(document, block):
            run.append(block)
            continue
        if len(run) >= _FEWEST_CELLS:
            yield from _unstacked(document, run)
        run = []


def _alone(document: Document, block: Block) -> bool:
    flat = document.flat
    return "|" not in flat[block.start : block.end] and not re.search(r"[。;!?]", flat[block.start : block.end])


def _unstacked(document: Document, run: list[Block]) -> Iterator[Table]:
    cells = [Cell(b.start, b.end, document.text[b.start : b.end]) for b in run]
    kinds = [is_number(document.flat, c) for c in cells]
    if sum(kinds) < _FEWEST_NUMBERS:
        return
    first = kinds.index(True) - _units_before(document.flat, cells, kinds.index(True))
    blank = [k or _says_nothing(document.flat, c) for k, c in zip(kinds, cells, strict=True)]
    for width in range(_WIDEST, 1, -1):
        lead = first - 1 - width
        if lead < 0:
            continue
        rows = 0
        while _data_row(kinds, blank, first - 1 + rows * width, width):
            rows += 1
        if rows > 1:
            stop = first - 1 + rows * width
            grid = tuple(tuple(cells[i : i + width]) for i in range(lead, stop, width))
            yield Table(cells[lead].start, cells[stop - 1].end, grid)
            return


def _says_nothing(flat: str, cell: Cell) -> bool:
    """An empty cell, a dash, or the unit of its row."""
    return bool(_EMPTY.fullmatch(flat, cell.start, cell.end) or _UNIT_CELL.fullmatch(flat, cell.start, cell.end))


def _units_before(flat: str, cells: list[Cell], first: int) -> int:
    """1 when the cell before the first number is the unit of its row, else 0."""
    return int(first > 1 and _says_nothing(flat, cells[first - 1]))


def _data_row(kinds: list[bool], blank: list[bool], start: int, width: int) -> bool:
    return (
        start + width <= len(kinds)
        and not kinds[start]
        and all(blank[start + 1 : start + width])
        and any(kinds[start + 1 : start + width])
    )
