"""Words of several classes that mean one thing together, in whatever order a drafter puts them (框架).

收取押金, 押金要收, 押金由镇里收取 are one act: a verb of paying and a deposit in one clause. A frame names the classes
and where they must stand; what the sentence makes of the act (ordered, denied, whose) is asked of the spot it yields.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from yifa.check.clause import Spot, Statement
from yifa.check.draft import Draft
from yifa.check.model import Hit

LOOSE = 0.6
"""How sure a reading is that goes by words and not by their order."""


@dataclass(frozen=True)
class Frame:
    """One meaning.

    Attributes:
        act: the words that are marked, and of which it is asked whether they are ordered.
        near: classes of which each must stand in the clause of the act.
        within: classes of which each must stand somewhere in the sentence.
        unless: words of the sentence that give it another meaning.
    """

    act: re.Pattern[str]
    near: tuple[re.Pattern[str], ...] = ()
    within: tuple[re.Pattern[str], ...] = ()
    unless: re.Pattern[str] | None = None

    def spots(self, one: Statement) -> Iterator[Spot]:
        """Where a sentence means it."""
        if not one.has(self.act) or not all(one.has(words) for words in (*self.near, *self.within)):
            return
        if self.unless and one.has(self.unless):
            return
        for spot in one.find(self.act):
            if all(words.search(spot.clause.text) for words in self.near):
                yield spot

    def sentences(self, draft: Draft) -> Sequence[Statement]:
        """The sentences of a draft that may mean it."""
        return draft.holding(self.act, *self.near, *self.within)


def frame(act: str, *, near: Iterable[str] = (), within: Iterable[str] = (), unless: str = "") -> Frame:
    """A frame of these classes."""
    return Frame(
        re.compile(act),
        tuple(re.compile(words) for words in near),
        tuple(re.compile(words) for words in within),
        re.compile(unless) if unless else None,
    )


def find(draft: Draft, frames: Iterable[Frame]) -> Iterator[Spot]:
    """Where a draft means one of these."""
    for each in frames:
        for one in each.sentences(draft):
            yield from each.spots(one)


def once(hits: Iterable[Hit], draft: Draft) -> Iterator[Hit]:
    """One hit of each sentence."""
    said: set[int] = set()
    for hit in hits:
        key = _sentence(draft, hit)
        if key not in said:
            said.add(key)
            yield hit


def first_said(draft: Draft, *readings: Iterable[Hit]) -> Iterator[Hit]:
    """The hits of several readings of the same rule: of a sentence only those of the first that speaks of it.

    The first reading may speak of a sentence more than once, the others not; and the others, which know the words but
    not their order, are less sure.
    """
    said: set[int] = set()
    for at, reading in enumerate(readings):
        now: set[int] = set()
        for hit in reading if at == 0 else once(reading, draft):
            key = _sentence(draft, hit)
            if key not in said:
                now.add(key)
                yield hit if at == 0 else replace(hit, confidence=min(hit.confidence, LOOSE))
        said |= now


def _sentence(draft: Draft, hit: Hit) -> int:
    statement = draft.statement_at(hit.start)
    return statement.start if statement else hit.start
