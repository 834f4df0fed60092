"""Headings without a number: short lines over a paragraph, ornamented lines, and 存在问题：… at the start of one."""

from __future__ import annotations

import re

from yifa.text.model import Block, Heading

STYLE = ""
"""The style of a heading that carries no number."""

_SHORTEST, _LONGEST = 4, 34
_PARAGRAPH = 40
_FRAMED = re.compile(r"[【〖\[][^【】〖〗\[\]]{2,24}[】〗\]]$")
_ORNAMENT = re.compile(r"[★☆◆◇●○■□▲△▶►◎※➤]\s*\S")
_NO_HEADING = re.compile(
    r"[。;:!?|>]|\d(?!\d{0,3}年)|发布|来源|浏览|打印|关闭|索引|字号|上一篇|下一篇|主办|附件|责任编辑"
)
_OVER_ALL = re.compile(r"举措|做法|成效|工作情况|开展情况|回顾|问题|不足|短板|打算|安排|计划|思路|展望|下一?步|下阶段")
_OVER_ALL_MAX = 18
_LABEL = re.compile(
    r"(?:当前|目前)?(?:主要)?存在的?(?:主要)?(?:问题|不足|困难)[^,;。:]{0,8}(?=:)|(?:下一?步|明年|今后)[^,;。:]{0,10}(?=:)"
)


def bare_headings(text: str, flat: str, blocks: tuple[Block, ...], in_table: set[int]) -> list[Heading]:
    """The headings of a text whose sections have no numbers, in order.

    A plain line is one only below the first paragraph and right above another; otherwise titles, menus and signatures
    would count.
    """
    found: list[Heading] = []
    begun = False
    for index, block in enumerate(blocks):
        if block.start in in_table:
            continue
        line = flat[block.start : block.end]
        if label := _LABEL.match(line):
            found.append(_heading(text, 1, block.start, block.start + label.end(), True))
        elif (level := _level(line, begun, found)) and _stands_over_text(flat, blocks, index):
            found.append(_heading(text, level, block.start, block.end, False))
        begun = begun or len(line) >= _PARAGRAPH
    return found


def _level(line: str, begun: bool, before: list[Heading]) -> int:
    """1 or 2 for a line that looks like a heading, 0 for any other."""
    if _FRAMED.match(line):
        return 1
    if _NO_HEADING.search(line) or not _SHORTEST <= len(line) <= _LONGEST:
        return 0
    if _ORNAMENT.match(line):
        return 2 if before else 1
    if not begun:
        return 0
    if _OVER_ALL.search(line) and len(line) <= _OVER_ALL_MAX:
        return 1
    return 2 if before else 1


def _stands_over_text(flat: str, blocks: tuple[Block, ...], index: int) -> bool:
    """Whether a paragraph follows, perhaps after one more heading."""
    for block in blocks[index + 1 : index + 3]:
        line = flat[block.start : block.end]
        if len(line) >= _PARAGRAPH and "。" in line:
            return True
        if not _level(line, True, []):
            return False
    return False


def _heading(text: str, level: int, start: int, end: int, run_in: bool) -> Heading:
    return Heading(level, STYLE, 0, text[start:end], start, end, end, None, run_in)
