"""The report of the demonstration county: last year's published one read in, this year's compiled and written."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import yaml

from yifa.office.models import Organ, Person
from yifa.report import compilation, review, writing
from yifa.report.models import AnnualReport

FOLDER = Path(__file__).resolve().parent.parent / "data" / "demo"


def compile_report(government: Organ, year: int, *, by: Person, at: datetime) -> AnnualReport:
    """Read last year's report, write the narrative parts, freeze the figures; what is there already is kept."""
    review.keep_published(government, year - 1, FOLDER / f"annual_report_{year - 1}.txt", at)
    report = compilation.start(government, year)
    texts = yaml.safe_load((FOLDER / "report_texts.yaml").read_text(encoding="utf-8"))["texts"]
    for section in report.sections.filter(code__in=texts, text=""):
        report.refresh_from_db(fields=["edits"])
        compilation.rewrite(section, texts[section.code], seen=report.edits, by=by, at=at)
    report.refresh_from_db()
    if report.compiled_at is None:
        compilation.compile_figures(report, by=by, at=at)
    return report


def write_report(report: AnnualReport, folder: Path, today: date) -> list[Path]:
    """The report as Word, PDF and HTML."""
    return writing.write(report, folder, min(today, date(report.year + 1, 3, 20)))
