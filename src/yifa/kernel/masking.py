"""Masking the public copy (公开遮蔽): which names are hidden, the same in rows and in running text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from yifa.kernel.fields import RowColumn, RowsField
from yifa.office.personal import Mask, masked, masked_names, personal_fields

WHY = {
    Mask.NAME: "个人信息：姓名",
    Mask.ID_NUMBER: "个人信息：证件号码",
    Mask.PHONE: "个人信息：联系方式",
    Mask.ADDRESS: "个人信息：住址",
    Mask.TEXT: "文字中的个人信息",
}
"""Why something is masked, kept with each line of the copy (个人信息保护法、行政复议法第七十九条)."""


def is_open(column: RowColumn, row: Mapping[str, Any]) -> bool:
    """Whether a cell is shown as it stands: it is no personal data, or the row is one whose data are public."""
    if not column.mask:
        return True
    if column.public_if is None:
        return False
    other, values = column.public_if
    return row.get(other) in values


@dataclass(frozen=True)
class Names:
    """The names of a case: those that are hidden with what stands for them, and those that may be read.

    Two people whose masked names would look alike are told apart by numbers, everywhere in the copy alike.
    """

    shown: Mapping[str, str]

    @classmethod
    def of(cls, record: Any) -> Names:
        """All names of people in rows and marked fields; a name that may be read stands for itself."""
        hidden: list[str] = []
        open_: list[str] = []
        for field in record._meta.get_fields():
            if isinstance(field, RowsField):
                for column, row, cell in _names_in(field, getattr(record, field.name)):
                    (open_ if is_open(column, row) else hidden).append(cell)
        marks = personal_fields(type(record))
        for name, mark in marks.items():
            if mark.mask is Mask.NAME:
                (open_ if mark.is_public(record) else hidden).append(str(getattr(record, name) or ""))
        readable = {name: name for name in open_ if name}
        return cls(masked_names(name for name in hidden if len(name) > 1 and name not in readable) | readable)

    def hide(self, text: str) -> str:
        """A text with every hidden name replaced; longer names first, so that a firm named after a person stays."""
        if not self.shown:
            return text
        names = "|".join(re.escape(name) for name in sorted(self.shown, key=len, reverse=True))
        return re.sub(names, lambda found: self.shown[found.group()], text)

    def masked(self, text: str, mask: Mask) -> str:
        """A text masked in one way, hidden names included."""
        if mask is Mask.NAME:
            return self.shown.get(text.strip()) or masked(text, mask)
        return masked(self.hide(text), mask) if mask is Mask.TEXT else masked(text, mask)


def _names_in(field: RowsField, rows: list[dict[str, Any]]) -> list[tuple[RowColumn, dict[str, Any], str]]:
    columns = [column for column in field.columns if column.mask == Mask.NAME]
    return [
        (column, row, str(row[column.name]).strip()) for row in rows or [] for column in columns if row.get(column.name)
    ]
