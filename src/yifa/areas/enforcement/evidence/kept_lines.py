"""The lines that evidence of older cases yields, and how a row of a case becomes a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from yifa.areas.enforcement.common.keeping import SOURCES, DerivedRow, Source
from yifa.areas.enforcement.evidence.models import EvidenceLine, PastEvidence
from yifa.areas.enforcement.evidence.rows import day_or_none, held

TEXTS = {"name": 300, "source": 200, "collector": 200, "place": 300, "digest": 200, "custody": 300, "receiver": 200}


def line_of(row: Mapping[str, Any], position: int, opened: date) -> EvidenceLine:
    """A row of evidence of a case as a line."""
    obtained = day_or_none(row, "obtained_on")
    texts = {name: str(row.get(name) or "")[:size] for name, size in TEXTS.items()}
    return EvidenceLine(
        position=position, kind=str(row.get("kind") or ""), on=obtained or opened, dated=obtained is not None,
        form=str(row.get("form") or ""), held=held(row), disposal=str(row.get("disposal") or ""),
        disposed_on=day_or_none(row, "disposed_on"), **texts,
    )  # fmt: skip


def past_lines(entry: PastEvidence) -> Iterator[DerivedRow]:
    """One line for each entry."""
    yield EvidenceLine(
        name=entry.name, kind=entry.kind, on=entry.obtained_on, source=entry.source, collector=entry.collector,
        place=entry.place, form=entry.form, digest=entry.digest_value, custody=entry.custody,
        preserved=entry.preserved, held=bool(entry.custody) and not entry.disposal, disposal=entry.disposal,
        disposed_on=entry.disposed_on, receiver=entry.receiver, note=entry.case_number,
    )  # fmt: skip


SOURCES.add(Source(PastEvidence, past_lines, (EvidenceLine,)))
