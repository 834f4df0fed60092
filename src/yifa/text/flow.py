"""The reading order (文字流) of one part of a Word document: paragraphs, tables, fields, revisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from yifa.text.numbering import Numbering

Span = tuple[str, etree._Element | None, int]
"""Characters, the node they stand in (None for what Word makes itself, such as numbers), and where in that node."""

_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_HIDDEN_FIELDS: Final = ("TOC", "PAGE", "NUMPAGES", "SECTIONPAGES", "INDEX")
_BLANKS: Final = str.maketrans("\n\r\t", "   ")
_OFF: Final = ("0", "false", "off", "none")


class Flow:
    """Walks one part and gives its text; collects on the way what stands beside it.

    Attributes:
        boxes: text boxes met, each with the run that holds it.
        notes: for footnotes and endnotes, the ids referred to, in order, each with its run.
        inserted, deleted: tracked changes met.
    """

    def __init__(self, namespace: str, numbering: Numbering) -> None:
        self.w = namespace
        self.numbering = numbering
        self.boxes: list[tuple[etree._Element, etree._Element]] = []
        self.notes: dict[str, list[tuple[str, etree._Element]]] = {"footnotes": [], "endnotes": []}
        self.inserted = self.deleted = 0
        self._fields: list[list[str]] = []

    def read(self, parent: etree._Element) -> Iterator[Span]:
        """The paragraphs and tables of a body, cell, note, header or text box, each ended by a new line."""
        for node in parent:
            if node.tag == f"{self.w}p":
                yield from self._line(node)
            elif node.tag == f"{self.w}tbl":
                for row in self._rows(node):
                    yield from row
                    yield "\n", None, 0
            elif inner := self._inside(node):
                yield from self.read(inner[0])

    def _inside(self, node: etree._Element) -> list[etree._Element]:
        """What stands in a wrapper: content control, custom XML, alternative content, tracked insertion."""
        if node.tag == f"{self.w}sdt":
            return node.findall(f"{self.w}sdtContent")
        if node.tag == f"{_MC}AlternateContent":
            return (node.findall(f"{_MC}Choice") or node.findall(f"{_MC}Fallback"))[:1]
        if node.tag in (f"{self.w}ins", f"{self.w}moveTo"):
            self.inserted += 1
            return [node]
        if node.tag in (f"{self.w}del", f"{self.w}moveFrom"):
            self.deleted += 1
            return []
        wrappers = ("customXml", "smartTag", "hyperlink", "dir", "bdo")
        return [node] if node.tag in tuple(f"{self.w}{name}" for name in wrappers) else []

    def _line(self, paragraph: etree._Element) -> Iterator[Span]:
        """A paragraph with its number and its end; one whose mark is deleted runs on into the next."""
        hidden = self._hidden
        spans = list(self._inline(paragraph))
        joined = paragraph.find(f"{self.w}pPr/{self.w}rPr/{self.w}del") is not None
        if not spans and (joined or hidden):
            return
        label = self.numbering.label(paragraph)
        if label:
            yield label, None, 0
        yield from spans
        if not joined:
            yield "\n", None, 0

    def _rows(self, table: etree._Element) -> Iterator[list[Span]]:
        for node in table:
            if node.tag == f"{self.w}tr":
                if node.find(f"{self.w}trPr/{self.w}del") is None:
                    yield self._row(node)
                else:
                    self.deleted += 1
            elif inner := self._inside(node):
                yield from self._rows(inner[0])

    def _row(self, row: etree._Element) -> list[Span]:
        spans: list[Span] = []
        for number, cell in enumerate(self._cells(row)):
            if number:
                spans.append((" | ", None, 0))
            spans += _stripped([_flat(span) for span in self.read(cell)])
        return spans

    def _cells(self, row: etree._Element) -> Iterator[etree._Element]:
        for node in row:
            if node.tag == f"{self.w}tc":
                yield node
            elif inner := self._inside(node):
                yield from self._cells(inner[0])

    def _inline(self, parent: etree._Element) -> Iterator[Span]:
        for node in parent:
            if node.tag == f"{self.w}r":
                if not self._vanishes(node):
                    yield from self._run(node, node)
            elif node.tag == f"{self.w}fldSimple":
                if not _is_hidden(node.get(f"{self.w}instr", "")):
                    yield from self._inline(node)
            elif node.tag in (f"{_MATH}oMath", f"{_MATH}oMathPara"):
                yield from ((t.text or "", None, 0) for t in node.iter(f"{_MATH}t"))
            elif inner := self._inside(node):
                yield from self._inline(inner[0])

    def _vanishes(self, run: etree._Element) -> bool:
        node = run.find(f"{self.w}rPr/{self.w}vanish")
        return node is not None and node.get(f"{self.w}val", "1") not in _OFF

    def _run(self, parent: etree._Element, run: etree._Element) -> Iterator[Span]:
        """The content of a run; `parent` is the run itself or a wrapper inside of it."""
        for node in parent:
            name = etree.QName(node).localname if isinstance(node.tag, str) else ""
            if node.tag == f"{self.w}t":
                if node.text and not self._hidden:
                    yield node.text.translate(_BLANKS), node, 0
            elif name in ("tab", "ptab", "br", "cr", "noBreakHyphen") and not self._hidden:
                yield {"tab": " ", "ptab": " ", "noBreakHyphen": "-"}.get(name, "\n"), node, 0
            elif name == "fldChar":
                self._field(node.get(f"{self.w}fldCharType", ""))
            elif name == "instrText" and self._fields:
                self._fields[-1][0] += node.text or ""
            elif name in ("footnoteReference", "endnoteReference"):
                self.notes[name.replace("Reference", "s")].append((node.get(f"{self.w}id", ""), run))
            elif name == "ruby":
                for base in node.iterfind(f"{self.w}rubyBase/{self.w}r"):
                    yield from self._run(base, base)
            elif name == "AlternateContent":
                for inner in self._inside(node):
                    yield from self._run(inner, run)
            elif name in ("drawing", "pict", "object"):
                self.boxes += [(box, run) for box in self._outermost(node)]

    def _outermost(self, drawing: etree._Element) -> Iterable[etree._Element]:
        """The text boxes of a drawing; one inside another is met when the outer one is read."""
        tag = f"{self.w}txbxContent"
        spare = {box for fallback in drawing.iter(f"{_MC}Fallback") for box in fallback.iter(tag)}
        found = [box for box in drawing.iter(tag) if box not in spare]
        return [box for box in found if not any(above in found for above in box.iterancestors(tag))]

    def _field(self, mark: str) -> None:
        if mark == "begin":
            self._fields.append(["", "instruction"])
        elif mark == "separate" and self._fields:
            self._fields[-1][1] = "result"
        elif mark == "end" and self._fields:
            self._fields.pop()

    @property
    def _hidden(self) -> bool:
        """Whether we are in the instruction of a field, or in the result of one that is not text of the document."""
        return any(state == "instruction" or _is_hidden(words) for words, state in self._fields)


def _is_hidden(instruction: str) -> bool:
    return (instruction.split() or [""])[0].upper() in _HIDDEN_FIELDS


def _flat(span: Span) -> Span:
    return (" " if span[0] == "\n" else span[0], span[1], span[2])


def _stripped(spans: list[Span]) -> list[Span]:
    """Without the blanks at both ends, so that cells stand side by side."""
    while spans and not spans[0][0].strip():
        spans = spans[1:]
    while spans and not spans[-1][0].strip():
        spans = spans[:-1]
    if spans:
        words, node, at = spans[0]
        spans[0] = (words.lstrip(), node, at + len(words) - len(words.lstrip()))
        words, node, at = spans[-1]
        spans[-1] = (words.rstrip(), node, at)
    return spans
