"""Numbers in tables: a cell without a unit takes it from its header, its row or its column."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from yifa.reader.grids import header_rows, is_number
from yifa.reader.model import Kind
from yifa.reader.numerals import scale_factor, tidy
from yifa.reader.quantities import Quantity
from yifa.reader.units import MONEY, PERCENT, UNIT, base_unit
from yifa.text import Cell, Document, Table

_BARE = re.compile(r"[+-]?\s*(\d+(?:,\d{3})*(?:\.\d+)?)")
_SCALED = rf"([百千万亿]*?)({UNIT})"
_BRACKETED = re.compile(rf"[(]\s*(?:单位\s*:\s*)?{_SCALED}\s*[)]")
_CLOSING = re.compile(rf"(?<![百千万亿]){_SCALED}\s*$")
_WHOLE = re.compile(_SCALED)
_NO_UNIT = re.compile(r"\d年度?\)?\s*$|^\s*(?:单位|部门|区县|县区|乡镇|街道|社区)(?:名称)?\s*$|事项\s*$|案件?类\s*$")
_UNIT_COLUMN = re.compile(r"\s*(?:计量|统计)?单位\s*")
_CAPTION = re.compile(r"单位\s*:\s*([^)\n。;]{1,16})")
_MONEY_WORDS = re.compile(r"金额|罚没|罚款|款|费|资金|投资|收入|支出")
_NO_COUNT = re.compile(r"序\s*号|编\s*号|年\s*份|年\s*度|电话|文号|代码|备\s*注|时间|日期")
_RATE_WORD = re.compile(r"占比|比例|比重|率$|百分比|增减$|同比|环比|增幅|增长")
_BY_WORD = (
    (re.compile(r"率$|占比|比例"), PERCENT),
    (re.compile(r"人数"), "人"),
    (re.compile(r"人次"), "人次"),
    (re.compile(r"件数|案件|数量"), "件"),
    (re.compile(r"次数"), "次"),
    (re.compile(r"场次"), "场次"),
    (re.compile(r"户数"), "户"),
)
_CAPTION_REACH = 60
_YEAR = re.compile(r"(?:19|20)\d{2}")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a table a number stands."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class CellUnit:
    """The unit that a table gives its cells: 万件 is the scale 万 and the unit 件."""

    scale: str
    unit: str | None


class Grid:
    """The tables of a document, asked by offset."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tables = document.tables
        self._heads = [header_rows(document.flat, table) for table in document.tables]
        spots = {
            (cell.start, cell.end): Spot(t, r, c)
            for t, table in enumerate(document.tables)
            for r, row in enumerate(table.rows)
            for c, cell in enumerate(row)
            if cell.text
        }
        self._spots = sorted((start, end, spot) for (start, end), spot in spots.items())
        self._starts = [start for start, _, _ in self._spots]

    def spot(self, offset: int) -> Spot | None:
        """The cell that holds an offset."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self._spots[index][1]:
            return None
        return self._spots[index][2]

    def is_value(self, spot: Spot | None) -> bool:
        """Whether a cell lies below the header and beside the label of its row."""
        return spot is not None and spot.row >= self._heads[spot.table] and spot.column > 0

    def above(self, spot: Spot) -> tuple[tuple[int, int], ...]:
        """The spans of the column headers of a cell, the nearest last."""
        rows = self.tables[spot.table].rows
        cells = (rows[r][spot.column] for r in range(self._heads[spot.table]))
        return tuple(dict.fromkeys((c.start, c.end) for c in cells if c.text))

    def beside(self, spot: Spot) -> tuple[tuple[int, int], ...]:
        """The spans of the row labels of a cell, the nearest last."""
        rows = self.tables[spot.table].rows
        cells = (
            cell for c, cell in enumerate(rows[spot.row][: spot.column])
            if not c or not (is_number(self.document.flat, cell) or _WHOLE.fullmatch(cell.text))
        )  # fmt: skip
        return tuple(dict.fromkeys((c.start, c.end) for c in cells if c.text))

    def headers(self, spot: Spot) -> tuple[tuple[int, int], ...]:
        """The spans of the column headers and the row labels of a cell."""
        return tuple(dict.fromkeys((*self.above(spot), *self.beside(spot))))

    def bare_numbers(self, known: list[Quantity]) -> list[Quantity]:
        """Cells that hold only a number, with the unit that the table gives them."""
        taken = {q.start for q in known}
        found = {}
        for table, depth in zip(self.tables, self._heads, strict=True):
            counted = [c for c in range(1, len(table.rows[0])) if not self._numbering(table, depth, c)]
            for r, row in enumerate(table.rows[depth:], depth):
                for c in counted:
                    match = _BARE.fullmatch(self.document.flat, row[c].start, row[c].end)
                    if match and match.start(1) not in taken and not self._numbering_row(row):
                        unit = self._unit(table, depth, r, c)
                        if unit.unit is None and _YEAR.fullmatch(match.group(1)):
                            continue
                        found[match.start(1)] = _cell_quantity(match.span(1), match.group(1), unit)
        return list(found.values())

    def _numbering(self, table: Table, depth: int, column: int) -> bool:
        """A column of running numbers, years or telephone numbers."""
        return any(_NO_COUNT.search(table.rows[r][column].text) for r in range(depth))

    def _numbering_row(self, row: tuple[Cell, ...]) -> bool:
        return bool(_NO_COUNT.fullmatch(row[0].text))

    def _unit(self, table: Table, depth: int, row: int, column: int) -> CellUnit:
        """From brackets in the header, the unit column, the line above the table; else from words and other cells."""
        flat = self.document.flat
        above = [table.rows[r][column] for r in reversed(range(depth))]
        labels = (*above, table.rows[row][0])
        words = [flat[cell.start : cell.end] for cell in (*labels, table.rows[0][0])]
        if any(_RATE_WORD.search(w) and not _BRACKETED.search(w) for w in words[:-1]):
            return CellUnit("", PERCENT)
        if stated := _first(_BRACKETED, words):
            return stated
        by_table = self._unit_column(table, depth, row) or self._caption(table, labels)
        if by_table:
            return by_table
        if stated := _first(_CLOSING, [w for w in words[: len(above)] if not _NO_UNIT.search(w)]):
            return stated
        for text in words[:-1]:
            for pattern, unit in _BY_WORD:
                if pattern.search(text):
                    return CellUnit("", unit)
        return self._as_neighbours(table, depth, row, column) or CellUnit("", None)

    def _unit_column(self, table: Table, depth: int, row: int) -> CellUnit | None:
        """The unit stated in the row itself, in a column headed 单位."""
        flat = self.document.flat
        for column, cell in enumerate(table.rows[row]):
            if column and any(_UNIT_COLUMN.fullmatch(table.rows[r][column].text) for r in range(depth)):
                match = _WHOLE.fullmatch(flat, cell.start, cell.end)
                return _read(match) if match else None
        return None

    def _as_neighbours(self, table: Table, depth: int, row: int, column: int) -> CellUnit | None:
        flat = self.document.flat
        for cells in (table.rows[row][1:], [r[column] for r in table.rows[depth:]]):
            units = Counter(
                base_unit(m.group(1))
                for cell in cells
                if (m := re.search(rf"\d({UNIT})$", flat[cell.start : cell.end]))
            )
            if units:
                return CellUnit("", units.most_common(1)[0][0])
        return None

    def _caption(self, table: Table, labels: tuple[Cell, ...]) -> CellUnit | None:
        """The unit of all cells, stated in the line above the table: （单位：件）, （单位：件、万元）."""
        flat = self.document.flat
        lead = flat[max(0, table.start - _CAPTION_REACH) : table.start].rstrip()
        match = _CAPTION.search(lead, lead.rfind("\n") + 1)
        if not match:
            return None
        stated = [m for part in re.split(r"[、,/ ]", match.group(1)) if (m := _WHOLE.fullmatch(part.strip()))]
        money = any(_MONEY_WORDS.search(cell.text) for cell in labels)
        fitting = [m for m in stated if m.group(2).endswith("元") == money] or stated
        return _read(fitting[0]) if fitting else None


def _first(pattern: re.Pattern[str], words: list[str]) -> CellUnit | None:
    return next((_read(match) for text in words if (match := pattern.search(text))), None)


def _read(match: re.Match[str]) -> CellUnit:
    return CellUnit(match.group(1), match.group(2))


def _cell_quantity(span: tuple[int, int], text: str, stated: CellUnit) -> Quantity:
    raw = float(text.replace(",", ""))
    unit = base_unit(stated.unit) if stated.unit else None
    factor = float(scale_factor(stated.scale))
    if unit and unit.endswith("元") and unit != "美元":
        factor *= {"亿元": 1e4, "万元": 1.0, "千元": 0.1, "百万元": 100.0}.get(unit, 1e-4)
        unit = MONEY
    kind = Kind.RATE if unit == PERCENT else Kind.AMOUNT if unit == MONEY else Kind.COUNT
    raw_unit = (stated.scale + stated.unit) if stated.unit else None
    return Quantity(span[0], span[1], tidy(raw * factor), None, unit, raw, raw_unit, (), kind)
