"""禁止 behind a subject (WORD-004)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.wording import worded

_WORDS = re.compile(
    r"(?:个人|组织|单位|企业|公民|居民|村民|经营者|经营户|业主|商户|当事人|申请人|驾驶人|养犬人)(?:都|均|一律)?禁止"
)


def _look(draft: Draft) -> Iterator[Hit]:
    return worded(draft, _WORDS)


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
