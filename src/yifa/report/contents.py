"""The mandatory contents of a report (必备内容): which sections each has, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yifa.report import outline as outlines
from yifa.report.models import AnnualReport
from yifa.report.outline import Part


@dataclass(frozen=True)
class Contained:
    """A part of the outline, its title, how many characters its sections have, and what it lacks; blank: nothing."""

    part: Part
    title: str
    length: int
    fault: str


def contents(report: AnnualReport) -> Iterator[Contained]:
    """Every part of the outline of the organ, in its order, with what stands in its section and those below."""
    sections = list(report.sections.all())
    for part in outlines.of_organ(report.organ).parts:
        title = outlines.filled(part.title, year=report.year, organ=report.organ)
        texts = [s.text.strip() for s in sections if f"{s.code}.".startswith(f"{part.code}.")]
        yield Contained(part, title, sum(map(len, texts)), _lacks(part, title, "\n".join(texts)))


def _lacks(part: Part, title: str, text: str) -> str:
    if part.required and not text.strip():
        return f"必备内容“{title}”没有正文（{part.required}）"
    if part.must_name and not any(word in text for word in part.must_name):
        words = "”或者“".join(part.must_name)
        return f"“{title}”没有写到“{words}”（{part.required}）"
    return ""
