"""必须 for an ordinary duty (WORD-001)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.wording import worded

_WORDS = re.compile(r"(?<!依法)必须(?!招标)")


def _look(draft: Draft) -> Iterator[Hit]:
    return worded(draft, _WORDS)


RULE = Rule(
    id="WORD-001",
    group=Group.WORDING,
    severity=Severity.INFO,
    summary="义务性规定一般用“应当”，不用“必须”",
    basis=("《立法技术规范（试行）（一）》",),
    suggestion="改为“应当”",
    look=_look,
    fires=("经营者必须公示价格。",),
    silent=("经营者应当公示价格。", "依法必须招标的项目公开招标。"),
    kinds=PROVISIONS,
)
