"""What the reader finds in a published report. Records are frozen; offsets count characters, end exclusive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What sort of quantity a figure is (数量种类)."""

    COUNT = "count"
    AMOUNT = "amount"
    RATE = "rate"
    CHANGE = "change"
    RATIO = "ratio"
    TARGET = "target"
    RANK = "rank"
    DURATION = "duration"
    MEASURE = "measure"


class Mismatch(StrEnum):
    """The kinds of inconsistency that are looked for (一致性问题)."""

    RATE = "rate_mismatch"
    SUM = "sum_mismatch"
    PART = "part_exceeds_total"
    UNSUPPORTED = "unsupported_100"
    GROWTH = "growth_mismatch"
    RATIO = "ratio_mismatch"
    YEAR = "year_mismatch"
    CONFLICT = "text_conflict"
    DIRECTION = "change_direction"
    NUMBERING = "numbering_error"
    OVER_100 = "rate_over_100"
    RANK = "rank_mismatch"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number stated as a quantity (数量陈述).

    `value` is normalised: money in 万元, 万 and 亿 expanded, rates in %. `value_max` is set for a range. `of_which`,
    `numerator`, `denominator` and `change_from` hold the `id` of another figure of the same reading.
    """

    id: str
    start: int
    end: int
    text: str
    value: float | None
    value_max: float | None
    unit: str | None
    raw_value: float | None
    raw_unit: str | None
    qualifiers: tuple[str, ...]
    kind: Kind
    indicator: str | None = None
    label: str = ""
    period: int | None = None
    of_which: str | None = None
    numerator: str | None = None
    denominator: str | None = None
    change_from: str | None = None
    from_value: float | None = None
    to_value: float | None = None
    direction: str | None = None
    section: str | None = None
    section_type: str | None = None

    @property
    def approx(self) -> bool:
        """Whether the text qualifies the number (余、约、近、超、以上…)."""
        return bool(self.qualifiers)


@dataclass(frozen=True, slots=True)
class NotFigure:
    """A number-like text that is no quantity, with its category (date, document_number, slogan…)."""

    start: int
    end: int
    category: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the area it treats; `parent` is the `id` of the heading above it."""

    id: str
    level: int
    parent: str | None
    title: str
    start: int
    end: int
    body_end: int
    type: str
    run_in: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """What the document says about itself. A fact that the text does not give is None."""

    title: str | None
    issuing_body: str | None
    issuing_body_explicit: bool
    jurisdiction: str | None
    level: str | None
    report_year: int | None
    publication_date: date | None
    publication_date_basis: str | None
    written_date: date | None


@dataclass(frozen=True, slots=True)
class Finding:
    """An inconsistency: the spans it concerns (the main one first) and a sentence in Chinese that explains it."""

    kind: Mismatch
    severity: str
    spans: tuple[tuple[int, int], ...]
    reported: str
    computed: str | None
    explanation: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A report, read (阅读结果)."""

    name: str
    text: str
    facts: Facts
    sections: tuple[Section, ...]
    figures: tuple[Figure, ...]
    not_figures: tuple[NotFigure, ...]
    findings: tuple[Finding, ...]

    def by_indicator(self, code: str) -> tuple[Figure, ...]:
        """All figures of one indicator, in the order of the text."""
        return tuple(f for f in self.figures if f.indicator == code)
