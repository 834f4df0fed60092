"""The parts of a case page (案件页各部分), each made from the declaration and the trail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from yifa.clock import Due
from yifa.desk.urgency import SOON, Urgency, afterwards, judged_on, urgency
from yifa.desk.values import fields_of, row_text, shown
from yifa.kernel.clocks import Clock, State
from yifa.kernel.declare import Procedure, field_name
from yifa.kernel.fields import RowsField
from yifa.kernel.situation import Situation
from yifa.office.roles import Role


@dataclass(frozen=True)
class Group:
    """Fields of a case that one step brought (登记事项的一组).

    Attributes:
        code: the step's code; rows: label and lines of text, several lines for a list of people.
    """

    code: str
    label: str
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    names: tuple[str, ...]


def groups(
    procedure: type[Procedure], record: Any, unseen: Mapping[str, str], happened: Collection[str] = ()
) -> list[Group]:
    """The filled fields of a case, each under the first step that brings it, in the order of the declaration.

    Args:
        unseen: the fields that whoever looks does not see yet, with what stands in their place.
        happened: the codes of the steps that were taken; a field stands under one of these if any brings it (查明的事实
            of a decided case under 作出决定, not under 调解书生效).
    """
    known, taken = fields_of(type(record)), set[str]()
    found = []
    for step in sorted(procedure.steps(), key=lambda step: step.code not in happened):
        names = [field_name(reference) for reference in (*step.needs, *step.may)]
        fresh = [name for name in dict.fromkeys(names) if name not in taken and name in known]
        taken |= set(fresh)
        rows = tuple(row for name in fresh if (row := _row(known[name], record, unseen.get(name))) is not None)
        if rows:
            found.append(Group(step.code, step.label, rows, tuple(fresh)))
    return found


def result(situation: Situation) -> str:
    """How a case ended (处理结果), blank before: the step that closed it and what was chosen there (作出决定：维持).

    What other steps ask for too (whether a party is a company) is no result.
    """
    closing = [one.step for one in situation.happened if one.step.target is not None and one.step.target.final]
    if not closing or not situation.procedure.stage(situation.record.stage).final:
        return ""
    known = fields_of(type(situation.record))
    asked = Counter(field_name(each) for step in situation.procedure.steps() for each in step.needs)
    own = [n for n in map(field_name, closing[-1].needs) if asked[n] == 1 and n in known and known[n].choices]
    chosen = (shown(known[name], getattr(situation.record, name)) for name in own)
    return "：".join(filter(None, (closing[-1].label, next(chosen, ""))))


def _row(model_field: Any, record: Any, told: str | None) -> tuple[str, tuple[str, ...]] | None:
    label, value = str(model_field.verbose_name), getattr(record, model_field.name)
    if told is not None:
        return (label, (told,)) if value not in (None, "", []) else None
    if isinstance(model_field, RowsField):
        lines = tuple(row_text(model_field, row) for row in value or [])
        return (label, lines) if lines else None
    text = shown(model_field, value)
    if not text or value is False:
        return None
    return label, (text,)


@dataclass(frozen=True)
class Running:
    """A clock as the right column shows it.

    Attributes:
        total, used: for the meter, in days; None where a meter would say nothing.
    """

    clock: Clock
    urgency: Urgency
    due: date | None
    bound: str
    total: int | None = None
    used: int | None = None

    @property
    def low(self) -> int:
        """Where the meter turns to near."""
        return max((self.total or 0) - SOON - 1, 0)

    @property
    def high(self) -> int:
        """Where the meter turns to the end."""
        return max((self.total or 0) - 1, 0)

    @property
    def label(self) -> str:
        """The name of the limit, with which run it is."""
        return self.clock.limit.label + (f"（第{self.clock.run}次）" if self.clock.run > 1 else "")

    @property
    def reckoning(self) -> Due:
        """The computation."""
        return self.clock.due

    @property
    def summary(self) -> str:
        """One line before the whole computation: 2025-03-14起算，60日."""
        return f"{self.clock.since}起算，怎样算到这一天"

    @property
    def afterwards(self) -> str:
        """What follows now that the time is over; blank before."""
        over = self.urgency.days is not None and self.urgency.days < 0
        return afterwards(self.clock.limit) if over else ""

    @property
    def open(self) -> bool:
        """Whether it still runs or stands still; a minimum period that is full asks for nothing more."""
        return self.clock.open and self.urgency.state != "done"


def running(clocks: Sequence[Clock], today: date) -> tuple[list[Running], list[Running]]:
    """The clocks that are open, most pressing first, and those that have ended."""
    cards = [_running(clock, today) for clock in clocks]
    opened = sorted((card for card in cards if card.open), key=lambda card: card.due or date.max)
    return opened, [card for card in cards if not card.open]


def _running(clock: Clock, today: date) -> Running:
    due = judged_on(clock)
    bound = Role(clock.limit.bound).label
    if due is None or clock.state is not State.RUNNING:
        return Running(clock, _stated(clock, today), due, bound)
    total = max((due - clock.since).days, 1)
    used = min(max((today - clock.since).days, 0), total)
    return Running(clock, urgency(clock, clock.limit, today), due, bound, total, used)


def _stated(clock: Clock, today: date) -> Urgency:
    if clock.state is State.PAUSED and clock.due.left:
        return Urgency("paused", f"中止，余{clock.due.left}日")
    return urgency(clock, clock.limit, today)


def as_data(case: Any, opened: Sequence[Running], ended: Sequence[Running]) -> Iterator[dict[str, Any]]:
    """The clocks for the JSON twin."""
    for card in (*opened, *ended):
        yield {
            "limit": card.clock.limit.code,
            "label": card.clock.limit.label,
            "run": card.clock.run,
            "since": card.clock.since,
            "due": card.due,
            "state": card.clock.state.value,
            "words": card.urgency.words,
            "provisional": card.clock.due.provisional,
            "explanation": [str(step) for step in card.clock.due.steps],
        }
