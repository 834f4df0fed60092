"""双公示 in (导入): a whole file or nothing, with a report that names row and field of everything that is wrong.

Both layouts and those of 2016 are taken; the heading may be codes or Chinese labels. Rows stay what they are: records
of decisions that were made elsewhere, not cases of ours. Full identity numbers never come in.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.db import transaction

from yifa.errors import YifaError
from yifa.office.models import Organ, Person
from yifa.oversight.exchange.checking import Fault, as_date, faults
from yifa.oversight.exchange.layouts import (
    ALSO_CALLED,
    INDIVIDUAL,
    LAYOUTS,
    NATURAL,
    NOT_IN_OLD,
    OLD,
    OLD_VALUES,
    ORGANISATION,
    PARTY_NUMBERS,
    Layout,
)
from yifa.oversight.models import CreditBatch, CreditRow

MOST_ROWS = 20_000
ENCODINGS = ("utf-8-sig", "gb18030")
INDIVIDUAL_CODES = "92"
"""How the credit codes of individual businesses (个体工商户) begin."""


class NotImported(YifaError):
    """The file could not be read at all."""


@dataclass(frozen=True)
class Report:
    """What became of a file: everything was taken, or nothing was and `faults` says why.

    Attributes:
        left: the columns of the file that are no fields of the layout; they were not taken.
    """

    layout: Layout
    old: bool
    rows: int
    faults: tuple[Fault, ...]
    left: tuple[str, ...] = ()
    batch: CreditBatch | None = None


@dataclass(frozen=True)
class _Table:
    """A file read: its layout, whether it is of 2016, its rows by field with their place, the columns left out."""

    layout: Layout
    old: bool
    rows: list[tuple[int, dict[str, str]]]
    left: tuple[str, ...]


def import_file(name: str, content: bytes, *, organ: Organ, by: Person, at: datetime, today: date) -> Report:
    """Read, check, and keep all rows or none.

    Args:
        organ: whose record it becomes.

    Raises:
        NotImported: no layout recognised, too many rows, an unreadable file.
    """
    table = _read(_lines(name, content))
    optional = NOT_IN_OLD[table.layout.key] if table.old else ()
    wrong = [fault for number, row in table.rows for fault in faults(
        table.layout, row, number, today, optional=optional)]  # fmt: skip
    wrong += _twice(table, organ)
    if wrong:
        found = tuple(sorted(wrong, key=lambda one: one.row))
        return Report(table.layout, table.old, len(table.rows), found, table.left)
    with transaction.atomic():
        batch = CreditBatch._base_manager.create(
            layout=table.layout.key, organ=organ, name=Path(name).name[:200], at=at, by=by, rows=len(table.rows),
            digest=hashlib.sha256(content).hexdigest(),
        )  # fmt: skip
        CreditRow._base_manager.bulk_create(_row(table.layout, row, organ, batch) for _, row in table.rows)
    return Report(table.layout, table.old, len(table.rows), (), table.left, batch)


def _row(layout: Layout, row: dict[str, str], organ: Organ, batch: CreditBatch) -> CreditRow:
    decided = as_date(row[layout.date])
    assert decided is not None  # the row was checked
    dates = {field.code for field in layout.fields if field.kind == "date"}
    plain = {code: str(as_date(value) or "") if code in dates else value for code, value in row.items()}
    return CreditRow(
        layout=layout.key, organ=organ, batch=batch, number=row[layout.number], decided_on=decided, values=plain
    )


def _twice(table: _Table, organ: Organ) -> list[Fault]:
    """Rows of one number within the file, or that are there already."""
    code = table.layout.number
    label = table.layout.named(code).label
    counted = Counter(row.get(code, "") for _, row in table.rows)
    there = set(
        CreditRow._base_manager.filter(layout=table.layout.key, organ=organ, number__in=list(counted)).values_list(
            "number", flat=True
        )
    )
    found = []
    for place, row in table.rows:
        number = row.get(code, "")
        if number and (counted[number] > 1 or number in there):
            often = f"在文件中出现{counted[number]}次" if counted[number] > 1 else "已经导入过"
            found.append(Fault(place, code, label, f"“{number}”{often}"))
    return found


def _lines(name: str, content: bytes) -> list[list[str]]:
    if name.lower().endswith((".xlsx", ".xls", ".et")):
        from python_calamine import CalamineWorkbook

        try:
            book = CalamineWorkbook.from_filelike(io.BytesIO(content))
            return [[_cell(value) for value in row] for row in book.get_sheet_by_index(0).to_python()]
        except Exception as error:
            raise NotImported("不能读取这个文件：不是可以打开的 Excel 文件。请另存为 xlsx 或者 csv 再导入。") from error
    for encoding in ENCODINGS:
        try:
            return list(csv.reader(io.StringIO(content.decode(encoding))))
        except UnicodeDecodeError:
            continue
    raise NotImported("不能读取这个文件：文字编码无法识别。请另存为 UTF-8 的 csv 再导入。")


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _read(lines: Sequence[Sequence[str]]) -> _Table:
    for start, line in enumerate(lines[:5]):
        heading = [cell.strip() for cell in line]
        for layout in LAYOUTS:
            codes, old = _codes(layout, heading)
            if sum(code is not None for code in codes) >= len(layout.fields) // 3:
                _refuse_twice(heading, codes, old)
                left = tuple(cell for cell, code in zip(heading, codes, strict=True) if cell and code is None)
                return _Table(layout, old, _rows(layout, codes, lines, start, old), left)
    known = "、".join(f"{layout.label}（{layout.number}、{layout.name}……）" for layout in LAYOUTS)
    raise NotImported(f"不能导入：前五行没有认出双公示的表头。可以导入的有：{known}，表头写代码或者中文名称。")


def _codes(layout: Layout, heading: Sequence[str]) -> tuple[list[str | None], bool]:
    """The field of each column; None where it is none. Whether the heading is that of 2016."""
    known = {field.code: field.code for field in layout.fields} | {field.label: field.code for field in layout.fields}
    known |= {other: code for other, code in ALSO_CALLED.items() if code in known}
    former = OLD[layout.key]
    own = sum(cell in former for cell in heading)
    old = own >= 3
    return [former.get(cell, known.get(cell)) if old else known.get(cell) for cell in heading], old


def _refuse_twice(heading: Sequence[str], codes: Sequence[str | None], old: bool) -> None:
    """Two columns of one field: only the layout of 2016 had them, under two names."""
    for cell, code in zip(heading, codes, strict=True):
        if code and (heading if old else codes).count(cell if old else code) > 1:
            raise NotImported(f"不能导入：表头中“{cell}”一项有两栏。请删去一栏。")


def _rows(
    layout: Layout, codes: Sequence[str | None], lines: Sequence[Sequence[str]], start: int, old: bool
) -> list[tuple[int, dict[str, str]]]:
    labels = {field.label for field in layout.fields}
    found = []
    for number, line in enumerate(lines[start + 1 :], start + 2):
        cells = [cell.strip() for cell in line]
        if not any(cells) or sum(cell in labels for cell in cells) > 3:
            continue  # an empty line, or the second line of a heading
        found.append((number, _values(layout, codes, cells, old)))
        if len(found) > MOST_ROWS:
            raise NotImported(f"不能导入：超过{MOST_ROWS}行。请分成几个文件。")
    if not found:
        raise NotImported("不能导入：表头下面没有数据。")
    return found


def _values(layout: Layout, codes: Sequence[str | None], cells: Sequence[str], old: bool) -> dict[str, str]:
    row: dict[str, str] = {} if old else {field.code: "" for field in layout.fields}
    for code, cell in zip(codes, cells, strict=False):
        if code:
            value = OLD_VALUES.get(code, {}).get(cell, cell) if old else cell
            row[code] = (
                f"{row[code]}；{value}" if row.get(code) and value and row[code] != value else row.get(code) or value
            )
    kind = f"{layout.prefix}_XDR_LB"
    row[kind] = PARTY_NUMBERS.get(row[kind], row[kind]) if kind in codes else _kind_of(layout, row)
    return row


def _kind_of(layout: Layout, row: Mapping[str, str]) -> str:
    """The kind of party where the file has no column for it, told from the numbers given."""
    code, paper, number = (row.get(f"{layout.prefix}_XDR_{name}", "") for name in ("SHXYM", "ZJLX", "ZJHM"))
    if code.startswith(INDIVIDUAL_CODES):
        return INDIVIDUAL
    return NATURAL if (paper or number) and not code else ORGANISATION
