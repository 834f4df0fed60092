"""Form fields out of declarations (表单字段): a model field or an input of a step becomes a field of a page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from markupsafe import Markup, escape

from yifa.areas.rulemaking.texts import DraftText
from yifa.desk.row_forms import RowsFormField
from yifa.kernel.declare import Input
from yifa.kernel.fields import RowsField

BLANK = ("", "——请选择——")


class DateInput(forms.DateInput):
    """The browser's own date control, which always sends 2025-03-04."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs={"min": "1949-10-01", "max": "2100-12-31", **(attrs or {})}, format="%Y-%m-%d")


def date_field(**options: Any) -> forms.DateField:
    """A date; a day that does not exist is refused with words."""
    field = forms.DateField(widget=DateInput(), **options)
    field.error_messages["invalid"] = "不是有效的日期，请写成2025-03-04这样。"
    return field


def time_field() -> forms.TimeField:
    """A time of the day (14:30), by the browser's own control."""
    field = forms.TimeField(widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    field.error_messages["invalid"] = "不是有效的时间，请写成14:30这样。"
    return field


def from_model(model_field: Any) -> forms.Field:
    """The form field of a model field; never required here, because the engine gives all reasons at once."""
    if isinstance(model_field, RowsField):
        field: forms.Field = RowsFormField(model_field)
    elif model_field.get_internal_type() == "DateField":
        field = date_field()
    elif model_field.get_internal_type() == "BooleanField" and not model_field.null:
        field = forms.BooleanField()
    elif model_field.get_internal_type() == "BooleanField":
        field = _yes_no()
    else:
        field = _as_declared(model_field)
    field.required = False
    field.label = str(model_field.verbose_name)
    field.help_text = str(model_field.help_text)
    return _dressed(field)


class DraftArea(forms.Textarea):
    """A text area that scripts can fill from a file; without them it is pasted into."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> Any:
        """The area, and below it the choice of a file, which is never sent with the form."""
        into, at = escape((attrs or {}).get("id", "")), reverse("read_file")
        return Markup(super().render(name, value, attrs, renderer)) + Markup(
            '<div class="pg-read" data-read hidden><label class="btn btn-sm btn-outline-secondary">从文件读入'
            '<input type="file" class="visually-hidden" accept=".docx,.doc,.wps,.rtf,.pdf,.txt,.html"'
            f' data-read-into="{into}" data-read-at="{at}"></label> <span class="yf-muted" role="status">'
            "Word、WPS、PDF 等文稿，读入后可以修改</span></div>"
        )


def _as_declared(model_field: Any) -> forms.Field:
    """Django's own form field, asking in Chinese for a choice."""
    widget = {"widget": DraftArea} if isinstance(model_field, DraftText) else {}
    field: forms.Field = model_field.formfield(**widget)
    if isinstance(field, forms.ModelChoiceField):
        field.empty_label = BLANK[1]
    elif isinstance(field, forms.ChoiceField):
        field.choices = [BLANK, *((value, label) for value, label in model_field.flatchoices if value != "")]
    return field


def from_input(asked: Input) -> forms.Field:
    """The form field of something a step asks for."""
    makers: dict[str, Any] = {
        "text": forms.CharField,
        "long": lambda: forms.CharField(widget=forms.Textarea),
        "int": forms.IntegerField,
        "decimal": forms.DecimalField,
        "date": date_field,
        "bool": _yes_no,
        "time": time_field,
        "choice": lambda: forms.ChoiceField(choices=[BLANK, *asked.choices]),
    }
    field: forms.Field = makers[asked.kind]()
    field.required = False
    field.label = asked.label
    field.help_text = _help(asked)
    return _dressed(field)


def _help(asked: Input) -> str:
    bounds = []
    if asked.at_least is not None:
        bounds.append(f"不少于{asked.at_least}")
    if asked.at_most is not None:
        bounds.append(f"不超过{asked.at_most}")
    return "".join([asked.help, "，".join(bounds)])


def _yes_no() -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        choices=[BLANK, ("yes", "是"), ("no", "否")],
        coerce=lambda word: {"yes": True, "no": False}[word],
        empty_value=None,
    )


def initial_of(model_field: Any, value: Any) -> Any:
    """What a control shows for a value of the record."""
    if model_field.get_internal_type() == "BooleanField" and model_field.null:
        return {True: "yes", False: "no"}.get(value, "")
    return getattr(value, "pk", value)


def _dressed(field: forms.Field) -> forms.Field:
    """Bootstrap's classes and sensible sizes on a control."""
    widget = field.widget
    if isinstance(widget, forms.CheckboxInput):
        widget.attrs["class"] = "form-check-input"
    elif isinstance(widget, forms.Select):
        widget.attrs["class"] = "form-select"
    else:
        widget.attrs.setdefault("class", "form-control")
    if isinstance(widget, forms.Textarea):
        widget.attrs.update({"rows": 3, "data-grow": ""})
    if isinstance(widget, forms.NumberInput):
        widget.attrs["inputmode"] = "decimal" if isinstance(field, forms.DecimalField) else "numeric"
    widget.attrs.setdefault("autocomplete", "off")
    return field
