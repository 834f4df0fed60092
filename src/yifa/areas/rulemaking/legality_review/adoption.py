"""Each opinion held against the text that goes on (逐条核对采纳): was what is said to be adopted really changed. Pure.

An opinion says where it belongs by naming articles of the draft (第八条); articles of acts (《…》第八条) are no such
places. What names none cannot be checked by the machine and is left to the reviewer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from yifa.areas.rulemaking.legality_review.choices import Adoption, Weight
from yifa.law.numerals import NUMERAL
from yifa.text.compare import Change, Kind, compare

_PLACE: Final = re.compile(rf"(?<!》)第({NUMERAL})条(?:之[一二三四五六七八九十]+)?")
_ASKING: Final = (Weight.MUST.value, Weight.SHOULD.value)
_ADOPTED: Final = (Adoption.FULL.value, Adoption.PARTIAL.value)


class Trace(StrEnum):
    """What the text that goes on shows of an opinion."""

    DONE = "done"
    UNTOUCHED = "untouched"
    UNPLACED = "unplaced"
    NOT_ADOPTED = "not_adopted"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return {
            Trace.DONE: "定稿已改", Trace.UNTOUCHED: "定稿未改", Trace.UNPLACED: "由审查人员核对",
            Trace.NOT_ADOPTED: "—",
        }[self]  # fmt: skip


@dataclass(frozen=True)
class Traced:
    """One opinion with what became of it in the text."""

    seq: str
    trace: Trace
    untouched: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tracing:
    """All opinions, and the articles that changed though nobody asked for it.

    Attributes:
        beyond: such articles; empty where an opinion names no place, since it may be the reason for any change.
    """

    opinions: tuple[Traced, ...]
    beyond: tuple[str, ...]

    @property
    def by_seq(self) -> Mapping[str, Traced]:
        """Each opinion by its number."""
        return {one.seq: one for one in self.opinions}


def places_of(text: str) -> tuple[str, ...]:
    """The articles of the draft that an opinion names, without those of acts."""
    return tuple(dict.fromkeys(match.group() for match in _PLACE.finditer(text)))


def traced(opinions: Sequence[Mapping[str, Any]], draft: str, final: str) -> Tracing:
    """Hold the opinions of a round against both texts."""
    changes = compare(draft, final).changes
    if not any(change.new is not None and change.new.label for change in changes):
        changes = ()  # a final text that is not cut into articles cannot be held against one that is
    touched = {change.old.label: _changed(change) for change in changes if change.old is not None and change.old.label}
    asked = [row for row in opinions if row.get("severity") in _ASKING and row.get("adopt_status") in _ADOPTED]
    told = tuple(_traced(row, touched) for row in opinions)
    named = {place for row in asked for place in places_of(str(row.get("text", "")))}
    free = any(not _known(row, touched) for row in asked)
    beyond = [] if free or not asked else [change for change in changes if _beyond(change, named)]
    return Tracing(told, tuple(change.label for change in beyond))


def _changed(change: Change) -> bool:
    return change.kind is Kind.DELETED or (change.kind is Kind.CHANGED and change.substantive)


def _beyond(change: Change, named: set[str]) -> bool:
    """An article that changed in substance and that no opinion names; what was added may stem from any of them."""
    unit = change.old
    return unit is not None and _changed(change) and unit.label not in named and bool(unit.label)


def _known(row: Mapping[str, Any], touched: Mapping[str, bool]) -> list[str]:
    return [place for place in places_of(str(row.get("text", ""))) if place in touched]


def _traced(row: Mapping[str, Any], touched: Mapping[str, bool]) -> Traced:
    seq = str(row.get("seq", ""))
    if row.get("adopt_status") not in _ADOPTED or row.get("severity") not in _ASKING:
        return Traced(seq, Trace.NOT_ADOPTED)
    places = _known(row, touched)
    if not places:
        return Traced(seq, Trace.UNPLACED)
    untouched = tuple(place for place in places if not touched[place])
    return Traced(seq, Trace.UNTOUCHED if untouched else Trace.DONE, untouched)
