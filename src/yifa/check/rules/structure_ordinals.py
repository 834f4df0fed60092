"""Levels of headings are turned round or skipped: 一、 → 1. → （一） (STRU-013)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.parts import Line, Part
from yifa.check.rule import Rule

_LEVELS = (
    re.compile(r"[ \t\u3000]*(?P<mark>[一二三四五六七八九十]{1,3}、)"),
    re.compile(r"[ \t\u3000]*(?P<mark>[（(][一二三四五六七八九十]{1,3}[）)])"),
    re.compile(r"[ \t\u3000]*(?P<mark>\d{1,2}[.．、])(?!\d)"),
    re.compile(r"[ \t\u3000]*(?P<mark>[（(]\d{1,2}[）)])"),
)
_NAMES = ("一、", "（一）", "1.", "（1）")


def _look(draft: Draft) -> Iterator[Hit]:
    """Texts without articles; in these, every list below 一、 that has three levels or begins two levels too deep."""
    end = draft.body[1]
    for part in draft.parts:
        if not part.articles and not _through(part):
            yield from _walk([line for line in part.lines if line.start < end and "|" not in line.text])


def _through(part: Part) -> bool:
    """Whether 1. 2. 3. are counted through the whole text, as articles are: 二、 begins with 5."""
    opened, first = False, []
    for line in part.lines:
        if _LEVELS[0].match(line.text):
            opened = True
        elif opened and (found := _LEVELS[2].match(line.text)):
            first.append(int(re.sub(r"\D", "", found["mark"])))
            opened = False
    return len(first) > 1 and first[1] != 1


def _walk(lines: list[Line]) -> Iterator[Hit]:
    open_levels: list[int] = []
    told = False
    for line in lines:
        found, level = _level(line)
        if found is None:
            continue
        if level == 0:
            open_levels, told = [0], False
            continue
        if not open_levels or told:
            continue
        message = ""
        if level in open_levels:
            open_levels = open_levels[: open_levels.index(level) + 1]
        elif level < open_levels[-1]:
            message = f"“{_NAMES[open_levels[-1]]}”下面又用“{_NAMES[level]}”，层次颠倒。"
        else:
            skipped = level - open_levels[-1] - 1
            deep = (
                skipped > 1
                or (skipped == 1 and open_levels[-1] > 0)
                or (level > open_levels[-1] and 1 not in open_levels and len(open_levels) > 1)
            )
            if deep:
                message = f"“{_NAMES[open_levels[-1]]}”下面直接用“{_NAMES[level]}”，跳过了层次。"
            open_levels.append(level)
        if message:
            told = True
            yield Hit(line.start + found.start("mark"), line.start + found.end("mark"), message, confidence=0.85)


def _level(line: Line) -> tuple[re.Match[str] | None, int]:
    for level, pattern in enumerate(_LEVELS):
        if found := pattern.match(line.text):
            return found, level
    return None, -1


RULE = Rule(
    id="STRU-013",
    group=Group.STRUCTURE,
    severity=Severity.WARNING,
    summary="层次序数颠倒或者跳级",
    basis=("GB/T 9704—2012 7.3.3",),
    suggestion="依次用“一、”“（一）”“1.”“（1）”",
    look=_look,
    fires=(
        "一、目标\n1.任务\n（一）清淤",
        "一、目标\n1.清淤\n（1）测量\n（2）施工",
        "一、目标\n（1）清淤\n（2）绿化",
        "一、目标\n（一）任务\n（1）清淤",
        "一、目标\n清淤。\n二、任务\n1.施工\n（一）放线\n（二）开挖",
    ),
    silent=(
        "一、目标\n（一）任务\n1.清淤\n（1）测量",
        "一、目标\n1.清淤\n2.绿化\n二、保障\n（一）资金",
        "第一条 有下列情形的：\n（一）甲；\n1.乙。",
        "（一）任务\n1.清淤\n（二）保障",
        "一、目标\n（一）任务\n1.清淤\n（二）保障\n1.资金\n2.人员",
    ),
    kinds=(DraftKind.NORMATIVE, DraftKind.DECISION, DraftKind.REPORT),
)
