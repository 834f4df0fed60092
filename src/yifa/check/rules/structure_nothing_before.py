"""前款 in a first paragraph, 前条 in the first article, 前项 in a first item (STRU-009)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.parts import Article
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.structure import inside_quotation

_PARAGRAPH = re.compile(
    r"(?<![以条一二三四五六七八九十])前(?P<count>[两二三四])?款(?!项)(?=规定|所|第|情形|中|的|，|行为|期限|事项|条件)"
)
_ARTICLE = re.compile(r"(?<!以)前(?P<count>[两二三四])?条(?=规定|所|第|情形|中|的|，|行为|期限|事项|条件)")
_COUNTS = {"": 1, "两": 2, "二": 2, "三": 3, "四": 4}


def _look(draft: Draft) -> Iterator[Hit]:
    for part in draft.parts:
        if part.amending:
            continue
        for at, article in enumerate(part.articles):
            if article.number == 1 and at == 0:
                for found in _ARTICLE.finditer(draft.masked, article.label_end, article.end):
                    if not inside_quotation(draft, found.start()):
                        yield Hit(
                            found.start(), found.start() + len(found[0]), "这是第一条，前面没有条。", confidence=0.9
                        )
            yield from _paragraphs(draft, article)


def _paragraphs(draft: Draft, article: Article) -> Iterator[Hit]:
    for place, paragraph in enumerate(article.paragraphs):
        for found in _PARAGRAPH.finditer(draft.masked, paragraph.start, paragraph.end):
            if place < _COUNTS[found["count"] or ""] and not inside_quotation(draft, found.start()):
                what = "本条第一款之前没有款" if not place else "前面没有那么多款"
                yield Hit(found.start(), found.end(), f"{what}，请写明是哪一条哪一款。", confidence=0.85)


RULE = Rule(
    id="STRU-009",
    group=Group.STRUCTURE,
    severity=Severity.WARNING,
    summary="“前款”“前条”前面没有款、条",
    basis=("《立法技术规范（试行）（一）》",),
    suggestion="写明第几条第几款",
    look=_look,
    fires=(
        "第六条 依照前款规定办理的，应当登记。",
        "第一条 根据前条规定，制定本办法。",
        "第三条 甲。\n依照前两款规定办理。",
        "第三条 有下列情形的，不予受理：\n（一）不符合前款规定的；\n（二）其他情形。",
        "第二条\n依照前款规定的期限办理。\n逾期不受理。",
    ),
    silent=(
        "第六条 申请人应当登记。\n依照前款规定登记的，发给凭证。",
        "第二条 违反前条规定的，依法处理。",
        "第三条 甲。\n乙。\n依照前两款规定办理。",
        "第三条 下列人员可以申请：\n（一）甲；\n（二）乙。\n前款所称甲，是指丙。",
        "第三条 申请人应当在开工之前款项结清。",
    ),
    kinds=PROVISIONS,
)
