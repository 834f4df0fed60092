"""Numbers of headings and of 一是…二是… lists that skip or repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.law.numerals import NotANumeral, to_chinese, to_int
from yifa.reader.findings.case import Case
from yifa.reader.model import Finding, Mismatch
from yifa.text.bare import STYLE

_INLINE = re.compile(
    r"(?:(?<=[。;:,!?”)、…])|^)[ ]*([一二三四五六七八九十]{1,3})(?:是|要)(?=[\u4e00-\u9fff“《])", re.MULTILINE
)


def _finding(span: tuple[int, int], shown: str, expected: int) -> Finding:
    return Finding(
        Mismatch.NUMBERING, "low", (span,), shown, to_chinese(expected),
        f"层次序号不连续：此处是“{shown}”，按顺序应为第{to_chinese(expected)}",
    )  # fmt: skip


def heading_numbers(case: Case) -> Iterator[Finding]:
    """Headings of one kind under one heading must count on by one; counting on from the section before is accepted."""
    last: dict[tuple[int | None, str], int] = {}
    for heading in case.document.headings:
        if heading.style in ("一是", STYLE):
            continue
        key = (heading.parent, heading.style)
        before = last.get(key)
        if before is not None and heading.number != before + 1 and not (heading.number == 1 and before > 1):
            yield _finding((heading.start, heading.end), _marker(heading.style, heading.title), before + 1)
        last[key] = heading.number


def _marker(style: str, title: str) -> str:
    match = re.match(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．]?|第[^部]{1,3}部分", title)
    return match.group() if match else style


def inline_numbers(case: Case) -> Iterator[Finding]:
    """一是…二是…四是… inside one section."""
    flat = case.document.flat
    before: int | None = None
    section: int | None = None
    for match in _INLINE.finditer(flat):
        here = _section(case, match.start(1))
        if here != section:
            before, section = None, here
        try:
            number = to_int(match.group(1))
        except NotANumeral:
            continue
        if before is not None and number not in (1, before + 1):
            yield _finding((match.start(1), match.end()), match.group().strip(), before + 1)
        before = number


def _section(case: Case, offset: int) -> int | None:
    """The innermost heading that is not itself an item of such a list."""
    index = case.document.heading_at(offset)
    while index is not None and case.document.headings[index].style == "一是":
        index = case.document.headings[index].parent
    return index
