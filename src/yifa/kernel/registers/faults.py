"""What is wrong with the declaration of a register (台账声明的缺陷); `manage.py check` shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps.config import AppConfig
from django.core import checks
from django.db import models

from yifa.kernel.declare import field_name
from yifa.kernel.registers.declare import REGISTERS, Register
from yifa.kernel.registers.header import plain_label
from yifa.law import Basis


def faults(register: type[Register[Any]]) -> list[str]:
    """Every fault of a register, each a Chinese sentence naming the part."""
    found = (*_columns(register), *_references(register), *_figures(register))
    return [f"{register.label}：{fault}" for fault in found]


def _columns(register: type[Register[Any]]) -> Iterator[str]:
    names = [column.name for column in register.columns]
    labels = [column.label for column in register.columns]
    plain = [plain_label(column.label) for column in register.asked()]
    for label in sorted({label for label in plain if plain.count(label) > 1}):
        yield f"去掉括号后有两个栏目都叫“{label}”，导入时无法分辨"
    for column in register.columns:
        if not issubclass(register.model, column.model_field.model):
            yield f"栏目“{column.label}”不是本台账的字段"
        if names.count(column.name) > 1 or labels.count(column.label) > 1:
            yield f"有两个栏目都叫“{column.label}”"
        if column.public and column.personal is not None:
            yield f"栏目“{column.label}”是个人信息，不能公开"
        if column.kind == "reference" and column.lookup is None:
            yield f"栏目“{column.label}”引用其他台账，没有写明按什么查找"
        if not column.computed and not column.help and column.kind != "bool":
            yield f"栏目“{column.label}”没有填写说明"
    for field in _own_fields(register):
        if field.name not in names:
            yield f"字段“{field.verbose_name}”没有列为栏目"


def _own_fields(register: type[Register[Any]]) -> Iterator[models.Field[Any, Any]]:
    from yifa.kernel.registers.models import Entry

    shared = {field.name for field in Entry._meta.get_fields()}
    for field in register.model._meta.concrete_fields:
        if field.name not in shared and not field.primary_key:
            yield field


def _references(register: type[Register[Any]]) -> Iterator[str]:
    names = {column.name for column in register.columns}
    dated = register.dated_name()
    field = register.model._meta.get_field(dated)
    if dated not in names or not isinstance(field, models.DateField) or field.null:
        yield f"排序日期“{dated}”应是必填的日期栏目"
    for reference in (*register.unique, *register.searched, *([register.sorted_by] if register.sorted_by else [])):
        if field_name(reference) not in names:
            yield f"“{field_name(reference)}”不在栏目中"
    if register.disclosed is None and register.public():
        yield "有可以公开的栏目，但没有写明依据什么公开"


def _figures(register: type[Register[Any]]) -> Iterator[str]:
    for figure in register.figures():
        if not figure.definition:
            yield f"数字“{figure.label}”没有写明口径"


def bases_of(register: type[Register[Any]]) -> Iterator[Basis]:
    """Every provision that a register rests on."""
    yield register.basis
    if register.disclosed is not None:
        yield register.disclosed.basis
    optional = (
        *(column.basis for column in register.columns),
        *(expiry.basis for expiry in register.expiries()),
        *(figure.basis for figure in register.figures()),
    )
    yield from (basis for basis in optional if basis is not None)


def check_registers(
    app_configs: Sequence[AppConfig] | None = None, databases: Sequence[str] | None = None, **options: Any
) -> list[checks.CheckMessage]:
    """The system check over all registers."""
    return [checks.Error(fault, id="yifa.registers.E001") for r in REGISTERS.all() for fault in faults(r)]


def activate() -> None:
    """Enter the check."""
    checks.register(check_registers)
