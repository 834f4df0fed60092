"""Model texts of contracts by type (合同示范文本), from `model_texts.toml`: offered where a draft uses none."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


@cache
def model_texts() -> dict[str, tuple[str, ...]]:
    """The names of the model texts, by type of contract."""
    tables = tomllib.loads(Path(__file__).with_name("model_texts.toml").read_text(encoding="utf-8"))
    return {kind: tuple(table["names"]) for kind, table in tables.items()}
