from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yifa.papers.document import (
    DocumentError,
    OfficialDocument,
    Paragraph,
    Picture,
    Table,
    broken_evenly,
    clean,
    signature,
)
from yifa.papers.tests.samples import everything, png


@pytest.mark.parametrize(
    "lines",
    [
        ("行政复议决定书",),
        ("洪河县2025年法治政府建设年度报告",),
        ("洪河县人民政府关于印发", "重大行政决策程序规定的通知"),
        ("洪河县人民政府关于加强", "行政复议与行政应诉工作的意见"),
        ("洪河县人民政府关于印发", "《洪河县行政规范性文件管理办法》的通知"),
        ("洪河县人民政府公布《县级权力清单》、", "《县级责任清单》的决定"),
    ],
)
def test_a_long_title_is_broken_between_words_into_lines_that_fit(lines: tuple[str, ...]) -> None:
    assert broken_evenly("".join(lines)) == lines


@given(st.text(alphabet="县政府关于的和《》、通知", max_size=200))
def test_breaking_a_title_loses_no_character_and_leaves_no_empty_line(title: str) -> None:
    broken = broken_evenly(title)
    assert "".join(broken) == title
    assert all(0 < len(line) <= 20 for line in broken) or title == ""


def test_a_title_line_does_not_begin_with_a_closing_mark() -> None:
    title = "洪河县人民政府关于公布《洪河县权力清单》、《洪河县责任清单》的决定"
    assert not any(line[0] in "》、的" for line in broken_evenly(title))


def test_the_organ_is_centred_over_a_date_four_characters_from_the_right() -> None:
    document = OfficialDocument("标题", signatory=("洪河县人民政府",), issued_on=date(2025, 3, 5))
    (name, right_of_name), (day, right_of_day) = signature(document).lines
    assert day == "2025年3月5日"
    assert right_of_day == 4
    assert right_of_name + 7 / 2 == right_of_day + 6 / 2
    assert name == "洪河县人民政府"


def test_a_long_organ_name_stays_two_characters_from_the_right_and_the_date_moves_under_it() -> None:
    name = "洪河县住房和城乡建设综合行政执法局"
    document = OfficialDocument("标题", signatory=(name,), issued_on=date(2025, 12, 25))
    (_, right_of_name), (_, right_of_day) = signature(document).lines
    assert right_of_name == 2
    assert right_of_day > 4


def test_one_attachment_has_no_number_and_several_count_themselves() -> None:
    assert OfficialDocument("标题", attachments=("清单",)).numbered_attachments == ("清单",)
    several = OfficialDocument("标题", attachments=("清单", "格式")).numbered_attachments
    assert several == ("1. 清单", "2. 格式")


def test_a_table_whose_rows_differ_in_length_is_refused_with_its_caption() -> None:
    with pytest.raises(DocumentError, match=r"任务分工.*列数不一致"):
        Table(rows=(("一", "二"), ("三",)), caption="任务分工")


def test_a_picture_that_is_no_png_is_refused_with_its_words() -> None:
    with pytest.raises(DocumentError, match=r"趋势图.*不是PNG"):
        Picture(b"GIF89a", "趋势图")


def test_a_picture_keeps_its_proportions() -> None:
    assert Picture(png(400, 100), "图", 120).height_mm == 30


def test_the_text_of_a_document_holds_every_part_in_order() -> None:
    text = everything().text()
    order = [
        "洪河县人民政府文件",
        "洪政规〔2025〕3号",
        "各镇人民政府，县政府各部门：",
        "一、总体要求",
        "清理文件",
        "附件：1. 申请书格式",
        "2025年3月5日",
        "（此件公开发布）",
        "抄送：县人大常委会办公室",
    ]
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_control_characters_of_pasted_text_are_dropped_and_tabs_kept() -> None:
    assert clean("甲\x0b乙\x00\t丙\ufffe") == "甲乙\t丙"
    assert Paragraph("甲").text == "甲"
