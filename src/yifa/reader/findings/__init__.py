"""Looking for statements of a report that do not fit together (一致性检查). One file a family of checks.

A check never guesses: it compares numbers only where the text itself relates them, accepts rounding and cutting off,
and leaves approximate numbers alone unless they are far off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from yifa.reader.findings import conflicts, growth, numbering, rates, sums, years
from yifa.reader.findings.case import Case
from yifa.reader.model import Facts, Figure, Finding, Mismatch, Section
from yifa.text import Document

CHECKS: tuple[Callable[[Case], Iterable[Finding]], ...] = (
    rates.mismatches,
    rates.over_hundred,
    rates.unsupported,
    rates.ratios,
    sums.parts_and_sums,
    sums.outcomes,
    sums.cleared,
    sums.stated_totals,
    sums.table_totals,
    growth.growths,
    growth.cuts,
    growth.directions,
    conflicts.two_values,
    conflicts.denied,
    conflicts.unfinished,
    conflicts.ranks,
    years.headings,
    years.opening,
    years.shortcomings,
    years.publication,
    numbering.heading_numbers,
    numbering.inline_numbers,
)


def find_inconsistencies(
    document: Document, facts: Facts, sections: tuple[Section, ...], figures: tuple[Figure, ...]
) -> tuple[Finding, ...]:
    """All findings, in the order of the text, each place and kind once."""
    case = Case(document, facts, sections, figures)
    found: dict[tuple[Mismatch, tuple[int, int]], Finding] = {}
    for check in CHECKS:
        for finding in check(case):
            found.setdefault((finding.kind, finding.spans[0]), finding)
    return tuple(sorted(found.values(), key=lambda f: (f.spans[0], f.kind)))
