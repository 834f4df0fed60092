"""但 where 但是 is meant (WORD-003)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.wording import worded

_WORDS = re.compile(r"(?:^|(?<=[，；]))但(?![是书凡])")


def _look(draft: Draft) -> Iterator[Hit]:
    return worded(draft, _WORDS)


RULE = Rule(
    id="WORD-003",
    group=Group.WORDING,
    severity=Severity.INFO,
    summary="但书用“但是”，不用“但”",
    basis=("《立法技术规范（试行）（一）》",),
    suggestion="改为“；但是，”",
    look=_look,
    fires=("可以延长，但应当告知。", "可以延长；但期限不超过十日。"),
    silent=("可以延长；但是，应当告知。",),
    kinds=PROVISIONS,
)
