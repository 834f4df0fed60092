"""Official Chinese text: txt, html and docx become one string with blocks, headings, sentences and tables.

`read_document(path)` reads a file, `parse(text, name)` a string. Offsets count Unicode characters, end exclusive.
"""

from yifa.text.errors import BrokenFile, FileTooLarge, UnreadableFile, UnsafeFile, WrongEncoding
from yifa.text.load import SUFFIXES, file_text, read_document
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
    "Sentence",
    "Table",
    "UnreadableFile",
    "UnsafeFile",
    "WrongEncoding",
    "file_text",
    "flatten",
    "parse",
    "read_document",
]
