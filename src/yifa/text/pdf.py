"""The text of a PDF that carries text: its visual lines joined to paragraphs, page numbers left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from yifa.text.errors import BrokenFile, FileTooLarge

PAGES: Final = 2_000
CHARACTERS: Final = 20_000_000
_FEW: Final = 20
"""Characters on an average page below which a PDF is a scan with a stamp or a page number."""
_PAGE_NUMBER: Final = re.compile(r"[-—–－·\s]*(?:第?\s*\d{1,4}\s*页?(?:\s*[/共]\s*\d{1,4}\s*页?)?)[-—–－·\s]*")
_BEGINS: Final = re.compile(
    r"第[一二三四五六七八九十百零〇0-9]+[编章节条]|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|\d{1,2}[.．、]"
    r"|附件|附：|抄送|主送"
)
_ENDS: Final = ("。", "：", "；", "！", "？", ":", ";")
_WRONG: Final = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_SPACED: Final = re.compile(r"(?<=[一-龥]) (?=[0-9A-Za-z])(?<![编章节条] )|(?<=[0-9A-Za-z%]) (?=[一-龥])")
"""The gap that programs set between Chinese and Latin characters reads as a blank, which the text has not."""
_INDENT: Final = 1.2
_SHORT: Final = 2.5
"""In characters: a line that starts so far right begins a paragraph, one that ends so far left closes it."""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    left: float
    right: float
    size: float


def pdf_to_text(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text, and what the reader should know of it (pages without text).

    Raises:
        BrokenFile: damaged, locked, or a scan without text.
        FileTooLarge: more pages or characters than a document has.
    """
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = _pages(document, name)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise BrokenFile(name, "PDF 设置了打开密码", "请取消密码后再试。") from error
        raise BrokenFile(name, "PDF 不完整或已损坏", "请重新下载或重新导出后再试。") from error
    counts = [sum(len(line.text) for line in page) for page in pages]
    if sum(counts) < _FEW * max(len(pages), 1):
        raise BrokenFile(
            name,
            "PDF 里没有文字，多半是扫描件",
            "请提供可以复制文字的 PDF 或者 Word 原稿，或者先做文字识别（OCR）再试。",
        )
    empty = [str(number) for number, count in enumerate(counts, 1) if not count]
    notes = (f"第{'、'.join(empty)}页没有文字（可能是扫描页或者空白页），没有检查。",) if empty else ()
    return "\n".join(_paragraphs(_without_margins(pages))) + "\n", notes


def _pages(document: Any, name: str) -> list[list[_Line]]:
    if len(document) > PAGES:
        raise FileTooLarge(name, f"PDF 有{len(document)}页，超过{PAGES}页的上限", "请拆分后再试。")
    pages, total = [], 0
    for number in range(len(document)):
        page = document[number]
        words = page.get_textpage()
        pages.append(list(_lines(words)))
        total += sum(len(line.text) for line in pages[-1])
        words.close()
        page.close()
        if total > CHARACTERS:
            raise FileTooLarge(name, "PDF 的文字过多", "请拆分后再试。")
    return pages


def _lines(words: Any) -> Iterator[_Line]:
    """The visual lines of one page with their edges, in points."""
    text = words.get_text_range()
    placed = len(text) == words.count_chars()
    for found in re.finditer(r"[^\r\n]+", text):
        line = _SPACED.sub("", _WRONG.sub("", found[0]))
        if not line.strip():
            continue
        left = right = size = 0.0
        if placed:
            first = found.start() + len(found[0]) - len(found[0].lstrip())
            last = found.start() + len(found[0].rstrip()) - 1
            (left, _, _, _), (_, low, right, high) = words.get_charbox(first, loose=True), words.get_charbox(last, True)
            size = high - low
        yield _Line(line.strip(), left, right, size)


def _without_margins(pages: list[list[_Line]]) -> Iterator[list[_Line]]:
    """The pages without page numbers, and without first and last lines that most pages share."""
    filled = [page for page in pages if page] if len(pages) > 2 else []
    edges = Counter(words for page in filled for words in {page[0].text, page[-1].text})
    for page in pages:
        kept = [line for line in page if not _PAGE_NUMBER.fullmatch(line.text)]
        while kept and edges[kept[0].text] * 2 > len(pages):
            kept = kept[1:]
        while kept and edges[kept[-1].text] * 2 > len(pages):
            kept = kept[:-1]
        yield kept


def _paragraphs(pages: Iterator[list[_Line]]) -> Iterator[str]:
    """Lines joined where one fills its width and the next is neither indented nor numbered."""
    open_text, closed = "", True
    for page in pages:
        left = min((line.left for line in page), default=0.0)
        right = max((line.right for line in page), default=0.0)
        for line in page:
            indented = line.left > left + _INDENT * line.size if line.size else False
            if open_text and (closed or indented or _BEGINS.match(line.text)):
                yield open_text
                open_text = ""
            open_text = _joined(open_text, line.text)
            short = line.right < right - _SHORT * line.size if line.size else line.text.endswith(_ENDS)
            closed = short
    if open_text:
        yield open_text


def _joined(before: str, after: str) -> str:
    """Two lines as one; a blank between Latin words only."""
    latin = before[-1:].isascii() and before[-1:].isalnum() and after[:1].isascii() and after[:1].isalnum()
    return f"{before} {after}" if latin else before + after
