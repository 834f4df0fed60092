"""Numbers in tables: a cell without a unit takes it from its header, its row or its column."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from yifa.reader.model import Kind
from yifa.reader.quantities import Quantity
from yifa.reader.units import MONEY, UNIT, base_unit
from yifa.text import Document, Table

_BARE = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_IN_HEADER = re.compile(rf"\(?(?:单位\s*:\s*)?({UNIT})\)?\s*$|\(({UNIT})\)")
_NO_UNIT = re.compile(r"\d年度?\)?\s*$|^\s*(?:单位|部门|区县|县区|乡镇|街道|社区)(?:名称)?\s*$")
_CAPTION = re.compile(rf"单位\s*:\s*({UNIT})")
_BY_WORD = (
    (re.compile(r"占比|比例|比重|率$|百分比"), "%"),
    (re.compile(r"人数"), "人"),
    (re.compile(r"人次"), "人次"),
    (re.compile(r"件数|案件|数量"), "件"),
    (re.compile(r"次数"), "次"),
    (re.compile(r"场次"), "场次"),
    (re.compile(r"户数"), "户"),
)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a table a number stands."""

    table: int
    row: int
    column: int


class Grid:
    """The tables of a document, asked by offset."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tables = document.tables
        self._spots = [
            (cell.start, cell.end, Spot(t, r, c))
            for t, table in enumerate(document.tables)
            for r, row in enumerate(table.rows)
            for c, cell in enumerate(row)
        ]
        self._starts = [start for start, _, _ in self._spots]

    def spot(self, offset: int) -> Spot | None:
        """The cell that holds an offset."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self._spots[index][1]:
            return None
        return self._spots[index][2]

    def headers(self, spot: Spot) -> tuple[tuple[int, int], ...]:
        """The spans of the column header and the row label of a cell."""
        rows = self.tables[spot.table].rows
        cells = [rows[0][spot.column], rows[spot.row][0]]
        return tuple((c.start, c.end) for c in cells if c.text)

    def bare_numbers(self, known: list[Quantity]) -> list[Quantity]:
        """Cells that hold only a number, with the unit that the table gives them. Cells without any unit are left."""
        taken = {q.start for q in known}
        found = []
        for table in self.tables:
            for r, row in enumerate(table.rows[1:], 1):
                for c, cell in enumerate(row[1:], 1):
                    text = self.document.flat[cell.start : cell.end]
                    if cell.start not in taken and _BARE.fullmatch(text):
                        unit = self._unit(table, r, c)
                        if unit:
                            found.append(_cell_quantity(cell.start, cell.end, text, unit))
        return found

    def _unit(self, table: Table, row: int, column: int) -> str | None:
        """From the header words, else what most other cells of the row, then of the column, carry."""
        flat = self.document.flat
        for cell in (table.rows[0][column], table.rows[row][0], table.rows[0][0]):
            words = flat[cell.start : cell.end]
            if (match := _IN_HEADER.search(words)) and not _NO_UNIT.search(words):
                return base_unit(match.group(1) or match.group(2))
            for pattern, unit in _BY_WORD:
                if pattern.search(words) and cell is not table.rows[0][0]:
                    return unit
        row_cells = table.rows[row][1:]
        column_cells = [r[column] for r in table.rows[1:]]
        for cells in (row_cells, column_cells):
            units = Counter(
                base_unit(m.group(1))
                for cell in cells
                if (m := re.search(rf"\d({UNIT})$", flat[cell.start : cell.end]))
            )
            if units:
                return units.most_common(1)[0][0]
        return self._caption(table)

    def _caption(self, table: Table) -> str | None:
        """The unit of all cells, stated in the line above the table: （单位：件）."""
        before = self.document.flat[max(0, table.start - 60) : table.start].rstrip()
        match = _CAPTION.search(before, before.rfind("\n") + 1)
        return base_unit(match.group(1)) if match else None


def _cell_quantity(start: int, end: int, text: str, unit: str) -> Quantity:
    value = float(text.replace(",", ""))
    kind = Kind.RATE if unit == "%" else Kind.AMOUNT if unit == MONEY else Kind.COUNT
    return Quantity(start, end, value, None, unit, value, unit, (), kind)
