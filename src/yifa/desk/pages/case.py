"""The page of one case (案件): trail, limits, what can be done and why not, record, papers, ties, public copies."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone

from yifa.desk import answers
from yifa.desk.casework import PUBLISHING, Offer, Option, offer, options
from yifa.desk.declared import ours
from yifa.desk.dossier_view import Group, Running, as_data, groups, running
from yifa.desk.next_step import NextStep, next_step_of
from yifa.desk.pages import case_tools
from yifa.desk.present import person_in
from yifa.desk.scoped import case_of, linked
from yifa.desk.timeline import Fact, Moment, Veiled, content_of, moments
from yifa.kernel.clocks import Clock, clocks_of
from yifa.kernel.correction import assigning
from yifa.kernel.declare import Limit
from yifa.kernel.materials import ServiceMode
from yifa.kernel.models import Case, Event, Paper, Proposal, ProposalState, Published, Verdict
from yifa.kernel.replay import situation_told, told_by
from yifa.kernel.situation import Situation
from yifa.kernel.veils import standing, unseen
from yifa.kernel.workdays import current_calendar
from yifa.office.models import Person
from yifa.office.posts import roles_of
from yifa.office.roles import HANDLING, Role


@dataclass(frozen=True)
class Waiting:
    """A proposal with the signatures it has and whose turn it is (报批)."""

    proposal: Proposal
    label: str
    signatures: tuple[Any, ...]
    my_turn: bool
    mine: bool
    turn: str
    brought: tuple[Fact, ...] = ()

    @property
    def acted(self) -> bool:
        """Whether a signer has acted; then it can no longer be withdrawn."""
        return any(signature.verdict != Verdict.PENDING for signature in self.signatures)


@dataclass(frozen=True)
class Copy:
    """A publication of the case: whether it may go out, and the copy that stands in public (公开)."""

    publication: Any
    standing: Published | None
    due: bool


@dataclass
class CaseView:
    """Everything on the page, each part read once."""

    case: Case
    person: Person
    today: date
    record: Any = field(init=False)
    events: list[Event] = field(init=False)
    situation: Situation = field(init=False)

    def __post_init__(self) -> None:
        self.record = self.case.record
        self.events = list(Event.objects.filter(case_id=self.case.pk).select_related("actor").order_by("seq"))
        self.situation = situation_told(self.record, map(told_by, self.events))

    @cached_property
    def held(self) -> set[Role]:
        """The roles of the person at the organ of the case."""
        return roles_of(self.person, self.case.organ, self.today)

    @cached_property
    def clocks(self) -> list[Clock]:
        """All clocks, reckoned now."""
        return clocks_of(self.situation, current_calendar())

    @cached_property
    def cards(self) -> tuple[list[Running], list[Running]]:
        """Open and ended clocks."""
        return running(self.clocks, self.today)

    @cached_property
    def waiting(self) -> list[Waiting]:
        """Open proposals, and the last one that came back to this person."""
        found = Proposal.objects.filter(case_id=self.case.pk).exclude(state=ProposalState.DONE)
        rows = found.select_related("by").prefetch_related("signatures__person").order_by("-pk")
        shown = [row for row in rows if row.state == ProposalState.OPEN]
        return [self._waiting(row) for row in shown]

    @cached_property
    def returned(self) -> list[Proposal]:
        """Proposals of this person that came back and were not made again since."""
        rows = Proposal.objects.filter(case_id=self.case.pk, by=self.person).prefetch_related("signatures__person")
        last: dict[str, Proposal] = {row.step: row for row in rows.order_by("pk")}
        return [row for row in last.values() if row.state == ProposalState.RETURNED]

    def _waiting(self, row: Proposal) -> Waiting:
        signatures = tuple(row.signatures.all())
        pending = next((s for s in signatures if s.verdict == Verdict.PENDING), None)
        mine = row.by_id == self.person.pk
        my_turn = pending is not None and not mine and Role(pending.role) in self.held
        turn = Role(pending.role).label if pending else ""
        hidden = () if mine else standing(self.situation)
        brought = tuple(content_of(self.case.declaration, type(self.record), row.step, row.payload, hidden))
        return Waiting(row, self.case.declaration.step(row.step).label, signatures, my_turn, mine, turn, brought)

    @cached_property
    def options(self) -> list[Option]:
        """The steps that exist now."""
        waiting = [each.proposal.step for each in self.waiting]
        return options(self.situation, self.held, self.person, self.today, waiting)

    @cached_property
    def pressing(self) -> list[Limit]:
        """The limits that run, those against the office first, each the most pressing first.

        One of somebody outside whose time is over is waited for no longer.
        """
        waited = (card.clock.limit for card in self.cards[0] if card.urgency.state != "passed")
        return sorted(waited, key=lambda limit: not ours(limit))

    @cached_property
    def offer(self) -> Offer:
        """The same, sorted: first what the most pressing limit waits for."""
        return offer(self.case, self.options, self.pressing, self.situation)

    @cached_property
    def next(self) -> NextStep | None:
        """With which step the case goes on, and what stands against it."""
        return next_step_of(self.offer, self.options, self.pressing, self.situation, self.today)

    @cached_property
    def timeline(self) -> list[Moment]:
        """The trail."""
        veiled = Veiled(standing(self.situation), self.person.pk)
        return moments(self.events, self.case.declaration, type(self.record), veiled)

    @cached_property
    def copies(self) -> list[Copy]:
        """The publications of the procedure."""
        rows = Published.objects.filter(case_id=self.case.pk, withdrawn_on=None)
        standing = {row.publication: row for row in rows}
        return [
            Copy(each, standing.get(each.code), self.situation.did(*each.after))
            for each in self.case.declaration.publications()
        ]

    @cached_property
    def groups(self) -> list[Group]:
        """The record in groups."""
        happened = {one.step.code for one in self.situation.happened}
        return groups(self.case.declaration, self.record, unseen(self.situation, self.person.pk), happened)

    @cached_property
    def handlers(self) -> list[Person]:
        """Who could take the case over."""
        if not self.held & set(assigning(self.record)):
            return []
        from yifa.office.models import Post

        posts = Post.objects.on(self.today).filter(organ=self.case.organ, role__in=HANDLING)
        return [post.person for post in posts.select_related("person").order_by("person_id")]


def page(request: HttpRequest, pk: int) -> HttpResponse:
    """The page, and its JSON twin."""
    person = person_in(request)
    view = CaseView(case_of(pk), person, timezone.localdate())
    opened, ended = view.cards
    papers = list(Paper.objects.filter(case_id=pk).order_by("issued_on", "pk"))
    context = {
        "view": view, "case": view.case, "procedure": view.case.declaration, "opened": opened, "ended": ended,
        "offer": view.offer, "papers": papers, "links": linked(view.case),
        "may_file": bool(view.held & PUBLISHING), "may_publish": bool(view.held & PUBLISHING),
        "may_amend": bool(view.held & {*HANDLING, Role.REVIEWER}),
        "may_void": bool(view.held & {Role.REVIEWER, Role.AGENCY_HEAD}),
        "modes": ServiceMode.choices, "tools": case_tools(view.case.procedure),
    }  # fmt: skip
    return answers.page(request, "desk/case/page.html", context, lambda: _data(view, papers))


def _data(view: CaseView, papers: list[Paper]) -> dict[str, Any]:
    case = view.case
    opened, ended = view.cards
    return {
        "id": case.pk, "number": case.number, "title": case.title, "procedure": case.procedure,
        "version": case.version, "stage": case.stage, "stage_label": case.stage_label, "organ": str(case.organ),
        "handler": str(case.handler or ""), "opened_on": case.opened_on, "closed_on": case.closed_on,
        "events": [
            {
                "seq": m.event.seq, "title": m.title, "on": m.on, "at": m.at, "who": m.who, "basis": m.basis,
                "voided": m.voided, "facts": [[f.label, f.text] for f in m.facts], "digest": m.event.digest,
            }
            for m in view.timeline
        ],
        "clocks": list(as_data(case, opened, ended)),
        "steps": [
            {
                "code": o.step.code, "label": o.step.label, "ready": o.ready, "waiting": o.waiting,
                "reasons": [str(reason) for reason in o.reasons],
            }
            for o in view.options
        ],
        "next": _next(view.next),
        "papers": [{"title": p.title, "number": p.number, "on": p.issued_on, "digest": p.digest} for p in papers],
        "record": {group.label: dict(group.rows) for group in view.groups},
    }  # fmt: skip


def _next(found: NextStep | None) -> dict[str, Any] | None:
    if found is None:
        return None
    blockers = [
        {
            "text": one.reason.text, "basis": str(one.reason.basis or ""),
            "first": [option.step.label for option in one.remedies],
        }
        for one in found.blockers
    ]  # fmt: skip
    return {"code": found.option.step.code, "label": found.option.step.label, "blocked": found.blocked, "by": blockers}


urlpatterns = [path("cases/<int:pk>/", page, name="case")]
