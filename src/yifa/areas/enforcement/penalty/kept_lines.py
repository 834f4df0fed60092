"""What a penalty case tells the list of evidence: its rows, and what was registered and preserved in advance."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yifa.areas.enforcement.common.keeping import SOURCES, DerivedRow, Source
from yifa.areas.enforcement.evidence.kept_lines import line_of
from yifa.areas.enforcement.evidence.kinds import Disposal, EvidenceKind
from yifa.areas.enforcement.evidence.models import EvidenceLine
from yifa.areas.enforcement.penalty.models import PenaltyCase
from yifa.kernel.models import EventKind
from yifa.kernel.replay import Told, told_of

WATCHED = ("evidence", "preserved_items", "preservation_outcome")
LISTED_ELSEWHERE = "joined"
"""The evidence of a case that was joined to another is listed there."""


def lines(record: PenaltyCase) -> Iterator[DerivedRow]:
    """Every piece of evidence, then what was preserved."""
    if record.stage == LISTED_ELSEWHERE:
        return
    position = 0
    for position, row in enumerate(record.evidence, 1):
        yield line_of(row, position, record.opened_on)
    if record.preserved_items:
        yield from _preserved(told_of(record.pk), position)


def _preserved(events: list[Told], position: int) -> Iterator[EvidenceLine]:
    """One line for each time something was preserved, with the decision on it."""
    steps = sorted((e for e in events if e.kind == EventKind.STEP), key=lambda e: (e.on, e.seq))
    open_one: EvidenceLine | None = None
    for event in steps:
        fields, inputs = event.data.get("fields", {}), event.data.get("inputs", {})
        if event.step == "preserve":
            if open_one is not None:
                yield open_one
            position += 1
            open_one = _kept(str(fields.get("preserved_items", "")), str(inputs.get("place", "")), event.on, position)
        elif event.step == "dispose_preserved" and open_one is not None:
            open_one.held, open_one.disposal, open_one.disposed_on = False, Disposal.RELEASED, event.on
            open_one.note = str(fields.get("preservation_outcome", ""))[:300]
            yield open_one
            open_one = None
    if open_one is not None:
        yield open_one


def _kept(name: str, place: str, on: date, position: int) -> EvidenceLine:
    return EvidenceLine(
        position=position, name=name[:300], kind=EvidenceKind.PHYSICAL, on=on, custody=place[:300], preserved=True,
        held=True,
    )  # fmt: skip


SOURCES.add(Source(PenaltyCase, lines, (EvidenceLine,), (*WATCHED, "join_with")))
