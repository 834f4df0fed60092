"""What time limits have against a step (期限上的理由): a minimum that is not over, an extension longer than allowed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from yifa.clock import Unit, due
from yifa.clock.periods import local_day
from yifa.kernel.clocks import clock_of
from yifa.kernel.declare import Extension, Limit, Step
from yifa.kernel.situation import Situation
from yifa.kernel.workdays import current_calendar
from yifa.law import Basis


def too_early(situation: Situation, step: Step) -> Iterator[tuple[str, Basis]]:
    """Minimum periods (不少于) that are not over on the day of a step that ends them."""
    for limit in situation.procedure.limits():
        if not limit.floor or step not in limit.until:
            continue
        clock = clock_of(situation, limit, current_calendar())
        if clock is None or not clock.open:
            continue
        if clock.due.strict is None:
            yield f"“{limit.label}”正在中止，尚未届满", limit.basis
        elif situation.on <= (last := local_day(clock.due.strict)):
            yield (
                f"“{limit.label}”不得少于{limit.length(situation)}，自{clock.since}起至{last}届满，次日起方可办理",
                limit.basis,
            )


def too_long(situation: Situation, step: Step, data: Mapping[str, Any]) -> Iterator[tuple[str, Basis, str]]:
    """Extensions by this step that are longer than the law allows, or that extend nothing; with the input's code."""
    for limit in situation.procedure.limits():
        extension = limit.extension
        if extension is None or extension.step != step or (limit.when is not None and not limit.when(situation)):
            continue
        if extension.days is not None:
            yield from _by_days(extension, data.get(extension.days.code), extension.days.code)
        elif extension.until is not None:
            yield from _until(situation, limit, extension, data.get(extension.until.code))


def _by_days(extension: Extension, said: Any, code: str) -> Iterator[tuple[str, Basis, str]]:
    longest = extension.at_most
    if longest is None or longest.unit is not Unit.DAY or not str(said or "").isdigit():
        return
    if int(said) > longest.amount:
        yield f"延长不得超过{longest}", extension.basis, code


def _until(situation: Situation, limit: Limit, extension: Extension, said: Any) -> Iterator[tuple[str, Basis, str]]:
    assert extension.until is not None
    clock = clock_of(situation, limit, current_calendar())
    day = _day(said)
    if day is None or clock is None or clock.due.strict is None:
        return
    last = local_day(clock.due.strict)
    if day <= last:
        yield f"“{limit.label}”原至{last}届满，延长后的日期应当晚于该日", extension.basis, extension.until.code
    elif extension.at_most is not None:
        ceiling = due(last, extension.at_most, calendar=current_calendar(), judge_by="strict", allow_provisional=True)
        if ceiling.strict is not None and day > local_day(ceiling.strict):
            latest = f"最晚至{local_day(ceiling.strict)}"
            yield f"延长不得超过{extension.at_most}，{latest}", extension.basis, extension.until.code


def _day(said: Any) -> date | None:
    if isinstance(said, date):
        return said
    try:
        return date.fromisoformat(str(said))
    except ValueError:
        return None
