"""A short document is divided into chapters (STRU-011)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.law import act

_FEW = 20
_LEAST_CHAPTERS = 2


def _look(draft: Draft) -> Iterator[Hit]:
    """Only documents that are there from their first article to the last."""
    for part in draft.parts:
        chapters = [head for head in part.heads if head.unit == "章"]
        whole = part.articles and part.articles[0].number == 1 and part.title
        if whole and len(chapters) >= _LEAST_CHAPTERS and len(part.articles) < _FEW:
            head = chapters[0]
            yield Hit(head.start, head.end, f"全文{len(part.articles)}条，分了{len(chapters)}章。", confidence=0.8)


RULE = Rule(
    id="STRU-011",
    group=Group.STRUCTURE,
    severity=Severity.INFO,
    summary="内容不复杂的文件分了章",
    basis=(act("规章制定程序条例")[8, 3],),
    suggestion="不分章，直接分条写",
    look=_look,
    fires=(
        "某县渡口管理办法\n第一章 总则\n第一条 甲。\n第二章 附则\n第二条 乙。",
        "某县渡口管理办法\n第一章 总则\n第一条 甲。\n第二条 乙。\n第二章 管理\n第三条 丙。\n第三章 附则\n第四条 丁。",
        (
            "某县人民政府关于印发某县渡口办法的通知\n各镇人民政府：\n现印发给你们。"
            "\n某县渡口办法\n第一章 总则\n第一条 甲。\n第二章 附则\n第二条 乙。"
        ),
        "某镇渡口规定（试行）\n第一章 总则\n第一条 甲。\n第二章 责任\n第二条 乙。\n第三章 附则\n第三条 丙。",
        "某县渡口规则\n目录\n第一章 总则\n第二章 附则\n第一章 总则\n第一条 甲。\n第二章 附则\n第二条 乙。",
    ),
    silent=(
        "某县渡口管理办法\n第一条 甲。\n第二条 乙。",
        "某县渡口管理办法\n第三章 管理\n第九条 甲。\n第四章 附则\n第十条 乙。",
        "某县渡口管理办法\n第一章 总则\n"
        + "\n".join(f"第{n}条 甲。" for n in ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十"))
        + "\n第二章 附则\n"
        + "\n".join(
            f"第{n}条 甲。" for n in ("十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十")
        ),
        "某县渡口工作方案\n一、目标\n二、任务",
        "第一章 总则\n第二章 附则",
    ),
    kinds=PROVISIONS,
)
