"""Choices the law leaves open (口径), as data: read from `defaults.toml` beside a procedure, each with its source.

A place changes them in `places/<行政区划代码>/<程序文件夹>.toml` of the installation; an entry there replaces parts of
the entry of the same name, and must give its own source.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings

from yifa.errors import YifaError

if TYPE_CHECKING:
    from yifa.kernel.situation import Situation

PARTS = ("label", "value", "mark", "source")


@dataclass(frozen=True)
class Choice:
    """One choice: what it decides, its value, how sure it is (V, P, M) and where it comes from."""

    code: str
    label: str
    value: str | int | bool
    mark: str
    source: str


class Defaults(Mapping[str, Choice]):
    """The choices of a procedure, by code; with a situation, those of the place of the case."""

    def __init__(self, choices: Mapping[str, Choice], name: str = "") -> None:
        self._choices, self._name = dict(choices), name

    @classmethod
    def beside(cls, module: str) -> Defaults:
        """Those of `defaults.toml` in the folder of a module (pass `__file__`).

        Raises:
            YifaError: the file is not readable or an entry lacks a part.
        """
        folder = Path(module).parent
        tables = _tables(folder / "defaults.toml")
        return cls({code: _choice(code, table) for code, table in tables.items()}, folder.name)

    def __getitem__(self, code: str) -> Choice:
        return self._choices[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._choices)

    def __len__(self) -> int:
        return len(self._choices)

    def at(self, place: str) -> Defaults:
        """The choices of a place, by the code of its division.

        Raises:
            YifaError: the place's file names a choice that there is not, changes its kind, or gives no source.
        """
        path = Path(settings.HOME) / "places" / place / f"{self._name}.toml"
        try:
            changed = path.stat().st_mtime_ns
        except OSError:
            return self
        return Defaults(_replaced(self, path, changed), self._name)

    def of(self, code: str, situation: Situation | None = None) -> Choice:
        """A choice, of the place of the case where a situation is given."""
        organ = getattr(situation.record, "organ", None) if situation is not None and _placed(situation) else None
        return (self if organ is None else self.at(organ.place.code))[code]

    def text(self, code: str, situation: Situation | None = None) -> str:
        """The value of a choice between words."""
        return str(self.of(code, situation).value)

    def number(self, code: str, situation: Situation | None = None) -> int:
        """The value of a choice of a number."""
        return int(self.of(code, situation).value)

    def flag(self, code: str, situation: Situation | None = None) -> bool:
        """The value of a choice between yes and no."""
        return bool(self.of(code, situation).value)


def _placed(situation: Situation) -> bool:
    """Whether the record is of an organ in the books (in a jurist's scenario it is not)."""
    return getattr(situation.record, "organ_id", None) is not None


def _tables(path: Path) -> dict[str, dict[str, Any]]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise YifaError(f"不能读取口径配置 {path.name}：{error}。请改正该文件。") from None


def _choice(code: str, table: Mapping[str, Any]) -> Choice:
    missing = [part for part in PARTS if part not in table]
    if missing:
        raise YifaError(f"口径配置“{code}”缺少：{'、'.join(missing)}。请补上。")
    return Choice(code, *(table[part] for part in PARTS))


@lru_cache(maxsize=256)
def _replaced_cached(choices: tuple[Choice, ...], path: Path, changed: int) -> Mapping[str, Choice]:
    own = {choice.code: choice for choice in choices}
    for code, table in _tables(path).items():
        if code not in own:
            raise YifaError(f"{path.name} 里的口径“{code}”不存在，可以改的有：{'、'.join(own)}。")
        value = table.get("value", own[code].value)
        if type(value) is not type(own[code].value):
            raise YifaError(f"{path.name} 里的口径“{code}”应当是{_KINDS[type(own[code].value)]}，请改正。")
        if not table.get("source"):
            raise YifaError(f"{path.name} 里的口径“{code}”没有写明出处（source），请补上。")
        own[code] = replace(own[code], value=value, source=table["source"], mark=table.get("mark", "V"))
    return own


def _replaced(defaults: Defaults, path: Path, changed: int) -> Mapping[str, Choice]:
    return _replaced_cached(tuple(defaults.values()), path, changed)


_KINDS = {str: "文字", int: "整数", bool: "true 或者 false"}
