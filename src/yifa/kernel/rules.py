"""Why a step cannot be taken (不予办理的理由): every reason at once, each with its article or its field."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from yifa.errors import YifaError
from yifa.kernel.declare import NEW, Condition, Procedure, Stage, Step, field_label, field_name
from yifa.kernel.entering import problems
from yifa.kernel.situation import Happened, Situation
from yifa.kernel.timing import too_early, too_long
from yifa.law import Basis


@dataclass(frozen=True)
class Reason:
    """One reason against a step.

    Attributes:
        text: what is missing or wrong, in Chinese, with what to do.
        basis: the provision, where there is one.
        field: the field or input to look at.
        condition: the code of the condition, where confirming or overriding it would help.
        overridable: whether the law lets a person hold against it (with a reason).
    """

    text: str
    basis: Basis | None = None
    field: str = ""
    condition: str = ""
    overridable: bool = False

    def __str__(self) -> str:
        return f"{self.text}（{self.basis.short}）" if self.basis else self.text


class Refused(YifaError):
    """A step was refused; `reasons` holds every reason found."""

    def __init__(self, step: str, reasons: list[Reason]) -> None:
        self.step = step
        self.reasons = reasons
        numbered = "；".join(f"{_circled(n)}{reason}" for n, reason in enumerate(reasons, 1))
        super().__init__(f"不能“{step}”：{numbered}。")


@dataclass(frozen=True)
class Override:
    """A person's decision against a computed “no” (例外办理): why, and on which provision."""

    reason: str
    basis: str = ""


@dataclass(frozen=True)
class Attempt:
    """What a person brings to a step: its inputs, what was confirmed, what is overridden."""

    step: Step
    on: date
    data: Mapping[str, Any] = field(default_factory=dict)
    confirmed: Collection[str] = ()
    overrides: Mapping[str, Override] = field(default_factory=dict)


def reasons_against(situation: Situation, attempt: Attempt, *, today: date) -> list[Reason]:
    """Every reason against a step, apart from who takes it and from signatures (the engine knows those).

    `situation` carries the record with the fields that the step brings already set.
    """
    step = attempt.step
    if (when := step.when) is not None and not when(situation):
        return [Reason(f"本案不适用“{step.label}”", step.bases[0])]
    if situation.stage not in step.sources:
        stages = "、".join(stage.label for stage in step.sources)
        return [Reason(f"案件处于“{situation.stage.label}”，本环节只能在“{stages}”办理", step.bases[0])]
    return [
        *_order(situation, attempt, today),
        *_missing_fields(situation, step),
        *_inputs(situation, step, attempt.data),
        *(Reason(text, basis, field="on") for text, basis in too_early(situation, step)),
        *_conditions(situation, attempt),
    ]


def _order(situation: Situation, attempt: Attempt, today: date) -> Iterator[Reason]:
    step = attempt.step
    yield from slips(attempt.on, today)
    yield from _place(situation, step, attempt.on)
    if step.once and situation.did(step):
        yield Reason(f"“{step.label}”已于{situation.dates(step)[0]}办理，不得重复", step.bases[0])
    for needed in (situation.procedure.step(required.code) for required in step.requires):
        if not situation.did(needed):
            yield Reason(f"尚未“{needed.label}”", needed.bases[0])


def slips(on: date, today: date) -> Iterator[Reason]:
    """A legal date that no record can have: after today, or before there was such a case."""
    if on > today:
        yield Reason(f"办理日期{on}晚于今天{today}，请核对", field="on")
    if on.year < FIRST_YEAR:
        yield Reason(f"办理日期{on}过早，请核对年份", field="on")


def _place(situation: Situation, step: Step, on: date) -> Iterator[Reason]:
    """Whether the step fits between those taken, by its date."""
    moves = [event for event in situation.happened if event.step.target is not None]
    bar = moves if step.target is not None else moves[:1]
    if bar and on < bar[-1].on:
        yield Reason(f"办理日期{on}早于“{bar[-1].step.label}”的日期{bar[-1].on}，请核对", field="on")
    elif step.target is not None:
        later = [event for event in situation.happened if event.on > on]
        stranded = first_impossible(later, step.target)
        if stranded is not None:
            named = f"“{stranded.step.label}”（{stranded.on}）"
            yield Reason(
                f"办理日期{on}早于已登记的{named}，办理后该环节不能成立，请核对日期或者先撤销它的登记", field="on"
            )
    elif moves and not set(situation.stages_on(on)) & set(step.sources):
        stage = situation.stages_on(on)[-1].label
        yield Reason(f"案件在{on}处于“{stage}”，该日不能“{step.label}”，请核对日期", step.bases[0], field="on")


def first_impossible(events: Sequence[Happened], stage: Stage = NEW) -> Happened | None:
    """The first step that could not have been taken where the steps before it leave the case."""
    for event in events:
        if not published(event) and stage not in event.step.sources:
            return event
        stage = event.step.target or stage
    return None


def published(event: Happened) -> bool:
    """Whether it is the act of publishing, which belongs to no stage."""
    return event.step.sources == (NEW,) and event.step.target is None


FIRST_YEAR = 1980
"""No case is older; an earlier year is a slip of the keyboard."""


def _missing_fields(situation: Situation, step: Step) -> Iterator[Reason]:
    for reference in step.needs:
        if situation.value(reference) is None or situation.value(reference) == []:
            label = field_label(reference)
            yield Reason(f"未填写“{label}”", field=field_name(reference))


def _inputs(situation: Situation, step: Step, data: Mapping[str, Any]) -> Iterator[Reason]:
    wrong = False
    for text, asked, code in problems(step, data):
        wrong = True
        yield Reason(text, asked.basis if asked else None, field=code)
    if not wrong:
        for text, basis, code in dict.fromkeys(too_long(situation, step, data)):
            yield Reason(text, basis, field=code)


def _conditions(situation: Situation, attempt: Attempt) -> Iterator[Reason]:
    for code, condition in attempt.step.condition_codes:
        if condition.when is not None and not condition.when(situation):
            continue
        reason = _condition(situation, attempt, code, condition)
        if reason is not None:
            yield reason


def _condition(situation: Situation, attempt: Attempt, code: str, condition: Condition) -> Reason | None:
    if condition.test is None:
        if code in attempt.confirmed:
            return None
        return Reason(f"“{condition.text}”未确认", condition.basis, condition=code)
    why = condition.test(situation)
    if why is None:
        return None
    override = attempt.overrides.get(code)
    if condition.qualified is not None and override is not None and override.reason.strip():
        return None
    hint = f"；有{condition.qualified.short}规定的情形的，可说明理由后办理" if condition.qualified else ""
    return Reason(f"{why}{hint}", condition.basis, condition=code, overridable=condition.qualified is not None)


def possible(situation: Situation) -> list[Step]:
    """The steps that exist for this case in its stage, in the order of declaration."""
    return [
        step
        for step in situation.procedure.steps()
        if situation.stage in step.sources
        and (step.when is None or step.when(situation))
        and not (step.once and situation.did(step))
    ]


def opening_steps(procedure: type[Procedure]) -> list[Step]:
    """The steps with which a case of this procedure can begin."""
    return [step for step in procedure.steps() if NEW in step.sources]


def _circled(number: int) -> str:
    return chr(0x245F + number) if number <= 20 else f"（{number}）"
