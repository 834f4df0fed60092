"""Fields that the kernel adds to Django's: lists of small rows kept inside a case (人员等清单).

People of a case (申请人、第三人、代理人) are part of its record: they come in with a step, stand in its event and are
covered by its chain. A `RowsField` keeps them as JSON with declared columns, from which the form, the check of each
cell and the masking of the public copy are derived.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models


@dataclass(frozen=True)
class RowColumn:
    """One column of a `RowsField`.

    Attributes:
        mask: how the value is masked in a public copy (`yifa.office.personal`); empty where it is no personal data.
        public_if: another column and the values of it with which this one is public all the same, for instance the
            name of a company beside that of a citizen.
        suggest: what is offered while somebody types, for a record on a day: values, each with words beside it.
        fills: another column, which takes these words when a value is chosen.
    """

    name: str
    label: str
    required: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    mask: str = ""
    help: str = ""
    public_if: tuple[str, tuple[str, ...]] | None = None
    suggest: Callable[[Any, date], Iterable[tuple[str, str]]] | None = None
    fills: str = ""


class RowsField(models.JSONField):
    """A list of rows with declared columns, for instance the applicants of a case.

    Raises:
        ValidationError: a cell is missing or outside its choices; the message names row and column.
    """

    def __init__(
        self, *args: Any, columns: Sequence[RowColumn] = (), at_most: int | None = None, **options: Any
    ) -> None:
        self.columns = tuple(columns)
        self.at_most = at_most
        options.setdefault("default", list)
        options.setdefault("blank", True)
        super().__init__(*args, **options)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Check every cell."""
        super().validate(value, model_instance)
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            raise ValidationError(f"“{self.verbose_name}”应为若干行，每行按栏目填写。")
        if self.at_most is not None and len(value) > self.at_most:
            raise ValidationError(f"“{self.verbose_name}”不得超过{self.at_most}行。")
        for number, row in enumerate(value, 1):
            self._check_row(number, row)

    def _check_row(self, number: int, row: dict[str, Any]) -> None:
        known = {column.name for column in self.columns}
        if strange := sorted(set(row) - known):
            raise ValidationError(f"“{self.verbose_name}”第{number}行有未定义的栏目：{'、'.join(strange)}。")
        for column in self.columns:
            cell = row.get(column.name)
            if column.required and cell in (None, ""):
                raise ValidationError(f"“{self.verbose_name}”第{number}行未填写“{column.label}”。")
            if column.choices and cell not in (None, "") and cell not in dict(column.choices):
                options = "、".join(label for _, label in column.choices)
                raise ValidationError(f"“{self.verbose_name}”第{number}行“{column.label}”应为：{options}。")
