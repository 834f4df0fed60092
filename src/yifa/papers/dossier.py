"""The dossier of a case (案卷) as one PDF: cover, contents, then every document in order.

Pages are numbered as archives have it: from the first document, on the outer upper corner; cover and contents carry no
number.
"""

from __future__ import annotations

import ctypes
import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

from yifa.errors import YifaError
from yifa.papers.document import OfficialDocument, Paragraph, Table, chinese_date
from yifa.papers.store import digest_of
from yifa.papers.typeset import TypesettingError, compile_pdf, to_pdf
from yifa.papers.wordtext import read_docx

STAMP_SIZE: Final = 11.0
STAMP_MARGIN: Final = 36.0
"""Distance of the page number from the paper's edges, in points."""
PAGES_AT_A_TIME: Final = 40
DIGIT_WIDTH: Final = 0.556
"""Width of a Helvetica digit, as a share of the type size."""
_PICTURES: Final = frozenset({"jpg", "jpeg", "png"})


class DossierError(YifaError):
    """The dossier cannot be made; the message names the document that is at fault."""


@dataclass(frozen=True)
class Cover:
    """What stands on the cover.

    Attributes:
        organ: the organ whose dossier it is.
        kind: the kind of case, for instance 行政复议.
        case_number: 案号.
        cause: what it is about (案由).
        parties: role and name of each party, for instance ("申请人", "张三").
        opened_on, closed_on: 立案日期 and 结案日期; None while it runs.
        result: how it ended (处理结果).
        remarks: further lines, label and value, for instance ("保管期限", "30年").
    """

    organ: str
    kind: str
    case_number: str
    cause: str = ""
    parties: tuple[tuple[str, str], ...] = ()
    opened_on: date | None = None
    closed_on: date | None = None
    result: str = ""
    remarks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Entry:
    """A document in the dossier: one of ours, or the bytes of a file, whose `name` says what it is."""

    title: str
    content: OfficialDocument | bytes
    dated: date | None = None
    number: str = ""
    name: str = ""


def dossier_pdf(cover: Cover, entries: Sequence[Entry]) -> bytes:
    """The whole dossier.

    Raises:
        DossierError: a file in it is damaged or locked; the message names it.
        TypesettingError: no Chinese font is installed.
    """
    parts = [_as_pdf(entry) for entry in entries]
    with _opened([entry.title for entry in entries], parts) as documents:
        counts = [len(document) for document in documents]
        front = compile_pdf(
            "dossier.typ",
            _front(cover, entries, counts),
            {},
            dated=cover.closed_on or cover.opened_on,
        )
        whole = pypdfium2.PdfDocument.new()
        try:
            with pypdfium2.PdfDocument(front) as pages:
                whole.import_pages(pages)
            first = 1
            for entry, document in zip(entries, documents, strict=True):
                _append(whole, document, first, entry.title)
                first += len(document)
            made = io.BytesIO()
            whole.save(made)
        finally:
            whole.close()
    return made.getvalue()


@contextmanager
def _opened(titles: Sequence[str], parts: Sequence[bytes]) -> Iterator[list[Any]]:
    documents: list[Any] = []
    try:
        for title, part in zip(titles, parts, strict=True):
            try:
                document = pypdfium2.PdfDocument(part)
            except pypdfium2.PdfiumError as error:
                why = "设置了打开密码" if "password" in str(error).lower() else "已损坏"
                raise DossierError(
                    f"无法生成案卷：“{title}”的PDF文件{why}。请换上没有密码的完好文件后重试。"
                ) from error
            documents.append(document)
        yield documents
    finally:
        for document in documents:
            document.close()


def _append(whole: Any, document: Any, first: int, title: str) -> None:
    """Number the pages of a document from `first` on and put them at the end of the whole.

    A few at a time: whenever PDFium writes on a page it looks at every page of its document.
    """
    try:
        for start in range(0, len(document), PAGES_AT_A_TIME):
            with pypdfium2.PdfDocument.new() as some:
                end = min(start + PAGES_AT_A_TIME, len(document))
                some.import_pages(document, pages=list(range(start, end)))
                for index in range(end - start):
                    _stamp(some, index, first + start + index)
                whole.import_pages(some)
    except pypdfium2.PdfiumError as error:
        raise DossierError(f"无法生成案卷：“{title}”的页面读不出来。请重新导出PDF后重试。") from error


def _as_pdf(entry: Entry) -> bytes:
    if isinstance(entry.content, OfficialDocument):
        return to_pdf(entry.content)
    kind = PurePath(entry.name).suffix.lower().removeprefix(".")
    if kind == "pdf":
        return entry.content
    if kind in _PICTURES:
        return _picture(entry, entry.content, kind)
    if kind == "docx":
        return to_pdf(read_docx(entry.title, entry.content))
    if kind == "txt":
        return to_pdf(_plain_text(entry, entry.content))
    return to_pdf(_slip(entry, entry.content))


