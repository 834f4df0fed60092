"""A draft held against a model text, clause by clause (与范本逐条对照). Pure.

Clauses are paired by what they say; what is filled into the blanks of the model is no departure. A clause that finds
no partner is looked for by its topic, so that one clause of the model said in two of the draft is not called missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from yifa.areas.rulemaking.opinion_library.clauses import OTHER, clause_of, label_of
from yifa.text.compare import Change, Kind, Piece, compare, pieces

_BLANK: Final = re.compile(r"[_＿]{2,}|[（(]\s*[_＿]*\s*[）)]|【\s*】")
_CONTRACT: Final = "contract"
_HEADING: Final = 6
"""So many characters at the beginning of a clause name what it is about."""


class Standing(StrEnum):
    """What became of a clause of the model."""

    KEPT = "kept"
    FILLED = "filled"
    CHANGED = "changed"
    ELSEWHERE = "elsewhere"
    MISSING = "missing"
    ADDED = "added"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return _LABELS[self]


_LABELS: Final = {
    Standing.KEPT: "未改动", Standing.FILLED: "只填写了空白", Standing.CHANGED: "改动",
    Standing.ELSEWHERE: "写在别处", Standing.MISSING: "缺少", Standing.ADDED: "另加",
}  # fmt: skip


@dataclass(frozen=True)
class ClauseLine:
    """One clause of the model or of the draft, with its partner.

    Attributes:
        fixed: whether the model says that it must not be changed.
        where: for a clause said elsewhere, the clauses of the draft on the same topic.
    """

    standing: Standing
    topic: str
    name: str
    model: str
    draft: str
    fixed: bool = False
    where: str = ""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The words of both, marked."""
        return pieces(self.model, self.draft)

    @property
    def grave(self) -> bool:
        """Whether a reviewer has to look: a clause that is missing, or a fixed one that was changed."""
        return self.standing is Standing.MISSING or (self.fixed and self.standing is Standing.CHANGED)


@dataclass(frozen=True)
class Against:
    """All clauses of both, in the order of the draft."""

    lines: tuple[ClauseLine, ...]

    @property
    def grave(self) -> list[ClauseLine]:
        """What a reviewer has to look at first."""
        return [line for line in self.lines if line.grave]

    def counts(self) -> list[tuple[str, int]]:
        """How many clauses are missing, changed, elsewhere, added, filled, kept; zero ones left out."""
        order = (Standing.MISSING, Standing.CHANGED, Standing.ELSEWHERE, Standing.ADDED, Standing.FILLED, Standing.KEPT)
        told = [(one.label, sum(line.standing is one for line in self.lines)) for one in order]
        return [(label, number) for label, number in told if number]


def held_against(model: str, draft: str, fixed: Iterable[str] = ()) -> Against:
    """Compare a draft with a model text."""
    changes = compare(model, draft).changes
    unmoved = frozenset(fixed)
    told = [change.new.text for change in changes if change.new is not None]
    return Against(tuple(_line(change, unmoved, told) for change in changes))


def _line(change: Change, fixed: frozenset[str], told: Sequence[str]) -> ClauseLine:
    old, new = change.old.text if change.old else "", change.new.text if change.new else ""
    unit = change.old or change.new
    assert unit is not None
    standing, where = _standing(change, told)
    topic = _topic(old or new)
    is_fixed = change.old is not None and change.old.label in fixed
    return ClauseLine(standing, label_of(topic, _CONTRACT), unit.name, old, new, is_fixed, where)


def _standing(change: Change, told: Sequence[str]) -> tuple[Standing, str]:
    if change.kind is Kind.ADDED:
        return Standing.ADDED, ""
    assert change.old is not None
    if change.kind is Kind.DELETED:
        where = _same_topic(change.old.text, told)
        return (Standing.ELSEWHERE, where) if where else (Standing.MISSING, "")
    assert change.new is not None
    if change.kind is Kind.SAME or not change.substantive:
        return Standing.KEPT, ""
    return (Standing.FILLED if _only_filled(change.old.text, change.new.text) else Standing.CHANGED), ""


def _only_filled(model: str, draft: str) -> bool:
    """Whether the draft is the model with its blanks filled in."""
    parts = [re.escape(_bare(part)) for part in _BLANK.split(model)]
    return len(parts) > 1 and re.fullmatch(".{0,200}?".join(parts), _bare(draft)) is not None


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _topic(text: str) -> str:
    """What a clause is about: told from its heading, else from all of it."""
    heading = clause_of(text[:_HEADING], _CONTRACT)
    return heading if heading != OTHER else clause_of(text, _CONTRACT)


def _same_topic(text: str, told: Sequence[str]) -> str:
    """The beginning of the first sentence of the draft on the same topic; blank where there is none."""
    topic = _topic(text)
    if topic == OTHER:
        return ""
    return next((part[:40] for part in _sentences(told) if clause_of(part, _CONTRACT) == topic), "")


def _sentences(told: Iterable[str]) -> Iterator[str]:
    for text in told:
        yield from (part.strip() for part in re.split(r"[。；\n]", text) if part.strip())
