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
    seen: set[str] = set()
    for one in draft.citations:
        name, before = one.mention.name, draft.masked[max(0, one.start - 6) : one.start]
        if one.mention.named is not Named.BARE or one.mention.former or name.startswith(PREFIX) or name in seen:
            continue
        seen.add(name)  # a text that leaves the marks out does so throughout: it is said once
        end = one.start + len(name)
        applied = _APPLIED.search(before) and draft.statement_at(one.start) and draft.text[one.start : end] == name
        if applied and one.act and one.act.title.endswith(_LAWS):
            yield Hit(one.start, end, f"法律文件名称没有加书名号，应当写成《{name}》。")


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
