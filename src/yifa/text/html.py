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
    pieces: list[str] = []
    _collect(root, pieces)
    return _BLANK.sub("\n", "".join(pieces)).strip() + "\n"


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
