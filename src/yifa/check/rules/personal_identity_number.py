"""A citizen's identity number stands in a public text (PII-001)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.personal import found, identity_number
from yifa.check.rule import ALL_KINDS, Rule
from yifa.law import act

_NUMBER = re.compile(r"(?<![\dA-Za-z])[1-9](?:[ \u3000-]?\d){16}[ \u3000-]?[\dXx](?![\dA-Za-z])")


def _look(draft: Draft) -> Iterator[Hit]:
    for one in found(draft, _NUMBER):
        if identity_number(re.sub(r"[^\dXx]", "", one[0])):
            yield Hit(one.start(), one.end(), confidence=0.98)


RULE = Rule(
    id="PII-001",
    group=Group.PERSONAL,
    severity=Severity.ERROR,
    summary="公开的文本里有居民身份证号码",
    basis=(
        act("政府信息公开条例")[15],
        act("个人信息保护法")[25],
    ),
    suggestion="删除，或者只保留前六位、后两位以外用*遮蔽",
    look=_look,
    fires=(
        "身份证号999999190001010015",
        "申请人张某（999999 19000101 0015）符合条件。",
        "|1|张某|999999190001010015|500|",
        "公民身份号码：999999190001010015，住某县。",
        "附件“999999190001010015”已核对。",
    ),
    silent=(
        "统一社会信用代码91330226MA2AG0000X",
        "身份证号999999190001010016",
        "流水号999999190013010015",
        "项目代码3302262026010112345678",
        "身份证号330226********0015",
        "身份证号码由申请人自行填报。",
    ),
    kinds=ALL_KINDS,
)
