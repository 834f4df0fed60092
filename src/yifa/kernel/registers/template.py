"""The import template of a register (导入模板): header, notes with help and basis, an example, lists to choose from."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

import xlsxwriter

from yifa.kernel.registers.cells import FIRST_YEAR
from yifa.kernel.registers.columns import Column
from yifa.kernel.registers.declare import Register
from yifa.kernel.registers.importing import EXAMPLE, NOTE
from yifa.kernel.registers.values import options_of
from yifa.office.models import Organ

_LAST_ROW = 100_003
_FIRST_DAY = date(FIRST_YEAR, 10, 1)
_LIST_LIMIT = 255
"""Excel takes a list of choices up to so many characters; longer ones stand on a sheet of their own."""


def template(register: type[Register[Any]], organ: Organ | None = None) -> bytes:
    """An xlsx to fill in. With `organ`, references to other registers become lists to choose from."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet(register.label[:31])
    formats = {
        "must": book.add_format({"bold": True, "bg_color": "#D9E5F6", "border": 1, "text_wrap": True}),
        "may": book.add_format({"bg_color": "#EEF1F5", "border": 1, "text_wrap": True}),
        "note": book.add_format({"font_color": "#555555", "font_size": 9, "text_wrap": True, "valign": "top"}),
        "example": book.add_format({"font_color": "#888888", "italic": True}),
        "date": book.add_format({"num_format": "yyyy-mm-dd"}),
        "text": book.add_format({"num_format": "@"}),
    }
    columns = register.asked()
    for at, column in enumerate(columns):
        _column(sheet, at, column, formats)
        if choices := _choices(column, organ):
            _list(book, sheet, at, choices)
            sheet.write_string(2, at, column.example or choices[0], formats["example"])
    sheet.set_row(1, 75)
    sheet.freeze_panes(1, 1)
    book.close()
    return buffer.getvalue()


def _column(sheet: Any, at: int, column: Column, formats: dict[str, Any]) -> None:
    cell_format = {"date": formats["date"], "int": None, "decimal": None}.get(column.kind, formats["text"])
    sheet.set_column(at, at, column.width, cell_format)
    star = "*" if column.required else ""
    sheet.write_string(0, at, f"{star}{column.label}", formats["must" if column.required else "may"])
    sheet.write_string(1, at, NOTE + note_of(column), formats["note"])
    sheet.write_string(2, at, (EXAMPLE if at == 0 else "") + column.example, formats["example"])
    if column.kind == "date":
        sheet.data_validation(
            3, at, _LAST_ROW, at,
            {"validate": "date", "criteria": ">=", "value": _FIRST_DAY, "ignore_blank": True,
             "error_title": "日期不对", "error_message": "请写成 2024-03-05。", "error_type": "warning"},
        )  # fmt: skip


def note_of(column: Column) -> str:
    """What to write in a column: required or not, help, unit, basis."""
    parts = ["必填" if column.required else "选填"]
    if column.help:
        parts.append(column.help.rstrip("。"))
    if column.kind == "list":
        parts.append("多项之间用、隔开")
    if column.basis is not None:
        parts.append(f"依据：{column.basis.short}")
    return "。".join(parts)


def _choices(column: Column, organ: Organ | None) -> list[str]:
    if column.kind == "bool":
        return ["是", "否"]
    if column.kind == "choice":
        return [label for _, label in column.choices]
    if column.kind == "reference" and organ is not None:
        return options_of(column, organ.pk)
    return []


def _list(book: Any, sheet: Any, at: int, choices: Sequence[str]) -> None:
    rule: dict[str, Any] = {"validate": "list", "ignore_blank": True}
    rule |= {"error_title": "不在可选项中", "error_message": "请从下拉列表中选择。"}
    if len(",".join(choices)) <= _LIST_LIMIT and not any("," in word for word in choices):
        rule["source"] = list(choices)
    else:
        title = f"选项{at + 1}"
        options = book.add_worksheet(title)
        options.hide()
        for line, word in enumerate(choices):
            options.write_string(line, 0, word)
        rule["source"] = f"='{title}'!$A$1:$A${len(choices)}"
    sheet.data_validation(3, at, _LAST_ROW, at, rule)
