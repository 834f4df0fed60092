"""参照 for what is binding (WORD-017)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule

_WORDS = re.compile(r"(?:必须|一律|应当|应|须)参照")


def _look(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        yield from (Hit(spot.start, spot.end) for spot in one.find(_WORDS) if not spot.conditional)


RULE = Rule(
    id="WORD-017",
    group=Group.WORDING,
    severity=Severity.INFO,
    summary="必须执行的用“依照”“按照”，不用“参照”",
    basis=("《立法技术规范（试行）（一）》",),
    suggestion="改为“依照”或者“按照”；确属参照的写“可以参照”",
    look=_look,
    fires=("各单位应当参照本办法执行。",),
    silent=("各单位依照本办法执行。", "可以参照本办法执行。"),
    kinds=PROVISIONS,
)
