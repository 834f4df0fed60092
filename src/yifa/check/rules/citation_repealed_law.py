"""A law that has been repealed is cited (CITE-001)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.check.citing import hit, judged
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.law import Kind
from yifa.law.citations import Finding as Verdict


def _look(draft: Draft) -> Iterator[Hit]:
    return (hit(one) for one in judged(draft, Verdict.REPEALED) if one.act and one.act.kind is Kind.LAW)


RULE = Rule(
    id="CITE-001",
    group=Group.CITATION,
    severity=Severity.ERROR,
    summary="引用了已经废止的法律",
    basis=("该法律的废止条款（见检查意见）",),
    suggestion="换成现行法律，并逐条核对条号",
    look=_look,
    fires=("根据《中华人民共和国合同法》制定本办法。", "依据《物权法》《担保法》，制定本规定。"),
    silent=(
        "根据《中华人民共和国民法典》制定本办法。",
        "《中华人民共和国合同法》同时废止。",
        "原《中华人民共和国合同法》调整的关系，另行清理。",
    ),
)
