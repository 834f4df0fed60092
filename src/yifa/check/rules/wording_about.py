"""A quantity with 左右 or 大约 (WORD-016)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.wording import worded

_NUMBER = "0-9一二两三四五六七八九十百千万"
_UNIT = "个工作日|平方米|万元|小时|个月|公里|日|天|个|名|人|元|户|米|亩|%|％|年"
_WORDS = re.compile(
    rf"(?<![{_NUMBER}])[{_NUMBER}]+(?:{_UNIT})?左右|大约[0-9一二两三四五六七八九十百]"
    rf"|(?<=[练训次为共需备用达计模积])约[{_NUMBER}]{{1,9}}[余多]?(?:{_UNIT})"
    rf"|(?<![公合契特缔])约(?:为|需|合|计)(?:每[^，。；]{{1,3}})?[{_NUMBER}]{{1,9}}[余多]?(?:{_UNIT})"
)


def _look(draft: Draft) -> Iterator[Hit]:
    return worded(draft, _WORDS)


RULE = Rule(
    id="WORD-016",
    group=Group.WORDING,
    severity=Severity.INFO,
    summary="有数量要求的不用“左右”“大约”",
    basis=("《立法技术规范（试行）（一）》",),
    suggestion="改为“以上”“以下”或者“不超过”",
    look=_look,
    fires=("配备3名左右工作人员。", "每次培训约五十人。"),
    silent=("配备不少于三名工作人员。", "道路左右两侧设置护栏。", "签订服务合约三百份。"),
    kinds=PROVISIONS,
)
