"""A contract as it is being performed (合同履行): milestones on a line, payments, what is due next, the review."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from yifa.areas.rulemaking.government_contract.choices import ObligationKind
from yifa.areas.rulemaking.government_contract.interest import Interest, RateTooLow
from yifa.areas.rulemaking.government_contract.models import ContractRisk, ObligationCase
from yifa.areas.rulemaking.government_contract.obligation_conditions import interest_between
from yifa.desk.timeline import Moment, moments
from yifa.desk.urgency import Urgency, judged_on, urgency
from yifa.kernel.clocks import State
from yifa.kernel.linking import linked_cases
from yifa.kernel.models import Case, Clock, Event, Paper

REVIEW, OBLIGATION = "legality_review", "contract_obligation"
FILING, DISPUTE = "contract_filing", "contract_dispute"
CHANGES = ("propose_change", "change", "drop_change", "terminate", "annul")
DISPUTES = ("breach", "demand", "acknowledge", "decide", "serve_decision", "enforce", "dispute", "sue", "settle")


@dataclass(frozen=True)
class Milestone:
    """One milestone or payment with how it stands today."""

    record: Any
    clock: Clock | None
    urgency: Urgency
    interest: Interest | None = None
    problem: str = ""

    @property
    def due(self) -> date | None:
        """The day that decides; else the day agreed."""
        return judged_on(self.clock) if self.clock is not None else self.record.agreed_on

    @property
    def by(self) -> str:
        """What sets the day."""
        return self.clock.declaration.label if self.clock is not None else "约定日期" if self.due else "尚未起算"

    @property
    def money(self) -> bool:
        """Whether money is owed, by either side."""
        return self.record.kind in (ObligationKind.PAYMENT, ObligationKind.RECEIPT)

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.record.closed_on is None


@dataclass
class ContractView:
    """Everything on the page, each part read once."""

    case: Case
    today: date
    record: Any = field(init=False)

    def __post_init__(self) -> None:
        self.record = self.case.record

    @cached_property
    def milestones(self) -> list[Milestone]:
        """Milestones and payments, by the day they are due, those without a day last."""
        pks = [case.pk for case in linked_cases(self.case, OBLIGATION)]
        records = ObligationCase.objects.filter(pk__in=pks).order_by("pk")
        clocks: dict[int, list[Clock]] = {}
        for clock in Clock.objects.filter(case_id__in=pks, limit__in=("pay_in_time", "keep_date")).select_related(
            "case"
        ):
            clocks.setdefault(clock.case_id, []).append(clock)
        found = [self._milestone(record, clocks.get(record.pk, [])) for record in records]
        return sorted(found, key=lambda one: (one.due or date.max, one.record.pk))

    def _milestone(self, record: Any, clocks: list[Clock]) -> Milestone:
        clock = min(clocks, key=lambda one: (one.state == State.MOOT, one.due or date.max), default=None)
        interest, problem = None, ""
        if clock is not None and record.sme:
            try:
                interest = interest_between(record, clock.due, record.closed_on or self.today)
            except RateTooLow as error:
                problem = str(error)
        return Milestone(record, clock, self._urgency(record, clock), interest, problem)

    def _urgency(self, record: Any, clock: Clock | None) -> Urgency:
        if record.stage == "cancelled":
            return Urgency("paused", "已取消")
        if clock is not None:
            return urgency(clock, clock.declaration, self.today)
        return Urgency("done", "已完成") if record.closed_on else Urgency("normal", "等待交付或者结算")

    @property
    def payments(self) -> list[Milestone]:
        """Those about money."""
        return [one for one in self.milestones if one.money]

    @property
    def next(self) -> Milestone | None:
        """What is due next, the overdue first."""
        return next((one for one in self.milestones if one.open and one.due), None)

    @property
    def totals(self) -> dict[str, Decimal]:
        """Of what the organ pays: planned, paid, overdue now, interest owed on it."""
        ours = [
            one
            for one in self.payments
            if one.record.kind == ObligationKind.PAYMENT and one.record.stage != "cancelled"
        ]
        late = [one for one in ours if one.open and one.due and one.due < self.today]
        return {
            "planned": sum((one.record.due_amount for one in ours), Decimal(0)),
            "paid": sum((one.record.paid_amount or Decimal(0) for one in ours), Decimal(0)),
            "overdue": sum((one.record.owed for one in late), Decimal(0)),
            "interest": sum((self._unpaid_interest(one) for one in ours), Decimal(0)),
        }

    def _unpaid_interest(self, one: Milestone) -> Decimal:
        owed = one.interest.amount if one.interest else Decimal(0)
        return max(owed - (one.record.interest_paid or Decimal(0)), Decimal(0))

    @cached_property
    def clocks(self) -> list[tuple[Clock, Urgency]]:
        """The running limits of the contract itself (公告、备案、签订、时效)."""
        running = Clock.objects.filter(case_id=self.case.pk, state__in=(State.RUNNING, State.PAUSED)).select_related(
            "case"
        )
        return [(clock, urgency(clock, clock.declaration, self.today)) for clock in running.order_by("due", "pk")]

    @cached_property
    def trail(self) -> list[Moment]:
        """Changes, breaches and disputes in the trail of the contract."""
        events = list(Event.objects.filter(case_id=self.case.pk).select_related("actor").order_by("seq"))
        wanted = (*CHANGES, *DISPUTES)
        return [
            moment
            for moment in moments(events, self.case.declaration, type(self.record))
            if moment.event.step in wanted and not moment.voided
        ]

    @cached_property
    def reviews(self) -> list[Any]:
        """The legality reviews, the latest first; only those the person may see."""
        return self._seen(REVIEW)

    @cached_property
    def filings(self) -> list[Any]:
        """What the justice bureau does with the contract; only what the person may see."""
        return self._seen(FILING)

    @cached_property
    def disputes(self) -> list[tuple[Any, Clock | None, Urgency | None]]:
        """The disputes with the limit that presses most, those still open first."""
        cases = self._seen(DISPUTE)
        running = Clock.objects.filter(
            case_id__in=[case.pk for case in cases], state__in=(State.RUNNING, State.PAUSED), due__isnull=False
        ).select_related("case")
        first: dict[int, Clock] = {}
        for clock in running.order_by("due", "pk"):
            first.setdefault(clock.case_id, clock)
        told = [(case, clock, urgency(clock, clock.declaration, self.today) if clock else None)
                for case in cases for clock in (first.get(case.pk),)]  # fmt: skip
        return sorted(told, key=lambda one: one[0].closed_on is not None)

    def _seen(self, procedure: str) -> list[Any]:
        pks = [case.pk for case in linked_cases(self.case, procedure)]
        return [case.record for case in Case.objects.filter(pk__in=pks).order_by("-pk")]

    @cached_property
    def risks(self) -> list[ContractRisk]:
        """The risk warnings, those open first."""
        found = ContractRisk.objects.filter(case_id=self.case.pk, withdrawn=False).order_by("-raised_on", "-pk")
        return sorted(found, key=lambda risk: risk.closed_on is not None)

    @cached_property
    def papers(self) -> list[Paper]:
        """The documents of the contract and of its milestones."""
        pks = [self.case.pk, *(one.record.pk for one in self.milestones)]
        return list(Paper.objects.filter(case_id__in=pks).order_by("issued_on", "pk"))

    def data(self) -> dict[str, Any]:
        """The same for other programs."""
        return {
            "id": self.case.pk, "number": self.case.number, "title": self.record.contract_title,
            "nature": self.record.nature, "amount": self.record.amount, "stage": self.case.stage,
            "totals": self.totals, "milestones": list(self._plain()),
            "review": {"conclusion": self.record.review_conclusion, "number": self.record.review_number},
            "filings": [{"id": one.pk, "number": one.number, "stage": one.stage} for one in self.filings],
            "disputes": [
                {"id": case.pk, "route": case.route, "number": case.dispute_number, "stage": case.stage,
                 "due": clock.due if clock else None}
                for case, clock, _ in self.disputes
            ],
            "risks": [{"number": risk.number, "level": risk.level, "closed_on": risk.closed_on} for risk in self.risks],
        }  # fmt: skip

    def _plain(self) -> Iterator[dict[str, Any]]:
        for one in self.milestones:
            yield {
                "id": one.record.pk, "what": one.record.what, "kind": one.record.kind, "due": one.due, "by": one.by,
                "state": one.urgency.words, "amount": one.record.due_amount, "paid": one.record.paid_amount,
                "interest": one.interest.amount if one.interest else None,
            }  # fmt: skip
