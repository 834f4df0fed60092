"""What a spreadsheet unpacks to (表格的边界), found before any library opens it.

A file of a few kilobytes can make a reader ask for hundreds of gigabytes: by parts that unpack without end, by one
stray cell in the last row and column, by a cell that is repeated a million times. The reader would not fail, it would
end the process. So the container is read here once, in pieces: its checksums, its sizes, its farthest cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, Any, Final

from lxml import etree

from yifa.text import container
from yifa.text.container import Container, open_container

CELLS: Final = 12_000_000
"""Rows times columns up to the farthest cell that holds something; a reader lays out all of them."""

_PIECE: Final = 1 << 20
_OVERLAP: Final = 512
_NEAR: Final = (99_999, 52)
"""Row and column (AZ) up to which cells are not looked at one by one."""
_FAR = re.compile(
    rb"""\br\s*=\s*["'](?:([B-Z][A-Z]|[A-Z]{3})([0-9]{1,7})|([A-Z]{1,2})([0-9]{6,7}))["'][^<>]{0,400}(?<!/)>"""
)


class OutOfBounds(Exception):
    """The file is no table that can be opened safely; the text says why, in Chinese."""


class Damaged(Exception):
    """The container is cut off or does not agree with its checksums."""


def check_container(file: IO[bytes]) -> None:
    """Read a zipped spreadsheet (xlsx, ods) through once.

    Raises:
        OutOfBounds, Damaged: see there.
    """
    try:
        with open_container(file) as package:
            for part in package.parts:
                _check_part(package, part.filename)
    except container.Bomb as error:
        raise OutOfBounds(f"{error}，不像正常的表格") from None
    except container.Refused:
        raise Damaged from None


def _check_part(package: Container, name: str) -> None:
    if name == "content.xml":
        with package.stream(name) as stream:
            _within(*_ods_extent(stream))
    with package.stream(name) as stream:  # to the end, so that a wrong size or checksum shows here
        _within(*_xlsx_extent(_pieces(stream)))


def _within(rows: int, columns: int) -> None:
    if rows * columns > CELLS:
        raise OutOfBounds(f"最远的单元格在第{rows}行、第{columns}列，范围过大；多半是表格右下方有误填的内容")


def _pieces(stream: IO[bytes]) -> Iterator[bytes]:
    tail = b""
    while piece := stream.read(_PIECE):
        yield tail + piece
        tail = piece[-_OVERLAP:]


def _xlsx_extent(pieces: Iterator[bytes]) -> tuple[int, int]:
    rows, columns = _NEAR
    for piece in pieces:
        for found in _FAR.finditer(piece):
            letters, digits = (found[1], found[2]) if found[1] else (found[3], found[4])
            rows, columns = max(rows, int(digits)), max(columns, _column(letters))
    return rows, columns


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def _ods_extent(stream: IO[bytes]) -> tuple[int, int]:
    """Last row and last column that hold something, repetitions laid out; the largest of all sheets."""
    rows = columns = at = 0
    most = (0, 0)
    try:
        for _, element in etree.iterparse(
            stream, tag=(f"{_TABLE}table-row", f"{_TABLE}table"), resolve_entities=False, no_network=True
        ):
            if element.tag == f"{_TABLE}table":
                most = max(most, (rows, columns), key=lambda extent: extent[0] * extent[1])
                rows = columns = at = 0
                continue
            at += _repeated(element, "number-rows-repeated")
            width = _width(element)
            if width:
                rows, columns = at, max(columns, width)
            element.clear()
    except etree.XMLSyntaxError:
        raise Damaged from None
    return max(most, (rows, columns), key=lambda extent: extent[0] * extent[1])


def _width(row: Any) -> int:
    width = filled = 0
    for cell in row:
        width += _repeated(cell, "number-columns-repeated")
        if len(cell) or cell.get(f"{_OFFICE}value-type"):
            filled = width
    return filled


def _repeated(element: Any, name: str) -> int:
    text = element.get(f"{_TABLE}{name}", "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 1_000_000_000
