"""The header of a file (表头): found among the rows at the top, matched by label in any order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from yifa.kernel.registers.cells import text_of
from yifa.kernel.registers.columns import Column
from yifa.kernel.registers.declare import Register
from yifa.kernel.registers.errors import UnreadableSheet
from yifa.kernel.registers.reading import Sheet

HEADER_ROWS = 15
"""In how many rows at the top it is looked for (titles and notes may stand above it)."""

_DECORATION = re.compile(r"[\s*＊:：]|[（(][^）)]*[）)]")


def plain_label(text: str) -> str:
    """A header without blanks, stars, colons and what stands in brackets."""
    return _DECORATION.sub("", text)


@dataclass(frozen=True)
class Header:
    """Where it stands, its cells, the place of each field, what was left out, what is wrong."""

    row: int
    cells: list[str]
    places: dict[str, int]
    notes: list[str]
    faults: list[str]


def find_header(sheet: Sheet, register: type[Register[Any]]) -> Header:
    """The header of a sheet.

    Raises:
        UnreadableSheet: no row at the top names the columns of the register.
    """
    known: dict[str, Column] = {}
    for column in register.columns:
        for word in (column.label, str(column.model_field.verbose_name), column.name):
            known.setdefault(plain_label(word), column)
    best: tuple[int, int, list[str]] = (0, 0, [])
    for position, (number, cells) in enumerate(sheet.rows()):
        if position >= HEADER_ROWS:
            break
        words = [plain_label(text_of(cell)) for cell in cells]
        matches = len({word for word in words if word in known})
        if matches > best[0]:
            best = (matches, number, [text_of(cell) for cell in cells])
    if best[0] < min(2, len(register.asked())):
        expected = "、".join(column.label for column in register.asked()[:6])
        raise UnreadableSheet(
            sheet.name, f"前{HEADER_ROWS}行中找不到表头（应有{expected}等栏）", "请使用本台账的导入模板"
        )
    return _placed(best[1], best[2], known, register)


def _placed(row: int, cells: list[str], known: dict[str, Column], register: type[Register[Any]]) -> Header:
    places: dict[str, int] = {}
    notes: list[str] = []
    faults: list[str] = []
    for position, text in enumerate(cells):
        column = known.get(plain_label(text))
        if not text:
            continue
        if column is None:
            notes.append(f"“{text}”不是本台账的栏目，没有导入")
        elif column.computed:
            notes.append(f"“{text}”由系统推算，不必填写，没有导入")
        elif column.name in places:
            faults.append(f"“{column.label}”栏出现了两次，请删去一栏")
        else:
            places[column.name] = position
    missing = [column for column in register.asked() if column.name not in places]
    faults += [f"缺少“{column.label}”栏，这一栏必须填写" for column in missing if column.required]
    if left := "、".join(column.label for column in missing if not column.required):
        notes.append(f"没有以下栏目，按未填写处理：{left}")
    return Header(row, cells, places, notes, faults)
