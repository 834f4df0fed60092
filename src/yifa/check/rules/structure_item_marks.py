"""Items are not numbered （一）, or their parts not 1. (STRU-003)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.parts import Line, Part
from yifa.check.rule import PROVISIONS, Rule
from yifa.law import act

_WRONG = re.compile(r"[ \t\u3000]*(?P<mark>\d{1,2}(?P<style>[、）)])(?!\d)|(?P<circled>[①-⑳])|[（(]\d{1,2}[）)])")
_DOTTED = re.compile(r"[ \t\u3000]*(?P<mark>\d{1,2}[.．](?!\d))")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_DEEPER = re.compile(r"[ \t\u3000]*(?:[（(]\d{1,2}[）)]|\d{1,2}[.．])")
"""Marks that ① stands below in a letter."""
_OPENS = re.compile(r"(?:下列|以下)[^。\n]{0,30}：[ \t\u3000]*$")
_NO_ITEM = re.compile(r"[ \t\u3000]*(?P<mark>[a-zA-Z][.．、）)]|一是|第一[，,、])")
"""How a list behind 下列…： does not begin."""
_INLINE = re.compile(
    r"(?:下列|以下)[^，。；：\n]{0,20}(?:[，：][^：。\n]{0,20})?：[ ]?"
    r"(?P<mark>(?:1|①|[（(]1[）)]|a)[、.．）)]?)(?=[\u4e00-\u9fff])"
    r"[^。\n]*?[；。，](?:2|②|[（(]2[）)]|b)"
)
"""A list within a line: 有下列情形之一的，不予受理：1、…；2、…."""
_ITEM = re.compile(r"[ \t\u3000]*[（(][一二三四五六七八九十]{1,3}[）)]")


def _look(draft: Draft) -> Iterator[Hit]:
    """The first line of each wrongly numbered list of the body."""
    end = draft.body[1]
    listed = draft.letter.listed
    for part in draft.parts:
        lines = [line for line in part.lines if line.start < end and "|" not in line.text]
        lines = [line for line in lines if not (listed and listed[0].start <= line.start <= listed[-1].start)]
        yield from _lists(part, lines)
        for opening, line in pairwise(lines):
            if _OPENS.search(opening.text) and (found := _NO_ITEM.match(line.text)):
                yield Hit(line.start + found.start("mark"), line.start + found.end("mark"), _message(False))
        for line in lines:
            if found := _INLINE.search(line.text):
                yield Hit(line.start + found.start("mark"), line.start + found.end("mark"), _message(False))


def _lists(part: Part, lines: list[Line]) -> Iterator[Hit]:
    in_item = wrong_before = deep = False
    starts = [article.start for article in part.articles]
    for line in lines:
        if _ITEM.match(line.text):
            in_item, wrong_before = True, False
            continue
        deep = deep or bool(_DEEPER.match(line.text))
        found = _WRONG.match(line.text) or (_DOTTED.match(line.text) if not in_item else None)
        at = bisect_left(starts, line.start) - 1
        in_article = at >= 0 and line.start < part.articles[at].end
        if found and (_is_fault(found, in_article, in_item) or (found["mark"] in _CIRCLED and not deep)):
            if not wrong_before:
                yield Hit(line.start + found.start("mark"), line.start + found.end("mark"), _message(in_item))
            wrong_before = True
            continue
        wrong_before = False
        if not (_DOTTED.match(line.text) or _WRONG.match(line.text)):
            in_item = False


def _is_fault(found: re.Match[str], in_article: bool, in_item: bool) -> bool:
    """1、 is wrong everywhere; 1. and （1） only right below an article, ① only outside of deeper lists."""
    mark = found["mark"]
    if mark[-1] in "、" or (mark[-1] in "）)" and mark[0] not in "（("):
        return True
    if mark in _CIRCLED:
        return in_article
    return in_article and not in_item


def _message(in_item: bool) -> str:
    return "目的序号用“1.”。" if in_item else "项的序号用“（一）”。"


RULE = Rule(
    id="STRU-003",
    group=Group.STRUCTURE,
    severity=Severity.WARNING,
    summary="项的序号没有用“（一）”，目的序号没有用“1.”",
    basis=(act("立法法")[65, 2],),
    suggestion="项用“（一）”，目用“1.”",
    look=_look,
    fires=(
        "1、提交申请",
        "第二条 申请人应当提交：\n1.申请表；\n2.证明。",
        "第二条 申请人应当提交：\n①申请表；\n②证明。",
        "第二条 申请人应当提交：\n（1）申请表；\n（2）证明。",
        "第二条 申请人应当提交：\n（一）证明：\n1、身份证明；\n2、收入证明。",
    ),
    silent=(
        "（一）提交申请；",
        "第二条 申请人应当提交：\n（一）证明：\n1.身份证明；\n2.收入证明。",
        "一、任务\n（一）清淤。\n1.制定计划。\n（1）测量。\n①放线。",
        "1.2米以上的围墙应当拆除。",
        "某县司法局关于培训的通知\n各司法所：\n请参加。\n附件：1、日程\n2、回执",
    ),
    kinds=PROVISIONS,
)
