"""The name of a law stands without 《》 (CITE-006)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.law import default_index
from yifa.law.citations import Named
from yifa.law.index import PREFIX

_NAME = re.compile(
    r"中华人民共和国([一-龥]{1,30}?(?:法|法典|条例))(?![一-龥]{0,6}(?:》|〉|施行|实施))(?!\s*$)", re.MULTILINE
)
_APPLIED = re.compile(r"(?:依照|依据|根据|按照?|违反|适用|遵守|符合)(?:国家)?$")
"""What goes before an act that is applied; 宣传民法典 names no provision."""
_LAWS = ("法", "法典", "条例")


def _look(draft: Draft) -> Iterator[Hit]:
    yield from _full(draft)
    for one in draft.citations:
        if one.mention.named is Named.BARE and one.act and not one.mention.former and one.act.title.endswith(_LAWS):
            statement, before = draft.statement_at(one.start), draft.masked[max(0, one.start - 6) : one.start]
            if statement and _APPLIED.search(before) and draft.masked[one.start] not in "《□":
                end = one.start + len(one.mention.name)
                if draft.text[one.start : end] == one.mention.name and not one.mention.name.startswith(PREFIX):
                    yield Hit(one.start, end, f"法律文件名称没有加书名号，应当写成《{one.mention.name}》。")


def _full(draft: Draft) -> Iterator[Hit]:
    for found in _NAME.finditer(draft.masked):
        if found[1] in default_index().acts:
            message = f"法律文件名称没有加书名号，应当写成《{found[0]}》。"
            yield Hit(found.start(), found.end(), message, confidence=0.95)


RULE = Rule(
    id="CITE-006",
    group=Group.CITATION,
    severity=Severity.WARNING,
    summary="法律文件名称没有加书名号",
    basis=("《立法技术规范（试行）（一）》“引用法律名称的表述”",),
    suggestion="给全称加上书名号",
    look=_look,
    fires=(
        "依据中华人民共和国行政许可法第十二条，设定许可。",
        "取水应当遵守中华人民共和国水法第七条。",
        "偷倒渣土的按治安管理处罚法处罚。",
    ),
    silent=(
        "依据《中华人民共和国行政许可法》第十二条，设定许可。",
        "开展民法典宣传活动。",
        "在中华人民共和国境内依法从事经营活动的，适用本办法。",
    ),
    fix=lambda quote: f"《{quote}》",
)
