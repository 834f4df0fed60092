"""Articles or items are numbered with a gap, twice, or out of order (STRU-001)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.parts import Article, Paragraph, Part
from yifa.check.rule import PROVISIONS, Rule
from yifa.law import act
from yifa.law.numerals import to_chinese


def _look(draft: Draft) -> Iterator[Hit]:
    for part in draft.parts:
        yield from _articles(part)
        for article in part.articles:
            for paragraph in article.paragraphs:
                yield from _items(paragraph)


def _articles(part: Part) -> Iterator[Hit]:
    """Each article against those before it; a number that comes later is no gap; a new 第一条 is another rule's."""
    numbers = [article.number for article in part.articles]
    seen: set[tuple[int, int]] = set()
    highest = 0
    for at, article in enumerate(part.articles):
        key = article.number, article.branch
        message = ""
        if at and article.number == 1 and not article.branch:
            seen, highest = set(), 0
        elif key in seen:
            message = f"{_name(article)}重复。"
        elif article.branch:
            message = (
                ""
                if article.number == numbers[at - 1] or not at
                else f"{_name(article)}不在第{to_chinese(article.number)}条之后。"
            )
        elif article.number < highest:
            message = f"{_name(article)}排在第{to_chinese(highest)}条之后，顺序颠倒。"
        elif at and article.number > highest + 1 and highest and not _later(part.articles[at:], highest + 1):
            message = f"第{to_chinese(highest)}条之后直接是{_name(article)}，中间缺号。"
        seen.add(key)
        highest = max(highest, article.number)
        if message:
            yield Hit(article.start, article.label_end, message, confidence=0.95)


def _later(articles: tuple[Article, ...], number: int) -> bool:
    """Whether a number stands further on, before the numbering begins anew."""
    for article in articles[1:]:
        if article.number == 1:
            return False
        if article.number == number:
            return True
    return False


def _items(paragraph: Paragraph) -> Iterator[Hit]:
    """Items of one list: （一）（二）（四） lacks one."""
    before = 0
    for item in paragraph.items:
        if item.number == 1:
            before = 0
        if before and item.number != before + 1:
            what = "重复或者颠倒" if item.number <= before else "缺号"
            yield Hit(
                item.start,
                min(item.end, item.start + 20),
                f"（{to_chinese(before)}）之后是（{to_chinese(item.number)}），项的序号{what}。",
                confidence=0.9,
            )
        before = item.number


def _name(article: Article) -> str:
    branch = f"之{to_chinese(article.branch)}" if article.branch else ""
    return f"第{to_chinese(article.number)}条{branch}"


RULE = Rule(
    id="STRU-001",
    group=Group.STRUCTURE,
    severity=Severity.ERROR,
    summary="条、项的序号缺号、重号或者颠倒",
    basis=(act("立法法")[65, 2],),
    suggestion="从第一条起连续编号，并核对引用这些条的地方",
    look=_look,
    fires=(
        "第一条 制定本办法。\n第二条 内容。\n第三条 内容。\n第五条 内容。",
        "第一条 制定本办法。\n第二条 内容。\n第二条 内容。\n第三条 内容。",
        "第一条 制定本办法。\n第三条 内容。\n第二条 内容。\n第四条 内容。",
        "第八条 有下列情形之一的，不予受理：\n（一）甲；\n（三）乙。",
        "第一章 总则\n第一条 制定本办法。\n第二章 管理\n第二条 内容。\n第四条 内容。",
    ),
    silent=(
        "第三条 内容。\n第四条 内容。\n第五条 内容。",
        "第一条 制定本办法。\n第一条之一 内容。\n第二条 内容。",
        "一、将第三条修改为：“第三条 内容。\n第九条 内容。”\n二、删去第五条。",
        "第一条 甲办法内容。\n第二条 内容。\n附件2\n某县乙办法\n第一条 内容。\n第二条 内容。",
        "第一条 有下列情形之一的：\n（一）甲；\n（二）乙。\n有下列情形之一的：\n（一）丙；\n（二）丁。",
        "第三条规定的情形除外。\n第七条规定的情形依照执行。",
    ),
    kinds=PROVISIONS,
)
