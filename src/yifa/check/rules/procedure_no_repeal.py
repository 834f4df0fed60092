"""The document replaces another and does not repeal it (PROC-011)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Example, Rule
from yifa.check.timing import whole_hit


def _look(draft: Draft) -> Iterator[Hit]:
    replaces = draft.facts.get("replaces")
    if replaces and "废止" not in draft.masked and "停止执行" not in draft.masked:
        yield whole_hit(draft)


RULE = Rule(
    id="PROC-011",
    group=Group.PROCEDURE,
    severity=Severity.WARNING,
    summary="取代旧文件，没有写旧文件同时废止",
    basis=("《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕37号）",),
    suggestion="写明《旧文件》（文号）同时废止",
    look=_look,
    fires=(Example("河道应当疏浚。", {"replaces": ["某政发〔2019〕3号"]}),),
    silent=(
        Example("《某办法》（某政发〔2019〕3号）同时废止。", {"replaces": ["某政发〔2019〕3号"]}),
        "河道应当疏浚。",
    ),
    kinds=PROVISIONS,
)
