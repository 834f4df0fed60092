"""Run the draft checker for a page (检查): with the acts of this installation and the rules of the person's place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from django.conf import settings

from yifa.check.draft import Draft
from yifa.check.engine import check
from yifa.check.files import Checked, beside_the_body, lines_of
from yifa.check.model import Defect, DraftKind
from yifa.check.place import Place, read_place
from yifa.check.quoting import quoted
from yifa.law.index import Index, default_index
from yifa.law.local import with_local
from yifa.law.sqlite_library import SqliteIndex, open_library
from yifa.office.models import Organ
from yifa.text import Source, layout_of

MOST_CHARACTERS: Final = 200_000
"""Longest text a page checks: a few seconds of work. Longer ones are for `yifa check`."""


@dataclass(frozen=True)
class Sought:
    """What is to be checked: text, name, kind where known, the day whose law counts, what else is known."""

    source: Source
    name: str
    kind: DraftKind | None
    at: date
    facts: Mapping[str, Any] = field(default_factory=dict)


def checked(sought: Sought, rules: Place) -> tuple[Draft, Checked]:
    """The draft as the rules see it, and what they found, with the articles its sentences cite."""
    source = sought.source
    with _library() as (library, index):
        draft = Draft.read(
            source.text,
            sought.at,
            sought.kind,
            facts=sought.facts,
            main=source.body,
            index=index,
            layout=layout_of(source.word) if source.word else None,
        )
        defects: list[Defect] = []
        findings = beside_the_body(check(draft, rules, on_defect=defects.append), source)
        cited = quoted(draft, findings, library) if library else ((),) * len(findings)
    lines = lines_of(source.text, findings)
    return draft, Checked(Path(sought.name), tuple(findings), lines, cited, source.notes, tuple(defects))


def rules_of(organs: list[Organ]) -> tuple[str, Place]:
    """The rules as a place of these organs has set them (`places/<code>/check.yaml`), and the name of that place."""
    for place in {organ.place.code: organ.place for organ in organs}.values():
        file = Path(settings.HOME) / "places" / place.code / "check.yaml"
        if file.is_file():
            return place.name, read_place(file)
    return "", Place()


@contextmanager
def _library() -> Iterator[tuple[SqliteIndex | None, Index]]:
    """The imported texts and the acts known with them; a connection of its own, as one belongs to one thread."""
    place = Path(settings.HOME) / "law.sqlite3"
    if not place.is_file():
        yield None, default_index()
        return
    library = open_library(place)
    try:
        yield library, _index(place, place.stat().st_mtime)
    finally:
        library.connection.close()


@lru_cache(maxsize=1)
def _index(place: Path, changed: float) -> Index:
    """The acts of the package and of the library; read anew when the library was imported anew."""
    library = open_library(place)
    try:
        return with_local(default_index(), library.versions(), date.fromtimestamp(changed))
    finally:
        library.connection.close()
