"""The page of a Word document as its first section and styles give it."""

from __future__ import annotations

import pytest

from yifa.text import Layout, layout_of
from yifa.text.tests.wordfiles import p, package, word

SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/>{0}</w:sectPr>'
)
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="21"/></w:rPr></w:rPrDefault>'
    "</w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:rPr><w:sz w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/>'
    '<w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/></w:rPr></w:style>'
)
LONG = p("正文" * 50, properties='<w:pStyle w:val="b"/>')


def test_page_margins_and_grid_of_an_official_document() -> None:
    grid = '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-842"/>'
    found = layout_of(word(p("标题") + LONG + SECTION.format(grid), styles=STYLES))
    assert found
    lengths = (found.page_width, found.page_height, found.top, found.bottom, found.left, found.right)
    assert lengths == pytest.approx((210, 297, 37, 35, 28, 26), abs=0.1)
    assert (found.lines_per_page, found.characters_per_line) == (22, 28)
    assert (found.body_font, found.body_size) == ("仿宋_GB2312", 16.0)


def test_a_grid_without_effect_gives_no_counts_and_runs_win_over_styles() -> None:
    run = '<w:r><w:rPr><w:rFonts w:eastAsia="黑体"/><w:sz w:val="28"/></w:rPr><w:t>' + "字" * 200 + "</w:t></w:r>"
    found = layout_of(word(p(run) + LONG + SECTION.format('<w:docGrid w:linePitch="312"/>'), styles=STYLES))
    assert found
    assert (found.lines_per_page, found.characters_per_line) == (None, None)
    assert (found.body_font, found.body_size) == ("黑体", 14.0)


def test_what_is_no_word_file_has_no_layout() -> None:
    assert layout_of(b"%PDF-1.7") is None
    assert layout_of(b"PK\x03\x04 cut off") is None
    assert layout_of(package({"a.xml": b"<x/>"})) is None
    assert layout_of(word(p(""))) == Layout()
