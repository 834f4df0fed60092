"""The text of a .docx: paragraphs as lines, one table row a line, without opening what could expand."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import IO

from lxml import etree

from yifa.text.errors import BrokenFile, FileTooLarge, UnsafeFile

PART = "word/document.xml"
MAX_PART = 64 * 1024 * 1024
MAX_RATIO = 200
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RESAVE = "请用文字处理软件重新另存为 docx 后再试。"


def docx_to_text(data: bytes, name: str) -> str:
    """The body text of a docx file. Deleted revisions and field codes are left out.

    Raises BrokenFile, UnsafeFile or FileTooLarge.
    """
    return "\n".join(_Lines().read(etree.iterparse(
        BytesIO(_part(data, name)), events=("start", "end"), resolve_entities=False, no_network=True,
        load_dtd=False, huge_tree=False,
    ), name)) + "\n"  # fmt: skip


def _part(data: bytes, name: str) -> bytes:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            info = archive.getinfo(PART)
            if info.flag_bits & 0x1:
                raise BrokenFile(name, "文档已加密", "请取消密码后再试。")
            if info.file_size > MAX_PART or info.file_size > MAX_RATIO * max(info.compress_size, 1024):
                raise UnsafeFile(name, "压缩内容展开后过大，可能是恶意文件", _RESAVE)
            with archive.open(info) as stream:
                part = _read_at_most(stream, name)
    except KeyError as error:
        raise BrokenFile(name, "不是有效的 docx 文档（缺少正文部分）", _RESAVE) from error
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError, zlib.error) as error:
        raise BrokenFile(name, "docx 文档不完整或已损坏", "请重新下载或重新另存后再试。") from error
    if b"<!DOCTYPE" in part[:2000] or b"<!ENTITY" in part[:20000]:
        raise UnsafeFile(name, "文档内含外部实体声明", _RESAVE)
    return part


def _read_at_most(stream: IO[bytes], name: str) -> bytes:
    part = stream.read(MAX_PART + 1)
    if len(part) > MAX_PART:
        raise FileTooLarge(name, "文档正文超过64兆字节", "请拆分后再试。")
    return part


class _Lines:
    """Collects the lines of a document body while its XML streams by."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.pieces: list[str] = []
        self.rows: list[list[str]] = []
        self.cells = 0

    def read(self, events: etree.iterparse, name: str) -> list[str]:
        try:
            for event, node in events:
                if event == "start":
                    self._open(node)
                else:
                    self._close(node)
        except etree.XMLSyntaxError as error:
            raise BrokenFile(name, "docx 正文的结构已损坏", "请重新下载或重新另存后再试。") from error
        return self.lines

    def _open(self, node: etree._Element) -> None:
        if node.tag == f"{_W}tr":
            self.rows.append([])

    def _close(self, node: etree._Element) -> None:
        tag = node.tag
        if tag == f"{_W}t":
            self.pieces.append(node.text or "")
        elif tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            self.pieces.append("\n" if tag != f"{_W}tab" and not self.rows else " ")
        elif tag == f"{_W}p":
            self._end_paragraph()
        elif tag == f"{_W}tc" and self.rows:
            self.rows[-1].append("".join(self.pieces).strip())
            self.pieces = []
        elif tag == f"{_W}tr" and self.rows:
            self._end_row(self.rows.pop())
        if tag in (f"{_W}p", f"{_W}tr"):
            node.clear()

    def _end_paragraph(self) -> None:
        if self.rows:
            self.pieces.append(" ")
            return
        self.lines.extend("".join(self.pieces).split("\n"))
        self.pieces = []

    def _end_row(self, cells: list[str]) -> None:
        line = " | ".join(cells)
        if self.rows:
            self.pieces.append(line)
        else:
            self.lines.append(line)
