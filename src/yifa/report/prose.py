"""The report as an official document: text with its figures put in, in Word, PDF and HTML alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from yifa.kernel.figure import Value
from yifa.kernel.models import FrozenFigure
from yifa.papers.document import Level
from yifa.papers.official import Heading, OfficialDocument, Paragraph, Run
from yifa.report.models import AnnualReport, Section
from yifa.report.outline import FIGURE


def printed_text(figure: FrozenFigure, side: str = "") -> str:
    """A frozen figure as the text prints it: 548件, 37.5%, 242.765万元, 不适用; `side` prints one side of a share."""
    if side:
        amount = figure.numerator if side == "numerator" else figure.denominator
        return plain(amount)
    return in_words(figure.value, figure.unit)


def in_words(value: Decimal | None, unit: str) -> str:
    """A number with its unit, as `Value` prints it; a share without the zeros that storing it added."""
    return f"{plain(value)}%" if value is not None and unit == "%" else Value(value).text(unit)


def plain(amount: Decimal | None) -> str:
    """A number without the zeros that storing it added: 82, 37.5."""
    return f"{(amount or Decimal(0)).normalize():f}"


def runs_of(text: str, figures: Mapping[str, FrozenFigure]) -> Iterator[Run]:
    """The text as runs in which each figure links to its page; a figure not yet frozen shows its code."""
    end = 0
    for match in FIGURE.finditer(text):
        if match.start() > end:
            yield Run(text[end : match.start()])
        figure, end = figures.get(match.group(1)), match.end()
        if figure is None:
            yield Run(f"〔{match.group(1)} 待汇编〕", bold=True)
        else:
            yield Run(printed_text(figure, match.group(2) or ""), link=f"/figures/frozen/{figure.pk}/")
    if end < len(text):
        yield Run(text[end:])


def document(report: AnnualReport, issued_on: date) -> OfficialDocument:
    """The whole report; sections without text are left out unless sections below them have some."""
    figures, blocks = report.frozen(), list[Heading | Paragraph]()
    for heading, section in numbered(list(report.sections.all())):
        blocks.append(Heading(_level(section.level), heading))
        blocks += [Paragraph(tuple(runs_of(line, figures))) for line in section.text.splitlines() if line.strip()]
    return OfficialDocument(
        title=_title(report), blocks=tuple(blocks), signatory=(report.organ.name,), issued_on=issued_on
    )


def _title(report: AnnualReport) -> str:
    """The title with the organ on a line of its own, so that no line breaks inside the year."""
    name = report.organ.name
    rest = report.title.removeprefix(name)
    return f"{name}\n{rest}" if rest and rest != report.title else report.title


def _level(level: int) -> Level:
    levels: tuple[Level, ...] = (1, 2, 3, 4)
    return levels[min(max(level, 1), 4) - 1]


def numbered(sections: list[Section]) -> Iterator[tuple[str, Section]]:
    """Each section that is printed, with its heading numbered by its level: 一、 （一） 1. （1）."""
    counters = [0] * 5
    for position, section in enumerate(sections):
        if not (section.text.strip() or _has_text_below(sections, position)):
            continue
        counters[section.level] += 1
        counters[section.level + 1 :] = [0] * (4 - section.level)
        yield _mark(section.level, counters[section.level]) + section.title, section


def _has_text_below(sections: list[Section], position: int) -> bool:
    level = sections[position].level
    for below in sections[position + 1 :]:
        if below.level <= level:
            return False
        if below.text.strip():
            return True
    return False


def _mark(level: int, number: int) -> str:
    from yifa.law.numerals import to_chinese

    return {1: f"{to_chinese(number)}、", 2: f"（{to_chinese(number)}）", 3: f"{number}.", 4: f"（{number}）"}[level]
