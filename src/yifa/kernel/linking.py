"""What a step brings with it in the cases tied to its own (关联案件的联动): echoes, and the steps that follow it there.

This module says what is to be done; the engine does it, in the transaction of the step and on its date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from yifa.kernel.declare import NEW, PROCEDURES, Echo, Guard, Procedure, Step
from yifa.kernel.models import Case, Event, Link
from yifa.kernel.replay import steps_told
from yifa.kernel.rules import Attempt
from yifa.kernel.situation import Situation
from yifa.kernel.ties import Target
from yifa.office.models import Organ


@dataclass(frozen=True)
class Errand:
    """One step to be taken in another case: in `case`, or in a new one at `organ` that is then tied to ours."""

    procedure: type[Procedure]
    attempt: Attempt
    fields: Mapping[str, Any]
    case: Case | None = None
    organ: Organ | None = None

    @property
    def where(self) -> str:
        """How a refusal names the other case."""
        label = self.procedure.label
        return f"应当同时登记的{label}案件" if self.case is None else f"关联的{label}案件“{self.case}”"


def reaches(case: Case, step: Step) -> bool:
    """Whether the step may do something in another case, which then must be locked with this one."""
    told = bool(step.echoes) or bool(PROCEDURES.followers(case.procedure, step.code))
    return told or bool(PROCEDURES.lookers(case.procedure))


def onlookers(record: Any) -> Iterator[Case]:
    """The open cases tied to this one in which a limit looks at it."""
    for key in sorted(PROCEDURES.lookers(record.procedure)):
        yield from linked_cases(record, key).filter(closed_on=None)


def linked_cases(record: Any, procedure: str, organ: Organ | None = None) -> QuerySet[Case]:
    """The cases of another procedure that are tied to this one, at this organ or at any, the latest first."""
    if record.pk is None:  # not stored yet, so that nothing can be tied to it
        return Case._base_manager.none()
    ties = Q(links_in__source_id=record.pk) | Q(links_out__target_id=record.pk)
    cases = Case._base_manager.filter(ties, procedure=procedure)
    return (cases if organ is None else cases.filter(organ=organ)).distinct().order_by("-pk")


def linked_case(record: Any, procedure: str, organ: Organ | None = None) -> Case | None:
    """The latest of the linked cases."""
    return linked_cases(record, procedure, organ).first()


def stands(procedure: str, *stages: str) -> Guard:
    """A guard: the latest linked case of a procedure is at one of these stages."""

    def holds(situation: Situation) -> bool:
        case = linked_case(situation.record, procedure)
        return case is not None and case.stage in stages

    return holds


def tied(one: int, other: int) -> bool:
    """Whether two cases are tied already, whichever way."""
    ways = Q(source_id=one, target_id=other) | Q(source_id=other, target_id=one)
    return Link._base_manager.filter(ways).exists()


def errands(situation: Situation, step: Step) -> Iterator[Errand]:
    """What the step brings with it, each looked up only when the one before is done."""
    for echo in step.echoes:
        if echo.when is None or echo.when(situation):
            yield from _echoed(situation, echo) if echo.each is None else _in_each(situation, echo, echo.each)
    for key, code in sorted(PROCEDURES.followers(situation.procedure.key, step.code)):
        for case in linked_cases(situation.record, key).filter(closed_on=None):
            yield from _following(situation, step, case, case.declaration.step(code))


def _echoed(situation: Situation, echo: Echo) -> Iterator[Errand]:
    organ: Organ | None = echo.organ(situation.record)
    linked = None if echo.anew else linked_case(situation.record, echo.procedure, organ)
    opened_under = PROCEDURES.on(echo.procedure, situation.on, historic=True)
    procedure = opened_under if linked is None else linked.declaration
    echoed = procedure.step(echo.step)
    if echo.if_awaited and (linked is None or procedure.stage(linked.stage) not in echoed.sources):
        return
    if linked is not None and echoed.once and echoed.code in steps_told(linked.pk):
        return
    if linked is None and (organ is None or NEW not in echoed.sources):
        return
    attempt = Attempt(echoed, situation.on, echo.data(situation))
    yield Errand(procedure, attempt, echo.fields(situation), linked, organ)


def _in_each(situation: Situation, echo: Echo, each: Callable[[Situation], Iterable[Target]]) -> Iterator[Errand]:
    for case, fields, data in each(situation):
        step = case.declaration.step(echo.step)
        yield Errand(case.declaration, Attempt(step, situation.on, data), fields, case)


def _following(situation: Situation, step: Step, case: Case, follower: Step) -> Iterator[Errand]:
    for other in follower.followed:
        named = other.to == f"{situation.procedure.key}.{step.code}"
        if named and (other.when is None or other.when(situation)):
            attempt = Attempt(follower, situation.on, other.data(situation))
            yield Errand(case.declaration, attempt, other.fields(situation), case)


def origin_of(event: Event) -> str:
    """How an event is named in the events that it brought about in other cases."""
    return f"{event.case_id}.{event.seq}"


def brought_by(event: Event) -> QuerySet[Event]:
    """The events of other cases that came about through this one and were not voided, the latest first."""
    brought = Event._base_manager.filter(data__echo=origin_of(event), voided_by=None)
    return brought.select_related("case__organ").order_by("-pk")
