"""Entries out (导出): xlsx, CSV and JSON over the same columns, streamed so that memory stays flat.

Text that a spreadsheet would run as a formula is made harmless: in CSV by an apostrophe before it (which our import
takes off again), in xlsx by writing it as text with the quote mark set.
"""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

import xlsxwriter
from django.db.models import QuerySet

from yifa.kernel.registers.cells import FORMULA_SIGNS
from yifa.kernel.registers.columns import Column
from yifa.kernel.registers.declare import Register
from yifa.kernel.registers.errors import RegisterError

FORMATS = {"xlsx": "Excel", "csv": "CSV", "json": "JSON"}
TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8",
}
CHUNK = 2_000
_DANGEROUS = (*FORMULA_SIGNS, "\t", "\r")


def harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula. Numbers written as numbers are not touched."""
    return f"'{text}" if text.startswith(_DANGEROUS) else text


def entries_of(register: type[Register[Any]], organs: Iterable[int] | None = None, **filters: Any) -> QuerySet[Any]:
    """The standing entries in the scope, newest first."""
    rows: QuerySet[Any] = register.model._default_manager.filter(withdrawn=False, **filters)
    if organs is not None:
        rows = rows.filter(organ_id__in=list(organs))
    ordered: QuerySet[Any] = rows.order_by(f"-{register.dated_name()}", "-pk")
    return ordered


def public_of(register: type[Register[Any]], rows: QuerySet[Any], on: date) -> QuerySet[Any]:
    """Of these entries, those that are public on a day.

    Raises:
        RegisterError: nothing of this register is public.
    """
    if register.disclosed is None:
        raise RegisterError(f"不能公开导出：{register.label}没有依法公开的栏目。")
    return rows.filter(register.disclosed.on(on))


def export(
    register: type[Register[Any]],
    rows: QuerySet[Any],
    format_: str,
    *,
    columns: Sequence[Column] | None = None,
) -> Iterator[bytes]:
    """The file in parts, over all columns of the register or those given.

    Raises:
        RegisterError: the format is none of `FORMATS`.
    """
    chosen = tuple(columns) if columns is not None else register.columns
    values = rows.values_list("organ__name", *(column.path for column in chosen)).iterator(CHUNK)
    if format_ == "csv":
        return _csv(chosen, values)
    if format_ == "json":
        return _json(register, chosen, values)
    if format_ == "xlsx":
        return _xlsx(register, chosen, values)
    raise RegisterError(f"不能导出为“{format_}”。可以导出的格式：{'、'.join(FORMATS)}。")


def save(parts: Iterator[bytes], path: Path) -> None:
    """Write an export to a file."""
    with path.open("wb") as file:
        for part in parts:
            file.write(part)


def _csv(columns: Sequence[Column], values: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    shown = [(column.shown, column.numeric) for column in columns]
    writer.writerow(["机关", *(column.label for column in columns)])
    yield b"\xef\xbb\xbf" + _taken(buffer).encode()
    for number, row in enumerate(values, 1):
        cells = (show(v) if numeric else harmless(show(v)) for (show, numeric), v in zip(shown, row[1:], strict=True))
        writer.writerow([harmless(row[0]), *cells])
        if number % 500 == 0:
            yield _taken(buffer).encode()
    yield _taken(buffer).encode()


def _taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text


def _json(register: type[Register[Any]], columns: Sequence[Column], values: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    head = {"register": register.key, "label": register.label, "columns": {c.name: c.label for c in columns}}
    yield json.dumps(head, ensure_ascii=False)[:-1].encode() + b', "entries": ['
    separator = b"\n"
    for row in values:
        record = {column.name: _json_value(column, value) for column, value in zip(columns, row[1:], strict=True)}
        yield separator + json.dumps({"organ": row[0], **record}, ensure_ascii=False).encode()
        separator = b",\n"
    yield b"\n]}\n"


def _json_value(column: Column, value: Any) -> Any:
    if column.kind == "choice":
        return column.shown(value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date | datetime) else value


def _xlsx(register: type[Register[Any]], columns: Sequence[Column], values: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    with tempfile.TemporaryFile(suffix=".xlsx") as file:
        _fill_book(register, columns, values, file)
        file.seek(0)
        while part := file.read(1 << 16):
            yield part


def _fill_book(
    register: type[Register[Any]], columns: Sequence[Column], values: Iterable[Sequence[Any]], file: IO[bytes]
) -> None:
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(file, options)
    sheet = book.add_worksheet(register.label[:31])
    bold = book.add_format({"bold": True, "bg_color": "#E8EEF7", "border": 1})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    quoted = book.add_format({"quote_prefix": True})
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, 0, 24)
    for at, column in enumerate(columns, 1):
        sheet.set_column(at, at, column.width)
    for at, title in enumerate(["机关", *(column.label for column in columns)]):
        sheet.write_string(0, at, title, bold)
    for line, row in enumerate(values, 1):
        sheet.write_string(line, 0, row[0])
        for at, (column, value) in enumerate(zip(columns, row[1:], strict=True), 1):
            if value is None or value == "":
                continue
            if column.numeric:
                sheet.write_number(line, at, value)
            elif column.kind == "date":
                sheet.write_datetime(line, at, value, day)
            else:
                text = column.shown(value)
                sheet.write_string(line, at, text, quoted if text.startswith(_DANGEROUS) else None)
    book.close()
