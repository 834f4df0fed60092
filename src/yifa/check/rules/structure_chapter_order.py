"""Chapters or sections are not numbered through, or articles begin anew in each chapter (STRU-002)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.parts import UNITS, Head, Part
from yifa.check.rule import PROVISIONS, Rule
from yifa.law import act
from yifa.law.numerals import to_chinese


def _look(draft: Draft) -> Iterator[Hit]:
    for part in draft.parts:
        yield from _heads(part.heads)
        yield from _restarts(part)


def _heads(heads: tuple[Head, ...]) -> Iterator[Hit]:
    """Each heading against the last of its unit; a higher heading may begin its numbers anew."""
    last: dict[str, int] = {}
    for head in heads:
        before = last.get(head.unit)
        if before is not None and head.number != before + 1:
            name = f"第{to_chinese(head.number)}{head.unit}"
            yield Hit(
                head.start, head.end, f"第{to_chinese(before)}{head.unit}之后是{name}，序号不连续。", confidence=0.95
            )
        last[head.unit] = head.number
        for lower in UNITS[UNITS.index(head.unit) + 1 :]:
            last.pop(lower, None)


def _restarts(part: Part) -> Iterator[Hit]:
    """A second 第一条 right below a heading."""
    for before, article in zip(part.articles, part.articles[1:], strict=False):
        head = part.head_before(article.start)
        if article.number == 1 and not article.branch and head and before.start < head.start:
            yield Hit(article.start, article.label_end, "本章的条从第一条重新编起，条号应当全文连续。", confidence=0.9)


RULE = Rule(
    id="STRU-002",
    group=Group.STRUCTURE,
    severity=Severity.ERROR,
    summary="章、节的序号不连续，或者各章的条重新编号",
    basis=(act("立法法")[65, 1], act("立法法")[65, 2]),
    suggestion="章、节依次编号，条在全文连续编号",
    look=_look,
    fires=(
        "第一章 总则\n第一条 甲。\n第二章 管理\n第二条 乙。\n第四章 附则\n第三条 丙。",
        "第一章 总则\n第一条 甲。\n第一章 管理\n第二条 乙。",
        "第一章 总则\n第一条 甲。\n第二条 乙。\n第二章 管理\n第一条 丙。\n第二条 丁。",
        "第一章 总则\n第一节 目的\n第一条 甲。\n第三节 范围\n第二条 乙。",
        "第一章 总则\n第一条 甲。\n第三章 管理\n第二条 乙。\n第二章 附则\n第三条 丙。",
    ),
    silent=(
        "第一章 总则\n第一条 甲。\n第二章 管理\n第二条 乙。\n第三章 附则\n第三条 丙。",
        "第一章 总则\n第一节 目的\n第一条 甲。\n第二章 管理\n第一节 登记\n第二条 乙。\n第二节 检查\n第三条 丙。",
        "目录\n第一章 总则\n第二章 管理\n第一章 总则\n第一条 甲。\n第二章 管理\n第二条 乙。",
        "第一编 总则\n第一章 目的\n第一条 甲。\n第二编 分则\n第一章 管理\n第二条 乙。",
        "第二章 管理\n第五条 甲。\n第三章 附则\n第六条 乙。",
    ),
    kinds=PROVISIONS,
)
