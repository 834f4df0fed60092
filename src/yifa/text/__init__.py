"""Official Chinese text: txt, html, docx, pdf, doc and wps become one string with blocks, headings, sentences, tables.

`read_document(path)` reads a file, `parse(text, name)` a string; `read_source(path)` gives the bare text with what
stands beside the body (footnotes, headers). Offsets count Unicode characters, end exclusive.
"""

from yifa.text.errors import BrokenFile, FileTooLarge, UnreadableFile, UnsafeFile, WrongEncoding
from yifa.text.layout import Layout, layout_of
from yifa.text.load import SUFFIXES, Source, Stretch, file_text, read_document, read_source, source_of
from yifa.text.model import Block, Cell, Document, Heading, Sentence, Table
from yifa.text.normal import flatten
from yifa.text.structure import parse

__all__ = [
    "SUFFIXES",
    "Block",
    "BrokenFile",
    "Cell",
    "Document",
    "FileTooLarge",
    "Heading",
    "Layout",
    "Sentence",
    "Source",
    "Stretch",
    "Table",
    "UnreadableFile",
    "UnsafeFile",
    "WrongEncoding",
    "file_text",
    "flatten",
    "layout_of",
    "parse",
    "read_document",
    "read_source",
    "source_of",
]
