"""The report and its case (年度报告办理件): what compiling tells the case, and what the case refuses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal

from django.utils import timezone

from yifa.areas.leadership.annual_report.choices import Content
from yifa.areas.leadership.annual_report.models import AnnualReportCase
from yifa.areas.leadership.annual_report.procedure import AnnualReporting
from yifa.errors import YifaError
from yifa.kernel import chain
from yifa.kernel.engine import Authority, Entry, perform
from yifa.kernel.models import FrozenFigure
from yifa.kernel.rules import Attempt
from yifa.office.models import Organ, Person
from yifa.report.contents import contents
from yifa.report.models import AnnualReport
from yifa.report.prose import numbered, plain, runs_of


class AlreadyAgreed(YifaError):
    """The report was agreed on (集体研究通过): its figures and text stand until it is sent back."""


def case_of(organ: Organ, year: int) -> AnnualReportCase | None:
    """The case of the report of an organ on a year, whoever looks; None where nobody began it."""
    return AnnualReportCase._base_manager.filter(organ=organ, year=year).order_by("pk").first()


def compiles(case: AnnualReportCase) -> bool:
    """Whether the report may be compiled anew at this stage of its case."""
    return AnnualReporting.stage(case.stage) in AnnualReporting.freeze.sources


def refuse_when_agreed(report: AnnualReport) -> None:
    """A report that was agreed on is not compiled anew, nor its text changed.

    Raises:
        AlreadyAgreed: with what to do.
    """
    case = case_of(report.organ, report.year)
    if case is not None and not compiles(case):
        then = "" if case.closed_on else "需要修改的，先在年度报告案件中办理“退回修改”。"
        raise AlreadyAgreed(
            f"不能改动：{report.title}已经集体研究通过（{case.stage_label}），数字和文稿不再变动。{then}"
        )


def tell(report: AnnualReport, *, by: Person | None, at: datetime) -> None:
    """Take the step “冻结数字和文稿” in the case of the report, where there is one; none is opened.

    Raises:
        Refused: the case does not allow it.
    """
    case = case_of(report.organ, report.year)
    if case is None:
        return
    figures = report.frozen()  # as they are kept, so that they are read back alike
    known = set(Content.values)
    fields = {
        "report_title": report.title,
        "text": text_of(report, figures),
        "contents": [
            {"part": each.part.code, "length": str(each.length), "fault": each.fault}
            for each in contents(report)
            if each.part.code in known
        ],
        "figure_count": len(figures),
        "figure_digest": _digest(figures),
    }
    attempt = Attempt(AnnualReporting.freeze, timezone.localdate(at))
    perform(case, attempt, Entry(by, at, Authority.ECHO), fields)


def verify_printed() -> Iterator[str]:
    """Every report whose printed figures are not those that its case was told when they were frozen."""
    for report in AnnualReport._base_manager.select_related("organ").order_by("pk"):
        case = case_of(report.organ, report.year)
        if case is not None and case.figure_digest and case.figure_digest != _digest(report.frozen()):
            yield f"{report.title}：所用数字与冻结时登记的不符（冻结数字被改动）"


def text_of(report: AnnualReport, figures: Mapping[str, FrozenFigure]) -> str:
    """The text as it is printed, with its figures; sections without text are left out."""
    lines = []
    for heading, section in numbered(list(report.sections.all())):
        lines.append(heading)
        lines += [
            "".join(run.text for run in runs_of(line, figures)) for line in section.text.splitlines() if line.strip()
        ]
    return "\n".join(lines)


def _digest(figures: Mapping[str, FrozenFigure]) -> str:
    """One line over all figures: their numbers and the records behind them, however a later version prints them."""
    stated = {code: [*map(_number, (f.value, f.numerator, f.denominator)), f.digest] for code, f in figures.items()}
    return chain.digest(chain.canonical(stated))


def _number(amount: Decimal | None) -> str | None:
    return None if amount is None else plain(amount)
