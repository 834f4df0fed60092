"""Choices the law leaves open (口径), read from `defaults.toml` beside this file, each with its source."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yifa.errors import YifaError

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Choice:
    """One choice: what it decides, its value, how sure it is (P, M) and where it comes from."""

    code: str
    label: str
    value: str | int | bool
    mark: str
    source: str


class Defaults(Mapping[str, Choice]):
    """All choices, by code."""

    def __init__(self, choices: Mapping[str, Choice]) -> None:
        self._choices = dict(choices)

    @classmethod
    def read(cls, *paths: Path) -> Defaults:
        """Read files; a later one (of a place) replaces values of an earlier one.

        Raises:
            YifaError: a file is not readable or an entry lacks a part.
        """
        found: dict[str, dict[str, Any]] = {}
        for path in paths:
            try:
                tables = tomllib.loads(path.read_text(encoding="utf-8"))
            except (OSError, ValueError) as error:
                raise YifaError(f"不能读取口径配置 {path.name}：{error}。请改正该文件。") from None
            for code, table in tables.items():
                found[code] = found.get(code, {}) | table
        return cls({code: _choice(code, table) for code, table in found.items()})

    def __getitem__(self, code: str) -> Choice:
        return self._choices[code]

    def __iter__(self) -> Any:
        return iter(self._choices)

    def __len__(self) -> int:
        return len(self._choices)

    def text(self, code: str) -> str:
        """The value of a choice between words."""
        return str(self[code].value)

    def number(self, code: str) -> int:
        """The value of a choice of a number."""
        return int(self[code].value)

    def flag(self, code: str) -> bool:
        """The value of a choice between yes and no."""
        return bool(self[code].value)


def _choice(code: str, table: Mapping[str, Any]) -> Choice:
    missing = [part for part in ("label", "value", "mark", "source") if part not in table]
    if missing:
        raise YifaError(f"口径配置“{code}”缺少：{'、'.join(missing)}。请补上。")
    return Choice(code, table["label"], table["value"], table["mark"], table["source"])


DEFAULTS = Defaults.read(HERE / "defaults.toml")
"""The choices of the package."""
