"""Driving cases day by day (逐日推演): stories are generators that wait for a day and then act through the one door.

A story yields the day on which it wants to go on. The `Timeline` resumes all stories in the order of their days, so
that numbers are given out in the order of dates, and runs the nightly `tick` between two days as an office would.
A story whose next day lies after the end simply never goes on: its case stays open.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from django.utils import timezone

from yifa.clock import Calendar
from yifa.demo.facts import Facts
from yifa.demo.place import County
from yifa.errors import YifaError
from yifa.kernel import approval, engine, ticking
from yifa.kernel.declare import PROCEDURES, Procedure, Step
from yifa.kernel.engine import Entry
from yifa.kernel.linking import linked_case
from yifa.kernel.models import Case, Clock, Event, Proposal
from yifa.kernel.rules import Attempt, Override
from yifa.office.models import Organ, Person
from yifa.office.roles import Role

Waits = Iterator[date]
"""The days a story, or a part of one, waits for."""

SIGNERS = {Role.REVIEWER: "qian", Role.AGENCY_HEAD: "zheng", Role.ORGAN_HEAD: "han"}
"""Who signs at the county government, by role."""


class DemoDefect(YifaError):
    """A step of a story was refused: the story or the declaration is wrong."""


@dataclass
class Side:
    """One case as one organ works on it."""

    story: str
    county: County
    procedure: str
    organ: Organ
    by: Person
    case: Case | None = None
    day: date = date.min
    minute: int = 0

    @property
    def record(self) -> Any:
        """The row of the case with its fields, as it is now."""
        assert self.case is not None
        return Case._base_manager.get(pk=self.case.pk).record

    def entry(self, by: Person | None = None) -> Entry:
        """An entry of this day, a few minutes after the one before."""
        self.minute += 7
        moment = datetime.combine(self.day, time(9)) + timedelta(minutes=self.minute % 480)
        return Entry(by or self.by, timezone.make_aware(moment))

    def take(
        self, code: str, fields: Mapping[str, Any] | None = None, *,
        overrides: Mapping[int, str] | None = None, **data: Any,
    ) -> Event:  # fmt: skip
        """Take a step today, with every judged condition confirmed; where it needs signatures they are given.

        Args:
            fields: what the step brings to the case; data: its own inputs.
            overrides: reasons held against computed conditions, by the number of the condition.

        Raises:
            DemoDefect: it was refused.
        """
        try:
            case = self.case or engine.new_case(self.procedure, self.organ, self.day)
            attempt = self.attempt(case, code, data, overrides or {})
            if attempt.step.approved_by:
                event = self.sign(self.propose(code, fields, **data))
            else:
                event = engine.perform(case, attempt, self.entry(), fields)
        except YifaError as error:
            raise DemoDefect(f"演示故事“{self.story}”在{self.day}不能办理“{code}”：{error}") from error
        self.case = self.case or Case._base_manager.get(pk=event.case_id)
        return event

    def attempt(self, case: Case, code: str, data: Mapping[str, Any], overrides: Mapping[int, str]) -> Attempt:
        """The step of the version that will govern, with all judged conditions confirmed."""
        step = governing(case, code, self.day).step(code)
        confirmed = [name for name, condition in step.condition_codes if condition.test is None]
        held = {f"{code}.{number}": Override(why) for number, why in overrides.items()}
        return Attempt(step, self.day, data, confirmed, held)

    def propose(self, code: str, fields: Mapping[str, Any] | None = None, **data: Any) -> Proposal:
        """Put a step before its signers."""
        assert self.case is not None
        return approval.propose(self.case, self.attempt(self.case, code, data, {}), self.entry(), fields)

    def sign(self, proposal: Proposal) -> Event:
        """Let everybody sign, in order."""
        signed = [self._signed(proposal, role) for role in proposal.declared.approved_by]
        assert signed[-1] is not None
        return signed[-1]

    def sign_first(self, proposal: Proposal) -> None:
        """Let only the first sign."""
        self._signed(proposal, proposal.declared.approved_by[0])

    def _signed(self, proposal: Proposal, role: Role) -> Event | None:
        return approval.sign(proposal, self.entry(self.signer(role)), opinion="同意。")

    def signer(self, role: Role) -> Person:
        """Who signs in this role at the organ of the case."""
        if self.organ == self.county.government:
            return self.county.people[SIGNERS[role]]
        return (self.county.heads if role == Role.ORGAN_HEAD else self.county.checkers)[self.organ.pk]


def governing(case: Case, code: str, day: date) -> type[Procedure]:
    """The version whose step of this code is taken: the engine's own choice on steps that fix it."""
    declaration = case.declaration
    step: Step = declaration.step(code)
    return PROCEDURES.on(case.procedure, day) if step in declaration.fixed_by else declaration


