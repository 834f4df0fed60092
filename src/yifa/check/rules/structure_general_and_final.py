"""总则 is not the first chapter, or 附则 not the last (STRU-010)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.parts import Head, Part
from yifa.check.rule import PROVISIONS, Rule


def _look(draft: Draft) -> Iterator[Hit]:
    for part in draft.parts:
        for chapters in _scopes(part):
            for at, head in enumerate(chapters):
                if head.title == "总则" and at:
                    yield Hit(head.start, head.end, "“总则”应当是第一章。", confidence=0.95)
                if at and chapters[at - 1].title == "附则":
                    yield Hit(head.start, head.end, "“附则”之后不应当再有章。", confidence=0.95)


def _scopes(part: Part) -> Iterator[list[Head]]:
    """The chapters, those of each 编 for themselves."""
    chapters: list[Head] = []
    for head in part.heads:
        if head.unit in ("编", "分编"):
            yield chapters
            chapters = []
        elif head.unit == "章":
            chapters.append(head)
    yield chapters


RULE = Rule(
    id="STRU-010",
    group=Group.STRUCTURE,
    severity=Severity.WARNING,
    summary="总则不在首章，或者附则不在末章",
    basis=("《立法技术规范（试行）（一）》1",),
    suggestion="总则放在第一章，附则放在最后一章",
    look=_look,
    fires=(
        "第一章 总则\n第一条 甲。\n第二章 附则\n第二条 乙。\n第三章 监督\n第三条 丙。",
        "第一章 管理\n第一条 甲。\n第二章 总则\n第二条 乙。",
        "第一章 总 则\n第一条 甲。\n第六章 附 则\n第二条 乙。\n第七章 监督\n第三条 丙。",
        "第一章 机构\n第二章 总则\n第一条 甲。\n第三章 附则\n第二条 乙。",
        "第一章 总则\n第一条 甲。\n第二章 附则\n第二条 乙。\n第三章 法律责任",
    ),
    silent=(
        "第一章 总则\n第一条 甲。\n第二章 附则\n第二条 乙。",
        "第一章 范围\n第一条 甲。\n第二章 管理\n第二条 乙。",
        "第一编 总则\n第一章 目的\n第一条 甲。\n第二编 分则\n第一章 总则\n第二条 乙。",
        "第一章 总则\n第一条 附则另定。",
        "目录\n第一章 总则\n第二章 附则\n第一章 总则\n第一条 甲。\n第二章 附则\n第二条 乙。",
    ),
    kinds=PROVISIONS,
)
