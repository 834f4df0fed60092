"""A time limit as a declaration states it (期限的声明): what starts, stops, extends, excludes, caps and ends it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from yifa.clock import Period
from yifa.kernel.parts import DeclarationError, Declared, Guard, Input, Stage, Step, type_of_field
from yifa.law import Basis
from yifa.office.roles import Role

if TYPE_CHECKING:
    from yifa.kernel.situation import Situation

Start = Any
"""What starts a limit: a step (its legal date) or a model field holding a date."""


@dataclass(frozen=True)
class Span:
    """A span that does not count (不计入期限): from a step or date field to the one that ends it, by a provision."""

    label: str
    since: Start
    until: Start
    basis: Basis


@dataclass(frozen=True)
class Extension:
    """An extension (延期): the step that grants it, at most how long, and the input that says how long or until when.

    Without an input every grant is `at_most`; without `at_most` the law sets no maximum (合理期限).
    """

    step: Step
    at_most: Period | None
    basis: Basis
    days: Input | None = None
    until: Input | None = None


@dataclass(frozen=True)
class Cap:
    """A period that ends the limit earlier if it runs out first (最长不超过)."""

    period: Period
    since: type_of_field
    basis: Basis


@dataclass(frozen=True)
class Consequence:
    """What the law says happens when the limit lapses without the act (逾期后果), where nobody performs it."""

    text: str
    basis: Basis | None = None


@dataclass(eq=False)
class Limit(Declared):
    """A time limit (期限).

    Attributes:
        period: how long; a function of the case where that differs by case or place; None with `ends_on`.
        ref: the code in the law reference, for instance REC-T13.
        since: steps or date fields that start it; a later one starts it again.
        until: steps that keep it.
        when: whether it applies to this case.
        stops_in: stages in which it stands still; `stop_basis` is the provision.
        judge_by: which of the two due dates decides on lateness (R0.3); `lenient` only with `before`, where the party
            rather than the organ would be late: the day itself counts.
        before: the date that it counts backward from (X日前); `since` is then what makes the duty arise.
        ends_on: a date field that names the last day itself (有效期最后一日) instead of a period; it never rolls over.
        effect_after: what the law performs takes effect on the day after the last day, which still counts (有效期),
            instead of on it (视为受理).
        floor: the period is a minimum: `until` may not come earlier.
        bound: whose duty or right it is.
        on_expiry: a step that the law itself performs, dated the due date, or the consequence in words.
        outlives: whether it goes on after the case is closed, though it began before.
        hindsight: whether only the act that keeps it shows that it applied (不属于管辖的，24小时内转送); there is no
            clock before, and none in a run without it.
        done_on: a date field that, where filled in, stands for the date of the step that keeps it (交邮日, 民诉法85④).
        promised: a service promise of the place, shorter than the law's limit (承诺时限).
        looks_at: keys of procedures in whose linked cases `when` or `period` looks; a step there reckons it anew.
    """

    label: str
    basis: Basis
    period: Period | Callable[[Situation], Period] | None
    since: tuple[Start, ...]
    until: tuple[Step, ...]
    on_expiry: Step | Consequence
    ref: str = ""
    bound: Role = Role.HANDLER
    when: Guard | None = None
    stops_in: tuple[Stage, ...] = ()
    stop_basis: Basis | None = None
    excludes: tuple[Span, ...] = ()
    extension: Extension | None = None
    cap: Cap | None = None
    judge_by: Literal["rolled", "strict", "lenient"] = "rolled"
    before: type_of_field | None = None
    ends_on: type_of_field | None = None
    effect_after: bool = False
    floor: bool = False
    promised: bool = False
    outlives: bool = False
    hindsight: bool = False
    done_on: type_of_field = None
    looks_at: tuple[str, ...] = ()
    code: str = ""

    def length(self, situation: Situation) -> Period:
        """The period that applies to this case."""
        if self.period is None:
            raise DeclarationError(f"期限“{self.label}”以日期为准，没有长度。")
        return self.period if isinstance(self.period, Period) else self.period(situation)
