"""Tracked replacements (修订): old characters in w:del, new ones in w:ins, to be accepted or refused in Word."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Final

from lxml import etree

from yifa.text.cutting import Cuts
from yifa.text.docx import Piece

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_TRACKED: Final = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "numberingChange")
_HARMLESS: Final = ("rPr", "t", "lastRenderedPageBreak")
_PARENTS: Final = ("p", "hyperlink", "ins", "sdtContent", "smartTag", "customXml")


def fresh_ids(taken: Iterable[str | None]) -> Iterator[int]:
    """Numbers from 0 on that are not taken."""
    used = set(taken)
    return (number for number in itertools.count() if str(number) not in used)


def _alike(one: str, other: str) -> int:
    """How many characters two strings have in common from their beginning."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))


class Revision:
    """The revisions of one author in one document."""

    def __init__(self, cuts: Cuts, trees: Iterable[etree._ElementTree], author: str, when: str) -> None:
        self.cuts = cuts
        self.w = cuts.w
        self.author = author
        self.when = when
        tags = [f"{self.w}{name}" for name in _TRACKED]
        self.ids = fresh_ids(node.get(f"{self.w}id") for tree in trees for node in tree.iter(*tags))
        self._instead: dict[etree._Element, etree._Element] = {}

    def replace(self, start: int, end: int, new: str) -> bool:
        """Track the replacement of the characters, as few as differ; False where the document does not allow it."""
        old = "".join(self._words(piece, start, end) for piece in self.cuts.between(start, end))
        if len(old) != end - start or old == new:
            return False  # numbers that Word makes itself cannot be replaced
        same = _alike(old, new)
        tail = _alike(old[same:][::-1], new[same:][::-1])
        start, end, new = start + same, end - tail, new[same : len(new) - tail]
        if start == end:
            return self._insert(start, new)
        return self._exchange(start, end, new)

    def outside(self, run: etree._Element) -> etree._Element:
        """The run, or the deletion around it: a comment stands outside of what may vanish."""
        parent = run.getparent()
        return parent if parent is not None and parent.tag == f"{self.w}del" else run

    def behind(self, run: etree._Element) -> etree._Element:
        """The last element of the run's place: what was inserted instead of it, if anything."""
        gone = self.outside(run)
        return self._instead.get(gone, gone)

    def _words(self, piece: Piece, start: int, end: int) -> str:
        if piece.node.tag != f"{self.w}t":
            return ""
        text = (piece.node.text or "")[piece.at : piece.at + piece.end - piece.start]
        return text[max(start - piece.start, 0) : end - piece.start]

    def _exchange(self, start: int, end: int, new: str) -> bool:
        self.cuts.cut(start)
        self.cuts.cut(end)
        runs = list(dict.fromkeys(self.cuts.run_of(piece.node) for piece in self.cuts.between(start, end)))
        if not self._changeable(runs, start, end):
            return False
        gone = [self._deleted(run) for run in runs]
        if new:
            made = self._inserted(new, runs[0])
            self._place_behind(gone[-1], made)
            self._instead |= dict.fromkeys(gone, made)
        return True

    def _changeable(self, runs: list[etree._Element], start: int, end: int) -> bool:
        """Whether the runs stand side by side in one paragraph and hold these characters and nothing else."""
        parents = {run.getparent() for run in runs}
        held = sum(len(node.text or "") for run in runs for node in run.iterfind(f"{self.w}t"))
        harmless = {f"{self.w}{name}" for name in _HARMLESS}
        parent = next(iter(parents))
        return (
            len(parents) == 1
            and parent is not None
            and parent.tag in {f"{self.w}{name}" for name in _PARENTS}
            and all(node.tag in harmless for run in runs for node in run)
            and held == end - start
        )

    def _insert(self, offset: int, new: str) -> bool:
        """Insert behind the character before the offset."""
        self.cuts.cut(offset)
        pieces = self.cuts.between(offset - 1, offset)
        if not pieces or pieces[0].end != offset:
            return False
        run = self.cuts.run_of(pieces[0].node)
        parent = run.getparent()
        if parent is None or parent.tag not in {f"{self.w}{name}" for name in _PARENTS}:
            return False
        made = self._inserted(new, run)
        self._place_behind(run, made)
        self._instead[run] = made
        return True

    def _deleted(self, run: etree._Element) -> etree._Element:
        gone = self._mark("del")
        run.addprevious(gone)
        gone.append(run)
        for node in run.iterfind(f"{self.w}t"):
            node.tag = f"{self.w}delText"
            node.set(_SPACE, "preserve")
        return gone

    def _inserted(self, new: str, like: etree._Element) -> etree._Element:
        made = self._mark("ins")
        run = etree.SubElement(made, f"{self.w}r")
        properties = like.find(f"{self.w}rPr")
        if properties is not None:
            own = deepcopy(properties)
            for change in own.findall(f"{self.w}rPrChange"):
                own.remove(change)
            run.append(own)
        text = etree.SubElement(run, f"{self.w}t")
        text.set(_SPACE, "preserve")
        text.text = new
        return made

    def _place_behind(self, node: etree._Element, made: etree._Element) -> None:
        """Behind a node; an insertion of somebody else around it is divided, since insertions do not nest."""
        parent = node.getparent()
        if parent is None or parent.tag != f"{self.w}ins":
            node.addnext(made)
            return
        rest = list(node.itersiblings())
        parent.addnext(made)
        if rest:
            second = etree.Element(parent.tag)
            second.attrib.update(parent.attrib)
            second.set(f"{self.w}id", str(next(self.ids)))
            second.extend(rest)
            made.addnext(second)

    def _mark(self, name: str) -> etree._Element:
        mark = etree.Element(f"{self.w}{name}")
        mark.set(f"{self.w}id", str(next(self.ids)))
        mark.set(f"{self.w}author", self.author)
        mark.set(f"{self.w}date", self.when)
        return mark
