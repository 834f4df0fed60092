"""A small table inside a form (清单): rows of declared columns; works without scripts, grows and shrinks with them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.forms.utils import flatatt
from markupsafe import Markup, escape

from yifa.kernel.fields import RowColumn, RowsField

SPARE = 1
"""Blank rows offered after those that are filled, for browsers without scripts."""
LONG = 20
"""A column in which some value has more characters is written in text areas, so that all of it is read."""
ABREAST = 8
"""So many columns stand side by side on a screen; a longer row is a card of labelled cells."""


class RowsWidget(forms.Widget):
    """The table; cells are named `<field>-<row>-<column>`, so that rows may be missing in between."""

    template_name = ""

    def __init__(self, columns: tuple[RowColumn, ...], at_most: int | None) -> None:
        super().__init__()
        self.columns, self.at_most = columns, at_most
        self.offers: dict[str, list[tuple[str, str]]] = {}
        self.long: frozenset[str] = frozenset()

    def offer(self, record: Any, on: date) -> None:
        """Ask each column what it offers for a record on a day."""
        self.offers = {one.name: list(one.suggest(record, on)) for one in self.columns if one.suggest is not None}

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> Any:
        """The table with its rows, one spare row, and a pattern row from which scripts make more."""
        rows = [row for row in value or [] if isinstance(row, Mapping)]
        self.long = frozenset(name for row in rows for name, text in row.items() if len(str(text or "")) > LONG)
        blank = SPARE if self.at_most is None or len(rows) < self.at_most else 0
        shown = [*rows, *({} for _ in range(blank))]
        head = "".join(self._heading(column) for column in self.columns)
        body = "".join(self._row(name, number, row) for number, row in enumerate(shown))
        options = flatatt({"data-list": name, "data-most": self.at_most or ""})
        css = "pg-list pg-list-cards" if len(self.columns) > ABREAST else "pg-list"
        anchor = escape((attrs or {}).get("id", ""))
        return Markup(
            f'<div class="{css}" id="{anchor}" tabindex="-1"{options}>'
            f'<div class="pg-list-scroll"><table><thead><tr>{head}<th><span class="visually-hidden">删除</span></th>'
            f"</tr></thead><tbody>{body}</tbody></table></div>"
            f"<template>{self._row(name, '__row__', {})}</template>{self._offered(name)}"
            '<button type="button" class="btn btn-sm btn-outline-secondary" data-list-add hidden>添加一行</button>'
            '<span class="yf-field-help" data-list-hint hidden>可以从 Excel 复制若干行，粘贴到任一格中。</span></div>'
        )

    def _offered(self, name: str) -> str:
        lists = []
        for column, values in self.offers.items():
            options = (f'<option value="{escape(value)}">{escape(words)}</option>' for value, words in values)
            lists.append(f'<datalist id="{escape(f"{name}-{column}-offers")}">{"".join(options)}</datalist>')
        return "".join(lists)

    def _heading(self, column: RowColumn) -> str:
        must = ' class="yf-must"' if column.required else ""
        title = f' title="{escape(column.help)}"' if column.help else ""
        return f'<th scope="col"{title}><span{must}>{escape(column.label)}</span></th>'

    def _row(self, name: str, number: int | str, row: Mapping[str, Any]) -> str:
        cells = "".join(self._framed(name, number, column, row) for column in self.columns)
        remove = (
            '<td class="pg-list-end"><button type="button" class="yf-quiet" data-list-remove hidden'
            ' aria-label="删除本行">×</button></td>'
        )
        return f"<tr>{cells}{remove}</tr>"

    def _framed(self, name: str, number: int | str, column: RowColumn, row: Mapping[str, Any]) -> str:
        css = ' class="pg-words"' if column.name in self.long and not column.choices else ""
        return f'<td{css} data-label="{escape(column.label)}">{self._cell(name, number, column, row)}</td>'

    def _cell(self, name: str, number: int | str, column: RowColumn, row: Mapping[str, Any]) -> str:
        value = row.get(column.name) or ""
        label = f"第{number + 1}行{column.label}" if isinstance(number, int) else column.label
        common = f'name="{escape(f"{name}-{number}-{column.name}")}" aria-label="{escape(label)}"'
        if not column.choices and column.name in self.long:
            area = f'class="form-control" rows="1" data-grow {common} autocomplete="off"'
            return f"<textarea {area}>\n{escape(value)}</textarea>"
        if not column.choices:
            if self.offers.get(column.name):
                common += f' list="{escape(f"{name}-{column.name}-offers")}" data-fills="{escape(column.fills)}"'
            return f'<input class="form-control" {common} value="{escape(value)}" autocomplete="off">'
        chosen = "".join(
            f'<option value="{escape(code)}"{" selected" if code == value else ""}>{escape(text)}</option>'
            for code, text in (("", "—"), *column.choices)
        )
        return f'<select class="form-select" {common}>{chosen}</select>'

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> list[dict[str, str]]:
        """The rows that have anything in them, in the order of the page."""
        pattern = re.compile(rf"{re.escape(name)}-(\d{{1,4}})-(\w+)")
        known = {column.name for column in self.columns}
        rows: dict[int, dict[str, str]] = {}
        for key in data:
            found = pattern.fullmatch(key)
            if found and found[2] in known and str(data[key]).strip():
                rows.setdefault(int(found[1]), {})[found[2]] = str(data[key]).strip().replace("\r\n", "\n")
        return [rows[number] for number in sorted(rows)]

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """A list without rows is an empty list, never a missing one."""
        return False


class RowsFormField(forms.Field):
    """The rows as the model field takes them; the model field itself checks every cell."""

    def __init__(self, model_field: RowsField, **options: Any) -> None:
        super().__init__(widget=RowsWidget(model_field.columns, model_field.at_most), **options)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the rows differ."""
        return (initial or []) != (data or [])
