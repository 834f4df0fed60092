"""The choices of dossier review that no national rule makes (口径)."""

from __future__ import annotations

from yifa.areas.enforcement.dossier_review.choices import Grade
from yifa.kernel.defaults import Defaults
from yifa.kernel.situation import Situation

DEFAULTS = Defaults.beside(__file__)


def floors(place: str = "") -> dict[Grade, int]:
    """From how many points each grade is reached, as the place has it."""
    chosen = DEFAULTS.at(place) if place else DEFAULTS
    return {grade: chosen.number(f"floor_{grade.value}") for grade in (Grade.EXCELLENT, Grade.GOOD, Grade.PASS)}


def widest_gap(situation: Situation) -> int:
    """How far two totals may lie apart before they are reconciled."""
    return DEFAULTS.number("widest_gap", situation)
