"""Cutting the runs of a Word document at characters, so that comments and revisions can begin and end anywhere."""

from __future__ import annotations

from bisect import bisect_right
from copy import deepcopy
from typing import Final

from lxml import etree

from yifa.text.docx import Piece, WordText

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


class Cuts:
    """The pieces of a text, kept right while runs are cut in two."""

    def __init__(self, word: WordText) -> None:
        self.w = word.namespace
        self.pieces = list(word.pieces)
        self._starts = [piece.start for piece in self.pieces]

    def between(self, start: int, end: int) -> list[Piece]:
        """The pieces that hold characters from `start` up to `end`."""
        at = max(bisect_right(self._starts, start) - 1, 0)
        found = []
        while at < len(self.pieces) and self.pieces[at].start < end:
            if self.pieces[at].end > start:
                found.append(self.pieces[at])
            at += 1
        return found

    def nearest(self, offset: int) -> Piece | None:
        """The piece at or behind an offset that stands in no piece itself, else the last one before."""
        at = bisect_right(self._starts, offset)
        if not self.pieces:
            return None
        return self.pieces[min(at, len(self.pieces) - 1)]

    def cut(self, offset: int) -> None:
        """Let a run begin with the character at this offset, where a run can be cut there."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or self.pieces[at].end <= offset:
            return
        piece = self.pieces[at]
        run = piece.node.getparent()
        if run is None or run.tag != f"{self.w}r" or run is not self.run_of(piece.node):
            return
        if offset > piece.start:
            piece = self._halve(at, offset)
        self._part(run, piece.node)

    def run_of(self, node: etree._Element) -> etree._Element:
        """The run a comment on this node can stand beside: not one inside of ruby, which is a part of its own run."""
        run = next(node.iterancestors(f"{self.w}r"))
        while (parent := run.getparent()) is not None and parent.tag == f"{self.w}rubyBase":
            run = next(run.iterancestors(f"{self.w}r"))
        return run

    def _halve(self, at: int, offset: int) -> Piece:
        """Divide a node of text in two; the piece of the second is returned."""
        piece = self.pieces[at]
        inside = piece.at + offset - piece.start
        text = piece.node.text or ""
        second = etree.Element(piece.node.tag)
        piece.node.text, second.text = text[:inside], text[inside:]
        for node in (piece.node, second):
            node.set(_SPACE, "preserve")
        piece.node.addnext(second)
        after = Piece(offset, piece.end, piece.part, second, 0)
        self.pieces[at : at + 1] = [Piece(piece.start, offset, piece.part, piece.node, piece.at), after]
        self._starts.insert(at + 1, offset)
        return after

    def _part(self, run: etree._Element, node: etree._Element) -> None:
        """Move a node and what follows it to a run of its own, with the same properties."""
        properties = f"{self.w}rPr"
        if all(before.tag == properties for before in node.itersiblings(preceding=True)):
            return
        second = etree.Element(run.tag)
        second.attrib.update(run.attrib)
        own = run.find(properties)
        if own is not None:
            second.append(deepcopy(own))
        for moved in [node, *node.itersiblings()]:
            second.append(moved)
        run.addnext(second)
