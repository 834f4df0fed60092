"""Two versions of a document side by side, by article (条文对照). Pure.

Articles are paired by what they say, not by their number, so that an article that was renumbered or moved is seen as
the same one; what changed within a pair is marked by words. `substantive` says whether anything of effect changed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cached_property
from typing import Any, Final

from yifa.text.substance import substance, substantive
from yifa.text.units import Unit, units_of

__all__ = ["Change", "Comparison", "Kind", "Piece", "Unit", "compare", "pieces", "substantive", "units_of"]


class Kind(StrEnum):
    """What became of an article."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    DELETED = "deleted"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return _LABELS[self]


_LABELS: Final = {Kind.SAME: "未改动", Kind.CHANGED: "修改", Kind.ADDED: "新增", Kind.DELETED: "删除"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: in both versions (=), only in the old (-), only in the new (+)."""

    mark: str
    text: str


@dataclass(frozen=True)
class Change:
    """One article of either version, with its counterpart.

    Attributes:
        moved: whether it stands in another order than the others that remained.
    """

    kind: Kind
    old: Unit | None
    new: Unit | None
    moved: bool = False

    @property
    def renumbered(self) -> bool:
        """Whether the same article bears another number now."""
        return bool(self.old and self.new and self.old.label != self.new.label)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The words of both versions, marked."""
        return pieces(self.old.text if self.old else "", self.new.text if self.new else "")

    @property
    def substantive(self) -> bool:
        """Whether what the article says changed, apart from its number and place."""
        return substantive(self.old.text if self.old else "", self.new.text if self.new else "")

    @property
    def label(self) -> str:
        """第三条（修改，原第二条）."""
        unit = self.new or self.old
        assert unit is not None
        if self.kind is Kind.CHANGED and not self.substantive:
            notes = ["文字、标点调整"]
        else:
            notes = [] if self.kind is Kind.SAME and (self.renumbered or self.moved) else [self.kind.label]
        if self.renumbered and self.old is not None:
            notes.append(f"原{self.old.name}")
        return f"{unit.name}（{'，'.join([*notes, *(['移动'] if self.moved else [])])}）"

    def plain(self) -> dict[str, Any]:
        """The article as plain data; one that did not change carries no pieces."""
        return {
            "kind": self.kind.value,
            "old": self.old.label if self.old else None,
            "new": self.new.label if self.new else None,
            "renumbered": self.renumbered,
            "moved": self.moved,
            "substantive": self.substantive,
            "pieces": [[p.mark, p.text] for p in self.pieces] if self.kind is not Kind.SAME else [],
        }


@dataclass(frozen=True)
class Comparison:
    """All articles of both versions, in the order of the new one; deleted ones where they stood."""

    changes: tuple[Change, ...]
    substantive: bool

    def counts(self) -> dict[str, int]:
        """How many articles were changed, added, deleted, renumbered or moved; zero ones left out."""
        counts = Counter(change.kind.label for change in self.changes if change.kind is not Kind.SAME)
        counts["条序变动"] = sum(change.renumbered for change in self.changes)
        counts["移动"] = sum(change.moved for change in self.changes)
        return {label: number for label, number in counts.items() if number}

    def summary(self) -> str:
        """One sentence: 修改2条，新增1条，条序变动3条."""
        told = "，".join(f"{label}{number}条" for label, number in self.counts().items())
        if not told:
            return "没有改动。" if not self.substantive else "标题或者章节有改动。"
        return f"{told}。" if self.substantive else f"{told}；只有文字、标点的调整，不涉及实质内容。"

    def plain(self) -> dict[str, Any]:
        """The comparison as plain data."""
        return {
            "substantive": self.substantive,
            "summary": self.summary(),
            "counts": self.counts(),
            "articles": [change.plain() for change in self.changes],
        }


def compare(old: str, new: str) -> Comparison:
    """Compare two versions of a document by article."""
    before, after = units_of(old), units_of(new)
    pairs = _paired(before, after)
    moved = _moved(pairs)
    changes = tuple(_ordered(before, after, pairs, moved))
    return Comparison(changes, substantive(old, new))


def _change(old: Unit, new: Unit, moved: bool) -> Change:
    return Change(Kind.SAME if old.text == new.text else Kind.CHANGED, old, new, moved)


def _ordered(before: Sequence[Unit], after: Sequence[Unit], pairs: dict[int, int], moved: set[int]) -> Iterator[Change]:
    """The new order, each deleted article after the one that it followed."""
    kept = {new: old for old, new in pairs.items()}
    gone = [position for position in range(len(before)) if position not in pairs]
    following: dict[int, list[int]] = {}
    for position in gone:
        anchor = next((p for p in range(position - 1, -1, -1) if p in pairs and p not in moved), -1)
        following.setdefault(anchor, []).append(position)
    yield from (Change(Kind.DELETED, before[position], None) for position in following.get(-1, []))
    for position, unit in enumerate(after):
        if position not in kept:
            yield Change(Kind.ADDED, None, unit)
            continue
        yield _change(before[kept[position]], unit, kept[position] in moved)
        yield from (Change(Kind.DELETED, before[p], None) for p in following.get(kept[position], []))


_SAME_NUMBER: Final = 0.34
_OTHER_NUMBER: Final = 0.6
_MANY: Final = 400
_NEAR: Final = 20
"""Above so many unpaired articles on a side, only those as near to each other are held against each other."""


def _paired(before: Sequence[Unit], after: Sequence[Unit]) -> dict[int, int]:
    """Old position → new position: those that say the same first, then the most alike, then those left of a number."""
    pairs = dict(_identical(before, after))
    taken = set(pairs.values())
    olds = [position for position in range(len(before)) if position not in pairs]
    news = [number for number in range(len(after)) if number not in taken]
    for position, number in _alike(before, after, olds, news):
        if position not in pairs and number not in taken:
            pairs[position] = number
            taken.add(number)
    for position, number in _rewritten(before, after):
        if position not in pairs and number not in taken and pairs.get(position - 1, -1) == number - 1:
            pairs[position] = number
            taken.add(number)
    return pairs


def _rewritten(before: Sequence[Unit], after: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Articles of one number: after the same article before them they are the same one, though nothing is left."""
    places = {unit.label: number for number, unit in reversed(list(enumerate(after))) if unit.label}
    yield from ((position, places[unit.label]) for position, unit in enumerate(before) if unit.label in places)


def _identical(before: Sequence[Unit], after: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Articles of the same substance; of several alike, those of the same number, then in their order."""
    places: dict[str, list[int]] = {}
    for number, unit in enumerate(after):
        places.setdefault(substance(unit.text), []).append(number)
    later: list[tuple[int, list[int]]] = []
    used: set[int] = set()
    for position, unit in enumerate(before):
        candidates = places.get(substance(unit.text), [])
        same = next((n for n in candidates if after[n].label == unit.label and n not in used), None)
        if same is None:
            later.append((position, candidates))
            continue
        used.add(same)
        yield position, same
    for position, candidates in later:
        free = next((n for n in candidates if n not in used), None)
        if free is not None:
            used.add(free)
            yield position, free


def _alike(
    before: Sequence[Unit], after: Sequence[Unit], olds: Sequence[int], news: Sequence[int]
) -> list[tuple[int, int]]:
    """Pairs by likeness, the most alike first; of one number less likeness is enough."""
    old_words = {position: _bigrams(before[position].text) for position in olds}
    new_words = {number: _bigrams(after[number].text) for number in news}
    near = len(before) + len(after) if max(len(olds), len(news)) <= _MANY else _NEAR
    found = []
    for position in olds:
        for number in news:
            same = before[position].label == after[number].label
            if not same and abs(position - number) > near:
                continue
            likeness = (_held if same else _likeness)(old_words[position], new_words[number])
            if likeness >= (_SAME_NUMBER if same else _OTHER_NUMBER):
                found.append((-likeness - (0.05 if same else 0), abs(position - number), position, number))
    return [(position, number) for *_, position, number in sorted(found)]


def _bigrams(text: str) -> Counter[str]:
    plain = substance(text)
    return Counter(plain[i : i + 2] for i in range(max(1, len(plain) - 1)))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def _held(one: Counter[str], other: Counter[str]) -> float:
    """Likeness of articles of one number: the shorter may be held in the longer, as where words were added."""
    shorter = min(one.total(), other.total())
    within = (one & other).total() / shorter if shorter else 1.0
    return max(_likeness(one, other), within - _OTHER_NUMBER + _SAME_NUMBER)


def _moved(pairs: dict[int, int]) -> set[int]:
    """The fewest articles whose move explains the new order: all but a longest rising run."""
    olds = sorted(pairs)
    tails: list[int] = []
    at: list[int] = []
    back: list[int] = []
    for index, old in enumerate(olds):
        place = bisect_left(tails, pairs[old])
        back.append(at[place - 1] if place else -1)
        if place == len(tails):
            tails.append(pairs[old])
            at.append(index)
        else:
            tails[place], at[place] = pairs[old], index
    stayed: set[int] = set()
    index = at[-1] if at else -1
    while index >= 0:
        stayed.add(olds[index])
        index = back[index]
    return set(olds) - stayed


_WORD: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?%?|[A-Za-z]+|\s+|.", re.DOTALL)
_CLAUSE: Final = re.compile(r"[^，。；：！？,;:!?\n]*[，。；：！？,;:!?\n]?")
_LONG: Final = 3000
_ISLAND: Final = 1


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """What is in both, what went, what came; a number or foreign word counts as one word."""
    if old == new:
        return (Piece("=", old),) if old else ()
    cut = _CLAUSE if len(old) + len(new) > 2 * _LONG else _WORD
    before, after = (list(filter(None, cut.findall(text))) for text in (old, new))
    marked: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        went, came = "".join(before[i1:i2]), "".join(after[j1:j2])
        marked += [Piece("=", went)] if tag == "equal" else [Piece("-", went), Piece("+", came)]
    return tuple(_smoothed([piece for piece in marked if piece.text]))


def _smoothed(marked: list[Piece]) -> Iterator[Piece]:
    """Single characters that happen to be equal between two changes belong to the change: people read words."""
    went = came = ""
    for index, piece in enumerate(marked):
        if piece.mark == "-":
            went += piece.text
        elif piece.mark == "+":
            came += piece.text
        elif _is_island(marked, index) and (went or came):
            went, came = went + piece.text, came + piece.text
        else:
            yield from _flushed(went, came)
            went = came = ""
            yield piece
    yield from _flushed(went, came)


def _is_island(marked: Sequence[Piece], index: int) -> bool:
    inside = 0 < index < len(marked) - 1
    return inside and len(marked[index].text) <= _ISLAND and marked[index].text.isalpha()


def _flushed(went: str, came: str) -> Iterator[Piece]:
    yield from (piece for piece in (Piece("-", went), Piece("+", came)) if piece.text)
