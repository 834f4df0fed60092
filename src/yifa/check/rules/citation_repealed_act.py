"""A regulation, rule or party document that has been replaced is cited (CITE-002)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.check.citing import hit, judged
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.law import Kind
from yifa.law.citations import Finding as Verdict


def _look(draft: Draft) -> Iterator[Hit]:
    return (hit(one) for one in judged(draft, Verdict.REPEALED) if one.act and one.act.kind is not Kind.LAW)


RULE = Rule(
    id="CITE-002",
    group=Group.CITATION,
    severity=Severity.ERROR,
    summary="引用了已经废止或者被取代的法规、规章或者文件",
    basis=("取代它的法律文件的废止条款（见检查意见）",),
    suggestion="换成现行规定，并核对条号",
    look=_look,
    fires=("按照《信访条例》办理。", "依据《城市房屋拆迁管理条例》，给予补偿。"),
    silent=("按照《信访工作条例》办理。", "《信访条例》自2022年5月1日起废止。"),
)
