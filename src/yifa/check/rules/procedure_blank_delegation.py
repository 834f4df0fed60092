"""What matters is left to others to decide (PROC-015)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule

_BLANK = re.compile(r"另行制定|自行制定|另行规定|自行规定|自行确定|另行确定")
_AT_WILL = re.compile(r"(?<=[村镇乡办局所站区际])自行(?:决定|掌握|把握|裁量)|根据(?:实际|情况)自行(?:决定|掌握|把握)")
_MEASURE = re.compile(r"标准|金额|数额|幅度|比例|范围|条件|收费|处罚|补[偿助贴]|奖励")
_OWN_AFFAIRS = re.compile(r"村规民约|自治章程|村民会议|业主大会|内部(?:管理)?制度|应急预案|操作规程")
_HIGHER = re.compile(r"国务院|国家|省|市(?:人民)?政府|法律|法规")


def _look(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        if one.has(_HIGHER) or one.has(_OWN_AFFAIRS):
            continue
        spots = [*one.find(_BLANK), *(one.find(_AT_WILL) if one.has(_MEASURE) else ())]
        yield from (Hit(spot.start, spot.end) for spot in spots if not spot.denied and not spot.conditional)


RULE = Rule(
    id="PROC-015",
    group=Group.PROCEDURE,
    severity=Severity.INFO,
    summary="空白授权：另行制定、自行确定",
    basis=("《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕37号）",),
    suggestion="写明由谁、就什么事项、在什么期限内制定，或者直接规定",
    look=_look,
    fires=("具体收费标准由各村自行制定。", "奖励金额由各村自行决定。"),
    silent=(
        "村规民约由村民会议自行制定。",
        "实施细则由市人民政府另行制定。",
        "不得自行制定收费标准。",
        "国务院另行规定的，从其规定。",
    ),
    kinds=PROVISIONS,
)
