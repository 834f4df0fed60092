"""The structure an annual report must have (必备内容), read from data; a place can bring its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from yifa.errors import YifaError
from yifa.office.models import Organ, OrganKind

PACKAGED = Path(__file__).resolve().parent.parent / "data" / "report"
FIGURE = re.compile(r"\[\[([a-z_]+\.[a-z_0-9]+)(?::(numerator|denominator))?\]\]")
"""A figure named in a text: `[[reconsideration.accepted]]`, or one side of a share."""


@dataclass(frozen=True)
class Part:
    """One section of the outline.

    Attributes:
        code, level, title, text: as in `Section`; `{year}`, `{next}`, `{place}` and `{organ}` are filled in.
        required: the article that makes it mandatory; empty where it is not.
        must_name: words of which one must occur in the text, or the part is incomplete (例如“原因”).
    """

    code: str
    level: int
    title: str
    text: str = ""
    required: str = ""
    must_name: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outline:
    """The outline with its title and its source."""

    title: str
    source: str
    parts: tuple[Part, ...]

    def part(self, code: str) -> Part | None:
        """The part of this code."""
        return next((part for part in self.parts if part.code == code), None)


def of_organ(organ: Organ) -> Outline:
    """The outline for an organ's report: of a government, or of a department or township; its place's own comes first.

    A place puts `annual.yaml` or `annual_body.yaml` into `$YIFA_HOME/places/CODE/`.
    """
    name = "annual.yaml" if organ.kind == OrganKind.GOVERNMENT else "annual_body.yaml"
    own = Path(settings.HOME) / "places" / organ.place.code / name
    return load(own if own.exists() else PACKAGED / name)


@cache
def load(path: Path) -> Outline:
    """Read an outline.

    Raises:
        YifaError: the file lacks its source, a part its title, or a code stands twice.
    """
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not data.get("source"):
        raise YifaError(f"报告结构文件{path.name}没有写明依据（source），不能使用。")
    parts = tuple(_part(entry, path) for entry in data["parts"])
    codes = [part.code for part in parts]
    if twice := {code for code in codes if codes.count(code) > 1}:
        raise YifaError(f"报告结构文件{path.name}中代码重复：{'、'.join(sorted(twice))}。")
    return Outline(data["title"], data["source"], parts)


def _part(entry: dict[str, Any], path: Path) -> Part:
    if not entry.get("code") or not entry.get("title"):
        raise YifaError(f"报告结构文件{path.name}有一节缺少代码或者标题：{entry}。")
    return Part(
        entry["code"], int(entry.get("level", 1)), entry["title"], entry.get("text", "").strip(),
        entry.get("required", ""), tuple(entry.get("must_name", ())),
    )  # fmt: skip


def filled(text: str, *, year: int, organ: Organ) -> str:
    """The text with year, place and organ put in."""
    told = {"{year}": str(year), "{next}": str(year + 1), "{place}": organ.place.name, "{organ}": organ.name}
    for word, value in told.items():
        text = text.replace(word, value)
    return text


def codes_in(text: str) -> list[str]:
    """The figures that a text names, each once, in order."""
    return list(dict.fromkeys(match.group(1) for match in FIGURE.finditer(text)))
