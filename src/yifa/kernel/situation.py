"""One case as its events tell it (案件情况): a pure view without storage.

The engine builds it from stored events, the scenario runner from a jurist's file; conditions, limits, guards and
figures of a declaration see nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any

from yifa.errors import YifaError
from yifa.kernel.declare import NEW, Procedure, Stage, Start, Step, field_label, field_name


@dataclass(frozen=True)
class Happened:
    """A step that was taken: on which legal date, in which order, with which inputs."""

    seq: int
    step: Step
    on: date
    data: Mapping[str, Any] = field(default_factory=dict)
    actor: int | None = None

    @property
    def place(self) -> tuple[date, int]:
        """Where it stands among the events of the case: by legal date, those of one day in the order of entry."""
        return (self.on, self.seq)

    @property
    def moment(self) -> datetime:
        """The moment of the act, from the input of kind `time` that the step asks for; else the day's beginning."""
        asked = next((self.data.get(a.code) for a in self.step.asks if a.kind == "time"), None)
        return datetime.combine(self.on, time.fromisoformat(asked) if asked else time.min)


@dataclass(frozen=True)
class Interval:
    """A span of days; `until` is None while it lasts."""

    since: date
    until: date | None


@dataclass(frozen=True)
class Situation:
    """A case at a moment.

    Attributes:
        procedure: the version that governs it.
        record: the row with its fields (in a scenario an unsaved one).
        happened: the steps taken and still valid, in order of legal date.
        on: the legal date of the question; data: the inputs of the step under examination.
        memo: clocks computed already; a situation that differs in anything starts with an empty one.
    """

    procedure: type[Procedure]
    record: Any
    happened: tuple[Happened, ...] = ()
    on: date = date.min
    data: Mapping[str, Any] = field(default_factory=dict)
    memo: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def stage(self) -> Stage:
        """The stage in which the last moving step left the case."""
        for event in reversed(self.happened):
            if event.step.target is not None:
                return event.step.target
        return NEW

    def stages_on(self, day: date) -> list[Stage]:
        """Every stage the case was in at some time of a day."""
        before, held = NEW, []
        for event in self.happened:
            if event.step.target is not None and event.on < day:
                before = event.step.target
            elif event.step.target is not None and event.on == day:
                held.append(event.step.target)
        return [before, *held]

    def did(self, *steps: Step) -> bool:
        """Whether one of these steps was taken."""
        return any(event.step in steps for event in self.happened)

    def dates(self, *steps: Step) -> list[date]:
        """The legal dates on which these steps were taken."""
        return [event.on for event in self.happened if event.step in steps]

    def first(self, *steps: Step) -> Happened | None:
        """The first of these steps."""
        return next((event for event in self.happened if event.step in steps), None)

    def last(self, *steps: Step) -> Happened | None:
        """The latest of these steps."""
        return next((event for event in reversed(self.happened) if event.step in steps), None)

    def value(self, reference: Any) -> Any:
        """The value of a field of the case; None where it is blank."""
        value = getattr(self.record, field_name(reference), None)
        return None if value == "" else value

    def needed(self, reference: Any) -> Any:
        """The value of a field without which a period cannot be told.

        Raises:
            YifaError: the field is blank.
        """
        value = self.value(reference)
        if value is None:
            raise YifaError(f"案件还没有写明“{field_label(reference)}”，无法计算，请补上。")
        return value

    def starts(self, start: Start) -> list[date]:
        """The dates that a limit's `since` yields: of a step every time it was taken, of a field its value."""
        if isinstance(start, Step):
            return self.dates(start)
        value = self.value(start)
        return [value] if value is not None else []

    def spells(self, stages: Iterable[Stage]) -> list[Interval]:
        """The spans the case spent in these stages, from the step that led in to the step that led out."""
        wanted, spells, opened = set(stages), [], None
        for event in self.happened:
            if event.step.target is None:
                continue
            inside = event.step.target in wanted
            if inside and opened is None:
                opened = event.on
            elif not inside and opened is not None:
                spells.append(Interval(opened, event.on))
                opened = None
        return spells if opened is None else [*spells, Interval(opened, None)]

    def between(self, since: Start, until: Start) -> list[Interval]:
        """The spans from each `since` to the next `until`; date fields give one span at most."""
        if not isinstance(since, Step):
            opened_on = self.value(since)
            return [] if opened_on is None else [Interval(opened_on, self._end(until, opened_on))]
        spans, opened = [], None
        for event in self.happened:
            if event.step == since and opened is None:
                opened = event.on
            elif event.step == until and opened is not None:
                spans.append(Interval(opened, event.on))
                opened = None
        if opened is not None:
            spans.append(Interval(opened, None if isinstance(until, Step) else self.value(until)))
        return spans

    def _end(self, until: Start, opened_on: date) -> date | None:
        """When a span that began on a day ended: the first such step from then on, or the value of the field."""
        if isinstance(until, Step):
            return next((day for day in self.dates(until) if day >= opened_on), None)
        value: date | None = self.value(until)
        return value

    def asked(self, step: Step, on: date, record: Any, data: Mapping[str, Any]) -> Situation:
        """The same case while a step is examined: on its date, with its inputs and the fields it brings."""
        return replace(self, on=on, record=record, data=data)

    def after(self, event: Happened) -> Situation:
        """The case after one more step."""
        return replace(self, happened=in_order([*self.happened, event]))


def in_order(events: Sequence[Happened]) -> tuple[Happened, ...]:
    """Events by legal date, those of one day in the order of entry."""
    return tuple(sorted(events, key=lambda event: event.place))
