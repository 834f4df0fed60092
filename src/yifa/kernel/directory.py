"""The workbook of the directory (机构人员名册): its template, and reading it with the care that every upload gets."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import xlsxwriter

from yifa.kernel.registers.cells import is_blank
from yifa.kernel.registers.errors import UnreadableSheet
from yifa.kernel.registers.importing import NOTE
from yifa.kernel.registers.reading import Sheet, read_sheets
from yifa.office.directory import SHEETS, Column, Row

LAST_ROW = 5_000


def template() -> bytes:
    """An xlsx with the three sheets: headings, what to write, lists to choose from."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    formats = {
        "must": book.add_format({"bold": True, "bg_color": "#D9E5F6", "border": 1}),
        "may": book.add_format({"bg_color": "#EEF1F5", "border": 1}),
        "note": book.add_format({"font_color": "#555555", "font_size": 9, "text_wrap": True, "valign": "top"}),
        "text": book.add_format({"num_format": "@"}),
    }
    for name, columns in SHEETS.items():
        sheet = book.add_worksheet(name)
        for at, column in enumerate(columns):
            _column(sheet, at, column, formats)
        sheet.set_row(1, 45)
        sheet.freeze_panes(2, 1)
    book.close()
    return buffer.getvalue()


def _column(sheet: Any, at: int, column: Column, formats: Mapping[str, Any]) -> None:
    sheet.set_column(at, at, 20, formats["text"])
    sheet.write_string(
        0, at, f"{'*' if column.required else ''}{column.heading}", formats["must" if column.required else "may"]
    )
    sheet.write_string(1, at, (NOTE if at == 0 else "") + column.note, formats["note"])
    if column.choices:
        labels = [label for _, label in column.choices]
        sheet.data_validation(2, at, LAST_ROW, at, {"validate": "list", "source": labels, "ignore_blank": True})


def tables(path: Path) -> dict[str, list[Row]]:
    """The rows of each sheet of a workbook.

    Raises:
        UnreadableSheet: no workbook, none of the sheets, or a sheet without one of its required columns.
    """
    found = {sheet.name: sheet for sheet in read_sheets(path) if sheet.name in SHEETS}
    if not found:
        raise UnreadableSheet(path.name, f"里面没有“{'”“'.join(SHEETS)}”表", "请用 yifa office template 生成的模板填写")
    return {name: list(_rows(sheet, path.name)) for name, sheet in found.items()}


def _rows(sheet: Sheet, file: str) -> Iterator[Row]:
    lines = ((number, cells) for number, cells in sheet.rows() if not all(is_blank(cell) for cell in cells))
    _, heads = next(lines, (0, ()))
    headings = ["" if is_blank(head) else str(head).strip().lstrip("*") for head in heads]
    missing = [c.heading for c in SHEETS[sheet.name] if c.required and c.heading not in headings]
    if missing:
        raise UnreadableSheet(file, f"“{sheet.name}”表没有“{'”“'.join(missing)}”栏", "第一行应当是栏目名称")
    for number, cells in lines:
        if not str(cells[0] or "").startswith(NOTE):
            yield number, dict(zip(headings, cells, strict=False))
