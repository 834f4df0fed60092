"""Official documents (公文): the model and its three renderers.

document = OfficialDocument(title="…", blocks=(Paragraph("…"),), signatory=("…",), issued_on=date(2025, 3, 4))
to_docx(document); to_pdf(document); to_html(document)
"""

from __future__ import annotations

from yifa.papers.document import (
    Block,
    DocumentError,
    Heading,
    OfficialDocument,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Table,
    chinese_date,
)
from yifa.papers.typeset import to_pdf
from yifa.papers.webpage import to_html
from yifa.papers.word import to_docx

__all__ = [
    "Block",
    "DocumentError",
    "Heading",
    "OfficialDocument",
    "PageBreak",
    "Paragraph",
    "Picture",
    "Run",
    "Table",
    "chinese_date",
    "to_docx",
    "to_html",
    "to_pdf",
]
