"""Why a step cannot be taken (不予办理的理由): every reason at once, each with its article or its field."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from yifa.errors import YifaError
from yifa.kernel.declare import Condition, Input, Procedure, Step, field_name
from yifa.kernel.situation import Situation
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
        *_inputs(step, attempt.data),
        *_conditions(situation, attempt),
    ]


def _order(situation: Situation, attempt: Attempt, today: date) -> Iterator[Reason]:
    step = attempt.step
    if attempt.on > today:
        yield Reason(f"办理日期{attempt.on}晚于今天{today}，请核对", field="on")
    moves = [event for event in situation.happened if event.step.target is not None]
    bar = moves if step.target is not None else moves[:1]
    if bar and attempt.on < bar[-1].on:
        last = bar[-1]
        yield Reason(f"办理日期{attempt.on}早于“{last.step.label}”的日期{last.on}，请核对", field="on")
    if step.once and situation.did(step):
        yield Reason(f"“{step.label}”已于{situation.dates(step)[0]}办理，不得重复", step.bases[0])
    for needed in step.requires:
        if not situation.did(needed):
            yield Reason(f"尚未“{needed.label}”", needed.bases[0])


def _missing_fields(situation: Situation, step: Step) -> Iterator[Reason]:
    for reference in step.needs:
        if situation.value(reference) is None or situation.value(reference) == []:
            label = getattr(getattr(reference, "field", reference), "verbose_name", field_name(reference))
            yield Reason(f"未填写“{label}”", field=field_name(reference))


def _inputs(step: Step, data: Mapping[str, Any]) -> Iterator[Reason]:
    for asked in step.asks:
        yield from _input(asked, data.get(asked.code))
    known = {asked.code for asked in step.asks}
    for code in data:
        if code not in known:
            yield Reason(f"“{step.label}”没有名为“{code}”的填写事项", field=code)


def _input(asked: Input, value: Any) -> Iterator[Reason]:
    if value is None or value == "":
        if asked.required:
            yield Reason(f"未填写“{asked.label}”", asked.basis, field=asked.code)
        return
    if asked.kind == "choice" and value not in dict(asked.choices):
        options = "、".join(label for _, label in asked.choices)
        yield Reason(f"“{asked.label}”应为以下之一：{options}", asked.basis, field=asked.code)
    if asked.at_most is not None and value > asked.at_most:
        yield Reason(f"“{asked.label}”不得超过{asked.at_most}", asked.basis, field=asked.code)
    if asked.at_least is not None and value < asked.at_least:
        yield Reason(f"“{asked.label}”不得少于{asked.at_least}", asked.basis, field=asked.code)


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
    from yifa.kernel.declare import NEW

    return [step for step in procedure.steps() if NEW in step.sources]


def _circled(number: int) -> str:
    return chr(0x245F + number) if number <= 20 else f"（{number}）"
