"""What every check looks at, and the comparisons they share."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from yifa.reader.model import Facts, Figure, Section
from yifa.text import Document

_AT_LEAST = frozenset("超 超过 逾 以上 及以上 至少 不少于 不低于 突破 多 余".split())
_AT_MOST = frozenset("近 接近 将近 以下 以内 不超过 最多".split())


class Case:
    """One report under examination."""

    def __init__(
        self, document: Document, facts: Facts, sections: tuple[Section, ...], figures: tuple[Figure, ...]
    ) -> None:
        self.document = document
        self.facts = facts
        self.sections = sections
        self.figures = figures

    @cached_property
    def by_id(self) -> dict[str, Figure]:
        """Figures by their id."""
        return {f.id: f for f in self.figures}

    @cached_property
    def by_code(self) -> dict[str, list[Figure]]:
        """Figures by indicator code."""
        found: dict[str, list[Figure]] = {}
        for figure in self.figures:
            if figure.indicator:
                found.setdefault(figure.indicator, []).append(figure)
        return found

    @cached_property
    def changed(self) -> frozenset[str]:
        """The ids of the figures that a change starts from."""
        return frozenset(f.change_from for f in self.figures if f.change_from)

    @cached_property
    def positions(self) -> dict[str, int]:
        """The place of each figure in the order of the text."""
        return {f.id: i for i, f in enumerate(self.figures)}

    def sentence(self, figure: Figure) -> int:
        """The index of the sentence of a figure."""
        return self.document.sentence_at(figure.start)

    def block(self, figure: Figure) -> int:
        """The index of the paragraph of a figure."""
        return self.document.sentences[self.sentence(figure)].block

    def same_sentence(self, figure: Figure) -> list[Figure]:
        """The other figures of its sentence."""
        index, here = self.positions[figure.id], self.sentence(figure)
        near = self.figures[max(0, index - 30) : index + 30]
        return [f for f in near if f is not figure and self.sentence(f) == here]

    def same_block(self, figure: Figure) -> list[Figure]:
        """The other figures of its paragraph."""
        index, here = self.positions[figure.id], self.block(figure)
        near = self.figures[max(0, index - 60) : index + 60]
        return [f for f in near if f is not figure and self.block(f) == here]

    def lead(self, figure: Figure, length: int = 24) -> str:
        """The words before a figure in its clause."""
        text = self.document.flat[max(0, figure.start - length) : figure.start]
        return text[max(text.rfind(c) for c in ",;。\n") + 1 :]


def spans(figures: Iterable[Figure]) -> tuple[tuple[int, int], ...]:
    """The spans of some figures."""
    return tuple((f.start, f.end) for f in figures)


def step(figure: Figure) -> float:
    """The value of the last digit written: 0.01 for 49.66%."""
    first = figure.text.replace("：", ":").partition(":")[0]
    digits = "".join(c for c in first if c.isdigit() or c in ".．")
    decimals = len(digits.replace("．", ".").partition(".")[2])
    return float(10**-decimals)


def agrees(figure: Figure, computed: float) -> bool:
    """Whether a stated number is the computed one, rounded or cut off at the digits written, or as loose as it says."""
    if figure.value is None:
        return True
    unit, stated = step(figure), figure.value
    if set(figure.qualifiers) & _AT_LEAST:
        return computed >= stated - 1e-9 and computed <= stated * 1.15 + unit
    if set(figure.qualifiers) & _AT_MOST:
        return stated * 0.85 - unit <= computed <= stated + 1e-9
    if figure.approx:
        return abs(computed - stated) <= max(2 * unit, 0.5)
    return stated - unit / 2 - 1e-6 <= computed < stated + unit + 1e-9


def shown(value: float) -> str:
    """A number for an explanation, without needless digits."""
    return f"{value:.3f}".rstrip("0").rstrip(".")
