"""Rows of a table (表格行) read as sentences: 事项：夜间摆摊，审批单位：镇市场办，未批后果：没收摊车。

Tables are masked for the rules, to which a cell is no sentence. Its words can be weighed all the same, together with
the heads of their columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from yifa.check.clause import Statement
from yifa.check.zones import mask_quotations

_ROW: Final = re.compile(r"^[^\n|]*\|[^\n]*$", re.MULTILINE)
_RULER: Final = re.compile(r"[\s|:+—–-]*$")
_HEAD_MAX: Final = 14
_WORDS: Final = re.compile(r"[一-龥]{2}")


@dataclass(frozen=True)
class Row:
    """A row and what it says; its offsets are those of the text, those of the statement are its own."""

    start: int
    end: int
    says: Statement


def rows(text: str) -> Iterator[Row]:
    """The rows of all tables, each with the heads of its columns."""
    if "|" not in text:
        return
    heads: list[str] = []
    before = -2
    for line in _ROW.finditer(text):
        cells = [cell.strip() for cell in line[0].strip().strip("|").split("|")]
        if line.start() > before + 1:
            heads = cells if _heading(cells) else []
            before = line.end()
            if heads:
                continue
        before = line.end()
        if not _RULER.match(line[0]) and len(_WORDS.findall(line[0])) > 1:
            said = mask_quotations(_sentence(heads, cells))
            yield Row(line.start(), line.end(), Statement(0, len(said), said, said))


def _heading(cells: list[str]) -> bool:
    return all(len(cell) <= _HEAD_MAX and not re.search("[。；，0-9]", cell) for cell in cells)


def _sentence(heads: list[str], cells: list[str]) -> str:
    """The cells with their heads; a cell that was merged with the one before it is said once."""
    named = zip(heads, cells, strict=True) if len(heads) == len(cells) else (("", cell) for cell in cells)
    said = [f"{head}：{cell}" if head else cell for head, cell in named if cell]
    return "，".join(said[:1] + [one for last, one in pairwise(said) if one != last])
