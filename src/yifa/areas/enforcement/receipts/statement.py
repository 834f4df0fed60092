"""Statements of banks into the register (导入银行流水): whatever the bank calls its columns, whole or not at all.

What the columns are called is data (`defaults.toml`, a place adds its own). The rows keep their numbers, so that the
report of faults speaks of the bank's own file; outgoing payments and totals are left out and counted.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from yifa.areas.enforcement.receipts.bank_register import BankEntries
from yifa.areas.enforcement.receipts.gaps import DEFAULTS
from yifa.kernel.defaults import Defaults
from yifa.kernel.registers.cells import is_blank, text_of
from yifa.kernel.registers.errors import UnreadableSheet
from yifa.kernel.registers.header import HEADER_ROWS, plain_label
from yifa.kernel.registers.importing import ImportReport, import_file
from yifa.kernel.registers.reading import read_sheet
from yifa.office.models import Organ, Person

FIELDS = ("number", "on", "amount", "payer", "notice", "memo", "bank")
MORE = ("both", "sign")
"""Columns of ours, and the two in which some banks put what came in and what went out together."""
EXACT = 10**15
"""A spreadsheet that took a number for a number has lost its digits from here on."""
DAY = re.compile(r"\s*(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{8})(?!\d)")
TOTALS = ("合计", "总计", "小计", "共计", "本页合计")


@dataclass(frozen=True)
class Heading:
    """Where the columns of a statement stand: the row, and the places of each field (several only for the memo)."""

    row: int
    places: dict[str, list[int]]

    @property
    def complete(self) -> bool:
        """Whether it names what no payment can do without."""
        return {"number", "on"} <= self.places.keys() and bool({"amount", "both"} & self.places.keys())


def import_statement(path: Path, name: str, *, organ: Organ, by: Person | None, at: datetime) -> ImportReport:
    """Import the statement of a bank whole or not at all; `report.batch` is None where faults kept it out.

    Raises:
        UnreadableSheet: no table, or its heading lacks a column; AlreadyImported, RegisterError: see `import_file`.
    """
    content, notes = prepared(path, name, DEFAULTS.at(organ.place.code if organ.place_id else ""))
    with TemporaryDirectory() as folder:
        own = Path(folder) / f"{Path(name).stem}.csv"
        own.write_bytes(content)
        report = import_file(BankEntries, organ, own, by=by, at=at)
    report.name, report.notes = name, report.notes + notes
    return report


def prepared(path: Path, name: str, settings: Defaults) -> tuple[bytes, list[str]]:
    """A statement in the columns of the register, row by row where it was, and what was left out of it.

    Raises:
        UnreadableSheet: see `import_statement`.
    """
    rows = list(read_sheet(path, name).rows())
    heading = _heading(rows, name, settings)
    income = _words(settings, "income")
    labels = {column.name: column.label for column in BankEntries.columns}
    held, left = io.StringIO(), 0
    writer = csv.writer(held, lineterminator="\n")
    for number, cells in rows:
        if number == heading.row:
            writer.writerow([labels[name] for name in FIELDS])
        elif number < heading.row or _says_nothing(cells):
            writer.writerow([])
        elif not _came_in(heading, cells, income):
            left += 1
            writer.writerow([])
        else:
            writer.writerow(_row(heading, cells, number, name))
    notes = [f"{left}行是支出或者没有收入金额，没有导入"] if left else []
    return held.getvalue().encode(), notes


def _heading(rows: Sequence[tuple[int, Sequence[Any]]], name: str, settings: Defaults) -> Heading:
    known = {word: field for field in (*FIELDS, *MORE) for word in _words(settings, field)}
    found = [_read(number, cells, known) for number, cells in rows[:HEADER_ROWS]]
    best = max(found, key=lambda heading: len(heading.places), default=Heading(0, {}))
    if best.complete:
        return best
    wanted = {"number": "流水号", "on": "缴款日期", "amount": "收入金额"}
    lacking = "、".join(label for field, label in wanted.items() if field not in best.places)
    raise UnreadableSheet(
        name, f"前{HEADER_ROWS}行的表头中找不到{lacking}", "请把表头改成这样写，或者在口径配置里加上本地银行的叫法"
    )


def _words(settings: Defaults, field: str) -> frozenset[str]:
    return frozenset(plain_label(word) for word in settings.text(f"bank_{field}").split("、"))


def _read(number: int, cells: Sequence[Any], known: dict[str, str]) -> Heading:
    places: dict[str, list[int]] = {}
    for at, cell in enumerate(cells):
        field = known.get(plain_label(text_of(cell)))
        if field is not None and (field == "memo" or field not in places):
            places.setdefault(field, []).append(at)
    return Heading(number, places)


def _says_nothing(cells: Sequence[Any]) -> bool:
    filled = [plain_label(text_of(cell)) for cell in cells if not is_blank(cell)]
    return not filled or filled[0].startswith(TOTALS)


def _came_in(heading: Heading, cells: Sequence[Any], income: frozenset[str]) -> bool:
    """Whether a row is money that came in; what is no number is left to the report of faults."""
    if "amount" in heading.places:
        return _money(heading, cells) not in ("", "-", "0", "0.0", "0.00")
    return "sign" not in heading.places or any(plain_label(text) in income for text in _texts(heading, "sign", cells))


def _money(heading: Heading, cells: Sequence[Any]) -> str:
    text = "".join(_texts(heading, "amount" if "amount" in heading.places else "both", cells))
    return re.sub(r"[,，\s¥￥元]", "", text).removeprefix("+")


def _texts(heading: Heading, field: str, cells: Sequence[Any]) -> Iterator[str]:
    for at in heading.places.get(field, []):
        if at < len(cells) and not is_blank(cells[at]):
            yield text_of(cells[at]).strip()


def _row(heading: Heading, cells: Sequence[Any], number: int, name: str) -> list[str]:
    found = {field: "；".join(dict.fromkeys(_texts(heading, field, cells))) for field in FIELDS}
    at = heading.places["number"][0]
    if at < len(cells) and isinstance(cells[at], int | float) and abs(cells[at]) >= EXACT:
        why = f"第{number}行的流水号在表格中是数字，第15位以后的数字已经丢失"
        raise UnreadableSheet(name, why, "请把这一列设为文本格式，从网银重新下载")
    found["amount"] = _money(heading, cells)
    found["on"] = _day(heading, cells) or found["on"]
    return [found[field] for field in FIELDS]


def _day(heading: Heading, cells: Sequence[Any]) -> str:
    """The day of a date or of a time; blank where it is neither."""
    at = heading.places["on"][0]
    cell = cells[at] if at < len(cells) else None
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    day = DAY.match(text_of(cell))
    return day[1] if day else ""
