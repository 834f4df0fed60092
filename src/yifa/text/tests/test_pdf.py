"""A PDF with text gives its paragraphs; a scan and a broken file are refused with what to do."""

from __future__ import annotations

import io

import pypdfium2
import pytest

from yifa.papers.document import OfficialDocument, Paragraph
from yifa.papers.typeset import to_pdf
from yifa.text import BrokenFile, source_of
from yifa.text.pdf import pdf_to_text

LINES = (
    "第一条 为了规范招牌管理，根据《中华人民共和国行政处罚法》和有关法律、法规的规定，制定本办法，自公布之日起施行。",
    "第二条 招牌应当在2027年5月1日前登记。" + "设置招牌的单位和个人应当保持招牌整洁，不得妨碍交通。" * 8,
    "（一）尺寸符合要求；",
    "（二）位置符合要求。",
    "没有编号的一段，" * 9 + "到此为止。",
)


def blank_page() -> bytes:
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_visual_lines_become_paragraphs_and_page_numbers_go() -> None:
    made = to_pdf(OfficialDocument("某县招牌管理办法", blocks=tuple(map(Paragraph, LINES * 5))))
    text, notes = pdf_to_text(made, "草案.pdf")
    assert text.splitlines() == ["某县招牌管理办法", *LINES * 5]
    assert notes == ()


def test_a_pdf_is_known_by_its_content() -> None:
    made = to_pdf(OfficialDocument("某县招牌管理办法", blocks=(Paragraph(LINES[1]),)))
    assert LINES[1] in source_of(made, "草案.txt").text


def test_a_scan_is_refused_with_what_to_do() -> None:
    with pytest.raises(BrokenFile, match=r"“扫描\.pdf”：PDF 里没有文字，多半是扫描件。请提供可以复制文字的"):
        pdf_to_text(blank_page(), "扫描.pdf")


def test_a_page_without_text_among_others_is_named() -> None:
    whole = pypdfium2.PdfDocument.new()
    for part in (to_pdf(OfficialDocument("某县招牌管理办法", blocks=(Paragraph(LINES[1]),))), blank_page()):
        whole.import_pages(pypdfium2.PdfDocument(part))
    stream = io.BytesIO()
    whole.save(stream)
    text, notes = pdf_to_text(stream.getvalue(), "草案.pdf")
    assert LINES[1] in text
    assert notes == ("第2页没有文字（可能是扫描页或者空白页），没有检查。",)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_truncated_pdf_is_refused_or_read_in_part_but_never_crashes(share: float) -> None:
    made = to_pdf(OfficialDocument("某县招牌管理办法", blocks=(Paragraph(LINES[1]),)))
    with pytest.raises(BrokenFile, match=r"不完整或已损坏|没有文字"):
        pdf_to_text(made[: int(len(made) * share)], "断.pdf")


def test_a_name_that_lies_is_told() -> None:
    with pytest.raises(BrokenFile, match="与扩展名不符"):
        source_of("只是文字".encode(), "草案.pdf")
