"""Proof that nothing in the books was altered (台账校验): names the altered, missing and inserted entries.

Three things are recomputed: the chain of each book's events; the digest of each entry against its values and against
the last event that tells it; the blocks of each import against the digests its rows had. Whoever rewrites values,
digests and a whole chain together is caught by keeping the heads (`heads`) elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from yifa.kernel.registers.declare import REGISTERS, Register
from yifa.kernel.registers.entries import BLOCK, blocks, event_digest
from yifa.kernel.registers.models import Book, BookEvent, BookEventKind
from yifa.kernel.registers.values import digest_of


@dataclass(frozen=True)
class BrokenEntry:
    """A finding: in which book, at which entry or event, what is wrong."""

    book: str
    place: str
    text: str

    def __str__(self) -> str:
        return f"{self.book} {self.place}：{self.text}"


def verify_books(registers: Iterable[type[Register[Any]]] | None = None) -> Iterator[BrokenEntry]:
    """Recompute the books of these registers (all by default), of every organ."""
    for register in registers if registers is not None else REGISTERS.all():
        books = Book._base_manager.filter(register=register.key).select_related("organ").order_by("pk")
        for book in books:
            yield from verify_book(register, book)
        yield from _without_book(register)


def heads() -> list[tuple[int, int, str]]:
    """Number, length and head of every book, for the daily anchor."""
    return list(Book._base_manager.order_by("pk").values_list("pk", "length", "head"))


@dataclass
class _Told:
    """What the events of a book tell of its entries."""

    digests: dict[int, str] = field(default_factory=dict)
    added: dict[int, int] = field(default_factory=dict)
    withdrawn: set[int] = field(default_factory=set)
    imports: dict[int, dict[str, Any]] = field(default_factory=dict)
    withdrawn_imports: set[int] = field(default_factory=set)

    def take(self, event: BookEvent) -> None:
        data = event.data
        if event.kind in (BookEventKind.ADD, BookEventKind.AMEND) and event.entry is not None:
            self.digests[event.entry] = data.get("digest", "")
            if event.kind == BookEventKind.ADD:
                self.added[event.entry] = event.seq
        elif event.kind == BookEventKind.WITHDRAW and event.entry is not None:
            self.withdrawn.add(event.entry)
        elif event.kind == BookEventKind.IMPORT:
            self.imports[data["batch"]] = data
        elif event.kind == BookEventKind.WITHDRAW_BATCH:
            self.withdrawn_imports.add(data["batch"])


def verify_book(register: type[Register[Any]], book: Book) -> Iterator[BrokenEntry]:
    """Recompute one book."""
    name = f"{register.label}（{book.organ}）"
    told = _Told()
    yield from _events(name, book, told)
    yield from _entries(name, register, book, told)
    for batch, data in told.imports.items():
        yield from _import(name, register, book, batch, data)


def _events(name: str, book: Book, told: _Told) -> Iterator[BrokenEntry]:
    previous, expected, last = "", 1, 0
    for event in BookEvent.objects.filter(book=book).order_by("seq").iterator(2000):
        while expected < event.seq:
            yield BrokenEntry(name, f"第{expected}号变动", "缺失（序号不连续）")
            expected += 1
        place = f"第{event.seq}号变动"
        if event_digest(event) != event.digest:
            yield BrokenEntry(name, place, f"内容被改动（{event.get_kind_display()}）")
        elif event.previous != previous:
            yield BrokenEntry(name, place, "与前一变动不衔接（前一变动被改动、删除，或本变动系插入）")
        told.take(event)
        previous, last = event.digest, event.seq
        expected = last + 1
    while expected <= book.length:
        yield BrokenEntry(name, f"第{expected}号变动", "缺失（末尾变动被删除）")
        expected += 1
    if last > book.length:
        yield BrokenEntry(name, f"第{last}号变动", "多出的变动（台账簿记载的变动数较少）")
    elif last == book.length and book.head != previous:
        yield BrokenEntry(name, "链头", "与末一变动的摘要不符")


def _entries(name: str, register: type[Register[Any]], book: Book, told: _Told) -> Iterator[BrokenEntry]:
    missing = dict(told.added)
    rows = register.model._base_manager.filter(organ_id=book.organ_id).order_by("pk")
    for entry in rows.iterator(2000):
        missing.pop(entry.pk, None)
        text = _entry_fault(register, entry, told)
        if text:
            yield BrokenEntry(name, f"第{entry.pk}号记录（{register.title_of(entry)}）", text)
    for pk, seq in missing.items():
        yield BrokenEntry(name, f"第{pk}号记录", f"缺失（第{seq}号变动登记过）")


def _entry_fault(register: type[Register[Any]], entry: Any, told: _Told) -> str:
    if entry.batch_id is None and entry.pk not in told.added:
        return "系插入（没有登记它的变动）"
    if entry.batch_id is not None and entry.batch_id not in told.imports:
        return "系插入（没有导入它的变动）"
    if digest_of(register, entry) != entry.digest:
        return "内容被改动（与其摘要不符）"
    if entry.digest != told.digests.get(entry.pk, entry.origin):
        return "内容和摘要被改动（与登记它的变动不符）"
    withdrawn = entry.pk in told.withdrawn or entry.batch_id in told.withdrawn_imports
    if entry.withdrawn != withdrawn:
        return "撤回状态被改动"
    return ""


def _import(
    name: str, register: type[Register[Any]], book: Book, batch: int, data: dict[str, Any]
) -> Iterator[BrokenEntry]:
    rows = register.model._base_manager.filter(batch_id=batch).order_by("row", "pk").values_list("row", "origin", "pk")
    origins: dict[int, str] = {}
    for row, origin, pk in rows.iterator(5000):
        if row in origins or row is None or not 1 <= row <= data["rows"]:
            yield BrokenEntry(name, f"第{pk}号记录", f"系插入（不在第{batch}批导入的{data['rows']}行之内）")
        else:
            origins[row] = origin
    lost = [row for row in range(1, data["rows"] + 1) if row not in origins]
    for row in lost:
        yield BrokenEntry(name, f"第{batch}批导入第{row}行", "缺失")
    spoilt = {(row - 1) // BLOCK for row in lost}
    computed = blocks([origins.get(row, "") for row in range(1, data["rows"] + 1)])
    for number, (now, then) in enumerate(zip(computed, data["blocks"], strict=True)):
        if now != then and number not in spoilt:
            first, last = number * BLOCK + 1, min((number + 1) * BLOCK, data["rows"])
            yield BrokenEntry(name, f"第{batch}批导入第{first}至{last}行", "导入时的摘要被改动")


def _without_book(register: type[Register[Any]]) -> Iterator[BrokenEntry]:
    organs = Book._base_manager.filter(register=register.key).values("organ_id")
    for entry in register.model._base_manager.exclude(organ_id__in=organs).order_by("pk").iterator(2000):
        place = f"第{entry.pk}号记录（{register.title_of(entry)}）"
        yield BrokenEntry(f"{register.label}（机关{entry.organ_id}）", place, "系插入（该机关没有这本台账）")
