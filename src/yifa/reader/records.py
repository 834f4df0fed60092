"""Readings as JSON records, one a line, in the form that reports are annotated and compared in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from yifa.reader.model import Figure, Reading


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value


def figure_record(name: str, figure: Figure, scope: str | None = None) -> dict[str, Any]:
    """One figure."""
    return {
        "type": "figure",
        "id": figure.id,
        "file": name,
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "value": _number(figure.value),
        "value_max": _number(figure.value_max),
        "unit": figure.unit,
        "raw_value": _number(figure.raw_value),
        "raw_unit": figure.raw_unit,
        "approx": figure.approx,
        "qualifiers": list(figure.qualifiers),
        "kind": figure.kind.value,
        "indicator": figure.indicator,
        "label": figure.label,
        "period": None if figure.period is None else str(figure.period),
        "scope": scope,
        "of_which": figure.of_which,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "change_from": figure.change_from,
        "from_value": _number(figure.from_value),
        "to_value": _number(figure.to_value),
        "direction": figure.direction,
        "section": figure.section,
        "section_type": figure.section_type,
    }


def document_record(reading: Reading) -> dict[str, Any]:
    """The facts and the section tree."""
    facts = reading.facts
    return {
        "type": "document",
        "file": reading.name,
        "title": facts.title,
        "issuing_body": facts.issuing_body,
        "issuing_body_explicit": facts.issuing_body_explicit,
        "jurisdiction": facts.jurisdiction,
        "level": facts.level,
        "report_year": facts.report_year,
        "publication_date": facts.publication_date.isoformat() if facts.publication_date else None,
        "publication_date_basis": facts.publication_date_basis,
        "written_date": facts.written_date.isoformat() if facts.written_date else None,
        "sections": [
            {
                "id": s.id,
                "level": s.level,
                "parent": s.parent,
                "title": s.title,
                "start": s.start,
                "end": s.end,
                "body_end": s.body_end,
                "type": s.type,
                "run_in": s.run_in,
            }
            for s in reading.sections
        ],
    }


def records(reading: Reading) -> Iterator[dict[str, Any]]:
    """The document, its figures, its findings."""
    yield document_record(reading)
    for figure in reading.figures:
        yield figure_record(reading.name, figure, reading.facts.jurisdiction)
    for number, finding in enumerate(reading.findings, 1):
        yield {
            "type": "consistency",
            "id": f"c{number:03d}",
            "file": reading.name,
            "kind": finding.kind.value,
            "severity": finding.severity,
            "spans": [list(span) for span in finding.spans],
            "reported": finding.reported,
            "computed": finding.computed,
            "explanation": finding.explanation,
        }


def json_lines(reading: Reading) -> str:
    """All records of a reading, one JSON object a line."""
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records(reading))
