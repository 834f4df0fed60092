"""Give a .docx back with comments (批注) and tracked replacements (修订), everything else in it as it was.

Only the parts that change are written anew: those with text that got an anchor or a revision, the comments, and where
the document had no comments the lists of relations and content types. All other parts are copied byte for byte.
"""

from __future__ import annotations

import io
import itertools
import shutil
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from lxml import etree

from yifa.text.container import Container, Refused, open_container, parse_xml
from yifa.text.cutting import Cuts
from yifa.text.docx import (
    RELATIONSHIP,
    STRICT_WORD,
    Piece,
    WordText,
    Zone,
    read_docx,
    refusal,
    relationships,
    relationships_part,
)
from yifa.text.revising import Revision, fresh_ids

_TYPES: Final = "[Content_Types].xml"
_OVERRIDE: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_COMMENTS_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_KINDS: Final = {
    False: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    True: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
}
_NO_RELATIONS: Final = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_SIZE: Final = "20"
"""Of the letters in a comment, in half points: the body of an official document is set too large for a margin."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One comment to be placed.

    Attributes:
        start, end: the characters it is about, as `read_docx` counts them.
        lines: its paragraphs.
        replacement: what these characters should become as a tracked change; None for a comment alone.
        when_replaced: a last line for the case that the change could be made.
    """

    start: int
    end: int
    lines: tuple[str, ...]
    replacement: str | None = None
    when_replaced: str = ""


def annotate(data: bytes, name: str, remarks: Sequence[Remark], author: str, on: date) -> bytes:
    """The document with a comment for each remark. Raises what `read_docx` raises."""
    word = read_docx(data, name)
    if not remarks:
        return data
    try:
        with open_container(data) as container:
            return _Annotation(container, word, author, on).made(remarks)
    except Refused as error:
        raise refusal(error, name) from error


