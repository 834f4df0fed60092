"""A rule (规则) of the checker, and where all of them are found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.law import Basis
from yifa.text import Layout

PROVISIONS = (DraftKind.NORMATIVE, DraftKind.DECISION)
"""Kinds of draft that lay down rules for others."""
ALL_KINDS = tuple(DraftKind)


@dataclass(frozen=True)
class Example:
    """An example whose fault only shows with metadata or with the page of the Word document."""

    text: str
    facts: Mapping[str, Any]
    layout: Layout | None = None


@dataclass(frozen=True)
class Rule:
    """One rule.

    Attributes:
        id: as the catalogue numbers it (AUTH-004).
        summary: what is wrong, one Chinese sentence without its full stop.
        basis: articles that make it a fault, or the name of a standard where no act is indexed.
        suggestion: what the drafter should do.
        look: finds the places in a `Draft`.
        limits: figures that a place may set otherwise (years: 5), keyword arguments of `look` with their defaults.
        fires, silent: examples; a test runs every one.
        kinds: kinds of draft it looks at.
        general: whether it only speaks where no other rule of its group does in the same sentence.
        fix: what the quoted words should become, given only by rules whose correction changes no meaning; None where
            these words cannot be corrected without a person.
    """

    id: str
    group: Group
    severity: Severity
    summary: str
    basis: tuple[Basis | str, ...]
    suggestion: str
    look: Callable[..., Iterable[Hit]]
    fires: tuple[str | Example, ...]
    silent: tuple[str | Example, ...]
    kinds: tuple[DraftKind, ...] = ALL_KINDS
    general: bool = False
    fix: Callable[[str], str | None] | None = None
    limits: Mapping[str, int] = field(default_factory=dict)
