from __future__ import annotations

from collections import defaultdict
from datetime import date

import pypdfium2
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from yifa.papers.document import Heading, OfficialDocument, Paragraph, Table
from yifa.papers.tests.samples import everything, notice
from yifa.papers.typeset import TypesettingError, chosen_fonts, packaged_fonts, to_pdf


def pages(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def lines(content: bytes, page: int = 0) -> dict[int, str]:
    """The lines of a page by their place in points from the bottom."""
    found: dict[int, str] = defaultdict(str)
    with pypdfium2.PdfDocument(content) as document:
        text = document[page].get_textpage()
        for index in range(text.count_chars()):
            box = text.get_charbox(index, loose=True)
            found[round(box[1])] += text.get_text_range(index, 1)
    return found


def test_a_full_page_has_twenty_two_lines_of_twenty_eight_characters() -> None:
    document = OfficialDocument("题", blocks=(Paragraph("法" * 3000),))
    second = {place: line for place, line in lines(to_pdf(document), 1).items() if "法" in line}
    assert len(second) == 22
    assert {line.count("法") for line in second.values()} == {28}
    places = sorted(second)
    assert places[-1] - places[0] == pytest.approx(21 * 28.95, abs=2)


def test_the_page_is_a4() -> None:
    with pypdfium2.PdfDocument(to_pdf(notice())) as document:
        assert document[0].get_size() == pytest.approx((595.28, 841.89), abs=0.1)


def test_every_part_of_the_document_is_on_its_pages() -> None:
    text = "".join("".join(pages(to_pdf(everything()))).split())
    for part in (
        "洪河县人民政府文件",
        "洪政规〔2025〕3号",
        "清理文件",
        "附件：1.申请书格式",
        "（此件公开发布）",
        "抄送：县人大",
    ):
        assert part in text


def test_every_page_carries_its_number_between_dashes() -> None:
    made = pages(to_pdf(OfficialDocument("题", blocks=(Paragraph("法" * 1500),))))
    assert len(made) == 3
    for number, text in enumerate(made, 1):
        assert f"— {number} —" in text


def test_the_same_document_gives_the_same_bytes() -> None:
    assert to_pdf(notice()) == to_pdf(notice())
    assert to_pdf(notice()) != to_pdf(notice(), dated=date(2020, 1, 1))


def test_what_looks_like_typst_markup_stays_text() -> None:
    text = '#panic("x") $1+1$ *粗* @甲 // 注释 \\ "引号"'
    assert '#panic("x") $1+1$ *粗* @甲 // 注释 \\ "引号"' in pages(
        to_pdf(OfficialDocument(text, blocks=(Paragraph(text),)))
    )[0].replace("\r\n", "\n")


def test_a_long_address_in_a_table_does_not_leave_the_page() -> None:
    table = Table(rows=(("网址", "http://example.gov.cn/" + "a" * 300),))
    content = to_pdf(OfficialDocument("题", blocks=(table,)))
    with pypdfium2.PdfDocument(content) as document:
        text = document[0].get_textpage()
        rights = [text.get_charbox(index)[2] for index in range(text.count_chars())]
    assert max(rights) <= 595.28 - 26 / 25.4 * 72 + 1


def test_without_a_chinese_font_the_error_names_the_package_to_install() -> None:
    with pytest.raises(TypesettingError, match="apt-get install -y fonts-noto-cjk"):
        chosen_fonts(["DejaVu Sans", "Libertinus Serif"])


def test_the_fonts_of_the_standard_come_before_free_ones() -> None:
    chosen = chosen_fonts(["Noto Serif CJK SC", "Noto Sans CJK SC", "FandolFang R", "仿宋_GB2312"])
    assert chosen["body"][:3] == ["仿宋_GB2312", "FandolFang R", "Noto Serif CJK SC"]
    assert chosen["level_1"][0] == "Noto Sans CJK SC"


def test_the_signature_is_not_left_alone_on_a_new_page() -> None:
    for count in range(12, 20):
        blocks = tuple(Paragraph("短段。") for _ in range(count))
        document = OfficialDocument("题", blocks=blocks, signatory=("洪河县人民政府",), issued_on=date(2025, 3, 5))
        last = pages(to_pdf(document))[-1]
        assert "短段" in last
        assert "2025年3月5日" in last


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=40), st.text(max_size=20))
def test_any_text_can_be_set(text: str, title: str) -> None:
    document = OfficialDocument(
        title=title, recipient=text, number=text, attachments=(text,), annotation=text, copies_to=text,
        signatory=(text,), blocks=(Paragraph(text), Heading(2, text, text), Table(rows=((text,),), header=(text,))),
    )  # fmt: skip
    assert to_pdf(document).startswith(b"%PDF")


def test_a_document_may_consist_of_almost_nothing() -> None:
    assert to_pdf(OfficialDocument("")).startswith(b"%PDF")


def test_a_machine_without_fonts_sets_the_pdf_with_those_of_the_dependency() -> None:
    only = typst.Fonts(include_system_fonts=False, font_paths=[packaged_fonts()])
    assert {"Noto Sans SC", "Noto Serif SC"} <= set(only.families())
    assert chosen_fonts(only.families())["body"] == ["Noto Serif SC", "Noto Sans SC"]
