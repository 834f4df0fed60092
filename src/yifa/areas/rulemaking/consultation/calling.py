"""Drafts that wait for opinions of the public (公开征求意见), and opinions that come in through the public page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from yifa.areas.rulemaking.consultation.models import Form, Opinion, Source
from yifa.areas.rulemaking.consultation.register import ConsultationOpinions
from yifa.areas.rulemaking.consultation.rules import CLOSING, consulting
from yifa.kernel.declare import PROCEDURES
from yifa.kernel.engine import locked
from yifa.kernel.models import Case, Event, Published
from yifa.kernel.public_forms import FormRefused, too_long
from yifa.kernel.registers import entries

ASKING = "solicit"
"""What the step is called that publishes a draft for opinions."""
LONGEST: Mapping[str, int] = {"name": 100, "contact": 100, "article": 60, "content": 4000}
"""Characters that each line of the form takes."""
LABELS = {"name": "姓名或者名称", "contact": "联系方式", "article": "针对条款", "content": "意见"}


def _copies(after: str) -> Q:
    """The public copies that follow a step of this name: of drafts after `ASKING`, of the answers after `CLOSING`."""
    wanted = Q(pk=None)
    for key in consulting():
        found = [p.code for p in PROCEDURES.latest(key).publications() if any(s.code == after for s in p.after)]
        wanted |= Q(case__procedure=key, publication__in=found)
    return wanted


def laid_open(*, withdrawn: bool = False) -> Any:
    """Public copies of drafts, the latest first, each with what `call_of` reads.

    Args:
        withdrawn: those that were taken back as well.
    """
    later = {"case_id": OuterRef("case_id"), "on__gte": OuterRef("on")}
    closed = Event.objects.filter(step=CLOSING, voided_by=None, **later)
    told = Published.objects.filter(_copies(CLOSING), withdrawn_on=None, **later)
    rows = Published.objects.filter(_copies(ASKING)).select_related("case__organ").order_by("-on", "-pk")
    rows = rows.annotate(until=Coalesce(*_ends(), None), answered=Exists(closed), told=Exists(told))
    return rows if withdrawn else rows.filter(withdrawn_on=None)


def _ends() -> list[Subquery]:
    """The last day for opinions, out of the row of whichever procedure it is."""
    models: list[Any] = [PROCEDURES.latest(key).model for key in consulting()]
    return [
        Subquery(model._base_manager.filter(pk=OuterRef("case_id")).values("solicit_until")[:1]) for model in models
    ]


@dataclass(frozen=True)
class Call:
    """A draft for which opinions are asked.

    Attributes:
        until: the last day; answered: whether the consultation has been closed with the answers; told: whether these
            were published; over: whether it ended, with them or together with the case.
    """

    case: Case
    copy: Published
    until: date | None
    answered: bool
    told: bool
    over: bool

    def open_on(self, day: date) -> bool:
        """Whether an opinion may still be given; the last day counts whole."""
        return not self.over and self.until is not None and self.copy.on <= day <= self.until


def call_of(copy: Any) -> Call:
    """The call behind a public copy as `laid_open` gives it."""
    over = copy.answered or copy.case.closed_on is not None
    return Call(copy.case, copy, copy.until, copy.answered, copy.answered and copy.told, over)


@dataclass(frozen=True)
class Voice:
    """What somebody says about a draft; a name is not needed."""

    source: str
    content: str
    name: str = ""
    contact: str = ""
    article: str = ""

    def faults(self) -> dict[str, str]:
        """What is missing or too long, by the line of the form."""
        found = too_long(self, LONGEST, LABELS)
        if self.source not in Source.values:
            found["source"] = "请选择您以什么身份提出"
        if not self.content.strip():
            found["content"] = "请写明意见"
        return found


def give(call: Call, voice: Voice, at: datetime) -> Opinion:
    """Enter an opinion into the register of the case, under the next number.

    Raises:
        FormRefused: with every fault, or since the time is over.
    """
    if faults := voice.faults():
        raise FormRefused(faults)
    today = timezone.localdate(at)
    with transaction.atomic():
        locked(call.case)  # one number after the other
        if not call.open_on(today):
            raise FormRefused({"form": "征求意见已经截止"})
        last = Opinion._base_manager.filter(case_id=call.case.pk).order_by("-seq").values_list("seq", flat=True)
        raw = {
            "case": call.case, "seq": (last.first() or 0) + 1, "received_on": today, "source": voice.source,
            "form": Form.SOLICITED, "name": voice.name, "contact": voice.contact, "article": voice.article,
            "content": voice.content,
        }  # fmt: skip
        entry: Opinion = entries.add(ConsultationOpinions, call.case.organ, raw, by=None, at=at)
        return entry


def sources() -> list[tuple[str, str]]:
    """Who may say that they give an opinion."""
    return [(str(value), str(label)) for value, label in Source.choices]
