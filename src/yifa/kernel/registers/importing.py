"""Excel import (导入): a dry run that says what is wrong with which cell, then all rows or none.

The dry run reads and checks without holding anything; the import itself checks first and only then opens the
transaction in which it writes, in chunks. An import is one event in the trail of the book.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import hashes
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from yifa.kernel.registers.cells import is_blank, text_of
from yifa.kernel.registers.declare import Register
from yifa.kernel.registers.entries import blocks, locked_book, record, require_writer
from yifa.kernel.registers.errors import AlreadyImported, Problem, RegisterError, UnreadableSheet
from yifa.kernel.registers.header import Header, find_header, plain_label
from yifa.kernel.registers.models import Book, BookEvent, BookEventKind, ImportBatch
from yifa.kernel.registers.reading import Sheet, read_sheet
from yifa.kernel.registers.values import RowReader, digest_of, general_problems, key_of
from yifa.office.models import Organ, Person

CHUNK = 2_000
"""Rows written at a time."""
MANY = 10_000
"""After so many new rows the database is told to count again; else it would go on planning for an empty table."""
LISTED = 2_000
"""Faults that a report lists; it counts all of them."""
NOTE, EXAMPLE = "说明：", "示例："
"""How the rows of our template begin that are not data."""

_TOTALS = {"合计", "总计", "小计", "共计"}

Progress = Callable[[str, int], None]
"""Told the stage (核对, 写入) and the number of rows done."""


@dataclass(frozen=True)
class CellFault:
    """One fault: where it stands in the file, what stands there, what is wrong, what to do."""

    row: int
    column: str
    value: str
    why: str
    remedy: str
    basis: str = ""
    at: int | None = None

    def __str__(self) -> str:
        value = f"“{self.value}”" if self.value and self.value not in self.why else ""
        where = f"“{self.column}”" if self.column else ""
        why = f"{self.why}（{self.basis}）" if self.basis else self.why
        return f"第{self.row}行{where}{value}：{why}。{self.remedy}".rstrip("。") + "。"


@dataclass
class ImportReport:
    """What a dry run or an import found.

    Attributes:
        rows: entries in the file; faults: the first `LISTED`; fault_count: all of them.
        doubts: what may be right but should be looked at; notes: what was left out of the file.
        faulty: the cells of the rows with faults, by row number, for the marked copy; header: their labels.
        batch: the import, once it was carried out.
    """

    register: type[Register[Any]]
    organ: Organ
    name: str
    rows: int = 0
    faults: list[CellFault] = field(default_factory=list)
    fault_count: int = 0
    faulty_rows: int = 0
    doubts: list[CellFault] = field(default_factory=list)
    doubt_count: int = 0
    notes: list[str] = field(default_factory=list)
    header: list[str] = field(default_factory=list)
    faulty: dict[int, list[str]] = field(default_factory=dict)
    batch: ImportBatch | None = None

    @property
    def clean(self) -> bool:
        """Whether the file can be imported."""
        return not self.fault_count and self.rows > 0

    def blame(self, faults: Sequence[CellFault], cells: Sequence[Any] | None) -> None:
        """Enter the faults of one row."""
        self.fault_count += len(faults)
        self.faulty_rows += 1
        self.faults += faults[: max(LISTED - len(self.faults), 0)]
        if cells is not None and len(self.faulty) < LISTED:
            self.faulty[faults[0].row] = [text_of(cell) for cell in cells]

    def summary(self) -> str:
        """One Chinese sentence."""
        head = f"“{self.name}”共{self.rows}条"
        if self.batch is not None:
            return f"{head}，已全部导入{self.register.label}（{self.organ}）。"
        if self.fault_count:
            wrong = f"其中{self.faulty_rows}条有{self.fault_count}处错误"
            return f"{head}，{wrong}，一条也没有导入。请按清单改正后重新导入。"
        if not self.rows:
            return f"“{self.name}”没有可以导入的记录。"
        return f"{head}，核对无误，可以导入{self.register.label}（{self.organ}）。"


def dry_run(
    register: type[Register[Any]],
    organ: Organ,
    path: Path,
    *,
    today: date,
    name: str = "",
    progress: Progress | None = None,
) -> ImportReport:
    """Read and check a file without writing anything.

    Raises:
        UnreadableSheet: it is no table, or has no header.
        AlreadyImported: the same file is in the book.
    """
    name = name or path.name
    _refuse_again(register, organ, file_digest(path), name)
    run = _Run(register, organ, read_sheet(path, name), today, progress)
    run.check()
    return run.report


def import_file(
    register: type[Register[Any]],
    organ: Organ,
    path: Path,
    *,
    by: Person | None,
    at: datetime,
    name: str = "",
    progress: Progress | None = None,
) -> ImportReport:
    """Import a file whole or not at all; `report.batch` is None where faults kept it out.

    Raises:
        UnreadableSheet, AlreadyImported: see `dry_run`; RegisterError: the person may not write there.
    """
    name = (name or path.name)[-200:]
    today = timezone.localdate(at)
    require_writer(by, organ, today)
    digest = file_digest(path)
    _refuse_again(register, organ, digest, name)
    run = _Run(register, organ, read_sheet(path, name), today, progress)
    run.check()
    if run.report.clean:
        run.write(digest, by, at)
    return run.report


def file_digest(path: Path) -> str:
    """SM3 over the bytes of a file.

    Raises:
        UnreadableSheet: there is no such file.
    """
    state = hashes.Hash(hashes.SM3())
    try:
        with path.open("rb") as file:
            while part := file.read(1 << 20):
                state.update(part)
    except OSError:
        raise UnreadableSheet(path.name, "文件不存在或者不能打开", "请核对路径") from None
    return state.finalize().hex()


def _refuse_again(register: type[Register[Any]], organ: Organ, digest: str, name: str) -> None:
    book = Book._base_manager.filter(register=register.key, organ=organ).first()
    if book is None:
        return
    for batch in ImportBatch.objects.filter(book=book, file_digest=digest):
        withdrawn = BookEvent.objects.filter(
            book=book, kind=BookEventKind.WITHDRAW_BATCH, data__batch=batch.pk
        ).exists()
        if not withdrawn:
            when = timezone.localtime(batch.at).strftime("%Y-%m-%d %H:%M")
            raise AlreadyImported(name, when, batch.rows)


# --- one run --------------------------------------------------------------------------------------


class _Run:
    """One file on its way into one book."""

    def __init__(
        self,
        register: type[Register[Any]],
        organ: Organ,
        sheet: Sheet,
        today: date,
        progress: Progress | None,
    ) -> None:
        self.register, self.organ, self.sheet, self.today = register, organ, sheet, today
        self.progress: Progress = progress or (lambda stage, rows: None)
        self.reader = RowReader(register, organ.pk)
        self.report = ImportReport(register, organ, sheet.name)
        self.labels = {column.name: column for column in register.columns}

    @cached_property
    def header(self) -> Header:
        return find_header(self.sheet, self.register)

    def check(self) -> None:
        """Read every row and report its faults."""
        self.report.header = self.header.cells
        self.report.notes += self.header.notes
        for text in self.header.faults:
            self.report.blame([CellFault(self.header.row, "", "", text, "")], None)
        if self.header.faults:
            return
        keys = _Keys(self.register, self.organ)
        for number, cells, raw in self._data(note=True):
            self.report.rows += 1
            values, problems = self.reader.read(raw)
            if not problems:
                entry = self.register.model(organ_id=self.organ.pk, **values)
                problems = list(general_problems(self.register, entry, self.today))
                problems += [*self.register.check(entry, self.today), *keys.taken(entry, number)]
                self._doubt(number, raw, entry)
            if problems:
                self.report.blame([self._fault(number, raw, problem) for problem in problems], cells)
            if self.report.rows % CHUNK == 0:
                self.progress("核对", self.report.rows)

    def write(self, digest: str, by: Person | None, at: datetime) -> None:
        """Write all rows in one transaction; a process killed half-way leaves nothing."""
        try:
            with transaction.atomic():
                self.report.batch = self._written(digest, by, at)
        except IntegrityError as error:  # between check and lock somebody entered one of the keys
            raise RegisterError("不能导入：核对之后台账有了变动，部分记录已由他人登记。请重新核对后导入。") from error
        if self.report.rows >= MANY:
            with connection.cursor() as cursor:
                cursor.execute(f"ANALYZE {self.register.model._meta.db_table}")

    def _written(self, digest: str, by: Person | None, at: datetime) -> ImportBatch:
        book = locked_book(self.register, self.organ)
        _refuse_again(self.register, self.organ, digest, self.sheet.name)
        batch = ImportBatch.objects.create(
            book=book, name=self.sheet.name, file_digest=digest, rows=self.report.rows, at=at, by=by
        )
        origins: list[str] = []
        for chunk in self._chunks(batch, by, at):
            origins += [entry.digest for entry in chunk]
            self.register.model._base_manager.bulk_create(chunk)
            self.progress("写入", len(origins))
        data = {
            "batch": batch.pk, "name": batch.name, "file": digest, "rows": len(origins), "blocks": blocks(origins)
        }  # fmt: skip
        record(book, BookEventKind.IMPORT, data=data, by=by, at=at)
        return batch

    def _chunks(self, batch: ImportBatch, by: Person | None, at: datetime) -> Iterator[list[Any]]:
        chunk: list[Any] = []
        for row, (_, _, raw) in enumerate(self._data(), 1):
            values, _ = self.reader.read(raw)
            entry = self.register.model(
                organ_id=self.organ.pk, batch=batch, row=row, created_at=at, updated_at=at,
                created_by=by, updated_by=by, **values,
            )  # fmt: skip
            self.register.derive(entry)
            entry.digest = entry.origin = digest_of(self.register, entry)
            chunk.append(entry)
            if len(chunk) == CHUNK:
                yield chunk
                chunk = []
        if chunk:
            yield chunk

    def _data(self, *, note: bool = False) -> Iterator[tuple[int, Sequence[Any], dict[str, Any]]]:
        """The rows that hold an entry: number, cells, cells by field."""
        places = list(self.header.places.items())
        for number, cells in self.sheet.rows():
            if number <= self.header.row:
                continue
            first = next((text_of(cell) for cell in cells if not is_blank(cell)), "")
            if not first or first.startswith((NOTE, EXAMPLE)):
                continue
            if plain_label(first) in _TOTALS:
                if note:
                    self.report.notes.append(f"第{number}行是{plain_label(first)}行，没有导入")
                continue
            width = len(cells)
            yield number, cells, {name: cells[at] if at < width else None for name, at in places}

    def _fault(self, number: int, raw: dict[str, Any], problem: Problem) -> CellFault:
        value = text_of(raw.get(problem.field))[:60]
        basis = problem.basis.short if problem.basis else ""
        place = self.header.places.get(problem.field)
        return CellFault(number, problem.label, value, problem.why, problem.remedy, basis, place)

    def _doubt(self, number: int, raw: dict[str, Any], entry: Any) -> None:
        for problem in self.register.doubts(entry):
            self.report.doubt_count += 1
            if len(self.report.doubts) < LISTED:
                self.report.doubts.append(self._fault(number, raw, problem))


class _Keys:
    """The keys already in the book and those met in the file."""

    def __init__(self, register: type[Register[Any]], organ: Organ) -> None:
        self.register = register
        labels = {column.name: column.label for column in register.columns}
        rows = register.model._base_manager.filter(organ=organ, withdrawn=False)
        self.sets: list[tuple[tuple[str, ...], str, set[Any], dict[Any, int]]] = []
        for names in register.key_sets():
            fields = [register.model._meta.get_field(name).attname for name in names]
            standing = set(rows.values_list(*fields).iterator(5000))
            self.sets.append((names, labels[names[0]], standing, {}))
        self.once: dict[Any, int] = {}

    def taken(self, entry: Any, number: int) -> Iterator[Problem]:
        """What speaks against the keys of an entry."""
        doubled = set()
        for names, label, standing, met in self.sets:
            key = key_of(self.register, entry, names)
            if key is None:
                continue
            if key in standing:
                yield Problem(names[0], label, "台账中已有这条记录", "请删去这一行，或者到台账中修改原有记录")
            elif key in met:
                doubled.add(names[0])
                yield Problem(names[0], label, f"与第{met[key]}行重复", "请删去重复的一行，或者改正编号")
            else:
                met[key] = number
        found = self.register.once(entry)
        if found is None or found[0] in doubled:  # said already
            return
        if (before := self.once.setdefault(found[1], number)) != number:
            column = next(c for c in self.register.columns if c.name == found[0])
            yield Problem(column.name, column.label, f"与第{before}行重复", "请删去重复的一行，或者改正")
