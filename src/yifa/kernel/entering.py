"""Checking the inputs of a step (核对填写事项): the form of each value, its choices and its bounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, time
from decimal import Decimal, InvalidOperation
from typing import Any

from yifa.kernel.declare import Input, Step

SAID = {
    "int": "应为整数",
    "decimal": "应为数字",
    "date": "应为日期，写成 2025-01-06 的形式",
    "time": "应为时刻，写成 14:30 的形式",
    "bool": "应为是或者否",
    "text": "应为文字",
    "long": "应为文字",
}


def problems(step: Step, data: Mapping[str, Any]) -> Iterator[tuple[str, Input | None, str]]:
    """What is wrong with the inputs of a step: a sentence, the input, and its code."""
    for asked in step.asks:
        problem = _problem(asked, data.get(asked.code))
        if problem is not None:
            yield problem, asked, asked.code
    known = {asked.code for asked in step.asks}
    for code in data:
        if code not in known:
            yield f"“{step.label}”没有名为“{code}”的填写事项", None, code


def _problem(asked: Input, value: Any) -> str | None:
    if value is None or value == "":
        return f"未填写“{asked.label}”" if asked.required else None
    if asked.kind == "choice":
        options = "、".join(label for _, label in asked.choices)
        known = isinstance(value, str) and value in dict(asked.choices)
        return None if known else f"“{asked.label}”应为以下之一：{options}"
    try:
        number = _read(asked, value)
    except (ValueError, TypeError, AttributeError, InvalidOperation):
        return f"“{asked.label}”{SAID[asked.kind]}"
    if asked.at_most is not None and number > asked.at_most:
        return f"“{asked.label}”不得超过{asked.at_most}"
    if asked.at_least is not None and number < asked.at_least:
        return f"“{asked.label}”不得少于{asked.at_least}"
    return None


def _read(asked: Input, value: Any) -> Any:
    """The value as its kind reads it; raises where it cannot be one."""
    if asked.kind == "bool":
        return _need(value, isinstance(value, bool))
    if isinstance(value, bool):
        raise TypeError
    if asked.kind == "int":
        return int(_need(value, isinstance(value, int) or (str(value).lstrip("-").isascii() and str(value).isdigit())))
    if asked.kind == "decimal":
        number = Decimal(str(value))
        return _need(number, number.is_finite())
    if asked.kind == "date":
        return value if isinstance(value, date) else date.fromisoformat(value)
    if asked.kind == "time":
        return time.fromisoformat(value)
    return _need(value, not isinstance(value, list | dict))


def _need(value: Any, holds: bool) -> Any:
    if not holds:
        raise ValueError
    return value
