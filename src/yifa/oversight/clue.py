"""A clue model (监督模型) and where all of them are found.

A model is declared like a rule of the checker: what is wrong, on what article, what it looks at, how grave, and a
function that asks the stored cases, clocks, events and registers as a set. It never opens case by case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from django.db.models import QuerySet

from yifa.clock import Calendar
from yifa.kernel.declare import PROCEDURES
from yifa.kernel.defaults import Choice, Defaults
from yifa.kernel.models import Clock
from yifa.kernel.registers import REGISTERS
from yifa.law import Basis

DEFAULTS = Defaults.beside(str(Path(__file__).parent / "clues" / "__init__.py"))
"""The thresholds of all models; a place changes them in `places/<code>/clues.toml`."""


class Severity(StrEnum):
    """How much a hit weighs."""

    GRAVE = "grave"
    PLAIN = "plain"
    HINT = "hint"

    @property
    def label(self) -> str:
        """严重, 一般 or 提示."""
        return {"grave": "严重", "plain": "一般", "hint": "提示"}[self]


@dataclass(frozen=True)
class Found:
    """One thing that a model found.

    Attributes:
        subject: what it is about, the same each time the model runs: two hits of one model never share it.
        organ_id: whose act or omission it is.
        explanation: what was found, with numbers and dates; no names of persons.
        on: the day of the act.
        case_id: the case, or register and entry_id: the entry; neither for a pattern over many cases.
        rows: the cases behind a pattern.
    """

    subject: str
    organ_id: int
    explanation: str
    on: date | None = None
    case_id: int | None = None
    register: str = ""
    entry_id: int | None = None
    rows: tuple[int, ...] = ()


@dataclass(frozen=True)
class Look:
    """What a model may ask: the day, the thresholds, and the rows of the organs that share these thresholds."""

    on: date
    calendar: Calendar
    choices: Defaults = field(default_factory=lambda: DEFAULTS)
    organs: frozenset[int] | None = None

    def cases(self, procedure: str) -> QuerySet[Any]:
        """The cases of a procedure with its own fields."""
        model: Any = PROCEDURES.latest(procedure).model
        return self._within(model._base_manager.all(), "organ_id")

    def penalties(self) -> QuerySet[Any]:
        """The penalties that were decided; the intention is written down before (调查终结) and counts for nothing."""
        return self.cases("penalty").filter(
            decision_type="penalty", decision_date__isnull=False, decision_date__lte=self.on
        )

    def clocks(self, *procedures: str) -> QuerySet[Any]:
        """The time limits that run or ran in cases of these procedures."""
        rows = Clock._base_manager.filter(case__procedure__in=procedures, promised=False)
        return self._within(rows, "case__organ_id")

    def entries(self, register: str) -> QuerySet[Any]:
        """The entries of a register that were not withdrawn."""
        rows: Any = REGISTERS.get(register).model
        return self._within(rows._base_manager.filter(withdrawn=False), "organ_id")

    def number(self, code: str) -> int:
        """A threshold that is a number."""
        return self.choices.number(code)

    def words(self, code: str) -> tuple[str, ...]:
        """A threshold that lists words (食品、药品)."""
        return tuple(word for word in self.choices.text(code).split("、") if word)

    def _within(self, rows: QuerySet[Any], field: str) -> QuerySet[Any]:
        return rows if self.organs is None else rows.filter(**{f"{field}__in": self.organs})


@dataclass(frozen=True)
class Clue:
    """One clue model.

    Attributes:
        code: its name in addresses, labels and thresholds.
        label: what is wrong, in Chinese.
        basis: the articles that make it wrong, or the documents that ask to watch it.
        looks_at: which records and fields it asks, in Chinese.
        severity: how much a hit weighs.
        find: asks the records; every hit with its explanation.
        reads: the procedures and registers it needs; without one of them it cannot run.
        act_kind, problem: as what a confirmed hit becomes a case of supervision (执法行为、问题类别).
        thresholds: codes of its thresholds in `clues/defaults.toml`.
        version: one more when its meaning changes.
        confidential: whether supervisors who sit in the body itself do not see the hits (企业评价).
    """

    code: str
    label: str
    basis: tuple[Basis, ...]
    looks_at: str
    severity: Severity
    find: Callable[[Look], Iterable[Found]]
    reads: tuple[str, ...] = ()
    act_kind: str = "penalty"
    problem: str = "procedure"
    thresholds: tuple[str, ...] = ()
    version: int = 1
    confidential: bool = False

    @property
    def missing(self) -> list[str]:
        """The procedures and registers it needs that are not installed."""
        known = {*PROCEDURES.keys(), *(register.key for register in REGISTERS.all())}
        return [key for key in self.reads if key not in known]

    @property
    def basis_text(self) -> str:
        """Its articles in one line."""
        return "、".join(str(one) for one in self.basis)

    def choices(self, defaults: Defaults = DEFAULTS) -> list[Choice]:
        """Its thresholds with value and source."""
        return [defaults[code] for code in self.thresholds]


@cache
def enforcement() -> tuple[str, ...]:
    """The keys of all procedures of enforcement."""
    return tuple(
        key
        for key in sorted(PROCEDURES.versions)
        if PROCEDURES.latest(key).model.__module__.startswith("yifa.areas.enforcement.")
    )