def _picture(entry: Entry, content: bytes, kind: str) -> bytes:
    file = f"picture.{kind}"
    try:
        return compile_pdf("sheet.typ", {"plain_title": entry.title, "file": file}, {file: content})
    except TypesettingError as error:
        raise DossierError(
            f"无法生成案卷：“{entry.title}”（{entry.name}）不是完好的图片。请重新扫描或者导出后重试。"
        ) from error


def _plain_text(entry: Entry, content: bytes) -> OfficialDocument:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("gb18030", errors="replace")
    lines = (line.strip() for line in text.splitlines())
    return OfficialDocument(title=entry.title, blocks=tuple(Paragraph(line) for line in lines if line))


def _slip(entry: Entry, content: bytes) -> OfficialDocument:
    """A sheet that stands for a file which cannot be shown on paper (OFD, xlsx, doc, wps)."""
    rows = (
        ("文件名", entry.name),
        ("大小", f"{len(content):,}字节"),
        ("摘要（SM3）", " ".join(re.findall(".{16}", digest_of(content)))),
    )
    return OfficialDocument(
        title=entry.title,
        blocks=(
            Paragraph("本件以电子文件形式存卷，内容见下列文件，凭摘要核对。"),
            Table(rows=rows, widths=(1, 3)),
        ),
    )


def _front(cover: Cover, entries: Sequence[Entry], counts: Sequence[int]) -> dict[str, Any]:
    lines = [("案号", cover.case_number), ("案由", cover.cause), *cover.parties]
    lines += [
        (label, chinese_date(day))
        for label, day in (("立案日期", cover.opened_on), ("结案日期", cover.closed_on))
        if day
    ]
    lines += [("处理结果", cover.result), *cover.remarks]
    lines.append(("卷内文件", f"{len(entries)}件，共{sum(counts)}页"))
    return {
        "plain_title": f"{cover.kind}案卷 {cover.case_number}",
        "organ": cover.organ,
        "kind": cover.kind,
        "lines": [[label, value] for label, value in lines if value],
        "contents": list(_contents(entries, counts)),
    }


def _contents(entries: Sequence[Entry], counts: Sequence[int]) -> Iterator[list[str]]:
    first = 1
    for order, (entry, count) in enumerate(zip(entries, counts, strict=True), 1):
        last = first + count - 1
        pages = str(first) if count == 1 else f"{first}—{last}"
        day = chinese_date(entry.dated) if entry.dated else ""
        yield [str(order), entry.title, entry.number, day, pages]
        first += count


def _stamp(whole: Any, index: int, number: int) -> None:
    """Write the page number on the outer upper corner of the page."""
    page = whole[index]
    shown = str(number)
    raw = pdfium.FPDFPageObj_NewTextObj(whole, b"Helvetica", STAMP_SIZE)
    encoded = ctypes.create_string_buffer((shown + "\0").encode("utf-16-le"))
    pdfium.FPDFText_SetText(raw, ctypes.cast(encoded, pdfium.FPDF_WIDESTRING))
    text = pypdfium2.PdfObject(raw, page=None, pdf=whole)
    place = _corner(page.get_cropbox(), page.get_rotation(), len(shown), right=number % 2 == 1)
    text.set_matrix(pypdfium2.PdfMatrix(*place))
    page.insert_obj(text)
    page.gen_content()
    page.close()


def _corner(
    box: tuple[float, float, float, float], rotation: int, digits: int, *, right: bool
) -> tuple[float, float, float, float, float, float]:
    """The matrix that puts a number upright into an upper corner, as one sees the page.

    `rotation` is how many degrees a viewer turns the page clockwise; `box` is what it shows.
    """
    left, bottom, width, height = box[0], box[1], box[2] - box[0], box[3] - box[1]
    seen_width, seen_height = (width, height) if rotation in (0, 180) else (height, width)
    wide = digits * DIGIT_WIDTH * STAMP_SIZE
    x = seen_width - STAMP_MARGIN - wide if right else STAMP_MARGIN
    y = seen_height - STAMP_MARGIN
    match rotation:
        case 90:
            return (0, 1, -1, 0, left + width - y, bottom + x)
        case 180:
            return (-1, 0, 0, -1, left + width - x, bottom + height - y)
        case 270:
            return (0, -1, 1, 0, left + y, bottom + height - x)
        case _:
            return (1, 0, 0, 1, left + x, bottom + y)
