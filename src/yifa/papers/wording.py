"""How a value of a case reads in an instrument when its template says nothing more."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.timezone import is_aware, localtime

from yifa.papers.document import chinese_date


def written(value: Any) -> str:
    """A value in words: dates in Chinese, 是 or 否, lists joined by 、, rows by their name; all else as it is."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        moment = localtime(value) if is_aware(value) else value
        return f"{chinese_date(moment)}{moment.hour}时{moment.minute:02d}分"
    if isinstance(value, date):
        return chinese_date(value)
    if isinstance(value, Mapping):  # a row of a case's list, for instance an applicant
        return written(value["name"]) if "name" in value else "，".join(written(v) for v in value.values() if v)
    if isinstance(value, list | tuple):
        return "、".join(written(item) for item in value)
    return str(value)
