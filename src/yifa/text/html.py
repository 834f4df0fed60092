"""The readable text of a web page: scripts, navigation and forms left out, one table row a line."""

from __future__ import annotations

import re

from lxml import etree
from lxml import html as lxml_html

from yifa.text.errors import BrokenFile

_DROP = frozenset(
    "script style noscript nav header footer form button select iframe svg canvas template object head".split()
)
_BREAK = frozenset(
    "p div br li ul ol h1 h2 h3 h4 h5 h6 tr table section article dt dd dl blockquote hr title tbody".split()
)
_ENTITY = re.compile(rb"<!(?:DOCTYPE[^>\[]*\[[^\]]*\]|ENTITY[^>]*)>?", re.IGNORECASE | re.DOTALL)
_BLANK = re.compile(r"[ \t\xa0\u3000]*\n\s*")


def html_to_text(markup: str, name: str) -> str:
    """The page as plain text, main content chosen when the page marks one.

    Inner document types and entity declarations are cut out before parsing, so nothing can expand.
    """
    data = _ENTITY.sub(b"", markup.encode("utf-8", "replace"))
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = lxml_html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise BrokenFile(name, "网页内容为空或已损坏", "请重新保存网页，或复制正文存为 txt 文件。") from error
    for table in root.iter("table"):
        _spread(table)
    pieces: list[str] = []
    _collect(root, pieces)
    return _BLANK.sub("\n", "".join(pieces)).strip() + "\n"


_WIDEST = 50
"""Columns of a table: no merged cell reaches farther."""
_REPEATED = 60
"""A merged cell of more characters is no head and no label: it is said once."""
Held = dict[int, tuple[int, str]]
"""By column the merged cell that reaches down into it: rows still to come and its words."""


def _spread(table: lxml_html.HtmlElement) -> None:
    """Write merged cells (colspan, rowspan) into every place that they cover, so that columns stand below their heads.

    Only words are repeated: figures stand once, lest they be counted twice.
    """
    held: Held = {}
    for row in table.iter("tr"):
        if next(row.iterancestors("table")) is table:
            held = _spread_row(row, held)


def _spread_row(row: lxml_html.HtmlElement, held: Held) -> Held:
    """Fill a row up; what reaches down into the next."""
    filled: list[str | lxml_html.HtmlElement] = []
    below: Held = {}

    def take_held() -> None:
        while held.get(len(filled)):
            rows, words = held[len(filled)]
            below.update({len(filled): (rows - 1, words)} if rows > 1 else {})
            filled.append(words)

    for cell in [one for one in row if one.tag in ("td", "th")]:
        take_held()
        rows, words = _span(cell, "rowspan", len(row.getparent())), _label(cell)
        for at in range(min(_span(cell, "colspan", 1), max(1, _WIDEST - len(filled)))):
            below.update({len(filled): (rows - 1, words)} if rows > 1 else {})
            filled.append(words if at else cell)
    take_held()
    for at, one in enumerate(filled):
        if isinstance(one, str):
            added = etree.Element("td")
            added.text = one
            row.insert(at, added)
    return below


def _span(cell: lxml_html.HtmlElement, name: str, all_of_them: int) -> int:
    """How many rows or columns a cell covers; 0 stands for all that are left."""
    said = cell.get(name, "1").strip()
    return (int(said) or all_of_them) if said.isdecimal() and len(said) < 6 else 1


def _label(cell: lxml_html.HtmlElement) -> str:
    words = " ".join("".join(cell.itertext()).split())
    return words if len(words) <= _REPEATED and not re.match(r"[-+]?[0-9０-９]", words) else ""


def _collect(root: lxml_html.HtmlElement, pieces: list[str]) -> None:
    """Walk the tree without recursion, so that deep nesting cannot exhaust the stack."""
    skipped = 0
    for event, node in etree.iterwalk(root, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            skipped += tag in _DROP
            if not skipped:
                pieces.append("\n" if tag in _BREAK and not _in_cell(node) else "")
                if tag in ("td", "th") and node.getprevious() is not None:
                    pieces.append(" | ")
                pieces.append(_squeeze(node.text))
        else:
            if not skipped and tag in _BREAK and not _in_cell(node):
                pieces.append("\n")
            skipped -= tag in _DROP
            if not skipped:
                pieces.append(_squeeze(node.tail))


def _in_cell(node: lxml_html.HtmlElement) -> bool:
    parent = node.getparent()
    for _ in range(3):
        if parent is None or parent.tag in ("td", "th"):
            return parent is not None
        parent = parent.getparent()
    return False


def _squeeze(text: str | None) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text) if text else ""
