"""The contract does not say how disputes are settled (CONT-007)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.contract import first_line, is_whole
from yifa.check.draft import Draft
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.law import act

_CLAUSE = re.compile(r"争议|争端|纠纷|仲裁|诉讼|人民法院|起诉|管辖")


def _look(draft: Draft) -> Iterator[Hit]:
    if is_whole(draft) and not _CLAUSE.search(draft.text):
        yield Hit(*first_line(draft))


_REST = "第一条 标的。\n第二条 数量。\n第三条 价款。\n第四条 一方违约的，赔偿损失。\n"
RULE = Rule(
    id="CONT-007",
    group=Group.CONTRACT,
    severity=Severity.WARNING,
    summary="没有解决争议的条款",
    basis=(act("民法典")[470, 1].item(8),),
    suggestion="写明协商不成的向有管辖权的人民法院起诉，或者提交哪个仲裁委员会",
    look=_look,
    fires=(
        "某县绿化合同\n甲方：某县林业局\n乙方：某园林有限公司\n" + _REST,
        "某县采购合同\n采购人：某县教育局\n供应商：某家具有限公司\n" + _REST,
        "某县保安服务协议\n委托方（甲方）：某县档案馆\n受托方（乙方）：某保安公司\n" + _REST,
        (
            "某镇保洁合同\n甲方：某镇人民政府\n乙方：某保洁公司\n一、内容\n保洁。\n二、期限\n一年。\n三、"
            "费用\n十万元。\n四、违约责任\n赔偿损失。"
        ),
        "某县印刷合同\n甲方：某县统计局\n乙方：某印务公司\n1.内容\n2.数量\n3.价款\n4.违约责任\n",
    ),
    silent=(
        "某县绿化合同\n甲方：某县林业局\n乙方：某园林有限公司\n"
        + _REST
        + "第五条 争议协商不成的，向甲方所在地人民法院起诉。",
        "甲方按月支付价款。",
        "某县绿化合同\n甲方：某县林业局\n乙方：某园林有限公司\n" + _REST + "第五条 发生纠纷的，提交某仲裁委员会仲裁。",
        "第一条 标的。\n第二条 数量。",
        "某县绿化合同\n甲方：某县林业局\n乙方：某园林有限公司\n第一条 标的。",
    ),
    kinds=(DraftKind.CONTRACT,),
)
