"""Filling in the fields of a case (填写案件事项): cleaning values, and what a step brings or sets."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from yifa.kernel.declare import ON, Step, field_name
from yifa.kernel.models import Case
from yifa.kernel.rules import Reason


def brought(record: Any, step: Step, fields: Mapping[str, Any]) -> tuple[list[Reason], dict[str, Any]]:
    """Set the fields that a step brings; values that a field refuses, or that it may not bring, become reasons."""
    allowed = {field_name(reference) for reference in (*step.needs, *step.may)}
    changes, reasons = set_fields(record, fields, allowed, step.label)
    return reasons, changes


def set_fields(
    record: Any, fields: Mapping[str, Any], allowed: set[str], what: str
) -> tuple[dict[str, Any], list[Reason]]:
    """Clean values and set them on the record; each refusal names the field."""
    reasons = [Reason(f"“{what}”不能填写“{name}”", field=name) for name in fields if name not in allowed]
    changes: dict[str, Any] = {}
    for name in sorted(allowed & set(fields)):
        model_field = record._meta.get_field(name)
        try:
            cleaned = _cleaned(model_field, fields[name], record)
        except ValidationError as error:
            reasons.append(Reason(f"“{model_field.verbose_name}”{''.join(error.messages)}", field=name))
            continue
        setattr(record, name, cleaned)
        changes[name] = cleaned
    return changes, reasons


def _cleaned(model_field: Any, value: Any, record: Any) -> Any:
    if not model_field.is_relation:
        return model_field.clean(value, record)
    if value is None or hasattr(value, "pk"):
        return value
    try:
        return model_field.related_model._base_manager.get(pk=value)
    except (model_field.related_model.DoesNotExist, ValueError) as error:
        raise ValidationError("所选的对象不存在。") from error


def preset(record: Any) -> dict[str, Any]:
    """What the caller had set on an unsaved case: it belongs into the event like everything else."""
    own = [f for f in record._meta.local_fields if type(record) is not Case and not f.primary_key]
    values = {f.name: (getattr(record, f.attname), f.get_default()) for f in own}
    return {name: value for name, (value, default) in values.items() if value != default}


def own_fields(record: Any, step: Step, on: date) -> dict[str, Any]:
    """Set the fields that the step fills in by itself; a value that is a function is asked for the record's own."""
    values = {}
    for reference, value in step.sets:
        own = on if value is ON else value
        values[field_name(reference)] = own(record, on) if callable(own) else own
    for name, value in values.items():
        setattr(record, name, value)
    return values


def restored(record: Any, names: set[str], told: Mapping[str, Any]) -> None:
    """Give fields the values that events tell (plain JSON), or their defaults where none tells any."""
    for name in names:
        model_field = record._meta.get_field(name)
        attribute = model_field.attname if model_field.is_relation else name
        setattr(record, attribute, as_stored(model_field, told[name]) if name in told else model_field.get_default())


def as_stored(model_field: Any, value: Any) -> Any:
    """A value out of an event as the record holds it: dates, decimals and booleans are such again, relations keys."""
    if value is None:
        return None
    return (model_field.target_field if model_field.is_relation else model_field).to_python(value)
