"""What a .docx says, for showing it where only its text is needed (the dossier).

Ours come back nearly as they were; of others the text, headings, alignment and tables are kept, pictures are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from yifa.errors import YifaError
from yifa.papers.document import Block, Heading, Level, OfficialDocument, Paragraph, Table
from yifa.text.container import Bomb, Refused, open_container

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING: Final = re.compile(r"(?i)heading\s?([1-4])$")
_LEVELS: Final[dict[str, Level]] = {"1": 1, "2": 2, "3": 3, "4": 4}
LONGEST_HEADING: Final = 40
_NUMBER: Final = re.compile(r"\S{1,20}〔\d{4}〕\d+号")
_COPIES: Final = re.compile(r"抄送：(.+?)。?")
_ANNOTATION: Final = re.compile(r"（([^（）]+)）")
_ORDINAL: Final = re.compile(r"^\d+\. ")
_DATE: Final = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_ALIGN: Final = {"center": "center", "right": "right", "end": "right"}


class WordFileError(YifaError):
    """The .docx cannot be read."""


def read_docx(name: str, content: bytes) -> OfficialDocument:
    """The text of a .docx as a document; `name` stands in for a title where it has none.

    Raises:
        WordFileError: it is not a .docx, is damaged, or unpacks to more than 64 MB.
    """
    body = _body(name, content)
    title: list[str] = []
    blocks: list[Block] = []
    for block, style in _blocks(body):
        if style.lower() == "title" and isinstance(block, Paragraph) and not blocks:
            title.append(str(block.text))
        else:
            blocks.append(block)
    number, recipient = _number(blocks), _recipient(blocks)
    copies_to, annotation = _last(blocks, _COPIES), _last(blocks, _ANNOTATION)
    signatory, issued_on = _signature(blocks)
    return OfficialDocument(
        title="\n".join(title) or name,
        number=number,
        recipient=recipient,
        attachments=_attachments(blocks),
        blocks=tuple(blocks),
        signatory=signatory,
        issued_on=issued_on,
        annotation=annotation,
        copies_to=copies_to,
    )


def _body(name: str, content: bytes) -> Any:
    try:
        with open_container(content) as container:
            body = container.xml("word/document.xml").getroot().find(f"{_W}body")
    except Bomb as error:
        raise WordFileError(f"无法读取“{name}”：{error}。请另存为PDF后归卷。") from error
    except Refused as error:
        raise WordFileError(f"无法读取“{name}”：不是完好的docx文件。请重新导出后归卷。") from error
    if body is None:
        raise WordFileError(f"无法读取“{name}”：docx文件没有正文。请重新导出后归卷。")
    return body


def _blocks(body: Any) -> Iterator[tuple[Block, str]]:
    for element in body.iterchildren():
        if element.tag == f"{_W}tbl":
            table = _table(element)
            if table is not None:
                yield table, ""
        elif element.tag == f"{_W}p":
            text = _text(element).strip()
            if text:
                yield _paragraph(element, text)


def _paragraph(element: Any, text: str) -> tuple[Block, str]:
    style = _value(element, "pStyle")
    heading = _HEADING.match(style)
    if heading and len(text) <= LONGEST_HEADING:
        return Heading(_LEVELS[heading[1]], text), style
    if heading and "。" in text:  # the text runs on in the paragraph of its heading
        head, _, body = text.partition("。")
        return Heading(_LEVELS[heading[1]], f"{head}。", body), style
    align = _ALIGN.get(_value(element, "jc"))
    if align == "center":
        return Paragraph(text, align="center"), style
    if align == "right":
        return Paragraph(text, align="right"), style
    indent = element.find(f"{_W}pPr/{_W}ind")
    indented = indent is not None and f"{_W}firstLine" in indent.attrib
    return Paragraph(text, indent=indented), style


def _value(element: Any, name: str) -> str:
    found = element.find(f"{_W}pPr/{_W}{name}")
    return str(found.get(f"{_W}val", "")) if found is not None else ""


def _text(element: Any) -> str:
    parts: list[str] = []
    for node in element.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr"):
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        else:
            parts.append("\t" if node.tag == f"{_W}tab" else "\n")
    return "".join(parts)


def _table(element: Any) -> Table | None:
    rows = [
        tuple("\n".join(_text(p) for p in cell.iter(f"{_W}p")) for cell in row.findall(f"{_W}tc"))
        for row in element.findall(f"{_W}tr")
    ]
    columns = max((len(row) for row in rows), default=0)
    if not columns:
        return None
    grid = [float(column.get(f"{_W}w", 0)) for column in element.findall(f"{_W}tblGrid/{_W}gridCol")]
    return Table(
        rows=tuple(row + ("",) * (columns - len(row)) for row in rows),
        widths=tuple(grid) if len(grid) == columns and all(grid) else (),
    )


def _number(blocks: list[Block]) -> str:
    """Take the document number off the start: a centred line that looks like one."""
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph) and first.align == "center":
        text = str(first.text)
        if _NUMBER.fullmatch(text):
            del blocks[0]
            return text
    return ""


def _recipient(blocks: list[Block]) -> str:
    """Take the recipient off the start: a line that is not indented and ends with a colon."""
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph) and not first.indent and str(first.text).endswith("："):
        del blocks[0]
        return str(first.text).removesuffix("：")
    return ""


def _last(blocks: list[Block], form: re.Pattern[str]) -> str:
    """Take the last paragraph off if it has this form; what it says inside the form."""
    last = blocks[-1] if blocks else None
    found = form.fullmatch(str(last.text)) if isinstance(last, Paragraph) else None
    if found is None:
        return ""
    del blocks[-1]
    return found[1]


def _attachments(blocks: list[Block]) -> tuple[str, ...]:
    """Take the list of attachments off the end: 附件：1. …, then the others, none of them indented."""
    names: list[str] = []
    for place in range(len(blocks) - 1, -1, -1):
        block = blocks[place]
        if not isinstance(block, Paragraph) or block.indent:
            break
        text = str(block.text)
        names.insert(0, _ORDINAL.sub("", text.removeprefix("附件：")))
        if text.startswith("附件："):
            del blocks[place:]
            return tuple(names)
    return ()


def _signature(blocks: list[Block]) -> tuple[tuple[str, ...], date | None]:
    """Take the signature block off the end: right-aligned lines, the last of them a date."""
    lines: list[str] = []
    for block in reversed(blocks):
        if not isinstance(block, Paragraph) or block.align != "right":
            break
        lines.insert(0, str(block.text))
    day = _day(lines[-1]) if lines else None
    if day is None:
        return (), None
    del blocks[-len(lines) :]
    return tuple(lines[:-1]), day


def _day(text: str) -> date | None:
    found = _DATE.fullmatch(text)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None
