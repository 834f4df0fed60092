"""Values of case fields as people read them (登记事项的文字)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from yifa.kernel.declare import Input
from yifa.kernel.fields import RowsField


@dataclass
class Names:
    """The names behind foreign keys, fetched once for a whole page."""

    known: dict[tuple[type[Any], Any], str] = field(default_factory=dict)

    @classmethod
    def of(cls, model: type[Any], contents: Iterable[Mapping[str, Any]]) -> Names:
        """Fetch the names of every foreign key that stands in these mappings of field name to stored value."""
        wanted: dict[type[Any], set[Any]] = defaultdict(set)
        for content in contents:
            for name, value in content.items():
                model_field = fields_of(model).get(name)
                if model_field is not None and model_field.is_relation and value is not None:
                    wanted[model_field.related_model].add(value)
        known = {}
        for related, keys in wanted.items():
            known.update({(related, k): str(v) for k, v in related._base_manager.in_bulk(keys).items()})
        return cls(known)

    def name(self, model: type[Any], key: Any) -> str:
        """The name of a row, or its key where it has gone."""
        return self.known.get((model, key), str(key))


def fields_of(model: type[Any]) -> dict[str, Any]:
    """The concrete fields of a model by name."""
    return {model_field.name: model_field for model_field in model._meta.concrete_fields}


def shown(model_field: Any, value: Any, names: Names | None = None) -> str:
    """A stored or live value of a model field as text; blank where there is none."""
    if value is None or value in ("", []):
        return ""
    if isinstance(model_field, RowsField):
        return "；".join(row_text(model_field, row) for row in value)
    if model_field.is_relation:
        return str(value) if hasattr(value, "pk") else (names or Names()).name(model_field.related_model, value)
    if model_field.choices:
        return str(dict(model_field.flatchoices).get(value, value))
    return plain(value)


def row_text(model_field: RowsField, row: Mapping[str, Any]) -> str:
    """One row of a list field: 周某，公民，……"""
    cells = [(column, row.get(column.name)) for column in model_field.columns]
    return "，".join(str(dict(column.choices).get(cell, cell)) for column, cell in cells if cell not in (None, ""))


def input_text(asked: Input | None, value: Any) -> str:
    """The value of an input of a step as text."""
    if asked is not None and asked.choices:
        return str(dict(asked.choices).get(value, value))
    return plain(value)


def plain(value: Any) -> str:
    """Any other value as text."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
