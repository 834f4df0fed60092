"""A whole .docx as one text, with the way back from every character to the place in the file it comes from.

The body comes first: paragraphs as lines, one table row a line with its cells divided by " | ", automatic numbers as
Word shows them. Behind it, each with its name (`Zone`), come text boxes, footnotes, endnotes, headers and footers, so
that they are checked without breaking into the sentences of the body. Insertions that are tracked (修订) count,
deletions do not; tables of contents, page numbers and hidden text are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from yifa.text.container import Bomb, Container, Damaged, Declaring, Encrypted, Refused, open_container, parse_xml
from yifa.text.errors import BrokenFile, FileTooLarge, UnreadableFile, UnsafeFile
from yifa.text.flow import Flow, Span
from yifa.text.numbering import Numbering

PART: Final = "word/document.xml"
WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT_WORD: Final = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_RESAVE: Final = "请用文字处理软件重新另存为 docx 后再试。"
_MAIN_KIND: Final = "/officeDocument"
_REVISED: Final = "文中有没有接受的修订：插入的文字（{0}处）计入，删除的文字（{1}处）不计。"
_PAGE_NUMBER: Final = re.compile(r"[\s—–·第页共/-]+")
"""What is left of a footer whose page number is a field."""
_NAMES: Final = {"footnotes": "脚注", "endnotes": "尾注"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text that stands in one XML node: characters of a w:t from `at` on, or one tab or break."""

    start: int
    end: int
    part: str
    node: etree._Element
    at: int


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch outside of the body: 脚注2, 尾注1, 页眉, 页脚, 文本框.

    `anchor` is the run of the body it belongs to, the place for a comment where Word allows none inside; None where
    there is no such run.
    """

    start: int
    end: int
    label: str
    anchor: etree._Element | None


@dataclass(frozen=True)
class WordText:
    """The text of a Word document, its nodes, and what a reader should know about how it was read."""

    text: str
    body: int
    """Where the body ends and the zones begin."""
    pieces: tuple[Piece, ...]
    zones: tuple[Zone, ...]
    notes: tuple[str, ...]
    trees: Mapping[str, etree._ElementTree]
    """The parts that hold text, by name."""
    main: str
    """Name of the part with the body."""
    namespace: str
    _starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [piece.start for piece in self.pieces])

    def between(self, start: int, end: int) -> list[Piece]:
        """The pieces that hold characters from `start` up to `end`, without those that only touch it."""
        at = max(bisect_right(self._starts, start) - 1, 0)
        found = []
        for piece in self.pieces[at:]:
            if piece.start >= end:
                break
            if piece.end > start:
                found.append(piece)
        return found


def docx_to_text(data: bytes, name: str) -> str:
    """The body of a docx file as text, without headers, notes and text boxes.

    Raises BrokenFile, UnsafeFile or FileTooLarge.
    """
    read = read_docx(data, name)
    return read.text[: read.body]


def read_docx(data: bytes, name: str) -> WordText:
    """All the text of a docx file. Raises BrokenFile, UnsafeFile or FileTooLarge."""
    try:
        with open_container(data) as container:
            return _Reader(container, name).read()
    except Refused as error:
        raise refusal(error, name) from error


def refusal(error: Refused, name: str) -> UnreadableFile:
    """What a user is told of a package that is not opened."""
    if isinstance(error, Bomb):
        if "超过" in str(error):
            return FileTooLarge(name, str(error), "请拆分后再试。")
        return UnsafeFile(name, f"{error}，压缩内容展开后过大，可能是恶意文件", _RESAVE)
    if isinstance(error, Encrypted):
        return BrokenFile(name, "文档已加密", "请取消密码后再试。")
    if isinstance(error, Damaged):
        return BrokenFile(name, f"docx 文档不完整或已损坏（{error}）", "请重新下载或重新另存后再试。")
    return UnsafeFile(name, str(error) if not isinstance(error, Declaring) else "文档内含外部实体声明", _RESAVE)


class _Reader:
    """Reads the parts of one document in order."""

    def __init__(self, container: Container, name: str) -> None:
        self.container = container
        self.name = name
        self.main = main_part(container)
        if self.main not in container.names:
            raise BrokenFile(name, "不是有效的 docx 文档（缺少正文部分）", _RESAVE)
        self.trees = {self.main: container.xml(self.main)}
        self.related = relationships(container, self.main)
        tag = self.trees[self.main].getroot().tag
        self.w = STRICT_WORD if str(tag).startswith(STRICT_WORD) else WORD
        self.text: list[str] = []
        self.length = 0
        self.pieces: list[Piece] = []
        self.zones: list[Zone] = []
        self.inserted = self.deleted = 0

    def read(self) -> WordText:
        root = self.trees[self.main].getroot()
        body = root.find(f"{self.w}body")
        if body is None:
            raise BrokenFile(self.name, "不是有效的 docx 文档（正文部分没有正文）", _RESAVE)
        numbering = Numbering.read(self._other("numbering"), self._other("styles"), self.w)
        flow = Flow(self.w, numbering)
        self._add(flow.read(body), self.main)
        end = self.length
        self._boxes(flow, self.main, "文本框", None)
        for kind, label in _NAMES.items():
            self._notes(kind, label, flow.notes[kind])
        self._margins(body)
        self._count(flow)
        notes = (_REVISED.format(self.inserted, self.deleted),) if self.inserted or self.deleted else ()
        return WordText(
            "".join(self.text), end, tuple(self.pieces), tuple(self.zones), notes, self.trees, self.main, self.w
        )

    def _other(self, kind: str) -> etree._ElementTree | None:
        name = next((target for one, target in self.related.values() if one == kind), "")
        return self.container.xml(name) if name in self.container.names else None

    def _add(self, spans: Iterable[Span], part: str) -> None:
        for words, node, at in spans:
            if node is not None:
                self.pieces.append(Piece(self.length, self.length + len(words), part, node, at))
            self.text.append(words)
            self.length += len(words)

    def _zone(self, flow: Flow, parent: etree._Element, part: str, label: str, anchor: etree._Element | None) -> None:
        """Add what stands outside of the body as a zone, unless it says nothing."""
        spans = list(flow.read(parent))
        if _PAGE_NUMBER.sub("", "".join(words for words, _, _ in spans)):
            start = self.length
            self._add(spans, part)
            self.zones.append(Zone(start, self.length, label, anchor))
        self._boxes(flow, part, label, anchor)

    def _boxes(self, flow: Flow, part: str, label: str, anchor: etree._Element | None) -> None:
        while flow.boxes:
            box, host = flow.boxes.pop(0)
            self._zone(flow, box, part, label, anchor if anchor is not None else host)

    def _notes(self, kind: str, label: str, references: list[tuple[str, etree._Element]]) -> None:
        """Footnotes or endnotes in the order of their references."""
        name = next((target for one, target in self.related.values() if one == kind), "")
        if not references or name not in self.container.names:
            return
        self.trees[name] = self.container.xml(name)
        by_id = {node.get(f"{self.w}id"): node for node in self.trees[name].getroot()}
        flow = Flow(self.w, Numbering(self.w))
        for number, (note, run) in enumerate(references, 1):
            if note in by_id:
                self._zone(flow, by_id[note], name, f"{label}{number}", run)
        self._count(flow)

    def _margins(self, body: etree._Element) -> None:
        """Headers and footers that the sections refer to, each once."""
        told: set[str] = set()
        first = next(body.iter(f"{self.w}r"), None)
        for kind, label in (("header", "页眉"), ("footer", "页脚")):
            for reference in body.iter(f"{self.w}{kind}Reference"):
                target = next((value for key, value in reference.attrib.items() if str(key).endswith("}id")), "")
                _, name = self.related.get(str(target), ("", ""))
                if name in told or name not in self.container.names:
                    continue
                told.add(name)
                self.trees[name] = self.container.xml(name)
                flow = Flow(self.w, Numbering(self.w))
                self._zone(flow, self.trees[name].getroot(), name, label, first)
                self._count(flow)

    def _count(self, flow: Flow) -> None:
        self.inserted += flow.inserted
        self.deleted += flow.deleted


def main_part(container: Container) -> str:
    """The part that holds the body, as the package names it."""
    for kind, target in relationships(container, "").values():
        if kind == _MAIN_KIND.strip("/"):
            return target
    return PART


def relationships_part(part: str) -> str:
    """word/document.xml → word/_rels/document.xml.rels; "" is the package itself."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def relationships(container: Container, part: str) -> dict[str, tuple[str, str]]:
    """Id → kind (the last word of the type) and the name of the part, of what a part refers to inside the package."""
    name = relationships_part(part)
    if name not in container.names:
        return {}
    return dict(_related(parse_xml(container.read(name)), part.rpartition("/")[0]))


def _related(tree: etree._ElementTree, folder: str) -> Iterator[tuple[str, tuple[str, str]]]:
    for node in tree.getroot():
        if node.tag != RELATIONSHIP or node.get("TargetMode") == "External":
            continue
        kind, target = node.get("Type", "").rpartition("/")[2], node.get("Target", "")
        steps = [] if target.startswith("/") else [step for step in folder.split("/") if step]
        for step in target.strip("/").split("/"):
            if step == "..":
                steps = steps[:-1]
            elif step != ".":
                steps.append(step)
        yield node.get("Id", ""), (kind, "/".join(steps))
