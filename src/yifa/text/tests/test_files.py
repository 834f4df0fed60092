"""Files of every kind, whole and broken, become text or a clear refusal."""

from __future__ import annotations

import contextlib
import io
import time
import zipfile
from pathlib import Path

import docx
import pytest

from yifa.errors import YifaError
from yifa.text import BrokenFile, FileTooLarge, UnreadableFile, UnsafeFile, WrongEncoding, read_document
from yifa.text.container import XML_PART
from yifa.text.docx import PART

REPORT = "某县2024年法治政府建设情况报告\n一、主要工作\n全年收到行政复议申请45件，办结29件，依法行政水平不断提高。\n"


def _file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def _docx(folder: Path, name: str = "报告.docx") -> Path:
    document = docx.Document()
    for line in REPORT.splitlines():
        document.add_paragraph(line)
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(
        (c for row in table.rows for c in row.cells), ("事项", "行政处罚", "数量", "40件"), strict=True
    ):
        cell.text = words
    path = folder / name
    document.save(str(path))
    return path


def _archive(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_same_text_is_read_from_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    assert read_document(_file(tmp_path, "报告.txt", REPORT.encode(encoding))).text == REPORT


def test_windows_line_ends_become_one_newline(tmp_path: Path) -> None:
    assert read_document(_file(tmp_path, "报告.txt", REPORT.replace("\n", "\r\n").encode())).text == REPORT


@pytest.mark.parametrize(
    "data",
    [REPORT.encode("utf-8")[:50] + b"\xff\xfe\xfd" + REPORT.encode("utf-8"), bytes(range(256)) * 20, b"\x00\x01" * 500],
)
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(WrongEncoding, match=r"报告\.txt"):
        read_document(_file(tmp_path, "报告.txt", data))


def test_a_docx_gives_its_paragraphs_and_tables(tmp_path: Path) -> None:
    document = read_document(_docx(tmp_path))
    assert "全年收到行政复议申请45件" in document.text
    assert [[c.text for c in row] for row in document.tables[0].rows] == [["事项", "行政处罚"], ["数量", "40件"]]


def test_a_docx_is_known_by_its_content_not_its_name(tmp_path: Path) -> None:
    path = _docx(tmp_path)
    assert "45件" in read_document(path.rename(tmp_path / "报告.txt")).text


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.99])
def test_a_truncated_docx_is_refused(tmp_path: Path, share: float) -> None:
    data = _docx(tmp_path).read_bytes()
    with pytest.raises(BrokenFile, match=r"不完整|损坏|不是有效"):
        read_document(_file(tmp_path, "断.docx", data[: int(len(data) * share)]))


def test_a_zip_bomb_is_refused_without_being_unpacked(tmp_path: Path) -> None:
    bomb = _archive({PART: b"<w:document>" + b" " * (XML_PART + 1)})
    started = time.monotonic()
    with pytest.raises(UnsafeFile, match="展开后过大"):
        read_document(_file(tmp_path, "炸弹.docx", bomb))
    assert time.monotonic() - started < 5


def test_entities_in_a_docx_are_refused(tmp_path: Path) -> None:
    evil = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    with pytest.raises(UnsafeFile, match="实体"):
        read_document(_file(tmp_path, "实体.docx", _archive({PART: evil})))


def test_entities_in_a_web_page_do_not_expand(tmp_path: Path) -> None:
    lol = '<!DOCTYPE html [<!ENTITY a "哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><html><p>收到&b;45件</p></html>'
    assert len(read_document(_file(tmp_path, "页.html", lol.encode())).text) < 100


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("报告.pdf", b"%PDF-1.7 ...", "PDF"),
        ("假.docx", "只是文字".encode(), "不是有效的 docx"),
        ("表.xlsx", _archive({"xl/workbook.xml": b"<x/>"}), "缺少正文"),
        ("坏.docx", _archive({PART: b"<w:document><w:body>"}), "损坏"),
    ],
)
def test_files_of_other_kinds_are_refused_with_what_to_do(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words) as caught:
        read_document(_file(tmp_path, name, data))
    assert "请" in str(caught.value)
    assert isinstance(caught.value, YifaError)


def test_a_file_of_200_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "大.txt"
    with path.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    with pytest.raises(FileTooLarge, match="200兆"):
        read_document(path)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="不存在"):
        read_document(tmp_path / "没有.txt")
    with pytest.raises(UnreadableFile, match="文件夹"):
        read_document(tmp_path)


def test_a_web_page_loses_its_boilerplate_and_keeps_its_tables(tmp_path: Path) -> None:
    page = """<html><head><title>网站</title><script>var a=12;</script><style>p{}</style></head><body>
    <nav><a>首页</a></nav><div><h1>某县2024年法治政府建设情况报告</h1><p>全年收到申请<b>45</b>件。</p>
    <table><tr><th>事项</th><th>行政处罚</th></tr><tr><td>数量</td><td><p>40件</p></td></tr></table></div>
    <footer>版权所有</footer></body></html>"""
    document = read_document(_file(tmp_path, "页.html", page.encode()))
    assert "全年收到申请45件。" in document.text
    assert "数量 | 40件" in document.text
    assert not any(words in document.text for words in ("var a", "首页", "版权所有"))


@pytest.mark.parametrize("markup", ["<html></html>", "<html>" + "<div>" * 20000 + "收到45件", "<p>" + "<b>" * 3000])
def test_strange_web_pages_neither_hang_nor_crash(tmp_path: Path, markup: str) -> None:
    started = time.monotonic()
    with contextlib.suppress(UnreadableFile):
        read_document(_file(tmp_path, "页.html", markup.encode()))
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("name", ["空.txt", "空.md", "空.html", "空.docx"])
def test_a_file_without_any_text_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name.endswith("docx"):
        docx.Document().save(str(path))
    else:
        path.write_text("\ufeff \n\u3000\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match=f"无法读取“{name}”：.*(?:里面没有文字|内容为空)"):
        read_document(path)


def test_merged_cells_of_a_web_page_stand_in_every_place_that_they_cover(tmp_path: Path) -> None:
    page = (
        '<html><body><table><tr><th rowspan="2">单位</th><th colspan="2">处罚</th></tr>'
        "<tr><th>件数</th><th>金额</th></tr>"
        '<tr><td rowspan="0">市监局</td><td>3</td><td rowspan="2">5万</td></tr>'
        "<tr><td>4</td></tr></table></body></html>"
    )
    text = read_document(_file(tmp_path, "页.html", page.encode())).text
    assert text.splitlines() == ["单位 | 处罚 | 处罚", "单位 | 件数 | 金额", "市监局 | 3 | 5万", "市监局 | 4 |"]


@pytest.mark.parametrize("span", ["-1", "甲", "99999999999", "99999", "1.5", ""])
def test_a_merged_cell_of_nonsense_size_does_no_harm(tmp_path: Path, span: str) -> None:
    cell = f'<td colspan="{span}" rowspan="{span}">甲</td>'
    page = f"<html><body><table><tr>{cell}</tr><tr><td>乙</td></tr></table></body></html>"
    assert len(read_document(_file(tmp_path, "页.html", page.encode())).text) < 1000
