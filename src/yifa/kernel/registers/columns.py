"""Columns (栏目): one declaration of a field that drives list, form, template, import and every export.

A column is bound to a model field; its label, help, choices and length come from there. `compiled` turns the columns
of a register into one function from a row of values to a line of HTML, so that nothing is looked up per cell.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from markupsafe import Markup, escape

from yifa.kernel.declare import DeclarationError, field_name, type_of_field
from yifa.kernel.registers.cells import is_required
from yifa.law import Basis
from yifa.office.personal import Personal, personal_fields

Kind = Literal["text", "long", "int", "decimal", "date", "bool", "choice", "list", "reference"]


@dataclass(frozen=True)
class Column:
    """A field of an entry as people see it.

    Attributes:
        field: the model field (`Activity.on`).
        basis: where the law or the document asks for it.
        public: whether it may be shown to the public; personal data never is.
        listed: whether it stands in the list page; every column stands in the form and in the files.
        width: its width in characters in spreadsheets.
        example: what the example row of the import template shows.
        lookup: for a reference to another register, the field by which people name the other entry.
        unit: the unit that its number has, shown behind the label.
        group: the heading under which it stands in the form.
        tidy: what is done to what people write before it is read (spaces and small letters in a code).
    """

    field: type_of_field
    basis: Basis | None = None
    public: bool = False
    listed: bool = True
    width: int = 14
    example: str = ""
    lookup: type_of_field = None
    unit: str = ""
    group: str = ""
    tidy: Callable[[str], str] | None = None

    @cached_property
    def name(self) -> str:
        """The name of the model field."""
        return field_name(self.field)

    @cached_property
    def model_field(self) -> models.Field[Any, Any]:
        """The model field itself."""
        found = getattr(self.field, "field", self.field)
        if not isinstance(found, models.Field):
            raise DeclarationError(f"栏目“{self.name}”没有对应的模型字段，请写成“模型.字段”。")
        return found

    @cached_property
    def path(self) -> str:
        """How a query names the value that people see."""
        return f"{self.name}__{field_name(self.lookup)}" if self.lookup is not None else self.name

    @property
    def bare_label(self) -> str:
        """Its Chinese name without the unit."""
        return str(self.model_field.verbose_name)

    @cached_property
    def label(self) -> str:
        """Its Chinese name with the unit, the header of lists and spreadsheets."""
        return self.bare_label + (f"（{self.unit}）" if self.unit else "")

    @property
    def help(self) -> str:
        """What to write there."""
        return str(self.model_field.help_text)

    @property
    def computed(self) -> bool:
        """Whether the system fills it in; then it is neither asked for nor imported."""
        return not self.model_field.editable

    @property
    def required(self) -> bool:
        """Whether it may not be left blank."""
        return not self.computed and is_required(self.model_field)

    @cached_property
    def personal(self) -> Personal | None:
        """The mark of personal data, where the field has one."""
        return personal_fields(self.model_field.model).get(self.name)

    @cached_property
    def choices(self) -> tuple[tuple[Any, str], ...]:
        """Its values with their labels."""
        return tuple((value, str(label)) for value, label in self.model_field.flatchoices)

    @cached_property
    def kind(self) -> Kind:
        """What kind of value it holds."""
        return _kind(self.model_field)

    @cached_property
    def shown(self) -> Callable[[Any], str]:
        """Its value as text."""
        return _formatter(self)

    @property
    def numeric(self) -> bool:
        """Whether it is set flush right."""
        return self.kind in ("int", "decimal")


_KINDS: tuple[tuple[type[models.Field[Any, Any]], Kind], ...] = (
    (models.ForeignKey, "reference"),
    (models.JSONField, "list"),
    (models.DateField, "date"),
    (models.BooleanField, "bool"),
    (models.IntegerField, "int"),
    (models.DecimalField, "decimal"),
    (models.TextField, "long"),
)


def _kind(field: models.Field[Any, Any]) -> Kind:
    if field.choices:
        return "choice"
    return next((kind for cls, kind in _KINDS if isinstance(field, cls)), "text")


def _formatter(column: Column) -> Callable[[Any], str]:
    if column.kind == "choice":
        labels = dict(column.choices)
        return lambda value: labels.get(value, "" if value is None else str(value))
    return {"bool": _bool_text, "list": _list_text, "decimal": _decimal_text}.get(column.kind, plain_text)


def plain_text(value: Any) -> str:
    """A value as text; None is blank."""
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def _bool_text(value: Any) -> str:
    return "" if value is None else ("是" if value else "否")


def _list_text(value: Any) -> str:
    return "、".join(str(word) for word in value or ())


def _decimal_text(value: Any) -> str:
    if value is None:
        return ""
    number = value if isinstance(value, Decimal) else Decimal(str(value))
    whole = number.to_integral_value()
    return str(whole) if number == whole else f"{number.normalize():f}"


def named(columns: Sequence[Column], name: str) -> Column:
    """The column of a field name.

    Raises:
        FieldDoesNotExist: there is none.
    """
    for column in columns:
        if column.name == name:
            return column
    raise FieldDoesNotExist(name)


RowRenderer = Callable[[Sequence[Any]], Markup]
"""From (pk, value, value, …) to one `<tr>`."""

_CLASSES: dict[Kind, str] = {"int": "yf-num", "decimal": "yf-num", "date": "yf-date"}
_WIDE = 24
"""From this width on a column takes what room there is."""


def css_of(column: Column) -> str:
    """The class of its cells and of its heading."""
    return _CLASSES.get(column.kind, "yf-main-cell" if column.width >= _WIDE else "")


def headings(columns: Sequence[Column]) -> Markup:
    """The inside of a `<thead>`."""
    cells = (Markup('<th scope="col" class="{}">{}</th>').format(css_of(c), c.label) for c in columns)
    return Markup("<tr>{}</tr>").format(Markup("").join(cells))


def compiled(columns: Sequence[Column], address: str) -> RowRenderer:
    """A function that renders one row; `address` has `{pk}` where the entry's number goes. Values are escaped."""
    before, after = (str(escape(part)) for part in address.split("{pk}", 1))
    first, *others = [(_opening(column), column.shown) for column in columns]

    def render(values: Sequence[Any]) -> Markup:
        pk = int(values[0])
        linked = f'{first[0]}<a href="{before}{pk}{after}">{escape(first[1](values[1])) or "—"}</a></td>'
        cells = (f"{tag}{escape(show(v))}</td>" for (tag, show), v in zip(others, values[2:], strict=True))
        return Markup(f'<tr data-row="{pk}">{linked}{"".join(cells)}</tr>')

    return render


def _opening(column: Column) -> str:
    css = css_of(column)
    return f'<td{f" class={chr(34)}{css}{chr(34)}" if css else ""} data-label="{escape(column.label)}">'
