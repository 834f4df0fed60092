"""What a person has to do (我的工作): limits, signatures, returns, new cases; the number of queries is fixed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from yifa.desk.case_list import FIRST_DAY
from yifa.desk.casework import Next, next_action
from yifa.desk.declared import limit_of, ours, procedure_label, stage_label, step_label
from yifa.desk.urgency import Urgency, afterwards, urgency
from yifa.kernel.clocks import State
from yifa.kernel.declare import Limit
from yifa.kernel.models import Case, Clock, Event, EventKind, Proposal, ProposalState, Verdict
from yifa.kernel.replay import situations_of
from yifa.office.models import Person, Post
from yifa.office.posts import posts_of
from yifa.office.roles import HANDLING, Role

AHEAD = timedelta(days=7)
NEW_FOR = timedelta(days=7)
AT_MOST = 100
"""Lines of one section; whoever has more works from the list of cases."""


@dataclass(frozen=True)
class Line:
    """One thing to do: the case, which limit or why, how long, and the next step as a button."""

    case: Case
    what: str
    urgency: Urgency | None = None
    next: Next | None = None
    note: str = ""

    @property
    def procedure(self) -> str:
        """The name of the procedure."""
        return procedure_label(self.case.procedure)


@dataclass(frozen=True)
class Section:
    """Lines of one kind; `state` gives the figure on top its colour."""

    code: str
    label: str
    lines: tuple[Line, ...]
    state: str = ""

    @property
    def count(self) -> str:
        """How many lines, as the figure on top."""
        return f"{AT_MOST}+" if len(self.lines) >= AT_MOST else str(len(self.lines))


@dataclass
class Agenda:
    """The work of a person on a day; `everyone` widens it from the person's own cases to all in scope."""

    person: Person
    today: date
    everyone: bool
    posts: list[Post] = field(init=False)

    def __post_init__(self) -> None:
        self.posts = posts_of(self.person, self.today)

    @property
    def handles(self) -> bool:
        """Whether the person handles cases, so that “my own” means something."""
        return any(post.role in HANDLING for post in self.posts)

    def sections(self) -> list[Section]:
        """All sections, in the order of urgency."""
        clocks = self._clocks()
        situations = situations_of({clock.case_id: clock.case for clock in clocks}.values())
        by_kind: dict[str, list[Line]] = defaultdict(list)
        for clock in clocks:
            by_kind[self._kind(clock)].append(self._line(clock, situations[clock.case_id]))
        limits = [
            Section("late", "逾期", tuple(by_kind["late"]), "late"),
            Section("today", "今日届满", tuple(by_kind["today"]), "today"),
            Section("week", "七日内", tuple(by_kind["week"]), "soon"),
        ]
        sign = Section("sign", "待我审批", tuple(self._to_sign()))
        mine = [
            Section("returned", "退回给我", tuple(self._returned())),
            Section("arrived", "新情况", tuple(self._arrived())),
            Section("new", "新收", tuple(self._new())),
        ]
        first = [*limits, sign] if self.handles else [sign, *limits]  # who signs need not look for it among the rest
        return [*first, *mine, Section("others", "对方期限已过", tuple(by_kind["others"]))]

    def _cases(self, prefix: str = "") -> Q:
        """One's own cases and those that nobody has taken yet, lest their limits run unseen."""
        if self.everyone:
            return Q()
        return Q(**{f"{prefix}handler_id": self.person.pk}) | Q(**{f"{prefix}handler_id": None})

    def _clocks(self) -> list[Clock]:
        rows = Clock.objects.filter(
            self._cases("case__"), state=State.RUNNING, due__range=(FIRST_DAY, self.today + AHEAD)
        )
        found = rows.select_related("case__organ", "case__handler").defer("trace").order_by("due", "pk")
        return list(found[: AT_MOST * 3])

    def _kind(self, clock: Clock) -> str:
        case, due = clock.case, clock.due or self.today
        if not ours(limit_of(case.procedure, case.version, clock.limit)):
            return "others" if due < self.today else "elsewhere"
        return "late" if due < self.today else "today" if due == self.today else "week"

    def _line(self, clock: Clock, situation: Any) -> Line:
        limit = limit_of(clock.case.procedure, clock.case.version, clock.limit)
        pressing = urgency(clock, limit, self.today)
        if ours(limit):
            return Line(clock.case, limit.label, pressing, self._offered(clock.case, situation, limit))
        return Line(clock.case, f"{limit.label}（{limit.bound.label}）", pressing, note=afterwards(limit))

    def _offered(self, case: Case, situation: Any, limit: Limit) -> Next | None:
        """The act that the limit waits for, where this person is one of those who record it."""
        held = {Role(post.role) for post in self.posts if post.organ_id == case.organ_id}
        return next_action(case, situation, limit, held)

    def _to_sign(self) -> list[Line]:
        held = {(post.organ_id, post.role) for post in self.posts}
        rows = Proposal.objects.filter(state=ProposalState.OPEN).exclude(by=self.person)
        found = rows.select_related("case__organ", "by").prefetch_related("signatures").order_by("at")[:AT_MOST]
        return [self._signing(row) for row in found if self._turn_of(row, held)]

    @staticmethod
    def _turn_of(row: Proposal, held: set[tuple[int, str]]) -> bool:
        pending = next((s for s in row.signatures.all() if s.verdict == Verdict.PENDING), None)
        return pending is not None and (row.case.organ_id, pending.role) in held

    def _signing(self, row: Proposal) -> Line:
        label = step_label(row.case.procedure, row.case.version, row.step)
        where = reverse("case", args=[row.case_id])
        return Line(row.case, f"报批：{label}", next=Next("审批", where), note=f"{row.by} {row.at:%m-%d}报")

    def _returned(self) -> list[Line]:
        later = Proposal.objects.filter(case=OuterRef("case"), step=OuterRef("step"), pk__gt=OuterRef("pk"))
        rows = Proposal.objects.filter(~Exists(later), by=self.person, state=ProposalState.RETURNED)
        found = rows.select_related("case__organ").prefetch_related("signatures__person").order_by("-at")
        return [self._return(row) for row in found[:AT_MOST]]

    def _return(self, row: Proposal) -> Line:
        label = step_label(row.case.procedure, row.case.version, row.step)
        said = next((s for s in row.signatures.all() if s.verdict == Verdict.RETURNED), None)
        where = reverse("step", args=[row.case_id, row.step]) + f"?from={row.pk}"
        return Line(
            row.case,
            f"退回：{label}",
            next=Next("修改报批", where),
            note=f"{said.person}：{said.opinion}" if said else "",
        )

    def _arrived(self) -> list[Line]:
        """What linked cases brought into open cases lately and nobody has acted on: a review's opinion, a return."""
        taken = Event.objects.filter(
            case=OuterRef("case"), seq__gt=OuterRef("seq"), kind=EventKind.STEP, voided_by=None
        )
        rows = Event.objects.filter(
            ~Exists(taken), self._cases("case__"), kind=EventKind.STEP, seq__gt=1,
            at__gte=_midnight(self.today - NEW_FOR), voided_by=None, case__closed_on=None, data__has_key="echo",
        )  # fmt: skip
        found = rows.select_related("case__organ", "case__handler", "actor").order_by("-at", "-pk")
        return [self._arrival(row) for row in found[:AT_MOST]]

    def _arrival(self, row: Event) -> Line:
        label = step_label(row.case.procedure, row.case.version, row.step)
        return Line(row.case, label, note=" ".join(filter(None, [row.actor.name if row.actor else "", f"{row.on}"])))

    def _new(self) -> list[Line]:
        """What came in lately, and whatever nobody has taken: sent on long ago or entered late, it is still new."""
        new = Q(opened_on__gte=self.today - NEW_FOR) | Q(handler_id=None)
        rows = Case.objects.filter(self._cases(), new, closed_on=None).select_related("organ", "handler")
        return [self._newly(row) for row in rows.order_by("-opened_on", "-pk")[:AT_MOST]]

    def _newly(self, row: Case) -> Line:
        stage = stage_label(row.procedure, row.version, row.stage)
        whose = "" if row.handler_id else "未指定承办人"
        return Line(row, stage, next=Next("打开", reverse("case", args=[row.pk])), note=whose or f"{row.opened_on}收")


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
