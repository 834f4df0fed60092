"""What is missing or doubtful in a report (必备内容与数字核查), and last year's figures beside ours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Literal

from django.utils import timezone

from yifa.clock import Calendar
from yifa.clock.bounds import by_date
from yifa.clock.periods import local_day
from yifa.kernel.figure import Window
from yifa.kernel.frozen import Drift, all_figures, drift
from yifa.kernel.models import FrozenFigure
from yifa.office import scope
from yifa.office.models import Organ
from yifa.papers import store
from yifa.papers.amounts import MANY, YUAN
from yifa.report.compilation import named_figures, window_of
from yifa.report.contents import contents
from yifa.report.models import AnnualReport, PublishedReport
from yifa.report.prose import in_words, plain

FEW = 5
"""A share over fewer records than this says little; the report is asked to print the counts instead."""


@dataclass(frozen=True)
class Warning:
    """One thing to look at before the report goes out."""

    severity: Literal["error", "warning", "note"]
    section: str
    text: str


def warnings(report: AnnualReport) -> list[Warning]:
    """Everything that is missing or doubtful, errors first."""
    found = [*_missing_parts(report), *_unfinished(report), *_figures(report), *_changes(report)]
    order = {"error": 0, "warning": 1, "note": 2}
    return sorted(found, key=lambda warning: order[warning.severity])


def _missing_parts(report: AnnualReport) -> Iterator[Warning]:
    for each in contents(report):
        if each.fault:
            yield Warning("error", each.title, each.fault)


def _unfinished(report: AnnualReport) -> Iterator[Warning]:
    """A year that was not over when the figures were frozen."""
    if report.compiled_at and (on := timezone.localdate(report.compiled_at)).year <= report.year:
        yield Warning("warning", report.title, f"{report.year}年尚未结束，数字只统计到{on}，年终后请重新汇编")


def _figures(report: AnnualReport) -> Iterator[Warning]:
    figures, window = report.frozen(), window_of(report)
    for code, section in named_figures(report).items():
        figure = figures.get(code)
        if figure is None:
            yield Warning("error", section, f"数字{code}尚未汇编，请重新汇编")
            continue
        changed = drift_of(figure, window)
        if changed.came or changed.went:
            text = f"“{figure.label}”冻结后增加{len(changed.came)}条、减少{len(changed.went)}条，请重新汇编或者说明"
            yield Warning("warning", section, text)
        if figure.unit == "%" and 0 < (figure.denominator or 0) < FEW:
            text = f"“{figure.label}”的分母只有{plain(figure.denominator)}，建议改用件数表述"
            yield Warning("note", section, text)


def drift_of(figure: FrozenFigure, window: Window) -> Drift:
    """What came and went since a figure was frozen, over all its organs whoever looks."""
    with scope.everything("核对冻结数字"):
        return drift(figure, window)


def _changes(report: AnnualReport) -> Iterator[Warning]:
    for row in beside(report):
        if row.unit != "%" and row.last and row.this is not None and abs(row.this - row.last) > row.last / 2:
            text = f"“{row.label}”本年{row.this_text}，上年公布{row.last_text}，变化超过一半，请核对口径"
            yield Warning("note", row.label, text)


@dataclass(frozen=True)
class Beside:
    """A figure of ours and the comparable one published for last year; None where there is none."""

    code: str
    label: str
    unit: str
    this: Decimal | None
    last: Decimal | None
    last_text: str

    @property
    def this_text(self) -> str:
        """Ours as printed, with its unit."""
        return in_words(self.this, self.unit)

    @property
    def change(self) -> str:
        """The change as printed: of a rate in percentage points (个百分点), else in per cent; blank where unknown."""
        if self.this is None or self.last is None:
            return ""
        if self.unit == "%":
            return f"{self.this - self.last:+.2f}个百分点"
        return f"{(self.this - self.last) * 100 / self.last:+.1f}%" if self.last else ""


def beside(report: AnnualReport) -> list[Beside]:
    """Each figure of the report with last year's published one of the same indicator."""
    published = PublishedReport.objects.filter(organ=report.organ, year=report.year - 1).first()
    known = {row["indicator"]: row for row in reversed(published.figures)} if published else {}
    declared = all_figures()
    return [beside_of(code, figure, known.get(declared[code].indicator)) for code, figure in report.frozen().items()]


def beside_of(code: str, figure: FrozenFigure, last: dict[str, object] | None) -> Beside:
    """A figure of ours beside the one read out of last year's report, both in the unit of ours."""
    value = Decimal(str(last["value"])) if last else None
    if value is not None and figure.unit == YUAN:
        value *= MANY  # the reader tells money in 万元
    text = str(last["text"]) if last else ""
    return Beside(code, figure.label, figure.unit, figure.value, value, text)


def keep_published(organ: Organ, year: int, path: Path, at: datetime) -> PublishedReport:
    """Read a report that was published and keep its figures for comparison; a newer reading replaces the older.

    Raises:
        YifaError: the file cannot be read as a report.
    """
    from yifa.reader import read_file

    reading = read_file(path)
    figures = [
        {"indicator": f.indicator, "value": str(f.value), "unit": f.unit, "text": f.text, "label": f.label}
        for f in reading.figures
        if f.indicator
    ]
    published, _ = PublishedReport.objects.update_or_create(
        organ=organ, year=year,
        defaults={"name": path.name, "digest": store.keep(path.read_bytes()), "figures": figures, "read_at": at},
    )  # fmt: skip
    return published


@dataclass(frozen=True)
class DueDate:
    """A day by which the report must be sent or published."""

    label: str
    on: date
    explanation: str


def due_dates(year: int, calendar: Calendar) -> list[DueDate]:
    """When the report on a year is due: sent before 1 March, public before 1 April of the next (督察规定23、24)."""
    found = []
    for label, month in (("报送", 3), ("公开", 4)):
        due = by_date(date(year + 1, month, 1), calendar=calendar, inclusive=False, allow_provisional=True)
        found.append(DueDate(label, due.warn_on or local_day(due.judged or date(year + 1, month, 1)), due.explain()))
    return found
