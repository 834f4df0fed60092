"""Comments and tracked replacements in Word files: exactly placed, the rest untouched, sound for every program."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from yifa.text.annotate import Remark, annotate
from yifa.text.docx import read_docx
from yifa.text.plainword import plain_docx
from yifa.text.tests.test_docx import BOX
from yifa.text.tests.wordfiles import W, faults_of, levels, number, numbered, p, parts_of, word

DAY = date(2026, 11, 22)


def marked(data: bytes, *asked: tuple[str, str | None]) -> bytes:
    """The document with a remark at the first place of each of these words, and what they should become."""
    text = read_docx(data, "x").text
    remarks = [
        Remark(text.index(words), text.index(words) + len(words), (f"关于{words}", "建议"), new, "已改")
        for words, new in asked
    ]
    made = annotate(data, "草案.docx", remarks, "依法检查", DAY)
    assert faults_of(made) == []
    return made


def commented(data: bytes) -> dict[str, str]:
    """First line of each comment and the words of the body it embraces, deleted ones in ~~."""
    parts = parts_of(data)
    root = etree.fromstring(parts["word/document.xml"])
    comments = etree.fromstring(parts["word/comments.xml"])
    lines = {node.get(W + "id"): "".join(node[0].itertext()) for node in comments}
    open_, found = set(), dict.fromkeys(lines, "")
    for node in root.iter():
        if node.tag == W + "commentRangeStart":
            open_.add(node.get(W + "id"))
        elif node.tag == W + "commentRangeEnd":
            open_.discard(node.get(W + "id"))
        elif node.tag in (W + "t", W + "delText"):
            words = node.text or ""
            for one in open_:
                found[one] += words if node.tag == W + "t" else f"~{words}~"
    return {lines[one]: words for one, words in found.items()}


def test_a_comment_embraces_exactly_the_words_across_runs_and_paragraphs() -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>人民政</w:t></w:r>"
    data = word(p("第一条 县", bold, "府应当公开。") + p("第二条 施行。"))
    made = marked(data, ("县人民政府", None), ("政", None), ("公开。\n第二条", None))
    assert commented(made) == {"关于县人民政府": "县人民政府", "关于政": "政", "关于公开。 第二条": "公开。第二条"}
    assert read_docx(made, "x").text == read_docx(data, "x").text
    assert b'<w:b/></w:rPr><w:t xml:space="preserve">\xe6\x94\xbf</w:t>' in parts_of(made)["word/document.xml"]


def test_everything_else_in_the_package_stays_byte_for_byte() -> None:
    data = word(p("甲乙"), header=p("眉"), styles='<w:style w:styleId="a"/>')
    before, after = parts_of(data), parts_of(marked(data, ("甲", None)))
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {"word/document.xml", "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}
    assert list(before) == [name for name in after if name != "word/comments.xml"]


def test_a_document_without_remarks_comes_back_as_it_was() -> None:
    data = word(p("甲"))
    assert annotate(data, "x", [], "依法检查", DAY) is data


def test_comments_that_are_there_stay_and_ids_do_not_clash() -> None:
    body = p(
        '<w:commentRangeStart w:id="0"/>', "甲乙", '<w:commentRangeEnd w:id="0"/>',
        '<w:r><w:commentReference w:id="0"/></w:r>', "丙",
    )  # fmt: skip
    old = f'<w:comment w:id="0" w:author="张三">{p("原有批注")}</w:comment>'
    made = marked(word(body, comments=old), ("乙丙", None))
    assert commented(made) == {"原有批注": "甲乙", "关于乙丙": "乙丙"}
    before, after = parts_of(word(body, comments=old)), parts_of(made)
    assert before["[Content_Types].xml"] == after["[Content_Types].xml"]
    assert "张三" in after["word/comments.xml"].decode()


def test_author_date_and_initials_are_given() -> None:
    comment = etree.fromstring(parts_of(marked(word(p("甲")), ("甲", None)))["word/comments.xml"])[0]
    assert (comment.get(W + "author"), comment.get(W + "date"), comment.get(W + "initials")) == (
        "依法检查", "2026-11-22T00:00:00Z", "依",
    )  # fmt: skip


def test_notes_headers_and_text_boxes_are_commented_from_the_body() -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    section = '<w:sectPr><w:headerReference r:id="rIdheader"/></w:sectPr>'
    data = word(
        p("起首", "甲", note) + p("乙", BOX.format(p("框中字"))) + section,
        footnotes=f'<w:footnote w:id="2">{p("注中字")}</w:footnote>', header=p("眉中字"),
    )  # fmt: skip
    made = marked(data, ("注中字", None), ("眉中字", None), ("框中字", None))
    found = commented(made)
    assert set(found) == {"（脚注1）关于注中字", "（页眉）关于眉中字", "（文本框）关于框中字"}
    assert found["（页眉）关于眉中字"] == "起首"
    assert parts_of(made)["word/footnotes.xml"] == parts_of(data)["word/footnotes.xml"]


def test_a_remark_on_an_automatic_number_stands_at_its_paragraph() -> None:
    data = word(numbered("为了规范。", 1), numbering=levels(("chineseCounting", "第%1条")) + number(1))
    assert commented(marked(data, ("第一条", None))) == {"关于第一条": "为了规范。"}


def test_a_remark_never_crosses_cells() -> None:
    row = "<w:tr>" + "".join(f"<w:tc>{p(words)}</w:tc>" for words in ("甲甲", "乙乙")) + "</w:tr>"
    made = marked(word(f"<w:tbl>{row}</w:tbl>" + p("后")), ("甲 | 乙", None))
    assert commented(made) == {"关于甲 | 乙": "甲"}


@pytest.mark.parametrize("body", [p(""), "", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"])
def test_a_remark_on_a_body_without_words_finds_a_place(body: str) -> None:
    data = word(body + '<w:sectPr><w:headerReference r:id="rIdheader"/></w:sectPr>', header=p("眉中字"))
    assert "（页眉）关于眉中字" in commented(marked(data, ("眉中字", None)))


def test_a_replacement_is_tracked_with_as_few_characters_as_differ() -> None:
    data = word(p("依法", "做", "出决定，建立帐目。"))
    made = marked(data, ("做出决定", "作出决定"), ("帐", "账"))
    assert commented(made) == {"关于做出决定": "~做~作出决定", "关于帐": "~帐~账"}
    assert read_docx(made, "x").text == "依法作出决定，建立账目。\n"
    comments = parts_of(made)["word/comments.xml"].decode()
    assert comments.count("已改") == 2


@pytest.mark.parametrize(("old", "new"), [("单位或个人", "单位或者个人"), ("单位或个人", "单位个人"), ("单位", "")])
def test_insertions_and_deletions_alone_are_tracked(old: str, new: str) -> None:
    made = marked(word(p("任何单", "位或个人", "不得")), (old, new))
    assert read_docx(made, "x").text == "任何单位或个人不得\n".replace(old, new)


def test_a_correction_inside_the_insertion_of_another_divides_it() -> None:
    data = word(
        p('<w:ins w:id="7" w:author="李四" w:date="2026-01-01T00:00:00Z"><w:r><w:t>应当做出决定</w:t></w:r></w:ins>')
    )
    made = marked(data, ("做出", "作出"))
    assert read_docx(made, "x").text == "应当作出决定\n"
    assert parts_of(made)["word/document.xml"].decode().count("李四") == 2


def test_formatting_is_kept_in_what_is_inserted() -> None:
    made = marked(word(p("<w:r><w:rPr><w:b/></w:rPr><w:t>做出</w:t></w:r>")), ("做出", "作出"))
    inserted = re.search(r"<w:ins .*?</w:ins>", parts_of(made)["word/document.xml"].decode())
    assert inserted
    assert "<w:b/>" in inserted[0]


def test_footnotes_are_corrected_in_their_own_part() -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = word(p("甲", note), footnotes=f'<w:footnote w:id="2">{p("帐目见附件")}</w:footnote>')
    made = marked(data, ("帐", "账"))
    assert "账目见附件" in read_docx(made, "x").text
    assert commented(made) == {"（脚注1）关于帐": ""}


@pytest.mark.parametrize(
    "body",
    [
        p("做", "<w:r><w:br/></w:r>", "出"),
        p('<w:moveTo w:id="1" w:author="a" w:date="2026-01-01T00:00:00Z"><w:r><w:t>做出</w:t></w:r></w:moveTo>'),
        p("做") + p("出"),
    ],
)
def test_what_cannot_be_corrected_safely_is_only_commented(body: str) -> None:
    data = word(body)
    text = read_docx(data, "x").text
    remark = Remark(text.index("做"), text.index("出") + 1, ("说",), "作出", "已改")
    made = annotate(data, "x", [remark], "依法检查", DAY)
    assert faults_of(made) == []
    assert read_docx(made, "x").text == text
    assert "已改" not in parts_of(made)["word/comments.xml"].decode()


def test_overlapping_remarks_are_all_kept_and_only_the_first_is_corrected() -> None:
    made = marked(word(p("应当做出决定。")), ("做出", "作出"), ("出决定", "出裁定"), ("当做出决定。", None))
    assert read_docx(made, "x").text == "应当作出决定。\n"
    assert len(commented(made)) == 3


def test_any_remarks_on_any_runs_leave_a_sound_file_with_the_same_text() -> None:
    """Random runs, insertions, deletions, tables and remarks; text, comments and soundness are compared."""
    chance = random.Random(7)
    for _ in range(60):
        body = "".join(_paragraph(chance) for _ in range(chance.randint(1, 6)))
        data = word(body)
        text = read_docx(data, "x").text
        remarks = []
        for _ in range(chance.randint(1, 8)):
            start = chance.randrange(len(text))
            end = min(len(text), start + chance.randint(1, 9))
            new = chance.choice((None, None, "新", text[start:end] + "加", ""))
            remarks.append(Remark(start, end, ("说",), new if "\n" not in text[start:end] else None))
        plain = annotate(data, "x", [Remark(one.start, one.end, one.lines) for one in remarks], "依法检查", DAY)
        assert faults_of(plain) == []
        assert read_docx(plain, "x").text == text
        assert faults_of(annotate(data, "x", remarks, "依法检查", DAY)) == []


def _paragraph(chance: random.Random) -> str:
    runs = []
    for _ in range(chance.randint(0, 5)):
        words = "".join(chance.choice("甲乙丙丁，。做出") for _ in range(chance.randint(1, 6)))
        bold, tab = chance.choice(("", "<w:rPr><w:b/></w:rPr>")), chance.choice(("", "<w:tab/>"))
        run = f"<w:r>{bold}<w:t>{words}</w:t>{tab}</w:r>"
        number = chance.randrange(10**6)
        gone = run.replace("w:t>", "w:delText>").replace("<w:tab/>", "")
        runs.append(
            chance.choice((
                run, run, run,
                f'<w:ins w:id="{number}" w:author="a" w:date="2026-01-01T00:00:00Z">{run}</w:ins>',
                f'<w:del w:id="{number}" w:author="a" w:date="2026-01-01T00:00:00Z">{gone}</w:del>',
                f'<w:hyperlink w:anchor="a">{run}</w:hyperlink>',
            ))
        )  # fmt: skip
    made = p(*runs)
    return f"<w:tbl><w:tr><w:tc>{made}</w:tc><w:tc>{p('格')}</w:tc></w:tr></w:tbl>" if chance.random() < 0.2 else made


def test_a_plain_text_becomes_a_document_with_the_same_offsets() -> None:
    text = "某办法\n\n第一条 <甲> & 乙\x0b丙\x01𠮷\n名称 | 数量\n"
    found = read_docx(plain_docx(text), "x").text
    assert found.startswith(text.replace("\x0b", " ").replace("\x01", " "))
    made = annotate(plain_docx(text), "x", [Remark(9, 12, ("说",))], "依法检查", DAY)
    assert commented(made) == {"说": text[9:12]}


def test_libreoffice_opens_the_result_with_its_comments_and_revisions(tmp_path: Path) -> None:
    """The round trip through LibreOffice keeps them; without LibreOffice the rules of the schema stand in for it."""
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = word(
        p("第一条 县人民政府做出决定。", note) + p("第二条 建立帐目。") + "<w:sectPr/>",
        footnotes=f'<w:footnote w:id="2">{p("注中字")}</w:footnote>',
    )
    made = marked(data, ("人民政府", None), ("做出", "作出"), ("决定。", None), ("注中字", None))
    program = shutil.which("soffice")
    if program is None:
        assert faults_of(made) == []
        return
    (tmp_path / "in.docx").write_bytes(made)
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx:MS Word 2007 XML",
         "--outdir", str(tmp_path / "out"), str(tmp_path / "in.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    back = (tmp_path / "out" / "in.docx").read_bytes()
    assert len(etree.fromstring(parts_of(back)["word/comments.xml"])) == 4
    document = parts_of(back)["word/document.xml"].decode()
    assert re.findall(r"<w:delText[^>]*>([^<]+)<", document) == ["做"]
    assert read_docx(back, "x").text.startswith("第一条 县人民政府作出决定。\n第二条 建立帐目。\n")
