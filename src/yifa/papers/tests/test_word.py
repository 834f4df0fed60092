"""The layout is asserted on the XML, because viewers forgive what Word and WPS do not."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from yifa.papers.document import Heading, OfficialDocument, PageBreak, Paragraph, Run, Table
from yifa.papers.tests.samples import everything, notice
from yifa.papers.word import to_docx

NS = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
W = f"{{{NS['w']}}}"


def part(content: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def body(document: OfficialDocument) -> Any:
    return part(to_docx(document), "word/document.xml")


def paragraph(root: Any, text: str) -> Any:
    for element in root.iter(f"{W}p"):
        if "".join(element.itertext()).startswith(text):
            return element
    raise AssertionError(f"没有以“{text}”开头的段落")


def value(element: Any, path: str, attribute: str = "val") -> str | None:
    found = element.find(path, NS)
    return None if found is None else found.get(W + attribute)


def test_the_page_is_a4_with_the_margins_and_the_type_area_of_the_standard() -> None:
    section = body(notice()).find(".//w:sectPr", NS)
    size, margins = section.find("w:pgSz", NS), section.find("w:pgMar", NS)
    width, height = int(size.get(W + "w")), int(size.get(W + "h"))
    top, left, right, bottom = (int(margins.get(W + side)) for side in ("top", "left", "right", "bottom"))
    millimetre = 1440 / 25.4
    assert (width, height) == (11906, 16838)
    assert abs(top - 37 * millimetre) <= 1
    assert abs(left - 28 * millimetre) <= 1
    assert abs(width - left - right - 156 * millimetre) <= 1
    assert abs(height - top - bottom - 225 * millimetre) <= 1


def test_the_grid_holds_twenty_two_lines_of_twenty_eight_characters() -> None:
    section = body(notice()).find(".//w:sectPr", NS)
    grid = section.find("w:docGrid", NS)
    pitch, space = int(grid.get(W + "linePitch")), int(grid.get(W + "charSpace"))
    assert grid.get(W + "type") == "linesAndChars"
    area_height, area_width = 16838 - 2098 - 1984, 11906 - 1587 - 1474
    assert area_height // pitch == 22
    character = (16 + space / 4096) * 20
    assert int(area_width / character) == 28


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "word/footer1.xml", "word/footer2.xml"])
def test_every_font_is_named_for_east_asian_and_latin_text_and_no_theme_can_win(name: str) -> None:
    root = part(to_docx(everything()), name)
    fonts = root.findall(".//w:rFonts", NS)
    assert fonts
    for font in fonts:
        named = {font.get(W + way) for way in ("ascii", "hAnsi", "eastAsia", "cs")}
        assert len(named) == 1
        assert None not in named
        assert not [key for key in font.attrib if "heme" in key]
    for run in root.iter(f"{W}r"):
        if run.find("w:t", NS) is not None:
            assert run.find("w:rPr/w:rFonts", NS) is not None


def test_the_package_has_no_theme_part() -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(notice()))) as archive:
        assert not [name for name in archive.namelist() if "theme" in name]


def test_body_text_is_fangsong_16_points_on_exact_lines_with_both_kinds_of_indent() -> None:
    element = paragraph(body(notice()), "申请人不服")
    assert value(element, "w:r/w:rPr/w:rFonts", "eastAsia") == "仿宋_GB2312"
    assert value(element, "w:r/w:rPr/w:sz") == "32"
    assert value(element, "w:pPr/w:spacing", "line") == "579"
    assert value(element, "w:pPr/w:spacing", "lineRule") == "exact"
    assert value(element, "w:pPr/w:ind", "firstLineChars") == "200"
    assert value(element, "w:pPr/w:ind", "firstLine") == "640"


def test_the_title_is_xiaobiaosong_22_points_centred() -> None:
    element = paragraph(body(notice()), "洪河县人民政府行政复议受理通知书")
    assert value(element, "w:r/w:rPr/w:rFonts", "eastAsia") == "方正小标宋简体"
    assert value(element, "w:r/w:rPr/w:sz") == "44"
    assert value(element, "w:pPr/w:jc") == "center"
    assert value(element, "w:pPr/w:pStyle") == "Title"


@pytest.mark.parametrize(
    ("text", "font", "bold"),
    [
        ("一、", "黑体", False),
        ("（一）", "楷体_GB2312", False),
        ("1. ", "仿宋_GB2312", True),
        ("（1）", "仿宋_GB2312", False),
    ],
)
def test_the_four_levels_of_headings_have_their_fonts(text: str, font: str, bold: bool) -> None:
    run = paragraph(body(everything()), text).find("w:r", NS)
    assert value(run, "w:rPr/w:rFonts", "eastAsia") == font
    assert (run.find("w:rPr/w:b", NS) is not None) is bold


def test_a_run_in_heading_goes_on_in_body_type() -> None:
    runs = paragraph(body(everything()), "（一）").findall("w:r", NS)
    assert [value(run, "w:rPr/w:rFonts", "eastAsia") for run in runs] == [
        "楷体_GB2312",
        "仿宋_GB2312",
    ]


def test_the_recipient_stands_flush_left_with_a_full_width_colon() -> None:
    element = paragraph(body(notice()), "张三")
    assert "".join(element.itertext()) == "张三："
    assert element.find("w:pPr/w:ind", NS) is None


def test_the_date_stands_right_and_is_kept_with_the_end_of_the_text() -> None:
    root = body(notice())
    date_line = paragraph(root, "2025年3月5日")
    assert value(date_line, "w:pPr/w:jc") == "right"
    assert value(date_line, "w:pPr/w:ind", "rightChars") == "400"
    before = date_line.getprevious()
    while "".join(before.itertext()) != "如不服，可以依法提起行政诉讼。":
        assert before.find("w:pPr/w:keepNext", NS) is not None
        before = before.getprevious()
    assert before.find("w:pPr/w:keepNext", NS) is not None


def test_page_numbers_are_14_points_song_right_on_odd_and_left_on_even_pages() -> None:
    content = to_docx(notice())
    assert part(content, "word/settings.xml").find("w:evenAndOddHeaders", NS) is not None
    for name, side in (("word/footer1.xml", "right"), ("word/footer2.xml", "left")):
        footer = part(content, name)
        assert "".join(footer.itertext()) == "— 1 —"
        assert value(footer, "w:p/w:pPr/w:jc") == side
        assert value(footer, "w:p/w:pPr/w:ind", f"{side}Chars") == "100"
        assert value(footer, ".//w:rPr/w:sz") == "28"
        assert value(footer, ".//w:rPr/w:rFonts", "eastAsia") == "宋体"
        assert value(footer, ".//w:fldSimple", "instr") == " PAGE "
    kinds = body(notice()).findall(".//w:footerReference", NS)
    assert [kind.get(W + "type") for kind in kinds] == ["default", "even"]


def test_the_letterhead_is_red_above_a_red_rule() -> None:
    root = body(everything())
    assert value(paragraph(root, "洪河县人民政府文件"), "w:r/w:rPr/w:color") == "FF0000"
    rule = paragraph(root, "洪政规〔2025〕3号").find("w:pPr/w:pBdr/w:bottom", NS)
    assert rule.get(W + "color") == "FF0000"


def test_a_table_fills_the_type_area_repeats_its_header_and_keeps_rows_whole() -> None:
    table = body(everything()).find(".//w:tbl", NS)
    widths = [int(column.get(W + "w")) for column in table.findall("w:tblGrid/w:gridCol", NS)]
    assert abs(sum(widths) - 8844) <= 3
    assert widths[1] > 3 * widths[0]
    rows = table.findall("w:tr", NS)
    assert rows[0].find("w:trPr/w:tblHeader", NS) is not None
    assert all(row.find("w:trPr/w:cantSplit", NS) is not None for row in rows)


def test_pictures_and_tables_are_not_cut_to_one_exact_line() -> None:
    root = body(everything())
    drawing = root.find(".//w:drawing", NS)
    holder = drawing.getparent().getparent()
    assert value(holder, "w:pPr/w:pStyle") == "Free"
    assert holder.find("w:pPr/w:spacing", NS) is None
    free = part(to_docx(everything()), "word/styles.xml").find(".//w:style[@w:styleId='Free']", NS)
    assert value(free, "w:pPr/w:spacing", "lineRule") == "auto"


def test_the_same_document_gives_the_same_bytes_with_the_date_of_the_document() -> None:
    content = to_docx(everything())
    assert content == to_docx(everything())
    opened = docx.Document(io.BytesIO(content))
    assert opened.core_properties.created.date() == date(2025, 3, 5)
    dated = docx.Document(io.BytesIO(to_docx(everything(), dated=date(2026, 1, 2))))
    assert dated.core_properties.modified.date() == date(2026, 1, 2)


def test_another_reader_finds_title_headings_table_picture_and_attachments() -> None:
    opened = docx.Document(io.BytesIO(to_docx(everything())))
    texts = [p.text for p in opened.paragraphs]
    assert opened.core_properties.title == everything().title
    assert [p.style.name for p in opened.paragraphs if p.text.startswith("一、")] == ["Heading 1"]
    assert opened.tables[0].cell(1, 2).text == "1,234.00"
    assert len(opened.inline_shapes) == 1
    assert "附件：1. 申请书格式" in texts
    assert "2. 证据清单" in texts
    assert "抄送：县人大常委会办公室，县政协办公室。" in texts


@settings(max_examples=60)
@given(st.text(max_size=60), st.text(max_size=30))
def test_any_text_makes_a_file_that_opens(text: str, title: str) -> None:
    document = OfficialDocument(
        title=title,
        recipient=text,
        number=text,
        attachments=(text,),
        annotation=text,
        copies_to=text,
        signatory=(text,),
        blocks=(Paragraph(text), Heading(2, text, (Run(text, bold=True),)), Table(rows=((text,),))),
    )
    assert docx.Document(io.BytesIO(to_docx(document))).tables


def test_markup_in_values_stays_text() -> None:
    document = OfficialDocument("<标题>&", blocks=(Paragraph("</w:t><w:t>甲&乙"),))
    opened = docx.Document(io.BytesIO(to_docx(document)))
    assert [p.text for p in opened.paragraphs if p.text] == ["<标题>&", "</w:t><w:t>甲&乙"]


def test_a_new_page_takes_no_line_from_it() -> None:
    root = body(OfficialDocument("标题", blocks=(Paragraph("前"), PageBreak(), Paragraph("后"))))
    holder = root.find(".//w:br[@w:type='page']", NS).getparent().getparent()
    assert value(holder, "w:pPr/w:spacing", "line") == "20"
