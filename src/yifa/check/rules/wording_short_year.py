"""A year of two digits (WORD-015)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.wording import worded

_WORDS = re.compile(
    r"(?<![\d第])\d{2}年(?=\d{1,2}月|(?:至|到|[-—~～])\d{2}年)"
    r"|(?<=自)\d{2}年(?=[^，。；]{0,4}[至到起])|(?<=至)\d{2}年(?=[，。；止底末初])"
    r"|(?<![\d第])(?:1\d|2\d)(?=[至到—~～-](?:1\d|2\d|3\d)年(?:间|度|的|底|期间))|(?<=[’‘'])\d{2}年"
    r"|(?<![\d第满足近超过每逾为])2\d年(?=以来|年?底|年?初|末|度(?:的|预算|计划|财政|考核|补助|资金|工作))|(?<=20\d\d[、和])2\d(?=年)"
)


def _look(draft: Draft) -> Iterator[Hit]:
    return worded(draft, _WORDS)


RULE = Rule(
    id="WORD-015",
    group=Group.WORDING,
    severity=Severity.INFO,
    summary="年份应当写四位数字",
    basis=("GB/T 15835—2011",),
    suggestion="补全年份",
    look=_look,
    fires=("24年5月起执行。",),
    silent=("2024年5月起执行。", "期限为10年。"),
    kinds=PROVISIONS,
)
