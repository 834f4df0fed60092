"""What the text of a draft cannot tell (元数据): read from `NAME.meta.json` beside the file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from yifa.check.errors import BadData
from yifa.check.model import DraftKind
from yifa.errors import reason_of

SUFFIX = ".meta.json"


@dataclass(frozen=True, slots=True)
class Meta:
    """Kind, title and day to judge by (None where not given), and the facts of `metadata` and `header`."""

    kind: DraftKind | None = None
    title: str | None = None
    at: date | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


def beside(path: Path, suffix: str) -> Path:
    """某办法.docx → 某办法.meta.json; 某办法.docx.meta.json where there is one, so that 某办法.txt may have its own."""
    own = path.with_name(path.name + suffix)
    return own if own.is_file() else path.with_name(path.stem + suffix)


def read_meta(path: Path) -> Meta:
    """Read the file beside a draft; an empty `Meta` where there is none. Raises `BadData`."""
    file = beside(path, SUFFIX)
    if not file.is_file():
        return Meta()
    try:
        data = json.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise BadData(f"无法读取元数据文件“{file.name}”：{reason_of(error)}。请改成 UTF-8 编码的 JSON。") from error
    if not isinstance(data, dict):
        raise BadData(f'元数据文件“{file.name}”应当是一个 JSON 对象，例如 {{"kind": "normative"}}。请改正。')
    return _meta(data, file.name)


def _meta(data: dict[str, Any], name: str) -> Meta:
    """Kind, title (`header.title` or `title`) and day (`header.date` or `metadata.published_on`)."""
    header, metadata = _part(data, "header", name), _part(data, "metadata", name)
    kind = data.get("kind")
    if kind is not None and kind not in list(DraftKind):
        raise BadData(f"元数据文件“{name}”的 kind 应当是 {'、'.join(DraftKind)} 之一，不是“{kind}”。请改正。")
    title = header.get("title") or data.get("title")
    told = (metadata.get("published_on"), header.get("date"), metadata.get("date"))
    published, signed, _ = (_day(each, name) for each in told)
    facts = {key: value for key, value in header.items() if key != "title"} | metadata
    return Meta(DraftKind(kind) if kind else None, str(title) if title else None, published or signed, facts)


def _day(told: object, name: str) -> date | None:
    try:
        return date.fromisoformat(str(told)) if told else None
    except ValueError as error:
        raise BadData(f"元数据文件“{name}”的日期“{told}”应当写成 2026-05-01 的样子。请改正。") from error


def _part(data: dict[str, Any], key: str, name: str) -> dict[str, Any]:
    part = data.get(key) or {}
    if not isinstance(part, dict):
        raise BadData(f"元数据文件“{name}”的 {key} 应当是一个 JSON 对象。请改正。")
    return part
