"""A section or a temporary body signs the contract (CONT-019)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.law import act

_TEMPORARY = re.compile(
    r"指挥部|领导小组|专班|筹备组|工作组|筹备处|筹建处|筹委会|攻坚组|筹建办|攻坚办|创建办|创城办"
    r"|整治办|(?:推进|综合|协调|保障|联络|服务|改造|整治|建设|招商|统筹)组$|小组$|临时[^公司]{0,6}$|工作领导机构"
)
_IN_LINE = re.compile(r"由([^，。；（）()\n]{4,30})[（(][甲乙]方[）)]")
"""由某组（甲方）与乙方签订."""
_INSIDE = re.compile(
    r"(?:局|委员会|委|厅|部|所|站|中心|政府|办事处|办公室|院|学校|中学"
    r"|小学)(?:机关)?[^\s，、局]{1,10}(?:科|股|处室|(?<![管事代服办])处)$|(?:局|厅)办公室$"
    r"|(?:镇|乡)人民政府[^，]{2,12}(?:办公室|办|所|站)$|街道办事处[^，]{2,12}(?:办公室|办|科)$"
    r"|^[^局委]{0,6}(?:科|股|室)$"
)
_COMPANY = re.compile(r"公司|集团|银行|合作社|事务所|教研室")


def _look(draft: Draft) -> Iterator[Hit]:
    within = [("", found[1], found.start(1), found.end(1)) for found in _IN_LINE.finditer(draft.text)]
    for _, name, start, end in (*draft.parties.named, *within):
        if _COMPANY.search(name):
            continue
        if _TEMPORARY.search(name):
            yield Hit(start, end, "指挥部、领导小组等临时机构不能签订合同。")
        elif _INSIDE.search(name):
            yield Hit(start, end, "内设机构不能签订合同。")


RULE = Rule(
    id="CONT-019",
    group=Group.CONTRACT,
    severity=Severity.WARNING,
    summary="签约的是内设机构或者临时机构",
    basis=("地方政府合同管理办法（内设机构、临时机构不得作为一方当事人）", act("民法典")[97]),
    suggestion="改由有法人资格的机关签订",
    look=_look,
    fires=(
        "甲方：某县重点项目建设指挥部",
        "甲方：某县教育局基础教育科",
        "采购人（甲方）：某县创建文明城市工作领导小组办公室",
        "甲方：某镇旧村改造工作专班\n乙方：某建设有限公司",
        "发包人：某县住房和城乡建设局建筑业股",
    ),
    silent=(
        "甲方：某县住房和城乡建设局",
        "甲方：某县人民政府办公室",
        "甲方：某县某街道办事处",
        "乙方：某科技股份有限公司",
        "甲方：某县委机构编制委员会办公室",
        "甲方：某县公路事务中心",
    ),
    kinds=(DraftKind.CONTRACT,),
)
