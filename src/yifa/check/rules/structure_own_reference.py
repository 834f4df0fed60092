"""The text refers to an article of its own that does not exist (STRU-008)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.parts import Article, Part
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.structure import inside_quotation
from yifa.law import act
from yifa.law.citations import Citation, Named, Place
from yifa.law.numerals import to_chinese

_RELATIVE = ("前条", "前款", "前项", "前两款", "前三款")


def _look(draft: Draft) -> Iterator[Hit]:
    told: set[tuple[int, object]] = set()
    for one in draft.citations:
        part = draft.part_at(one.start)
        if one.mention.named is not Named.SELF or one.mention.name in _RELATIVE or part is None:
            continue
        if not part.whole or part.amending or inside_quotation(draft, one.start):
            continue
        for place in filter(None, (one.mention.place, one.mention.through)):
            key = draft.text.rfind("\n", 0, one.start), place.article
            if key not in told and (missing := _missing(part, place, one)):
                told.add(key)
                yield missing


def _missing(part: Part, place: Place, one: Citation) -> Hit | None:
    """What of the place the document does not have: article, paragraph, or item."""
    if place.article is None or not place.article[0]:
        return None
    number, branch = place.article
    article = next((a for a in part.articles if (a.number, a.branch) == (number, branch)), None)
    if article is None:
        last = part.articles[-1].number
        return (
            Hit(
                one.start,
                one.end,
                f"全文没有第{to_chinese(number)}条（最后一条是第{to_chinese(last)}条）。",
                confidence=0.9,
            )
            if number <= 9999
            else None
        )
    if "条" not in one.text:
        return None  # 第二款 alone may belong to an act named before it
    if place.paragraph and place.paragraph > len(article.paragraphs):
        return Hit(
            one.start,
            one.end,
            f"第{to_chinese(number)}条没有第{to_chinese(place.paragraph)}款。",
            Severity.WARNING,
            0.8,
        )
    if place.item and not _has_item(article, place.paragraph, place.item):
        return Hit(one.start, one.end, f"第{to_chinese(number)}条没有这一项。", Severity.WARNING, 0.8)
    return None


def _has_item(article: Article, paragraph: int | None, item: int) -> bool:
    chosen = (
        [article.paragraphs[paragraph - 1]]
        if paragraph and paragraph <= len(article.paragraphs)
        else article.paragraphs
    )
    return any(one.number == item for each in chosen for one in each.items)


RULE = Rule(
    id="STRU-008",
    group=Group.STRUCTURE,
    severity=Severity.ERROR,
    summary="引用的本文条款不存在",
    basis=(act("党政机关公文处理工作条例")[20].item(1),),
    suggestion="核对所引用的条、款、项",
    look=_look,
    fires=(
        "第一条 甲。\n第二条 乙。\n第三条 违反本办法第四十五条的，依法处理。",
        "第一条 甲。\n第二条 乙。\n第三条 不符合第八条规定条件的，予以清退。",
        "第一条 甲。\n第二条 只有一款。\n第三条 依照本办法第二条第三款办理。",
        "第一条 甲。\n第二条 有下列情形的：\n（一）子；\n（二）丑。\n第三条 有第二条第五项情形的，不予受理。",
        "第一条 甲。\n第二条 乙。\n第三条 依照本办法第一条至第六条办理。",
    ),
    silent=(
        "第一条 甲。\n第二条 乙。\n第三条 违反本办法第二条的，依法处理。",
        "第一条 甲。\n第二条 乙。\n第三条 依照《行政处罚法》第三十三条处理。",
        "第四条 甲。\n第五条 乙。\n第六条 违反本办法第四十五条的，依法处理。",
        (
            "某县人民政府关于修改《某办法》的决定\n第一条 将第九条修改为：“第九条 内容。"
            "”\n第二条 删去第十条。\n第三条 本决定自公布之日起施行。"
        ),
        "第一条 甲。\n第二条 乙。\n乙二。\n第三条 依照第二条第二款办理。",
    ),
    kinds=PROVISIONS,
)
