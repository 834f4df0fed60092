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


def meta_path(path: Path) -> Path:
    """某办法.docx → 某办法.meta.json."""
    return path.with_name(path.stem + SUFFIX)


def read_meta(path: Path) -> Meta:
    """Read the file beside a draft; an empty `Meta` where there is none. Raises `BadData`."""
    beside = meta_path(path)
    if not beside.is_file():
        return Meta()
    try:
        data = json.loads(beside.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise BadData(f"无法读取元数据文件“{beside.name}”：{reason_of(error)}。请改成 UTF-8 编码的 JSON。") from error
    if not isinstance(data, dict):
        raise BadData(f'元数据文件“{beside.name}”应当是一个 JSON 对象，例如 {{"kind": "normative"}}。请改正。')
    return _meta(data, beside.name)


def _meta(data: dict[str, Any], name: str) -> Meta:
    """Kind, title (`header.title` or `title`) and day (`header.date` or `metadata.published_on`)."""
    header, metadata = _part(data, "header", name), _part(data, "metadata", name)
    kind = data.get("kind")
    if kind is not None and kind not in list(DraftKind):
        raise BadData(f"元数据文件“{name}”的 kind 应当是 {'、'.join(DraftKind)} 之一，不是“{kind}”。请改正。")
    title = header.get("title") or data.get("title")
    day = metadata.get("published_on") or header.get("date")
    try:
        at = date.fromisoformat(day) if day else None
    except (TypeError, ValueError) as error:
        raise BadData(f"元数据文件“{name}”的日期“{day}”应当写成 2026-05-01 的样子。请改正。") from error
    facts = {key: value for key, value in header.items() if key not in ("title", "date")} | metadata
    return Meta(DraftKind(kind) if kind else None, str(title) if title else None, at, facts)


def _part(data: dict[str, Any], key: str, name: str) -> dict[str, Any]:
    part = data.get(key) or {}
    if not isinstance(part, dict):
        raise BadData(f"元数据文件“{name}”的 {key} 应当是一个 JSON 对象。请改正。")
    return part
