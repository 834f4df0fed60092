"""What a Word document shows is what is read: numbers, notes, headers, text boxes, revisions, fields."""

from __future__ import annotations

import pytest

from yifa.text import BrokenFile, UnsafeFile
from yifa.text.docx import WordText, read_docx
from yifa.text.numbering import shown
from yifa.text.tests.wordfiles import levels, number, numbered, p, package, parts_of, word

BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent>"
    "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)


def read(body: str, **parts: str) -> WordText:
    found = read_docx(word(body, **parts), "草案.docx")
    for piece in found.pieces:  # the way back from every character
        if piece.node.tag.endswith("}t"):
            length = piece.end - piece.start
            assert (piece.node.text or "")[piece.at : piece.at + length] == found.text[piece.start : piece.end]
    return found


def text(body: str, **parts: str) -> str:
    return read(body, **parts).text


def test_automatic_numbers_are_shown_as_word_shows_them() -> None:
    body = (
        numbered("总则", 1) + numbered("为了规范，制定本办法。", 1, 1) + numbered("有下列情形的：", 1, 1)
        + numbered("甲；", 1, 2) + numbered("乙。", 1, 2) + numbered("附则", 1) + numbered("自公布之日起施行。", 1, 1)
    )  # fmt: skip
    lists = levels(
        ("chineseCountingThousand", "第%1章"), ("chineseCountingThousand", "第%2条"), ("chineseCounting", "（%3）")
    ) + number(1)
    assert text(body, numbering=lists).splitlines() == [
        "第一章 总则", "第一条 为了规范，制定本办法。", "第二条 有下列情形的：", "（一）甲；", "（二）乙。",
        "第二章 附则", "第一条 自公布之日起施行。",
    ]  # fmt: skip


def test_articles_go_on_through_chapters_where_the_list_says_so() -> None:
    lists = levels(("chineseCounting", "第%1章"), ("chineseCounting", "第%2条")).replace(
        '<w:lvlText w:val="第%2条"/>', '<w:lvlText w:val="第%2条"/><w:lvlRestart w:val="0"/>'
    )
    body = numbered("一", 1) + numbered("甲", 1, 1) + numbered("二", 1) + numbered("乙", 1, 1)
    assert text(body, numbering=lists + number(1)).splitlines()[1::2] == ["第一条 甲", "第二条 乙"]


def test_two_lists_of_one_kind_count_together_until_one_starts_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = levels(("decimal", "%1.")) + number(1) + number(2) + number(3, extra=anew)
    body = numbered("甲", 1) + numbered("乙", 2) + numbered("丙", 3) + numbered("丁", 3)
    assert text(body, numbering=lists).splitlines() == ["1. 甲", "2. 乙", "1. 丙", "2. 丁"]


def test_a_style_brings_its_number_and_numid_0_takes_it_away() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="条"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="子"><w:basedOn w:val="条"/></w:style>'
    )
    off = '<w:pStyle w:val="条"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p("甲", properties='<w:pStyle w:val="条"/>') + p("乙", properties='<w:pStyle w:val="子"/>')
    lists = levels(("chineseCounting", "第%1条"), suffix="nothing") + number(1)
    found = text(body + p("丙", properties=off), numbering=lists, styles=styles)
    assert found.splitlines() == ["第一条 甲", "第二条 乙", "丙"]


def test_bullets_and_damaged_lists_show_nothing() -> None:
    lists = levels(("bullet", "\uf06c"), ("decimal", "%1.%2")) + number(1) + number(7, abstract=99)
    body = numbered("甲", 1) + numbered("乙", 1, 1) + numbered("丙", 7) + numbered("丁", 55) + numbered("戊", 1, 12)
    assert text(body, numbering=lists).splitlines()[::2] == ["甲", "丙", "戊"]


@pytest.mark.parametrize(
    ("value", "form", "words"),
    [
        (12, "chineseCounting", "十二"), (105, "chineseCountingThousand", "一百零五"), (20, "japaneseCounting", "二十"),
        (3, "chineseLegalSimplified", "叁"), (10, "ideographDigital", "一〇"), (2, "ideographTraditional", "乙"),
        (3, "decimalEnclosedCircle", "③"), (21, "decimalEnclosedCircle", "21"), (4, "upperRoman", "IV"),
        (27, "lowerLetter", "aa"), (5, "decimalZero", "05"), (12, "decimalFullWidth", "１２"), (7, "unknown", "7"),
        (0, "chineseCounting", "0"),
    ],
)  # fmt: skip
def test_number_formats(value: int, form: str, words: str) -> None:
    assert shown(value, form) == words


def test_insertions_count_and_deletions_do_not() -> None:
    body = p(
        "应当在", '<w:del w:id="1"><w:r><w:delText>十</w:delText></w:r></w:del>',
        '<w:ins w:id="2"><w:r><w:t>五</w:t></w:r></w:ins>', "日内",
        '<w:moveFrom w:id="3"><w:r><w:t>移走</w:t></w:r></w:moveFrom>', "答复。",
    )  # fmt: skip
    found = read(body)
    assert found.text == "应当在五日内答复。\n"
    assert "插入的文字（1处）计入，删除的文字（2处）不计" in found.notes[0]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    mark = '<w:rPr><w:del w:id="9"/></w:rPr>'
    gone = '<w:del w:id="1"><w:r><w:delText>第二段</w:delText></w:r></w:del>'
    assert text(p("前半，", properties=mark) + p("后半。") + p(gone, properties=mark) + p("末段。")) == (
        "前半，后半。\n末段。\n"
    )


