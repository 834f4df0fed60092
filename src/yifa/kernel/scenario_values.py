"""Values in scenario files: fields and inputs by their Chinese names, choices by their labels, blanks filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from yifa.kernel.clocks import LABELS, Clock
from yifa.kernel.declare import NEW, DeclarationError, Input, Procedure, Step, field_name
from yifa.kernel.fields import RowColumn, RowsField
from yifa.kernel.filling import own_fields
from yifa.kernel.scenario_file import LINE, Scenario
from yifa.office.models import Organ, OrganKind

YES = {"是": True, "否": False, True: True, False: False}
DUE_KEYS = ("届满", "不顺延", "顺延", "预警", "暂定", "状态", "逾期", "起算", "第")


def blank_record(version: type[Procedure], organ: str) -> Any:
    """An unsaved case at an organ that exists only in the scenario."""
    return version.model(
        procedure=version.key, version=version.since, organ=_organ(organ), stage=NEW.code, opened_on=date.min
    )


def _organ(name: str) -> Organ:
    """An organ of the scenario; what it is, is told from its name, as people do."""
    kind = next((kind for pattern, kind in _KINDS if re.search(pattern, name)), OrganKind.DEPARTMENT)
    return Organ(name=name, short_name=name, kind=kind)


_KINDS = (
    (r"[乡镇](人民政府)?$", OrganKind.TOWNSHIP),
    (r"街道(办事处)?$", OrganKind.SUBDISTRICT),
    (r"人民政府$|[省市县区]政府$", OrganKind.GOVERNMENT),
    (r"司法局$", OrganKind.JUSTICE),
)


def kept(record: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """A record's values, to go back to where a step is refused."""
    return dict(vars(record)), dict(record._state.fields_cache)


def restore(record: Any, before: tuple[dict[str, Any], dict[str, Any]]) -> None:
    """Go back to values kept before."""
    values, cache = before
    vars(record).clear()
    vars(record).update(values)
    record._state.fields_cache.clear()
    record._state.fields_cache.update(cache)


def fields_of(record: Any) -> dict[str, Any]:
    """Every field by its Chinese label and by its name."""
    fields = [f for f in record._meta.get_fields() if isinstance(f, models.Field) and not f.auto_created]
    return {str(f.verbose_name): f for f in fields} | {f.name: f for f in fields}


def set_fields(scenario: Scenario, line: int, record: Any, values: Mapping[str, Any]) -> None:
    """Set fields given by label; raises `ScenarioError` naming the line."""
    for name, value in values.items():
        model_field = _field(scenario, line, record, name)
        try:
            setattr(record, model_field.name, _value(model_field, value, record))
        except (ValidationError, ValueError, TypeError) as error:
            why = "".join(error.messages) if isinstance(error, ValidationError) else str(error)
            raise scenario.fail(line, f"“{name}”不能填写“{value}”：{why}") from None


def _field(scenario: Scenario, line: int, record: Any, name: str) -> Any:
    fields = fields_of(record)
    if name not in fields:
        known = "、".join(label for label, f in fields.items() if label != f.name)
        raise scenario.fail(line, f"没有名为“{name}”的登记事项，可用的有：{known}。")
    return fields[name]


def _value(model_field: Any, value: Any, record: Any) -> Any:
    if model_field.is_relation:
        return _organ(str(value)) if model_field.related_model is Organ else value
    if isinstance(model_field, RowsField):
        return model_field.clean(_rows(model_field, value), record)
    if isinstance(model_field, models.BooleanField):
        if value not in YES:
            raise ValueError("应当写“是”或者“否”")
        return YES[value]
    if model_field.choices:
        return _choice(model_field.choices, value)
    return model_field.clean(str(value) if isinstance(value, float) else value, record)


def _rows(model_field: RowsField, value: Any) -> list[dict[str, Any]]:
    """Rows written as names, or as mappings by column labels."""
    labels = {column.label: column for column in model_field.columns} | {c.name: c for c in model_field.columns}
    first = model_field.columns[0].name
    rows = []
    for row in value if isinstance(value, list) else [value]:
        if not isinstance(row, dict):
            rows.append({first: str(row)})
            continue
        cells = {}
        for label, cell in row.items():
            if label == LINE:
                continue
            if label not in labels:
                raise ValueError(f"没有栏目“{label}”，可用的有：{'、'.join(c.label for c in model_field.columns)}")
            column = labels[label]
            cells[column.name] = _choice(column.choices, cell) if column.choices else str(cell)
        rows.append(cells)
    return rows


def _choice(choices: Sequence[Any], value: Any) -> str:
    """A choice by its code, its label, or words that only one label holds."""
    pairs = [(str(code), str(label)) for code, label in choices]
    for code, label in pairs:
        if str(value) in (code, label):
            return code
    held = [code for code, label in pairs if str(value) and str(value) in label]
    if len(held) == 1:
        return held[0]
    raise ValueError("应为以下之一：" + "、".join(label for _, label in pairs))


