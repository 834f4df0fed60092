"""Blanks and stand-ins have not been filled in (CONT-022)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.law import act

_BLANK = re.compile(
    r"20\d[XxＸ×](?=年)|20[XxＸ×]{2}(?=年)|[＿_]{2,}|Ｘ{2,}|＿{2,}"
    r"|(?<![A-Za-z0-9\u2160-\u2169])[xX×＊*]{2,}(?![A-Za-z0-9])"
    r"|(?<=[\u4e00-\u9fff：:第（(])[X×](?=[\u4e00-\u9fff）)%])(?!光)|【[ \u3000_]{0,8}】"
    r"|\[[ \u3000_]{1,8}\]|[（(][ \u3000]{2,8}[）)]"
    r"|[【（(\[]?(?:待定|待补|待填|待填写|待补充|待明确|空白|暂空|此处填写|请填写)[】）)\]]"
    r"|(?<=[：:为是])(?:待定|待补|待填|另行填写|TBD)(?=[。；，\n]|$)"
    r"|(?<=[：:为第至于年月共计币前¥￥])[ \u3000]{2,}(?=[元年月日份万天个条%])|…{3,}|\.{6,}"
    r"|(?<=[：:])[ \u3000]{4,40}(?=\S|$)"
    r"|(?<=[自至于])[ \u3000]{1,20}年[ \u3000]{1,20}月[ \u3000]{1,20}日(?=起|止|至"
    r"|前)"
)
_SIGNING = re.compile(
    r"盖章|签字|签章|签名|签署|签订(?:日期|时间|地点)|公章|年[ \u3000_＿]{0,40}月[ \u3000_＿]{0,40}日[ \u3000]*$"
    r"|(?:^|[ \u3000])(?:授权|法定)?代表人?[：:]|经办人[：:]|授权代表"
    r"|委托代理人[^，。；]{0,4}[：:]|法定代表人[^，。；]{0,12}[：:]|日期[：:]"
)
_ONLY_DATE = re.compile(
    r"^[ \t\u3000]*(?:日期|签订日期|时间)?[：:]?"
    r"[ \u3000_＿\d]{0,40}年[ \u3000_＿\d]{0,40}月[ \u3000_＿\d]{0,40}日[ \t\u3000]*$"
)
_CHOICE = re.compile(r"[□☐☑√]")


def _look(draft: Draft) -> Iterator[Hit]:
    """Each line of the text once; not the lines for signatures, which are filled in when it is signed."""
    end = len(draft.text) if draft.main is None else draft.main
    for line in re.finditer(r"[^\n]+", draft.text[:end]):
        found = _BLANK.search(line[0])
        if found is None or _ONLY_DATE.match(line[0]) or _CHOICE.search(line[0]):
            continue
        if _SIGNING.search(line[0]) and not re.search(r"[。；，]", line[0]):
            continue
        yield Hit(line.start() + found.start(), line.start() + found.end(), confidence=0.9)


RULE = Rule(
    id="CONT-022",
    group=Group.CONTRACT,
    severity=Severity.ERROR,
    summary="有没有填写的空白或者占位符号",
    basis=(act("民法典")[470],),
    suggestion="填写完整；不适用的写“/”或者“无”",
    look=_look,
    fires=(
        "合同金额：____元。",
        "交货期为  日。",
        "乙方派驻项目经理XXX。",
        "违约金比例为【】。",
        "单价：待定。",
        "地址：某县×路×号。",
    ),
    silent=(
        "合同金额：500000元。",
        "甲方（盖章）：________",
        "签订日期：____年__月__日",
        "钢板规格为1200×800毫米。",
        "型号为XX2型，规格XXL。",
        "  年  月  日",
    ),
    kinds=(DraftKind.CONTRACT,),
)
