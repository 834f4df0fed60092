"""From a plain string to blocks, headings, sentences and tables."""

from __future__ import annotations

import re
from dataclasses import replace

from yifa.law.numerals import NotANumeral, to_int
from yifa.text.bare import bare_headings
from yifa.text.model import Block, Cell, Document, Heading, Sentence, Table
from yifa.text.normal import flatten

_LINE = re.compile(r"[^\r\n\v\f\u2028\u2029]+")
_STOP = re.compile(r"[。!?]+[”’)]*|$")
_MARKERS = (
    (1, "一、", re.compile(r"([一二三四五六七八九十]{1,3})、(?=\S)")),
    (1, "第一部分", re.compile(r"第([一二三四五六七八九十]{1,3})部分[、:,.\s]?")),
    (2, "（一）", re.compile(r"\(([一二三四五六七八九十]{1,3})\)[、.]?(?=\S)")),
    (3, "1.", re.compile(r"(\d{1,2})[.、](?![\d\s]*\d)(?=\s*\S)")),
    (3, "一是", re.compile(r"([一二三四五六七八九十]{1,3})是(?=\S)")),
)
_INLINE = re.compile(r"(?<=[。!?])\s*([一二三四五六七八九十]{1,2})是(?=\S)")
_TITLE_STOP = re.compile(r"[。!?;]")
_LISTED = re.compile(r"[一二三四五六七八九十]{1,2}是")
_LOWEST = 3
_ENOUGH = 1
_TITLE_MAX = 60
_RUN_IN_MAX = 32


def parse(text: str, name: str) -> Document:
    """Read the structure of a plain text. Never fails; an empty text gives an empty document."""
    flat = flatten(text)
    blocks = tuple(_blocks(flat))
    tables = tuple(_tables(text, flat, blocks))
    return Document(
        name=name,
        text=text,
        flat=flat,
        blocks=blocks,
        headings=tuple(_headings(text, flat, blocks, tables)),
        sentences=tuple(_sentences(flat, blocks)),
        tables=tables,
    )


def _blocks(flat: str) -> list[Block]:
    found = []
    for line in _LINE.finditer(flat):
        body = line.group()
        stripped = body.strip()
        if stripped:
            start = line.start() + len(body) - len(body.lstrip())
            found.append(Block(start, start + len(stripped)))
    return found


def _sentences(flat: str, blocks: tuple[Block, ...]) -> list[Sentence]:
    found = []
    for index, block in enumerate(blocks):
        start = block.start
        while start < block.end:
            stop = _STOP.search(flat, start, block.end)
            end = max(stop.end() if stop else block.end, start + 1)
            found.append(Sentence(start, end, index))
            start = end
    return found


def _tables(text: str, flat: str, blocks: tuple[Block, ...]) -> list[Table]:
    """Neighbouring lines that are split by | into the same number (two or more) of cells."""
    tables: list[Table] = []
    rows: list[tuple[Cell, ...]] = []
    for block in (*blocks, None):
        cells = _cells(text, flat, block) if block else ()
        if rows and (len(cells) < 2 or len(cells) != len(rows[-1])):
            if len(rows) > 1:
                tables.append(Table(rows[0][0].start, rows[-1][-1].end, tuple(rows)))
            rows = []
        if len(cells) >= 2:
            rows.append(cells)
    return tables


def _cells(text: str, flat: str, block: Block) -> tuple[Cell, ...]:
    line = flat[block.start : block.end]
    if "|" not in line:
        return ()
    if line.startswith("|") and line.endswith("|"):
        pieces = _pieces(line[1:-1], block.start + 1)
    else:
        pieces = _pieces(line, block.start)
    return tuple(Cell(start, end, text[start:end]) for start, end in pieces)


def _pieces(line: str, offset: int) -> list[tuple[int, int]]:
    pieces = []
    for piece in line.split("|"):
        lead = len(piece) - len(piece.lstrip())
        body = piece.strip()
        pieces.append((offset + lead, offset + lead + len(body)))
        offset += len(piece) + 1
    return pieces


def _headings(text: str, flat: str, blocks: tuple[Block, ...], tables: tuple[Table, ...]) -> list[Heading]:
    found: list[Heading] = []
    in_table = {row[0].start for table in tables for row in table.rows}
    for block in blocks:
        if block.start not in in_table:
            found.extend(_block_headings(text, flat, block, found[-1] if found else None))
    if sum(h.level < _LOWEST for h in found) < _ENOUGH:
        found = sorted([*found, *bare_headings(text, flat, blocks, in_table)], key=lambda h: h.start)
    return _nest(found, len(text))


def _block_headings(text: str, flat: str, block: Block, last: Heading | None) -> list[Heading]:
    """The heading that opens a line, and the 一是 headings that follow one another inside it."""
    found: list[Heading] = []
    for level, style, marker in _MARKERS:
        if match := marker.match(flat, block.start, block.end):
            end = _title_end(flat, block, match.end())
            listed = style == "一是" and flat[end : end + 1] in (",", ";")
            if listed:
                break
            if heading := _heading(text, (level, style, match.group(1)), (block.start, end), end < block.end):
                found.append(heading)
            break
    inside = found[-1] if found else last
    if inside is not None and inside.style != "1." and "是" in flat[block.start : block.end]:
        found.extend(_inline_headings(text, flat, block, found))
    return found


def _inline_headings(text: str, flat: str, block: Block, before: list[Heading]) -> list[Heading]:
    """一是…。 二是…。 inside one paragraph, as long as each is a short sentence with a body of its own."""
    found: list[Heading] = []
    expected = before[-1].number + 1 if before and before[-1].style == "一是" else 1
    for match in _INLINE.finditer(flat, block.start, block.end):
        end = _title_end(flat, block, match.end())
        start = match.start(1)
        body = flat[end + 1 : end + 5].lstrip() if end < block.end else ""
        if end - start > _RUN_IN_MAX or flat[end : end + 1] != "。" or not body or _LISTED.match(body):
            continue
        heading = _heading(text, (3, "一是", match.group(1)), (start, end), True)
        if heading and heading.number in (1, expected):
            found.append(heading)
            expected = heading.number + 1
    return found


def _heading(text: str, mark: tuple[int, str, str], span: tuple[int, int], run_in: bool) -> Heading | None:
    level, style, numeral = mark
    start, end = span
    try:
        number = to_int(numeral)
    except NotANumeral:
        return None
    return Heading(level, style, number, text[start:end], start, end, end, None, run_in)


def _title_end(flat: str, block: Block, start: int) -> int:
    """Where the words of a heading stop: its sentence, a colon soon after the marker, or the line."""
    limit = min(block.end, start + _TITLE_MAX)
    stop = _TITLE_STOP.search(flat, start, limit)
    colon = flat.find(":", start, min(limit, start + 25))
    ends = [p for p in ((stop.start() if stop else -1), colon) if p > 0]
    if ends:
        return min(ends)
    if block.end <= start + _TITLE_MAX:
        return block.end
    comma = flat.find(",", start, limit)
    return comma if comma > 0 else limit


def _nest(found: list[Heading], length: int) -> list[Heading]:
    """Give each heading its parent and the end of its body, in one pass with a stack of the open ones."""
    parents: list[int | None] = []
    ends = [length] * len(found)
    open_: list[int] = []
    for index, heading in enumerate(found):
        while open_ and found[open_[-1]].level >= heading.level:
            ends[open_.pop()] = heading.start
        parents.append(open_[-1] if open_ else None)
        open_.append(index)
    return [replace(h, parent=parents[i], body_end=ends[i]) for i, h in enumerate(found)]
