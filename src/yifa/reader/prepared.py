"""A document made ready for reading: all its tables found, no sentence longer than a reader can take in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from yifa.reader.grids import with_tables
from yifa.text import Document, Sentence

_LONGEST = 1200
"""Characters. The longest sentences of published reports have half as many; text without any full stop has more."""

_ENDLESS = re.compile(r"[A-Za-z\d+/=]{120,}")


def prepared(document: Document) -> Document:
    """The same document with every table that can be made out and with overlong sentences divided.

    What surrounds a number is searched within its sentence, so that the time of reading grows with the length of the
    text only as long as sentences do not. Endless runs of letters and digits (a picture inside a page) are blotted out.
    """
    document = replace(document, flat=_ENDLESS.sub(lambda run: "□" * len(run.group()), document.flat))
    sentences = tuple(part for sentence in document.sentences for part in _divided(document.flat, sentence))
    return replace(with_tables(document), sentences=sentences)


def _divided(flat: str, sentence: Sentence) -> Iterator[Sentence]:
    start = sentence.start
    while sentence.end - start > _LONGEST:
        limit = start + _LONGEST
        cut = max(flat.rfind(mark, start + 1, limit) for mark in ";,、 ") + 1
        end = cut if cut > start else limit
        yield Sentence(start, end, sentence.block)
        start = end
    yield Sentence(start, sentence.end, sentence.block)
