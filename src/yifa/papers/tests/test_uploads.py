from __future__ import annotations

import zipfile

import pytest

from yifa.papers import uploads
from yifa.papers.document import OfficialDocument, Paragraph
from yifa.papers.tests.samples import notice, package, png
from yifa.papers.typeset import to_pdf
from yifa.papers.uploads import UploadError, check
from yifa.papers.word import to_docx
from yifa.text.container import PARTS

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
JPG = b"\xff\xd8\xff\xe0" + b"\0" * 100 + b"\xff\xd9"
TYPES = b'<Types><Override ContentType="x.wordprocessingml.document.main+xml"/></Types>'
SHEET = TYPES.replace(b"wordprocessingml.document", b"spreadsheetml.sheet")
MACROS = b'<Types><Override ContentType="x.document.macroEnabled.main+xml"/></Types>'


def word(**more: bytes) -> bytes:
    return package({"[Content_Types].xml": TYPES, "word/document.xml": b"<x/>", **more})


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("决定书.docx", to_docx(notice()), "docx"),
        ("附件.PDF", to_pdf(OfficialDocument("题", blocks=(Paragraph("文"),))), "pdf"),
        ("统计表.xlsx", package({"[Content_Types].xml": SHEET}), "xlsx"),
        ("公文.ofd", package({"OFD.xml": b"<ofd/>"}), "ofd"),
        ("照片.jpeg", JPG, "jpg"),
        ("图.png", png(), "png"),
        ("旧文.doc", OLE, "doc"),
        ("旧文.wps", OLE, "wps"),
        ("说明.txt", "说明".encode("gb18030"), "txt"),
        ("说明.txt", "说明".encode("utf-16"), "txt"),
    ],
)
def test_the_kinds_an_office_needs_are_accepted(name: str, content: bytes, kind: str) -> None:
    assert check(name, content).kind == kind


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("空.pdf", b"", "文件是空的"),
        ("程序.exe", b"MZ", "不是允许的文件类型"),
        ("无扩展名", b"x", "不是允许的文件类型"),
        ("网页.pdf", b"<html>", "内容不是pdf文件"),
        ("改名.docx", b"%PDF-1.7\n%%EOF", "内容不是docx文件"),
        ("改名.pdf", to_docx(notice()), "内容不是pdf文件"),
        ("表.docx", package({"[Content_Types].xml": SHEET}), "内容不是docx文件"),
        ("包.docx", package({"a.txt": b"x"}), "内容不是docx文件"),
        ("公文.docx", package({"OFD.xml": b"<ofd/>"}), "内容不是docx文件"),
        ("公文.ofd", word(), "内容不是ofd文件"),
        ("半截.pdf", b"%PDF-1.7\n1 0 obj", "已损坏或者不完整"),
        ("半截.docx", to_docx(notice())[:-200], "已损坏或者不完整"),
        ("半截.png", png()[:-30], "已损坏或者不完整"),
        ("半截.jpg", JPG[:-2], "已损坏或者不完整"),
        ("宏.docx", word(**{"word/vbaProject.bin": b"x"}), "有宏"),
        ("宏.docx", package({"[Content_Types].xml": MACROS}), "有宏"),
        ("宏.doc", OLE + "_VBA_PROJECT".encode("utf-16-le"), "有宏"),
        ("密.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "打开密码"),
        ("外.docx", word(**{"../../x.xml": b"x"}), "指向外部的路径"),
        ("二进制.txt", b"\x00\x01\x02", "内容不是txt文件"),
        ("二进制.txt", b"\xff\xff\xff", "内容不是txt文件"),
    ],
)
def test_what_may_not_come_in_is_refused_with_name_and_reason(name: str, content: bytes, why: str) -> None:
    with pytest.raises(UploadError) as error:
        check(name, content)
    assert f"“{name}”" in str(error.value)
    assert why in str(error.value)


def test_every_refusal_says_what_to_do() -> None:
    with pytest.raises(UploadError, match=r"请.+。$"):
        check("a.exe", b"MZ")


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = package({"[Content_Types].xml": TYPES, "word/document.xml": b"\0" * 60_000_000})
    assert len(bomb) < 200_000
    with pytest.raises(UploadError, match="不像正常的办公文件"):
        check("炸弹.docx", bomb)


def test_a_package_with_too_many_entries_is_refused() -> None:
    many = package({f"{n}.xml": b"" for n in range(PARTS + 1)}, zipfile.ZIP_STORED)
    with pytest.raises(UploadError, match="不像正常的办公文件"):
        check("多.docx", many)


def test_fifty_megabytes_are_the_limit() -> None:
    with pytest.raises(UploadError, match="超过50MB"):
        check("大.pdf", b"%PDF-" + b"\0" * uploads.MAX_BYTES)


def test_a_path_in_the_name_is_dropped() -> None:
    assert check("C:\\用户\\桌面\\图.png", png()).name == "图.png"
    assert check("../../图.png", png()).name == "图.png"
