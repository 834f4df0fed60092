"""An official document as .docx, in the layout of GB/T 9704.

The body is written as text, because WordprocessingML stays readable that way and one page takes under a millisecond.
The same document gives the same bytes, so that its digest proves it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from yifa.papers import layout
from yifa.papers.document import (
    Block,
    Heading,
    OfficialDocument,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    Text,
    clean,
    runs,
    signature,
    width_in_characters,
)
from yifa.papers.word_parts import (
    DECLARATION,
    DOCUMENT_RELATIONS,
    DRAWING_NAMESPACES,
    EXACT,
    FIRST_LINE,
    FIXED_PARTS,
    NAMESPACES,
    SECTION,
    look,
    relationships,
)

BODY = look(layout.FONT_BODY, layout.BODY_SIZE)
BODY_BOLD = look(layout.FONT_BODY, layout.BODY_SIZE, bold=True)
TABLE = look(layout.FONT_BODY, layout.TABLE_SIZE)
TABLE_BOLD = look(layout.FONT_BODY, layout.TABLE_SIZE, bold=True)
TABLE_HEAD = look(layout.FONT_LEVEL_1, layout.TABLE_SIZE)
PAGE_BREAK = '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'
"""The paragraph's end stands on the new page: one point high, it takes no line from it."""
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The date of every entry of the package: the earliest the format knows, the same for ever."""
_ENGLISH_METRIC_UNITS = 36000
"""EMU a millimetre."""


def to_docx(document: OfficialDocument, *, dated: date | None = None) -> bytes:
    """The document as .docx.

    Args:
        document: what it says.
        dated: the date in the file's properties; default is the date of the document (成文日期).
    """
    pictures = [block for block in document.blocks if isinstance(block, Picture)]
    relations = DOCUMENT_RELATIONS + [("image", f"media/image{n}.png") for n in range(1, len(pictures) + 1)]
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as archive:
        for name, content in FIXED_PARTS:
            _write(archive, name, content)
        _write(archive, "docProps/core.xml", _properties(document, dated or document.issued_on))
        _write(archive, "word/_rels/document.xml.rels", relationships(relations).encode())
        _write(archive, "word/document.xml", _body(document).encode())
        for number, picture in enumerate(pictures, 1):
            _write(archive, f"word/media/image{number}.png", picture.png)
    return package.getvalue()


def _write(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    entry.create_system = 3  # the same bytes on every system
    archive.writestr(entry, content)


def _properties(document: OfficialDocument, dated: date | None) -> bytes:
    moment = f"{dated.isoformat()}T00:00:00Z" if dated else ""
    stamps = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>'
        for name in ("created", "modified")
        if moment
    )
    return (
        f"{DECLARATION}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(clean(''.join(document.title.splitlines())))}</dc:title>"
        f"<dc:creator>{escape(clean('、'.join(document.signatory)))}</dc:creator>"
        f"{stamps}</cp:coreProperties>"
    ).encode()


def _body(document: OfficialDocument) -> str:
    pictures = iter(range(1, len(document.blocks) + 1))
    blocks = [
        _block(block, pictures, last=number == len(document.blocks)) for number, block in enumerate(document.blocks, 1)
    ]
    parts = [
        *_head(document),
        *blocks,
        *_attachments(document),
        *_signature(document),
        *_tail(document),
    ]
    return (
        f"{DECLARATION}<w:document {NAMESPACES} {DRAWING_NAMESPACES}>"
        f"<w:body>{''.join(parts)}{SECTION}</w:body>"
        "</w:document>"
    )


def _run(text: str, properties: str) -> str:
    pieces = [
        "".join(f"{'' if m == 0 else '<w:tab/>'}{_t(cell)}" for m, cell in enumerate(line.split("\t")))
        for line in text.splitlines() or [""]
    ]
    return f"<w:r>{properties}{'<w:br/>'.join(pieces)}</w:r>"


def _t(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else ""


def _runs(text: Text, regular: str = BODY, bold: str = BODY_BOLD) -> str:
    return "".join(_run(run.text, bold if run.bold else regular) for run in runs(text) if run.text)


def _paragraph(content: str, properties: str = "", *, style: str = "", keep: bool = False) -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{'<w:keepNext/>' if keep else ''}{properties}</w:pPr>{content}</w:p>"


def _empty(*, keep: bool = False) -> str:
    return _paragraph("", EXACT, keep=keep)


def _head(document: OfficialDocument) -> Iterable[str]:
    number = _run(clean(document.number), BODY) if document.number else ""
    centred = f'{EXACT}<w:jc w:val="center"/>'
    if document.letterhead:
        red = look(layout.FONT_TITLE, layout.LETTERHEAD_SIZE, color="FF0000")
        mark = _run(clean(document.letterhead), red)
        yield _paragraph(
            mark,
            '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>',
        )
        yield _empty() + _empty()
        rule = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="1" w:color="FF0000"/></w:pBdr>'
        yield _paragraph(number, f"{rule}{centred}")
        yield _empty() + _empty()
    title = look(layout.FONT_TITLE, layout.TITLE_SIZE)
    yield _paragraph(_run("\n".join(map(clean, document.title_lines)), title), centred, style="Title")
    if number and not document.letterhead:
        yield _paragraph(number, centred)
    yield _empty()
    if document.recipient:
        yield _paragraph(_run(clean(document.recipient) + "：", BODY), EXACT)


def _block(block: Block, pictures: Iterable[int], *, last: bool) -> str:
    match block:
        case Heading():
            font = layout.HEADING_FONTS[block.level]
            properties = look(font, layout.BODY_SIZE, bold=block.level in layout.BOLD_LEVELS)
            content = _run(clean(block.text), properties) + _runs(block.body)
            return _paragraph(content, EXACT + FIRST_LINE, style=f"Heading{block.level}")
        case Paragraph():
            return _text_paragraph(block, keep=last)
        case Table():
            return _table(block) + _empty()  # two tables that touch would become one
        case Picture():
            return _picture(block, next(iter(pictures)))
        case PageBreak():
            return PAGE_BREAK


def _text_paragraph(block: Paragraph, *, keep: bool) -> str:
    flush = block.align in ("center", "right") or not block.indent
    alignment = {"justify": "both"}.get(block.align, block.align)
    properties = f'{EXACT}{"" if flush else FIRST_LINE}<w:jc w:val="{alignment}"/>'
    return _paragraph(_runs(block.text), properties, keep=keep)


def _table(table: Table) -> str:
    total = layout.twips(layout.TEXT_WIDTH)
    widths = [int(total * share) for share in table.column_widths()]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in sides)
    rows = [_row(table, table.header, widths, head=True)] if table.header else []
    rows += [_row(table, row, widths) for row in table.rows]
    caption = ""
    if table.caption:
        caption = _paragraph(
            _run(clean(table.caption), TABLE_HEAD),
            '<w:jc w:val="center"/>',
            style="Free",
            keep=True,
        )
    return (
        f'{caption}<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f"<w:tblBorders>{borders}</w:tblBorders>"
        '<w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(table: Table, cells: tuple[Text, ...], widths: list[int], *, head: bool = False) -> str:
    written = []
    for column, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        align = "center" if head else table.column_align(column)
        content = _runs(cell, TABLE_HEAD if head else TABLE, TABLE_BOLD)
        written.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
            + _paragraph(content, f'<w:jc w:val="{align}"/>', style="Free")
            + "</w:tc>"
        )
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(written)}</w:tr>"


def _picture(picture: Picture, number: int) -> str:
    width = round(picture.width_mm * _ENGLISH_METRIC_UNITS)
    height = round(picture.height_mm * _ENGLISH_METRIC_UNITS)
    relation = f"rId{len(DOCUMENT_RELATIONS) + number}"
    words = quoteattr(clean(picture.alt))
    drawing = (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="图片{number}" descr={words}/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        "<pic:nvPicPr>"
        f'<pic:cNvPr id="{number}" name="image{number}.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        "<pic:blipFill>"
        f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        "<pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect">'
        "<a:avLst/>"
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
        "</w:r>"
    )
    centred = '<w:jc w:val="center"/>'
    shown = _paragraph(drawing, centred, style="Free", keep=bool(picture.caption))
    if picture.caption:
        shown += _paragraph(_run(clean(picture.caption), TABLE), centred, style="Free")
    return shown


def _attachments(document: OfficialDocument) -> Iterable[str]:
    """附件说明: a line apart, two characters in, names aligned under each other (7.3.4)."""
    if not document.attachments:
        return
    yield _empty(keep=True)
    for number, name in enumerate(document.numbered_attachments):
        lead = 1.5 if len(document.attachments) > 1 else 0.0
        hanging = lead + (0 if number else 3)
        label = "" if number else "附件："
        yield _paragraph(
            _run(label + clean(name), BODY),
            EXACT + _indent(left=5 + lead, hanging=hanging),
            keep=True,
        )


def _indent(**characters: float) -> str:
    size = layout.BODY_SIZE * 20
    given = "".join(
        f' w:{side}Chars="{round(count * 100)}" w:{side}="{round(count * size)}"' for side, count in characters.items()
    )
    return f"<w:ind{given}/>"


def _signature(document: OfficialDocument) -> Iterable[str]:
    lines = signature(document).lines
    if not lines:
        return
    yield _empty(keep=True) + _empty(keep=True)
    for number, (text, right) in enumerate(lines, 1):
        place = f'{EXACT}{_indent(right=right)}<w:jc w:val="right"/>'
        yield _paragraph(_run(text, BODY), place, keep=number < len(lines))


def _tail(document: OfficialDocument) -> Iterable[str]:
    if document.annotation:
        yield _empty() + _paragraph(_run(f"（{clean(document.annotation)}）", BODY), EXACT + FIRST_LINE)
    if document.copies_to:
        lines = "".join(f'<w:{side} w:val="single" w:sz="6" w:space="1" w:color="auto"/>' for side in ("top", "bottom"))
        text = f"抄送：{clean(document.copies_to)}。"
        small = look(layout.FONT_BODY, layout.COPIES_SIZE)
        hanging = width_in_characters("抄送：")
        place = _indent(left=1 + hanging, right=1, hanging=hanging)
        yield _empty() + _paragraph(_run(text, small), f"<w:pBdr>{lines}</w:pBdr>{EXACT}{place}")
