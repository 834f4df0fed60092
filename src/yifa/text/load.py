"""Files to documents: size limit, kind by content rather than by name, then structure."""

from __future__ import annotations

import re
from pathlib import Path

from yifa.text.decode import decode
from yifa.text.docx import docx_to_text
from yifa.text.errors import BrokenFile, FileTooLarge, UnreadableFile
from yifa.text.html import html_to_text
from yifa.text.model import Document
from yifa.text.structure import parse

MAX_BYTES = 32 * 1024 * 1024
SUFFIXES = (".txt", ".html", ".htm", ".docx", ".md")
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|div|table|p)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?\s*(gb2312|gbk|gb18030|utf-8)", re.IGNORECASE)


def read_document(path: Path) -> Document:
    """Read a txt, html or docx file. Raises a subclass of UnreadableFile with a Chinese message."""
    return parse(file_text(path), path.name)


def file_text(path: Path) -> str:
    """The plain text of a file: line ends folded to one newline, no byte order mark."""
    data = _bytes(path)
    name = path.name
    if data.startswith(b"PK\x03\x04"):
        return _plain(docx_to_text(data, name))
    if path.suffix.lower() == ".docx":
        raise BrokenFile(name, "不是有效的 docx 文档", "请重新下载，或用文字处理软件另存为 docx。")
    if data.startswith(_OLD_WORD):
        raise BrokenFile(name, "这是旧版 doc 文档", "请用文字处理软件另存为 docx 后再试。")
    if data.startswith(b"%PDF"):
        raise BrokenFile(name, "暂不能读取 PDF", "请转成 docx 或复制正文存为 txt 后再试。")
    text = decode(data, name)
    if path.suffix.lower() in (".html", ".htm") or _HTML.search(text[:4000]):
        return _plain(html_to_text(text, name))
    return text if "\r" not in text else _plain(text)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise UnreadableFile(path.name, "它是文件夹", "请给出其中的文件。")
        if size > MAX_BYTES:
            raise FileTooLarge(
                path.name, f"文件有{size // 1048576}兆字节，超过{MAX_BYTES // 1048576}兆的上限", "请拆分后再试。"
            )
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise UnreadableFile(path.name, "文件不存在", "请检查路径。") from error
    except OSError as error:
        raise UnreadableFile(path.name, f"打不开文件（{error.strerror}）", "请检查权限和路径。") from error
