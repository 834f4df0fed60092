"""Articles that copy a law (重复上位法), found in the library of imported texts; without one nothing is found."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from yifa.law import Kind, LawError
from yifa.law.bigrams import bigrams
from yifa.law.library import Hit, SqlIndex, default_path
from yifa.law.sqlite_library import open_library

LEAST: Final = 40
"""Characters of an article that is worth comparing: short ones are alike by chance."""
_ALIKE: Final = 0.8
_WITHIN: Final = 0.9
_PROBES: Final = 3
_PROBE: Final = re.compile(r"[\u4e00-\u9fff]{8,40}")
_HITS: Final = 8
_HIGHER: Final = (Kind.CONSTITUTION, Kind.LAW, Kind.REGULATION, Kind.RULE, Kind.LOCAL)
_SELF: Final = re.compile(r"本(?:办法|规定|细则|条例|规则|法|意见)")


@dataclass(frozen=True, slots=True)
class Copied:
    """The article of a law that a text repeats, and how much of it."""

    hit: Hit
    share: float


@contextmanager
def library() -> Iterator[SqlIndex | None]:
    """The imported library; None where there is none or it cannot be read."""
    if not default_path().is_file():
        yield None
        return
    try:
        found = open_library()
    except LawError:
        yield None
        return
    try:
        yield found
    finally:
        found.connection.close()


def copied_from(text: str, found: SqlIndex) -> Copied | None:
    """The article most like a text: four fifths of both are the same, or nine tenths of the text stand in it."""
    best: Copied | None = None
    own = _pairs(text)
    for hit in _candidates(text, found):
        theirs = _pairs(hit.text)
        common = len(own & theirs)
        alike = 2 * common / (len(own) + len(theirs) or 1)
        within = common / (len(own) or 1)
        share = alike if alike >= _ALIKE else within if within >= _WITHIN else 0.0
        if share and (best is None or share > best.share):
            best = Copied(hit, share)
    return best


def _candidates(text: str, found: SqlIndex) -> Iterator[Hit]:
    """Articles of higher law in force that hold one of the longest clauses of the text."""
    probes = sorted({_SELF.sub("", one) for one in _PROBE.findall(text)}, key=len, reverse=True)[:_PROBES]
    seen: set[tuple[str, object]] = set()
    for probe in probes:
        try:
            hits = found.search(probe, _HITS)
        except (LawError, sqlite3.Error):
            return
        for hit in hits:
            key = hit.title, hit.article
            if hit.article and hit.kind in _HIGHER and not hit.expired and key not in seen:
                seen.add(key)
                yield hit


def _pairs(text: str) -> set[str]:
    return {pair for pair in bigrams(_SELF.sub("", text)) if len(pair) > 1}
