"""The article cited does not exist in the version in force (CITE-004)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.check.citing import hit, judged
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.law.citations import Finding as Verdict


def _look(draft: Draft) -> Iterator[Hit]:
    return (hit(one, confidence=0.97) for one in judged(draft, Verdict.ARTICLE_MISSING))


RULE = Rule(
    id="CITE-004",
    group=Group.CITATION,
    severity=Severity.ERROR,
    summary="被引用的法律文件没有这一条",
    basis=("被引用法律文件的现行文本",),
    suggestion="核对现行文本，改正条号",
    look=_look,
    fires=("依据《中华人民共和国人民调解法》第四十条，制定本办法。",),
    silent=("依据《中华人民共和国人民调解法》第三十三条，制定本办法。", "依照本办法第九十九条处理。"),
)
