"""What the consultation page shows (征求意见): the opinions on a draft, the answer to each, what remains open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import Http404

from yifa.areas.rulemaking.consultation.models import Adoption, Form, Opinion, Source
from yifa.areas.rulemaking.consultation.rules import CLOSING, Counts, counts_of, public_summary
from yifa.desk.casework import against, may_record
from yifa.errors import YifaError
from yifa.kernel.declare import Step
from yifa.kernel.engine import situation_of
from yifa.kernel.models import Case
from yifa.kernel.registers.entries import WRITERS
from yifa.kernel.registers.errors import EntryRefused, Problem, Stale
from yifa.kernel.rules import Reason, possible
from yifa.office.models import Person
from yifa.office.posts import roles_of

PER_PAGE = 40
SHOWN = {"": "全部", "open": "未答复", **dict(Adoption.choices)}
"""What the list can be narrowed to."""

ANSWER = ("adopt", "reason", "answered_on")
NEW = ("received_on", "source", "form", "name", "contact", "article", "content")


@dataclass(frozen=True)
class Card:
    """One opinion with its answer as typed or as kept.

    Attributes:
        seen: the version the person has before them; refused: why the answer was not kept.
    """

    opinion: Opinion
    values: Mapping[str, str]
    seen: int
    refused: YifaError | None = None
    saved: bool = False

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the fields."""
        return list(self.refused.problems) if isinstance(self.refused, EntryRefused) else []

    @property
    def changes(self) -> list[tuple[str, str, str]]:
        """What somebody else changed meanwhile: label, before, after."""
        return list(self.refused.changes) if isinstance(self.refused, Stale) else []

    @property
    def state(self) -> str:
        """How far the answer is: open, or what became of the opinion."""
        return self.opinion.adopt or "open"


def card_of(opinion: Opinion, today: date) -> Card:
    """An opinion as it is kept; a blank answer is offered today's date."""
    answered = opinion.answered_on or today
    values = {"adopt": opinion.adopt, "reason": opinion.reason, "answered_on": answered.isoformat()}
    return Card(opinion, values, opinion.version)


@dataclass(frozen=True)
class Closing:
    """The step that closes the consultation: whether it can be taken now, by whom, and what stands against it."""

    step: Step
    mine: bool
    reasons: tuple[Reason, ...] = ()
    closed_on: date | None = None
    offered: bool = True

    @property
    def ready(self) -> bool:
        """Whether the person may go to the step."""
        return self.offered and self.mine and not self.reasons


@dataclass
class Consultation:
    """Everything on the page."""

    case: Case
    person: Person
    today: date
    wanted: str = ""
    number: int = 1
    counts: Counts = field(init=False)

    def __post_init__(self) -> None:
        if CLOSING not in self.case.declaration.parts:
            raise Http404(f"{self.case.declaration.label}没有征求意见台账。")
        self.counts = counts_of(self.case)
        self.wanted = self.wanted if self.wanted in SHOWN else ""

    @property
    def may_write(self) -> bool:
        """Whether the person records opinions and answers at this organ."""
        return bool(roles_of(self.person, self.case.organ, self.today) & WRITERS)

    @property
    def page(self) -> Page[Opinion]:
        """The opinions that were asked for, a page at a time."""
        rows = Opinion.objects.filter(case_id=self.case.pk, withdrawn=False).order_by("seq")
        if self.wanted:
            rows = rows.filter(adopt="" if self.wanted == "open" else self.wanted)
        return Paginator(rows, PER_PAGE).get_page(self.number)

    @property
    def filters(self) -> list[tuple[str, str, int, bool]]:
        """Code, label, number of opinions and whether it is on."""
        numbers = {
            "": self.counts.received, "open": self.counts.open, Adoption.FULL.value: self.counts.full,
            Adoption.PARTIAL.value: self.counts.partial, Adoption.NONE.value: self.counts.none,
        }  # fmt: skip
        return [(code, label, numbers[code], code == self.wanted) for code, label in SHOWN.items()]

    @property
    def closing(self) -> Closing:
        """How the consultation can be closed."""
        procedure = self.case.declaration
        step = procedure.step(CLOSING)
        situation = situation_of(self.case.record)
        closed = situation.last(step)
        mine = may_record(step, roles_of(self.person, self.case.organ, self.today))
        offered = step in possible(situation)
        reasons = tuple(against(situation, step, self.today)) if offered else ()
        return Closing(step, mine, reasons, closed.on if closed else None, offered)

    def opinion(self, pk: int) -> Opinion:
        """One opinion of this case."""
        found = Opinion.objects.filter(case_id=self.case.pk, withdrawn=False, pk=pk).first()
        if found is None:
            raise Http404("本事项没有这条意见，或者已经撤回。")
        return found

    def next_seq(self) -> int:
        """The next free number."""
        last = Opinion._base_manager.filter(case_id=self.case.pk).order_by("-seq").values_list("seq", flat=True)
        return (last.first() or 0) + 1


def choices() -> dict[str, Any]:
    """What the selects of the page offer."""
    return {"adoptions": Adoption.choices, "sources": Source.choices, "forms": Form.choices}


def as_data(view: Consultation) -> dict[str, Any]:
    """The page as data: counts, and the opinions as the public sees them."""
    counts = view.counts
    return {
        "case": view.case.number or view.case.title,
        "counts": {**vars(counts), "open": counts.open},
        "opinions": [vars(row) for row in public_summary(view.case)],
    }
