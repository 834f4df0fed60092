"""禁止 behind a subject (WORD-004)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule

_WHO = (
    r"(?:人(?!流|工|民法|行|身|体|才|均)|人员|(?<!或)者(?!的)|组织|单位|企业|公司|机构|部门|机关|公民|居民|村民|市民|农户|住户|租户|用户|商户|商家|经营户|业主"
    r"|学生|学校|家长|患者|旅客|乘客|游客|干部|职工|员工|民警|司机|摊主|店主|户主|房东|合作社|协会)"
)
_WORDS = re.compile(rf"{_WHO}(?:都|均|一律|也|应当|绝对)?(?:禁止|严禁)(?!的|[^，。；]{{0,4}}区)")
_OTHERS = re.compile(
    r"(?:[对向为在将把给令使被由与]|鼓励|要求|允许|责令|劝阻|告知|提醒|禁止|限制|属于|防止|制止)[^，。；、]{0,14}$"
)
"""Words that make the person the one it is done to: 对企业禁止…, 在学校严禁…."""


def _look(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        for spot in one.find(_WORDS):
            if not _OTHERS.search(spot.text_before):
                yield Hit(spot.start, spot.end)


RULE = Rule(
    id="WORD-004",
    group=Group.WORDING,
    severity=Severity.INFO,
    summary="有明确主语的用“不得”，不用“禁止”",
    basis=("《立法技术规范（试行）（一）》",),
    suggestion="改为“不得”",
    look=_look,
    fires=("任何单位和个人禁止占用绿地。",),
    silent=("任何单位和个人不得占用绿地。", "禁止占用绿地。"),
    kinds=PROVISIONS,
)
