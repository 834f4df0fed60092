"""The rows kept in a review of dossiers."""

from __future__ import annotations

from yifa.areas.enforcement.dossier_review import choices as c
from yifa.kernel.fields import RowColumn

FRAME = (
    RowColumn("code", "案卷编号", required=True, help="案件文号；不写当事人。"),
    RowColumn("organ", "执法机关", required=True),
    RowColumn("kind", "案卷种类", required=True, choices=tuple(c.FileKind.choices)),
    RowColumn("closed_on", "办结日期"),
    RowColumn("case", "系统案件编号", help="系统内案件的内部编号；纸质案卷留空。"),
)
SAMPLE = (
    RowColumn("place", "抽取次序", required=True),
    RowColumn("code", "案卷编号", required=True),
    RowColumn("organ", "执法机关", required=True),
    RowColumn("kind", "案卷种类", required=True, choices=tuple(c.FileKind.choices)),
    RowColumn("key", "抽取值", required=True),
    RowColumn("case", "系统案件编号"),
)
SCORES = (
    RowColumn("item", "评查项", required=True, help="评分表的编号。"),
    RowColumn("points", "得分", required=True),
    RowColumn("note", "扣分理由"),
)
BODIES = (RowColumn("organ", "执法机关", required=True, help="机关全称。"),)
