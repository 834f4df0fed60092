"""The full name of a law stands without 《》 (CITE-006)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.law import default_index

_NAME = re.compile(
    r"中华人民共和国([一-龥]{2,30}?(?:法|法典|条例))(?![一-龥]{0,6}(?:》|〉|施行|实施))(?!\s*$)", re.MULTILINE
)


def _look(draft: Draft) -> Iterator[Hit]:
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
    fires=("依据中华人民共和国行政许可法第十二条，设定许可。",),
    silent=(
        "依据《中华人民共和国行政许可法》第十二条，设定许可。",
        "在中华人民共和国境内依法从事经营活动的，适用本办法。",
    ),
    fix=lambda quote: f"《{quote}》",
)