def inputs(scenario: Scenario, line: int, step: Step, values: Mapping[str, Any]) -> dict[str, Any]:
    """Inputs of a step by label or code; raises `ScenarioError` naming the line."""
    known = {asked.label: asked for asked in step.asks} | {asked.code: asked for asked in step.asks}
    data: dict[str, Any] = {}
    for name, value in values.items():
        if name not in known:
            labels = "、".join(asked.label for asked in step.asks) or "没有填写事项"
            raise scenario.fail(line, f"“{step.label}”没有填写事项“{name}”，可用的有：{labels}。")
        asked = known[name]
        try:
            data[asked.code] = _input(asked, value)
        except ValueError as error:
            raise scenario.fail(line, f"“{name}”不能填写“{value}”：{error}") from None
    return data


def _input(asked: Input, value: Any) -> Any:
    if asked.kind == "choice":
        return _choice(asked.choices, value)
    if asked.kind == "date":
        return (value if isinstance(value, date) else date.fromisoformat(str(value))).isoformat()
    if asked.kind == "bool":
        return YES.get(value, value)
    return int(value) if asked.kind == "int" else value


def fill(record: Any, step: Step, data: dict[str, Any], on: date) -> dict[str, Any]:
    """Fill what the step needs and the scenario does not say with samples: the first choice, 某人, the day itself."""
    for reference in step.needs:
        model_field = record._meta.get_field(field_name(reference))
        if getattr(record, model_field.name) in (None, "", []):
            setattr(record, model_field.name, _sample(model_field, on))
    samples = {asked.code: _input_sample(asked, on) for asked in step.asks if asked.required}
    return samples | data


def _sample(model_field: Any, on: date) -> Any:
    if model_field.is_relation:
        return _organ("某县某局") if model_field.related_model is Organ else model_field.related_model()
    if isinstance(model_field, RowsField):
        return [_sample_row(model_field.columns, n) for n in (1, 2)]
    if model_field.choices:
        return model_field.flatchoices[0][0]
    return next((value(on) for kind, value in _SAMPLES if isinstance(model_field, kind)), "（略）")


_SAMPLES: tuple[tuple[type[models.Field[Any, Any]], Callable[[date], Any]], ...] = (
    (models.BooleanField, lambda on: True),
    (models.DateField, lambda on: on),
    (models.DecimalField, lambda on: Decimal(1)),
    (models.IntegerField, lambda on: 1),
)


def _sample_row(columns: Sequence[RowColumn], number: int) -> dict[str, str]:
    """The first column and whatever else a row must have."""
    asked = [column for place, column in enumerate(columns) if column.required or place == 0]
    return {column.name: column.choices[0][0] if column.choices else f"某人{number}" for column in asked}


def _input_sample(asked: Input, on: date) -> Any:
    samples: dict[str, Any] = {"int": asked.at_least or 1, "decimal": 1, "bool": True, "date": on.isoformat()}
    return asked.choices[0][0] if asked.kind == "choice" else samples.get(asked.kind, "（略）")


def set_own(record: Any, step: Step, on: date) -> None:
    """Set the fields that a step sets itself."""
    own_fields(record, step, on)


def shown(scenario: Scenario, record: Any, name: str) -> Any:
    """The value of a field as a scenario writes it: choices by their label."""
    model_field = _field(scenario, scenario.line, record, name)
    value = getattr(record, model_field.name)
    if model_field.choices:
        return dict(model_field.flatchoices).get(value, value)
    if isinstance(value, bool):
        return "是" if value else "否"
    return value


def checked(
    scenario: Scenario, version: type[Procedure], clocks: Sequence[Clock], name: str, wanted: Any, *, as_of: date
) -> Iterator[str]:
    """Where a clock differs from what a scenario expects; a plain date is the day that decides."""
    runs = [clock for clock in clocks if name in (clock.limit.code, clock.limit.label, clock.limit.ref)]
    expected = dict(wanted) if isinstance(wanted, dict) else {"届满": wanted}
    line = expected.pop(LINE, scenario.line)
    if strange := [key for key in expected if key not in DUE_KEYS]:
        raise scenario.fail(line, f"期限“{name}”下不认识“{'、'.join(strange)}”，可用的有：{'、'.join(DUE_KEYS)}。")
    if not runs:
        try:
            version.limit(name)
        except DeclarationError as error:
            raise scenario.fail(line, str(error)) from None
        if expected != {"届满": "无"}:
            yield f"期限“{name}”没有起算"
        return
    if expected == {"届满": "无"}:
        yield f"期限“{name}”应当没有起算，实际自{runs[-1].since}起算"
        return
    number = expected.pop("第", None)
    clock = next((c for c in runs if c.run == number), runs[-1])
    facts = _facts(clock, as_of)
    for key, value in expected.items():
        if str(facts[key]) != _written(value):
            yield f"期限“{name}”{key}应为{_written(value)}，实为{facts[key]}"


def _facts(clock: Clock, as_of: date) -> dict[str, Any]:
    due = clock.due
    return {
        "届满": "停止" if due.stopped else due.judged,
        "不顺延": due.strict,
        "顺延": due.rolled,
        "预警": due.warn_on,
        "暂定": "是" if due.provisional else "否",
        "状态": LABELS[clock.state],
        "逾期": "是" if clock.late(as_of) else "否",
        "起算": clock.since,
    }


def _written(value: Any) -> str:
    return {True: "是", False: "否"}.get(value, str(value)) if isinstance(value, bool) else str(value)
