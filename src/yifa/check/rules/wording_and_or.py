"""和/或 (WORD-009)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.wording import worded

_WORDS = re.compile(
    r"(?:局|委|部门|单位|政府|办)商[^，。；、]{2,16}会同|会同[^，。；、]{2,16}(?:局|委|部门|单位|政府|办)商(?=[^业务品人户店场贸标请])|[和及与]/或|或/[和及与]"
)


def _look(draft: Draft) -> Iterator[Hit]:
    return worded(draft, _WORDS)


RULE = Rule(
    id="WORD-009",
    group=Group.WORDING,
    severity=Severity.INFO,
    summary="不用“和/或”这类写法",
    basis=("《立法技术规范（试行）（一）》",),
    suggestion="拆开写明是“和”还是“或者”",
    look=_look,
    fires=("收取和/或返还。",),
    silent=("收取或者返还。",),
    kinds=PROVISIONS,
)
