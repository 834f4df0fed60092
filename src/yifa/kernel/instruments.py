"""Issuing the instrument of a step (制作文书): number, text from the template, file, row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yifa.kernel.declare import Input, Step
from yifa.kernel.models import Paper
from yifa.kernel.rules import Attempt
from yifa.office.models import Organ, OrganKind, Person
from yifa.papers import numbers, store
from yifa.papers.instrument import Instrument
from yifa.papers.official import OfficialDocument, to_docx
from yifa.papers.render import render


def issue(record: Any, step: Step, attempt: Attempt, by: Person | None) -> Paper:
    """Allocate the number, render the instrument and keep its file; the row is saved by the caller with its event."""
    instrument = step.document
    assert instrument is not None
    number = (
        numbers.allocate(record.organ, instrument.mark, attempt.on.year, work=record.procedure)
        if instrument.mark
        else record.number
    )
    context = context_of(record, step, attempt, by)
    document = compose(instrument, record, context, number=number, issued_on=attempt.on)
    content = to_docx(document)
    kept = store.keep(content)
    name = f"{instrument.title}{number}.docx"
    return Paper(
        case_id=record.pk, title=instrument.title, number=number, issued_on=attempt.on, name=name,
        digest=kept, size=len(content),
    )  # fmt: skip


def compose(
    instrument: Instrument, record: Any, context: Mapping[str, Any], *, number: str, issued_on: Any
) -> OfficialDocument:
    """The instrument as a document, before it becomes a file."""
    return render(instrument, context, number=number, organ_name=signatory(instrument, record), issued_on=issued_on)


def signatory(instrument: Instrument, record: Any) -> str:
    """Who signs: the organ, or the agency that handles its cases (复议机构: the justice bureau below it)."""
    if instrument.seal == "agency" and record.organ.kind != OrganKind.JUSTICE:
        agency = Organ.objects.filter(parent=record.organ, kind=OrganKind.JUSTICE).order_by("pk").first()
        if agency is not None:
            return agency.name
    return str(record.organ.name)


def context_of(record: Any, step: Step, attempt: Attempt, by: Person | None) -> dict[str, Any]:
    """What a template may use: the case, its organ, the event with every input of the step, and who recorded it.

    An input that was left out is blank text; a choice is its label.
    """
    event = {asked.code: _shown(asked, attempt.data.get(asked.code)) for asked in step.asks}
    return {"case": record, "organ": record.organ, "on": attempt.on, "event": event, "by": by}


def _shown(asked: Input, value: Any) -> Any:
    if value is None:
        return ""
    return dict(asked.choices).get(value, value) if asked.choices else value
