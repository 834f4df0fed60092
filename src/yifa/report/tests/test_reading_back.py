"""The finished report, read back by the reader, gives exactly its figures: those the text names and no others."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from yifa.areas.leadership.law_study.models import StudySession
from yifa.papers.official import Heading, Paragraph
from yifa.reader import read_file, read_text
from yifa.report import writing
from yifa.report.models import AnnualReport
from yifa.report.prose import document
from yifa.report.tests.conftest import EXPECTED, Government, read_back
from yifa.text import read_document

ISSUED = date(2026, 3, 20)


@pytest.mark.parametrize("kind", ["docx", "html"])
def test_the_written_report_gives_exactly_its_figures(government: Government, tmp_path: Path, kind: str) -> None:
    files = writing.write(government.report(), tmp_path, ISSUED)
    path = next(path for path in files if path.suffix == f".{kind}")

    assert read_back(read_file(path).figures) == EXPECTED


def test_its_plain_text_gives_exactly_its_figures(government: Government, tmp_path: Path) -> None:
    files = writing.write(government.report(), tmp_path, ISSUED)
    text = read_document(files[0]).text

    assert read_back(read_text(text, "报告.txt").figures) == EXPECTED


def test_every_format_says_the_same(government: Government, tmp_path: Path) -> None:
    docx, pdf, html = writing.write(government.report(), tmp_path, ISSUED)
    pages = [page.get_textpage().get_text_bounded() for page in PdfDocument(pdf)]

    printed, shown, paged = ("".join(text.split()) for text in (_read(docx), _read(html), "".join(pages)))
    for figure in ("3场次", "21280人次", "1800份", "92.5%"):
        assert figure in printed
        assert figure in shown
        assert figure in paged


def _read(path: Path) -> str:
    return read_document(path).text


FINES = "penalty.pen_fine"
MONEY = ((Decimal("2427650"), "242.765万元"), (Decimal("9800.5"), "9,800.50元"), (Decimal("150000000"), "1.5亿元"))


@pytest.mark.parametrize("kind", ["docx", "html"])
def test_amounts_of_money_are_written_as_reports_write_them_and_read_back_exactly(
    government: Government, tmp_path: Path, kind: str
) -> None:
    report = government.report(done__law=f"罚款金额[[{FINES}]]。")
    for value, text in MONEY:
        printed = report.printed.get(code=FINES)
        figure = printed.figure
        figure.pk, figure.value = None, value  # what was frozen stands as it is: this is another
        figure.save()
        printed.figure = figure
        printed.save()
        path = next(each for each in writing.write(report, tmp_path, ISSUED) if each.suffix == f".{kind}")

        (figure,) = read_file(path).figures
        assert figure.text == text
        assert Decimal(str(figure.value)) * 10_000 == value


def test_the_report_is_known_by_its_title_and_year(government: Government, tmp_path: Path) -> None:
    facts = read_file(writing.write(government.report(), tmp_path, ISSUED)[0]).facts

    assert facts.report_year == 2025
    assert facts.issuing_body == "洪河县人民政府"


def test_the_title_breaks_after_the_organ_and_never_inside_the_year(government: Government) -> None:
    assert document(government.report(), ISSUED).title == "洪河县人民政府\n2025年法治政府建设年度报告"


def test_a_share_without_a_denominator_does_not_apply(government: Government) -> None:
    StudySession._base_manager.filter(exam_expected__isnull=False).update(withdrawn=True)
    report = government.report(done__law="考试合格率[[law_study.study_exam_pass_rate]]。")

    assert "考试合格率不适用。" in _text(report)


def test_a_figure_that_was_not_compiled_shows_its_code(government: Government) -> None:
    report = government.report()
    report.sections.filter(code="lacking").update(text="原因见[[law_study.study_lectures]]。")

    assert "〔law_study.study_lectures 待汇编〕" in _text(report)


def test_sections_without_text_are_left_out(government: Government) -> None:
    assert "一、2025年主要举措和成效" in _text(government.report())
    assert "存在的不足" not in _text(government.report(lacking=""))


def _text(report: AnnualReport) -> str:
    return "\n".join(
        block.text if isinstance(block.text, str) else "".join(run.text for run in block.text)
        for block in document(report, ISSUED).blocks
        if isinstance(block, Heading | Paragraph)
    )