class _Annotation:
    """One document while comments are being put in."""

    def __init__(self, container: Container, word: WordText, author: str, on: date) -> None:
        self.container = container
        self.word = word
        self.w = word.namespace
        self.cuts = Cuts(word)
        self.revision = Revision(self.cuts, word.trees.values(), author, f"{on.isoformat()}T00:00:00Z")
        related = relationships(container, word.main)
        self.comments_part = next((target for kind, target in related.values() if kind == "comments"), "")
        self.comments = self._comments()
        marks = word.trees[word.main].iter(f"{self.w}commentReference", f"{self.w}commentRangeStart")
        self.ids = fresh_ids(node.get(f"{self.w}id") for node in itertools.chain(self.comments.getroot(), marks))
        self.changed = {word.main}

    def made(self, remarks: Sequence[Remark]) -> bytes:
        """Make all changes and write the package."""
        ordered = sorted(remarks, key=lambda one: (one.start, one.end))
        replaced = self._replace(ordered)
        for remark in ordered:
            self._comment(remark, remark in replaced)
        return self._package()

    def _replace(self, remarks: Sequence[Remark]) -> set[Remark]:
        """Track the replacements from the first on; one that overlaps an earlier one stays a comment."""
        done: set[Remark] = set()
        reached = 0
        for remark in remarks:
            if remark.replacement is None or remark.start < reached:
                continue
            pieces = self.cuts.between(remark.start, remark.end)
            if self.revision.replace(remark.start, remark.end, remark.replacement):
                done.add(remark)
                reached = remark.end
                self.changed |= {piece.part for piece in pieces}
        return done

    def _comment(self, remark: Remark, replaced: bool) -> None:
        label, first, last = self._anchor(remark.start, remark.end)
        number = str(next(self.ids))
        lines = [f"（{label}）{remark.lines[0]}", *remark.lines[1:]] if label else list(remark.lines)
        if replaced and remark.when_replaced:
            lines.append(remark.when_replaced)
        self.comments.getroot().append(self._comment_node(number, lines))
        begin = self._element("commentRangeStart", id=number)
        end = self._element("commentRangeEnd", id=number)
        reference = self._element("r")
        reference.append(self._element("commentReference", id=number))
        first.addprevious(begin)
        last.addnext(end)
        end.addnext(reference)

    def _anchor(self, start: int, end: int) -> tuple[str, etree._Element, etree._Element]:
        """Name of the zone, and the first and last element of the body that the comment is to embrace."""
        zone = next((one for one in self.word.zones if one.start <= start < one.end), None)
        if zone is not None:
            run = self._run_of_zone(zone)
            return zone.label, run, run
        end = min(end, self.word.body)
        self.cuts.cut(start)
        self.cuts.cut(end)
        pieces = self._in_one_place(self.cuts.between(start, end))
        if not pieces:
            near = self.cuts.nearest(start)
            if near is None or near.start >= self.word.body:
                run = self._first_run()
                return "", run, run
            pieces = [near]
        first, last = self.cuts.run_of(pieces[0].node), self.cuts.run_of(pieces[-1].node)
        return "", self.revision.outside(first), self.revision.behind(last)

    def _in_one_place(self, pieces: list[Piece]) -> list[Piece]:
        """Only those whose paragraphs stand in the same cell or body as the first: a comment cannot cross cells."""
        if not pieces:
            return pieces
        place = self._place(pieces[0])
        return list(itertools.takewhile(lambda piece: self._place(piece) is place, pieces))

    def _place(self, piece: Piece) -> etree._Element:
        cell = next(piece.node.iterancestors(f"{self.w}tc", f"{self.w}txbxContent"), None)
        return self.word.trees[self.word.main].getroot() if cell is None else cell

    def _run_of_zone(self, zone: Zone) -> etree._Element:
        """The run of the body a zone belongs to; the first one where it belongs to the page."""
        run = zone.anchor
        if run is None or next(run.iterancestors(f"{self.w}del", f"{self.w}txbxContent"), None) is not None:
            return self._first_run()
        return run

    def _first_run(self) -> etree._Element:
        """The first run of the body that counts; made where there is none."""
        if self.cuts.pieces and self.cuts.pieces[0].start < self.word.body:
            return self.revision.outside(self.cuts.run_of(self.cuts.pieces[0].node))
        body = self.word.trees[self.word.main].getroot().find(f"{self.w}body")
        assert body is not None  # a document without one is not read
        paragraph = body.find(f"{self.w}p")
        if paragraph is None:
            paragraph = self._element("p")
            body.insert(0, paragraph)
        run = paragraph.find(f"{self.w}r")
        if run is None:
            run = self._element("r")
            paragraph.append(run)
        return run

    def _comments(self) -> etree._ElementTree:
        if self.comments_part in self.container.names:
            return self.container.xml(self.comments_part)
        self.comments_part = ""
        return etree.ElementTree(etree.Element(f"{self.w}comments", nsmap={"w": self.w[1:-1]}))

    def _comment_node(self, number: str, lines: Iterable[str]) -> etree._Element:
        author, when = self.revision.author, self.revision.when
        comment = self._element("comment", id=number, author=author, date=when, initials=author[:1])
        for at, line in enumerate(lines):
            paragraph = etree.SubElement(comment, f"{self.w}p")
            properties = etree.SubElement(paragraph, f"{self.w}pPr")
            properties.append(self._element("spacing", line="240", lineRule="auto"))
            properties.append(self._element("ind", firstLine="0", firstLineChars="0"))
            properties.append(self._element("jc", val="left"))
            if at == 0:
                etree.SubElement(etree.SubElement(paragraph, f"{self.w}r"), f"{self.w}annotationRef")
            run = etree.SubElement(paragraph, f"{self.w}r")
            etree.SubElement(run, f"{self.w}rPr").append(self._element("sz", val=_SIZE))
            text = etree.SubElement(run, f"{self.w}t")
            text.set(_SPACE, "preserve")
            text.text = line.translate(_UNSAYABLE)
        return comment

    def _element(self, name: str, **attributes: str) -> etree._Element:
        return etree.Element(f"{self.w}{name}", {f"{self.w}{key}": value for key, value in attributes.items()})

    def _package(self) -> bytes:
        changed = {name: _xml(self.word.trees[name]) for name in self.changed}
        if not self.comments_part:
            self.comments_part = self._free_name()
            changed |= dict(self._registered())
        changed[self.comments_part] = _xml(self.comments)
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for part in self.container.parts:
                entry = _entry(part.filename, part.date_time, part.compress_type)
                if part.filename in changed:
                    archive.writestr(entry, changed.pop(part.filename))
                else:
                    with self.container.stream(part.filename) as source, archive.open(entry, "w") as target:
                        shutil.copyfileobj(source, target)
            for name, content in changed.items():
                archive.writestr(_entry(name, (1980, 1, 1, 0, 0, 0), zipfile.ZIP_DEFLATED), content)
        return made.getvalue()

    def _free_name(self) -> str:
        folder = self.word.main.rpartition("/")[0]
        names = (f"comments{number or ''}.xml" for number in itertools.count())
        paths = (f"{folder}/{name}" if folder else name for name in names)
        return next(path for path in paths if path not in self.container.names)

    def _registered(self) -> Iterator[tuple[str, bytes]]:
        """The relations of the body and the content types, with the comments entered."""
        name = relationships_part(self.word.main)
        relations = parse_xml(self.container.read(name) if name in self.container.names else _NO_RELATIONS)
        taken = {node.get("Id") for node in relations.getroot()}
        own = next(one for one in (f"rIdComments{n or ''}" for n in itertools.count()) if one not in taken)
        entry = etree.SubElement(relations.getroot(), RELATIONSHIP)
        entry.set("Id", own)
        entry.set("Type", _KINDS[self.w == STRICT_WORD])
        entry.set("Target", self.comments_part.rpartition("/")[2])
        yield name, _xml(relations)
        types = self.container.xml(_TYPES)
        override = etree.SubElement(types.getroot(), _OVERRIDE)
        override.set("PartName", f"/{self.comments_part}")
        override.set("ContentType", _COMMENTS_TYPE)
        yield _TYPES, _xml(types)


_UNSAYABLE: Final = dict.fromkeys((*range(32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)), " ")


def _xml(tree: etree._ElementTree) -> bytes:
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))


def _entry(name: str, moment: tuple[int, int, int, int, int, int], method: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, moment)
    entry.compress_type = method
    entry.external_attr = 0o600 << 16
    return entry
