"""The paragraph or item cited does not exist in the version in force (CITE-005)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.check.citing import hit, judged
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.law.citations import Finding as Verdict


def _look(draft: Draft) -> Iterator[Hit]:
    found = judged(draft, Verdict.PARAGRAPH_MISSING, Verdict.ITEM_MISSING)
    return (hit(one) for one in found)


RULE = Rule(
    id="CITE-005",
    group=Group.CITATION,
    severity=Severity.WARNING,
    summary="被引用的条文没有这一款或者这一项",
    basis=("被引用法律文件的现行文本",),
    suggestion="核对现行文本，改正款、项的序号",
    look=_look,
    fires=("属于《政府信息公开条例》第三十条第二款规定的情形。",),
    silent=("依照《政府信息公开条例》第三十三条第二款延长期限。",),
)
