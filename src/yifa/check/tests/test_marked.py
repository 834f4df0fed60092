"""The draft comes back with a comment at each finding, on request corrected, with the cited articles quoted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from yifa.check import Draft, check
from yifa.check.files import Task, check_file
from yifa.law.corpus import LawText
from yifa.law.kinds import Kind
from yifa.law.sqlite_library import open_library
from yifa.law.statute import Article, Paragraph
from yifa.text import read_source
from yifa.text.tests.wordfiles import W, faults_of, levels, number, numbered, p, parts_of, word

TODAY = date(2026, 11, 22)
BODY = (
    p("某县招牌管理办法")
    + numbered("根据《中华人民共和国合同法》第五条，制定本办法。", 1)
    + numbered("由县城管局依照《行政处罚法》第16条做", 1).removesuffix("</w:p>")
    + "<w:r><w:t>出处理决定，建立台帐。</w:t></w:r></w:p>"
)
LISTS = levels(("chineseCounting", "第%1条")) + number(1)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "办法.docx"
    note = p("执行中见《中华人民共和国合同法》。", '<w:r><w:footnoteReference w:id="2"/></w:r>')
    path.write_bytes(
        word(
            BODY + note, numbering=LISTS, footnotes=f'<w:footnote w:id="2">{p("依照《侵权责任法》处理。")}</w:footnote>'
        )
    )
    return path


def comments(data: bytes) -> list[str]:
    root = etree.fromstring(parts_of(data)["word/comments.xml"])
    return ["\n".join("".join(line.itertext()) for line in one) for one in root.iter(W + "comment")]


def test_each_finding_becomes_a_comment_with_rule_basis_and_suggestion(draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "意见.docx"
    found = check_file(draft, Task(TODAY), out)
    made = out.read_bytes()
    assert faults_of(made) == []
    assert found.docx == out
    assert len(comments(made)) == len(found.findings) > 4
    first = comments(made)[0]
    assert first.startswith("【错误】CITE-001 《合同法》自2021-01-01起废止")
    assert "\n依据：" in first
    assert "\n建议：" in first
    assert read_source(out).text == read_source(draft).text


def test_automatic_numbers_give_the_place_and_footnotes_their_name(draft: Path) -> None:
    found = {one.path for one in check_file(draft, Task(TODAY)).findings}
    assert {"第一条第一款", "第二条第一款", "脚注1"} <= found


def test_certain_corrections_are_tracked_and_not_found_again(draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "改.docx"
    check_file(draft, Task(TODAY, fix=True), out)
    assert faults_of(out.read_bytes()) == []
    assert "第十六条作出处理决定，建立台账。" in read_source(out).text
    assert any("已用修订改为“第十六条”" in one for one in comments(out.read_bytes()))
    before = {one.rule_id for one in check_file(draft, Task(TODAY)).findings}
    after = {one.rule_id for one in check_file(out, Task(TODAY)).findings}
    assert {"CITE-010", "WORD-005", "WORD-006"} <= before - after
    assert after < before


def test_waived_findings_get_no_comment(draft: Path, tmp_path: Path) -> None:
    found = check_file(draft, Task(TODAY))
    (tmp_path / "办法.waivers.json").write_text(
        f'[{{"digest": "{found.findings[0].digest}", "reason": "历史", "by": "李四", "on": "2026-11-22"}}]',
        encoding="utf-8",
    )
    check_file(draft, Task(TODAY), tmp_path / "o.docx")
    assert len(comments((tmp_path / "o.docx").read_bytes())) == len(found.findings) - 1


@pytest.mark.parametrize("name", ["办法.txt", "办法.html"])
def test_other_kinds_of_file_become_a_plain_word_file(tmp_path: Path, name: str) -> None:
    path, out = tmp_path / name, tmp_path / "o.docx"
    text = "某县招牌管理办法\n第一条 根据《中华人民共和国合同法》，制定本办法。\n"
    path.write_text(f"<p>{text.replace(chr(10), '<p>')}" if name.endswith("html") else text, encoding="utf-8")
    found = check_file(path, Task(TODAY), out)
    assert faults_of(out.read_bytes()) == []
    assert len(comments(out.read_bytes())) == len(found.findings)
    assert read_source(out).text.strip() == text.strip()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with made-up words under the name and day of a real act."""
    path = tmp_path / "law.sqlite3"
    article = Article((16, 0), [Paragraph(["甲款说明。"]), Paragraph(["乙款说明。"])])
    day = date(2021, 1, 22)
    index = open_library(path, create=True)
    index.replace([LawText("x.md", "行政处罚法", True, Kind.LAW, day, day, False, (), "", (article,))])
    index.connection.close()
    return path


def test_the_cited_article_is_quoted_where_the_finding_is_one_of_substance(tmp_path: Path, library: Path) -> None:
    path, out = tmp_path / "办法.txt", tmp_path / "o.docx"
    path.write_text("某县办法\n第一条 依照《行政处罚法》第16条第二款，建立台帐。\n", encoding="utf-8")
    found = check_file(path, Task(TODAY, library=library, quote=True), out)
    quoted = {one.rule_id: cited for one, cited in zip(found.findings, found.cited, strict=True)}
    assert [(one.place, one.text) for one in quoted["CITE-010"]] == [("《行政处罚法》第十六条第二款", "乙款说明。")]
    assert quoted["WORD-006"] == ()
    assert any("款说明。" in one for one in comments(out.read_bytes()))
    assert check_file(path, Task(TODAY, library=library)).cited[0] == ()


def test_a_finding_carries_its_replacement_only_where_it_is_certain() -> None:
    findings = check(Draft.read("某县办法\n第一条 企业必须建立台帐。\n", TODAY))
    assert {one.rule_id: one.replacement for one in findings if one.rule_id in ("WORD-001", "WORD-006")} == {
        "WORD-001": None, "WORD-006": "账",
    }  # fmt: skip
