"""Files to documents: size limit, kind by content rather than by name, then structure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from yifa.errors import os_reason
from yifa.text.convert import to_docx
from yifa.text.decode import decode
from yifa.text.docx import read_docx
from yifa.text.errors import BrokenFile, FileTooLarge, UnreadableFile
from yifa.text.html import html_to_text
from yifa.text.model import Document
from yifa.text.pdf import pdf_to_text
from yifa.text.structure import parse

MAX_BYTES = 50 * 1024 * 1024
SUFFIXES = (".txt", ".html", ".htm", ".docx", ".md", ".pdf", ".doc", ".wps", ".rtf")
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RICH = b"{\\rtf"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_TOP = 4000
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|div|table|p)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A named stretch of a text outside of its body: 脚注1, 页眉."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Source:
    """A file as text.

    Attributes:
        text: all of it, line ends folded to one newline, no byte order mark; offsets count Unicode characters.
        body: where the body ends; behind it come notes, headers, footers and text boxes of a Word document.
        stretches: what stands behind the body, by name.
        notes: what a reader should know about how the file was read, in Chinese.
        word: the .docx the text was read from (the file, or what an old .doc was converted to); None for other kinds.
    """

    text: str
    body: int
    stretches: tuple[Stretch, ...] = ()
    notes: tuple[str, ...] = ()
    word: bytes | None = None


def read_document(path: Path) -> Document:
    """Read the body of a file. Raises a subclass of UnreadableFile with a Chinese message."""
    return parse(file_text(path), path.name)


def file_text(path: Path) -> str:
    """The body of a file as plain text."""
    source = read_source(path)
    return source.text[: source.body]


def read_source(path: Path) -> Source:
    """All the text of a file. Raises a subclass of UnreadableFile with a Chinese message."""
    return source_of(_bytes(path), path.name)


def source_of(data: bytes, name: str) -> Source:
    """The same of a file's content; `name` only helps to tell a web page from plain text, and names it in errors.

    A file without any text is refused: whoever checks it would otherwise hear that nothing is wrong with it.
    """
    source = _read(data, name)
    if not source.text.strip():
        raise UnreadableFile(name, "里面没有文字", "请确认没有选错文件。")
    return source


def _read(data: bytes, name: str) -> Source:
    suffix = Path(name).suffix.lower()
    if data.startswith(b"PK\x03\x04"):
        return _word(data, name)
    if suffix == ".docx" and not data.startswith(_OLD_WORD):
        raise BrokenFile(name, "不是有效的 docx 文档", "请重新下载，或用文字处理软件另存为 docx。")
    if data.startswith((_OLD_WORD, _RICH)):
        if _LOCKED in data:
            raise BrokenFile(name, "文档已加密", "请取消密码后再试。")
        converted = _word(to_docx(data, name), name)
        note = "旧版文档（doc、wps、rtf）先转换成 docx 再检查，版式可能与原文略有出入。"
        return Source(converted.text, converted.body, converted.stretches, (note, *converted.notes), converted.word)
    if data[:1024].lstrip().startswith(b"%PDF"):
        return _plain(*pdf_to_text(data, name))
    if suffix in (".pdf", ".doc", ".wps", ".rtf") and not (suffix == ".doc" and _HTML.search(_ascii(data))):
        raise BrokenFile(name, f"内容不是{suffix[1:]}文件，与扩展名不符", "请用原来的软件打开后另存，不要只改扩展名。")
    text = decode(data, name)
    if suffix in (".html", ".htm") or _HTML.search(text[:_TOP]):
        return _plain(html_to_text(text, name))
    return _plain(text)


def _ascii(data: bytes) -> str:
    """The beginning of a file, of which only the tags matter: office systems save web pages under the name .doc."""
    return data[:_TOP].decode("ascii", "ignore")


def _word(data: bytes, name: str) -> Source:
    read = read_docx(data, name)
    stretches = tuple(Stretch(zone.start, zone.end, zone.label) for zone in read.zones)
    return Source(read.text, read.body, stretches, read.notes, data)


def _plain(text: str, notes: tuple[str, ...] = ()) -> Source:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Source(text, len(text), notes=notes)


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
        raise UnreadableFile(path.name, f"打不开文件（{os_reason(error)}）", "请检查权限和路径。") from error
