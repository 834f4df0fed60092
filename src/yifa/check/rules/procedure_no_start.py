"""The draft does not say when it takes effect (PROC-001)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.timing import is_whole, last_article, starts


def _look(draft: Draft) -> Iterator[Hit]:
    if is_whole(draft) and not any(starts(draft)):
        yield Hit(*last_article(draft))


RULE = Rule(
    id="PROC-001",
    group=Group.PROCEDURE,
    severity=Severity.ERROR,
    summary="没有写施行日期",
    basis=("《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕37号）",),
    suggestion="在最后一条写“本办法自某年某月某日起施行”",
    look=_look,
    fires=("某县河道管理办法\n第一条 制定本办法。\n第二条 河道应当疏浚。\n第三条 本办法由县水利局负责解释。",),
    silent=(
        "某县河道管理办法\n第一条 制定本办法。\n第二条 河道应当疏浚。\n第三条 本办法自2027年5月1日起施行。",
        "河道应当疏浚。",
    ),
    kinds=PROVISIONS,
)
