"""From what people write to the values of an entry (取值), the same way for forms, imports and programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, cast

from django.db import models
from django.db.models import QuerySet

from yifa.kernel import chain
from yifa.kernel.declare import field_name
from yifa.kernel.models import Case
from yifa.kernel.registers.cells import BadCell, Parser, is_blank, text_of
from yifa.kernel.registers.columns import Column
from yifa.kernel.registers.declare import Register, parsers
from yifa.kernel.registers.errors import Problem


class RowReader:
    """Reads the cells of entries of one register at one organ; made once, used for every row."""

    def __init__(self, register: type[Register[Any]], organ_id: int) -> None:
        self.register, self.organ_id = register, organ_id
        kept = parsers(register.key)
        self.columns: tuple[tuple[Column, Parser], ...] = tuple(
            (column, _tidied(column, kept[column.name]) if column.kind != "reference" else self._referrer(column))
            for column in register.asked()
        )

    def read(self, raw: Mapping[str, Any], *, partly: bool = False) -> tuple[dict[str, Any], list[Problem]]:
        """The values of the fields, and what is wrong with each cell. `partly`: only the fields that are given."""
        values: dict[str, Any] = {}
        problems: list[Problem] = []
        for column, parse in self.columns:
            if partly and column.name not in raw:
                continue
            try:
                values[column.name] = parse(raw.get(column.name))
            except BadCell as bad:
                problems.append(Problem(column.name, column.label, bad.why, bad.remedy, column.basis))
        return values, problems

    def _referrer(self, column: Column) -> Parser:
        references = _references_of(column, self.organ_id)

        def parse(cell: Any) -> Any:
            if is_blank(cell):
                if column.required:
                    raise BadCell("没有填写", "这一栏必须填写")
                return None
            return references.find(cell)

        return parse


def _tidied(column: Column, parse: Parser) -> Parser:
    tidy = column.tidy
    if tidy is None:
        return parse
    return lambda cell: parse(tidy(cell) if isinstance(cell, str) else cell)


class _References:
    """The rows that a column can name at an organ, by the words people use for them: entries of another register."""

    def __init__(self, column: Column, organ_id: int) -> None:
        self.column, self.organ_id = column, organ_id

    @cached_property
    def by_word(self) -> dict[str, Any]:
        target: Any = self.column.model_field.related_model
        name = field_name(self.column.lookup)
        rows = target._base_manager.filter(organ_id=self.organ_id, withdrawn=False)
        return {str(getattr(row, name)): row for row in rows}

    def find(self, cell: Any) -> Any:
        if hasattr(cell, "pk"):
            return cell
        word = text_of(cell)
        found = self.of_word(word)
        if found is None:
            raise BadCell(f"找不到编号为“{word}”的记录", f"请先登记，或者核对{self.column.label}")
        return found

    def of_word(self, word: str) -> Any:
        """The row of this name, if there is one."""
        return self.by_word.get(word)


class _Cases(_References):
    """The cases that a column can name, by number, or by title where they have no number yet.

    There may be very many, so each is looked up by itself; only the latest open ones are offered.
    """

    OFFERED = 200

    @cached_property
    def by_word(self) -> dict[str, Any]:
        open_ones = self._cases.filter(closed_on=None).order_by("-opened_on", "-pk")
        return {case.number or case.title: case for case in open_ones[: self.OFFERED]}

    @cached_property
    def _cases(self) -> QuerySet[Any]:
        target: Any = self.column.model_field.related_model
        return cast(QuerySet[Any], target._base_manager.filter(organ_id=self.organ_id))

    def of_word(self, word: str) -> Any:
        numbered = self._cases.filter(number=word).first()
        if numbered is not None:
            return numbered
        titled = list(self._cases.filter(number="", title=word).order_by("pk")[:2])
        if len(titled) > 1:
            raise BadCell(f"有几个尚未编号的案件都叫“{word}”", "请在其中一个案件的页面上登记")
        return titled[0] if titled else None


def _references_of(column: Column, organ_id: int) -> _References:
    target: Any = column.model_field.related_model
    return (_Cases if issubclass(target, Case) else _References)(column, organ_id)


def options_of(column: Column, organ_id: int) -> list[str]:
    """What a reference column can name at an organ, for forms and templates."""
    return sorted(_references_of(column, organ_id).by_word)


def general_problems(register: type[Register[Any]], entry: Any, today: date) -> Iterable[Problem]:
    """What every register refuses: a date still to come."""
    name = register.dated_name()
    day = getattr(entry, name)
    if not register.future and day is not None and day > today:
        column = next(c for c in register.columns if c.name == name)
        yield Problem(name, column.label, f"{day}晚于今天{today}", "请核对日期", column.basis)


def kept_values(register: type[Register[Any]], entry: Any) -> dict[str, Any]:
    """The values that people filled in (blank, empty and 否 left out): what the digest covers.

    Those are left out so that a column added later does not change the digest of entries made before.
    """
    values = {}
    for column in register.asked():
        value = _as_stored(column.model_field, getattr(entry, column.model_field.attname))
        if value is not None and value is not False and value not in ("", []):
            values[column.name] = value
    return values


def _as_stored(field: models.Field[Any, Any], value: Any) -> Any:
    """The default of an amount is a plain 0 until it is stored, and comes back with its decimal places."""
    if isinstance(field, models.DecimalField) and isinstance(value, int):
        return Decimal(value).quantize(Decimal(1).scaleb(-field.decimal_places))
    return value


def digest_of(register: type[Register[Any]], entry: Any) -> str:
    """The digest of an entry as it stands: its register, its organ and its values."""
    return chain.digest(chain.canonical([register.key, entry.organ_id, kept_values(register, entry)]))


def key_of(register: type[Register[Any]], entry: Any, names: tuple[str, ...]) -> tuple[Any, ...] | None:
    """What tells an entry apart within its organ by these fields; None where one of them is blank."""
    key = tuple(getattr(entry, register.model._meta.get_field(name).attname) for name in names)
    return None if any(part is None or part == "" for part in key) else key
