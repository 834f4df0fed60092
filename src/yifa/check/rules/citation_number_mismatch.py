"""Title and document number of a citation belong to different documents (CITE-016)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.check.citing import hit, judged
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.law.citations import Finding as Verdict


def _look(draft: Draft) -> Iterator[Hit]:
    return (hit(one) for one in judged(draft, Verdict.NUMBER_MISMATCH))


RULE = Rule(
    id="CITE-016",
    group=Group.CITATION,
    severity=Severity.ERROR,
    summary="文件名称与文号不是同一个文件",
    basis=("被引用文件的发文字号",),
    suggestion="核对名称和文号",
    look=_look,
    fires=("根据《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕115号），制定本办法。",),
    silent=("根据《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕37号），制定本办法。",),
)
