from __future__ import annotations

from dataclasses import replace

import pytest

from yifa.papers.document import Heading, OfficialDocument, Paragraph, Table
from yifa.papers.tests.samples import everything, notice, package
from yifa.papers.word import to_docx
from yifa.papers.wordtext import WordFileError, read_docx


def test_a_notice_of_ours_comes_back_as_it_was() -> None:
    original = replace(notice(), blocks=(Paragraph("本机关已受理。"), Paragraph("特此通知。")))
    assert read_docx("通知", to_docx(original)) == original


def test_attachments_annotation_and_copies_come_back() -> None:
    original = replace(
        notice(), attachments=("申请书格式", "清单"), annotation="此件公开发布", copies_to="县财政局",
        blocks=(Heading(1, "一、依据"), Heading(2, "（一）管辖。", "由本机关管辖。" * 10)),
    )  # fmt: skip
    assert read_docx("通知", to_docx(original)) == original


def test_headings_and_tables_are_kept() -> None:
    back = read_docx("通知", to_docx(everything()))
    headings = [block for block in back.blocks if isinstance(block, Heading)]
    assert [heading.level for heading in headings] == [1, 2, 3, 4]
    assert headings[1].text == "（一）基本原则。"
    tables = [block for block in back.blocks if isinstance(block, Table)]
    assert tables[0].rows[1] == ("1", "清理文件", "1,234.00")


def test_an_impossible_date_at_the_end_stays_text() -> None:
    document = OfficialDocument("题", blocks=(Paragraph("2025年2月30日", align="right"),))
    assert read_docx("题", to_docx(document)).issued_on is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04",
        package({"a": b"x"}),
        package({"word/document.xml": b"<broken"}),
        to_docx(notice())[:-300],
    ],
)
def test_a_file_that_is_no_whole_docx_is_refused_with_its_name(content: bytes) -> None:
    with pytest.raises(WordFileError, match="“证据”：不是完好的docx文件"):
        read_docx("证据", content)


def test_a_file_with_entities_is_refused() -> None:
    xml = (
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        b"<w:t>a&e;b</w:t></w:r></w:p></w:body></w:document>"
    )
    with pytest.raises(WordFileError, match="不是完好的docx"):
        read_docx("题", package({"word/document.xml": xml}))
