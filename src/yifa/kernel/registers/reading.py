"""Spreadsheets and CSV files into rows (读取表格): xlsx, xls, ods, csv; nothing is trusted.

What a file may hold is limited here (its size, its rows and columns) and in `bounds` (what it unpacks to).
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import python_calamine

from yifa.kernel.registers.bounds import Damaged, OutOfBounds, check_container
from yifa.kernel.registers.cells import is_blank
from yifa.kernel.registers.errors import UnreadableSheet

FILE_BYTES = 50 * 1024 * 1024
ROWS = 300_000
COLUMNS = 500

EXCEL = {".xlsx", ".xlsm", ".xls", ".ods"}
TEXT = {".csv", ".txt"}
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_SAVE_AS = "请用 Excel 或 WPS 打开后另存为 xlsx 再导入"


@dataclass(frozen=True)
class Sheet:
    """A table: every row as cells, numbered as the spreadsheet numbers them (from 1).

    `left`: how many empty columns stand before the first cell.
    """

    name: str
    source: Any
    left: int = 0
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()

    def rows(self) -> Iterator[tuple[int, Sequence[Any]]]:
        """(row number, cells) one by one; merged cells repeat the value of their first. Can be run again."""
        rows = self.source.iter_rows() if hasattr(self.source, "iter_rows") else iter(self.source)
        if not self.merged:
            yield from enumerate(rows, 1)
            return
        yield from self._filled(enumerate(rows, 1))

    def _filled(self, rows: Iterator[tuple[int, list[Any]]]) -> Iterator[tuple[int, list[Any]]]:
        spans = sorted(self.merged)
        open_spans: list[tuple[int, int, int, Any]] = []  # last row, first column, last column, value
        position = 0
        for number, cells in rows:
            row = number - 1
            while position < len(spans) and spans[position][0][0] <= row:
                (_, left), (bottom, right) = spans[position]
                at = left - self.left
                value = cells[at] if spans[position][0][0] == row and 0 <= at < len(cells) else None
                open_spans.append((bottom, at, right - self.left, value))
                position += 1
            open_spans = [span for span in open_spans if span[0] >= row]
            for _, left, right, value in open_spans:
                for at in range(max(left, 0), min(right + 1, len(cells))):
                    cells[at] = value if is_blank(cells[at]) else cells[at]
            yield number, cells


def read_sheet(path: Path, name: str = "") -> Sheet:
    """The first sheet with anything in it.

    Args:
        name: what people call the file, where `path` is only where it was put down.

    Raises:
        UnreadableSheet: wrong kind, too large, cut off, locked with a password, empty.
    """
    name = name or path.name
    suffix = Path(name).suffix.lower()
    head = _checked_head(path, name)
    if head.startswith((_ZIP, _OLE)):
        return _workbook(path, name, zipped=head.startswith(_ZIP))
    if suffix in EXCEL:
        raise UnreadableSheet(name, "文件内容不是电子表格（可能已损坏，或者扩展名被改过）", _SAVE_AS)
    if suffix not in TEXT:
        raise UnreadableSheet(name, f"不支持{suffix or '没有扩展名的'}文件", "请使用 xlsx、xls、ods 或者 csv 文件")
    return _csv(path.read_bytes(), name)


def _checked_head(path: Path, name: str) -> bytes:
    """The first bytes of a file that is there and not too large."""
    try:
        size = path.stat().st_size
    except OSError:
        raise UnreadableSheet(name, "文件不存在", "请核对路径") from None
    if not path.is_file():
        raise UnreadableSheet(name, "它不是文件", "请核对路径")
    if size == 0:
        raise UnreadableSheet(name, "文件是空的", "请核对后重新选择")
    if size > FILE_BYTES:
        raise UnreadableSheet(
            name, f"文件有{size / 1024 / 1024:.0f}MB，超过{FILE_BYTES // 1024 // 1024}MB", "请分成几个文件导入"
        )
    with path.open("rb") as file:
        return file.read(8)


def read_sheets(path: Path, name: str = "") -> list[Sheet]:
    """Every sheet of a workbook with anything in it, under its own name.

    Raises:
        UnreadableSheet: as `read_sheet`; a CSV file has no sheets.
    """
    name = name or path.name
    head = _checked_head(path, name)
    if not head.startswith((_ZIP, _OLE)):
        raise UnreadableSheet(name, "它不是有几张表的电子表格", "请使用 xlsx、xls 或者 ods 文件")
    return list(_sheets(path, name, zipped=head.startswith(_ZIP)))


def _workbook(path: Path, name: str, *, zipped: bool) -> Sheet:
    for sheet in _sheets(path, name, zipped=zipped):
        return replace(sheet, name=name)
    raise UnreadableSheet(name, "表格里没有内容", "请核对后重新选择")


def _sheets(path: Path, name: str, *, zipped: bool) -> Iterator[Sheet]:
    if zipped:
        _refuse_bomb(path, name)
    try:
        book = python_calamine.CalamineWorkbook.from_path(str(path))
        for title in book.sheet_names:
            sheet = book.get_sheet_by_name(title)
            if sheet.height and sheet.width:
                yield _sheet(sheet, name, title)
    except python_calamine.PasswordError:
        raise UnreadableSheet(name, "文件设有打开密码", "请取消密码后再导入") from None
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise UnreadableSheet(name, "文件已损坏或者不完整", f"{_SAVE_AS}（{type(error).__name__}）") from None
    except BaseException as error:  # a panic of the Rust reader is no Exception
        if type(error).__name__ != "PanicException":
            raise
        raise UnreadableSheet(name, "文件已损坏或者不完整", _SAVE_AS) from None


def _sheet(sheet: Any, name: str, title: str) -> Sheet:
    if sheet.total_height > ROWS + 20:
        raise UnreadableSheet(name, f"有{sheet.total_height}行，超过{ROWS}行", "请分成几个文件导入")
    if sheet.width > COLUMNS:
        raise UnreadableSheet(name, f"有{sheet.width}列，超过{COLUMNS}列", "请删去多余的列")
    merged = tuple(span for span in sheet.merged_cell_ranges or () if span[0][0] > 0)
    # calamine gives the empty rows above the data, but leaves out the empty columns on its left
    return Sheet(title, sheet, (sheet.start or (0, 0))[1], merged)


def _refuse_bomb(path: Path, name: str) -> None:
    try:
        with path.open("rb") as file:
            check_container(file)
    except OutOfBounds as why:
        raise UnreadableSheet(name, str(why), "为安全起见不予打开，请删去多余的内容，或者核对来源") from None
    except Damaged:
        raise UnreadableSheet(name, "文件已损坏或者不完整", _SAVE_AS) from None


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def _csv(data: bytes, name: str) -> Sheet:
    text = _decoded(data, name)
    first = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(",\t;", key=first.count)
    if "\0" in text:
        raise UnreadableSheet(name, "文件内容不是文字", _SAVE_AS)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise UnreadableSheet(name, "不是规范的 csv 文件", f"{_SAVE_AS}（{error}）") from None
    if len(rows) > ROWS + 20:
        raise UnreadableSheet(name, f"有{len(rows)}行，超过{ROWS}行", "请分成几个文件导入")
    if not any(any(not is_blank(cell) for cell in row) for row in rows[:1000]):
        raise UnreadableSheet(name, "表格里没有内容", "请核对后重新选择")
    return Sheet(name, rows)


def _decoded(data: bytes, name: str) -> str:
    marked = next(((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), None)
    encodings = ["utf-8", "gb18030"]
    if marked is not None:
        data, encodings = data[len(marked[0]) :], [marked[1]]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableSheet(name, "文字编码无法识别", "请另存为“CSV UTF-8”或者 xlsx 再导入")
