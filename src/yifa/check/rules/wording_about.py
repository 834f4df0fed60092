"""A quantity with 左右 or 大约 (WORD-016)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.wording import worded

_NUMBER = "0-9〇零一二两三四五六七八九十百千万"
_UNIT = (
    r"(?:个工作日|平方米|平方公里|万元|亿元|小时|个月|公里|学时|分钟|公斤|日"
    r"|天|个|名|人|元|户|米|亩|%|％|年|岁|次|件|吨|辆|家|间|处|周)"
)
_AMOUNT = rf"(?:[{_NUMBER}]+(?:\.\d+)?[余多]?{_UNIT}?|百分之[{_NUMBER}]+)"
_WORDS = re.compile(
    rf"(?<![{_NUMBER}第])[{_NUMBER}]+[一-龥]{{0,2}}左右(?![两各侧手]|(?<=排左右)|为)"
    rf"|(?<![{_NUMBER}])(?:[{_NUMBER}]+(?:{_UNIT})?|百分之[{_NUMBER}]+)(?:左右(?!两)|上下(?![班游级浮调])|前后(?=完|办|开))"
    rf"|(?:大约|大概|大致|约莫|差不多)(?:[^，。；]{{0,4}})?{_AMOUNT}|(?<![公合契特缔预制签立])约{_AMOUNT}(?!定)|(?<![最附])近[{_NUMBER}]+{_UNIT}"
    rf"|(?<![公合契特缔])约(?:为|需|合|计)(?:每[^，。；]{{1,3}})?[{_NUMBER}]{{1,9}}[余多]?{_UNIT}|(?<![其剩])[{_NUMBER}]+余{_UNIT}"
)
_PERIOD_BACK = re.compile(r"近[一二两三四五六七八九十0-9]+(?:年|个月|日|天|周|次)")
"""近三年 looks back and is exact."""


def _look(draft: Draft) -> Iterator[Hit]:
    return (hit for hit in worded(draft, _WORDS) if not _PERIOD_BACK.match(draft.text, hit.start, hit.end))


RULE = Rule(
    id="WORD-016",
    group=Group.WORDING,
    severity=Severity.INFO,
    summary="有数量要求的不用“左右”“大约”",
    basis=("《立法技术规范（试行）（一）》",),
    suggestion="改为“以上”“以下”或者“不超过”",
    look=_look,
    fires=("配备3名左右工作人员。", "储备沙袋五百只左右。", "每次培训约五十人。"),
    silent=("配备不少于三名工作人员。", "道路左右两侧设置护栏。", "签订服务合约三百份。"),
    kinds=PROVISIONS,
)