def test_notes_headers_footers_and_text_boxes_stand_behind_the_body_each_with_its_name() -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    section = '<w:sectPr><w:headerReference r:id="rIdheader"/><w:footerReference r:id="rIdfooter"/></w:sectPr>'
    page = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    found = read(
        p(BOX.format(p("县政府文件"))) + p("第一条 甲。", note) + p("第二条 乙。") + section,
        footnotes=f'<w:footnote w:id="0">{p("分隔")}</w:footnote><w:footnote w:id="2">{p("见合同法。")}</w:footnote>',
        header=p("内部资料"), footer=p("第 ", page, " 页"),
    )  # fmt: skip
    assert found.text[: found.body] == "\n第一条 甲。\n第二条 乙。\n"
    zones = [(zone.label, found.text[zone.start : zone.end]) for zone in found.zones]
    assert zones == [
        ("文本框", "县政府文件\n"), ("脚注1", "见合同法。\n"), ("页眉", "内部资料\n"),
    ]  # fmt: skip


def test_tables_of_contents_field_codes_and_hidden_text_are_left_out() -> None:
    def field(mark: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>'

    contents = (
        p(field("begin"), '<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>', field("separate"), "第一章 总则 1")
        + p("第二章 附则 2") + p(field("end"))
    )  # fmt: skip
    link = [
        field("begin"),
        "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>",
        field("separate"),
        "网址",
        field("end"),
    ]
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r>"
    assert text(contents + p(*link, hidden, "。")).strip() == "网址。"


def test_tables_give_a_line_a_row_also_nested_and_in_content_controls() -> None:
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"

    inner = f"<w:tbl>{row(p('内一'), p('内二'))}</w:tbl>"
    body = (
        f"<w:tbl>{row(p('事项') + p('名称'), p(' 数量 '))}<w:sdt><w:sdtContent>{row(p('甲'), inner + p(''))}"
        f'</w:sdtContent></w:sdt><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>{p("删")}</w:tc></w:tr></w:tbl>'
    )
    assert text(body) == "事项 名称 | 数量\n甲 | 内一 | 内二\n"


def test_breaks_tabs_hyphens_ruby_and_astral_characters_keep_their_places() -> None:
    body = p(
        "<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:noBreakHyphen/><w:t>𠮷野</w:t></w:r>",
        "<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase></w:ruby></w:r>",
    )
    assert text(body) == "甲\n乙 丙-𠮷野拼\n"


def test_the_strict_form_of_the_standard_is_read_too() -> None:
    parts = parts_of(word(p("甲。")))
    usual, strict = (
        b"schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"purl.oclc.org/ooxml/wordprocessingml/main",
    )
    parts["word/document.xml"] = parts["word/document.xml"].replace(usual, strict)
    assert read_docx(package(parts), "x").text == "甲。\n"


def test_the_body_may_stand_in_a_part_of_another_name() -> None:
    parts = parts_of(word(p("甲。")))
    parts["word/document2.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"word/document.xml", b"/word/document2.xml")
    assert read_docx(package(parts), "x").text == "甲。\n"


@pytest.mark.parametrize("body", ["</w:body>", "<w:p>" * 300 + "</w:p>" * 300, "<w:p><w:r></w:p>"])
def test_malformed_bodies_are_refused(body: str) -> None:
    with pytest.raises(BrokenFile):
        read_docx(word(body), "坏.docx")


@pytest.mark.parametrize("part", ["footnotes", "numbering", "styles", "header"])
def test_declarations_in_any_part_are_refused(part: str) -> None:
    parts = parts_of(word(
        numbered("甲", 1) + p('<w:r><w:footnoteReference w:id="2"/></w:r>')
        + '<w:sectPr><w:headerReference r:id="rIdheader"/></w:sectPr>',
        footnotes="", numbering="", styles="", header="",
    ))  # fmt: skip
    parts[f"word/{part}.xml"] = b'<!DOCTYPE x [<!ENTITY a "b">]>' + parts[f"word/{part}.xml"]
    with pytest.raises(UnsafeFile, match="实体"):
        read_docx(package(parts), "坏.docx")


@pytest.mark.parametrize("kind", ["numbering", "styles", "footnotes", "header"])
def test_lists_and_notes_that_are_missing_from_the_package_are_done_without(kind: str) -> None:
    parts = parts_of(word(
        numbered("甲", 1) + p('<w:r><w:footnoteReference w:id="2"/></w:r>')
        + '<w:sectPr><w:headerReference r:id="rIdheader"/></w:sectPr>',
        footnotes="", numbering="", styles="", header="",
    ))  # fmt: skip
    del parts[f"word/{kind}.xml"]
    assert "甲" in read_docx(package(parts), "x").text
