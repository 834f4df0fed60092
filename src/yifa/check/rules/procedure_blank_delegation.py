"""What matters is left to others to decide (PROC-015)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule

_BLANK = re.compile(r"另行制定|自行制定|另行规定|自行规定|自行确定|另行确定")
_HIGHER = re.compile(r"国务院|国家|省|市(?:人民)?政府|法律|法规")


def _look(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        if not _HIGHER.search(one.text):
            yield from (
                Hit(spot.start, spot.end) for spot in one.find(_BLANK) if not spot.denied and not spot.conditional
            )


RULE = Rule(
    id="PROC-015",
    group=Group.PROCEDURE,
    severity=Severity.INFO,
    summary="空白授权：另行制定、自行确定",
    basis=("《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕37号）",),
    suggestion="写明由谁、就什么事项、在什么期限内制定，或者直接规定",
    look=_look,
    fires=("具体收费标准由各村自行制定。",),
    silent=("实施细则由市人民政府另行制定。", "不得自行制定收费标准。", "国务院另行规定的，从其规定。"),
    kinds=PROVISIONS,
)