@dataclass
class Told(Side):
    """A case of reconsideration as a story tells it, with its facts and the respondent's side."""

    facts: Facts = field(default_factory=Facts)
    random: Random = field(default_factory=Random)
    calendar: Calendar = field(default_factory=Calendar.load)
    reply: Side | None = None

    def workday(self, least: int, most: int = 0) -> date:
        """A working day so many working days from today."""
        return self.calendar.add_working_days(
            self.day, self.random.randint(least, max(least, most)), allow_provisional=True
        )

    def after(self, days: int) -> date:
        """The first working day so many days from today."""
        return self.calendar.workday_from(self.day + timedelta(days), allow_provisional=True)

    def due(self, *limits: str) -> date:
        """When one of these limits, now running, ends."""
        assert self.case is not None
        running = Clock._base_manager.filter(case=self.case, limit__in=limits, state="running").order_by("-run")
        due = running.values_list("due", flat=True).first()
        if due is None:
            raise DemoDefect(f"演示故事“{self.story}”在{self.day}没有进行中的期限{'、'.join(limits)}。")
        return due

    def respond(self) -> Side:
        """The respondent's case, once the copy was sent; its clerk works on it."""
        assert self.case is not None
        if self.reply is None:
            case = linked_case(self.case, "reconsideration_reply")
            if case is None:
                raise DemoDefect(f"演示故事“{self.story}”在{self.day}没有对应的答复案件。")
            self.reply = Side(
                self.story, self.county, case.procedure, case.organ, self.county.clerks[case.organ_id], case
            )
        self.reply.day, self.reply.minute = self.day, self.minute
        return self.reply


@dataclass(order=True)
class _Waiting:
    on: date
    place: int
    told: Side = field(compare=False)
    waits: Waits = field(compare=False)


class Timeline:
    """All stories, resumed in the order of the days they wait for, until the end; `night` runs before each day."""

    def __init__(self, until: date, night: Callable[[date], None]) -> None:
        self.until = until
        self.night = night
        self.waiting: list[_Waiting] = []
        self.places = 0

    def add(self, told: Side, on: date, waits: Waits) -> None:
        """A story that begins on a day."""
        self.places += 1
        heapq.heappush(self.waiting, _Waiting(on, self.places, told, waits))

    def run(self, progress: Callable[[date], None] = lambda day: None) -> None:
        """Tell all stories."""
        if not self.waiting:
            return
        day = self.waiting[0].on
        while day <= self.until:
            self.night(day)
            while self.waiting and self.waiting[0].on <= day:
                self._resume(heapq.heappop(self.waiting), day)
            progress(day)
            day += timedelta(1)

    def _resume(self, waiting: _Waiting, day: date) -> None:
        waiting.told.day = day
        following = next(waiting.waits, None)
        if following is not None:
            heapq.heappush(self.waiting, _Waiting(max(following, day), waiting.place, waiting.told, waiting.waits))


def tick(day: date) -> None:
    """What the law does by itself in the night before a day.

    Raises:
        DemoDefect: the law could not be followed.
    """
    for ticked in ticking.tick(timezone.make_aware(datetime.combine(day, time(0, 30)))):
        if ticked.error and ticked.error != ticking.PROVISIONAL:
            raise DemoDefect(f"夜间运行未能办理：{ticked.case} {ticked.step}：{ticked.error}")
