"""参照 for what is binding (WORD-017)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule

_WORDS = re.compile(
    r"(?:必须|一律|应当|应|须|均|要)(?:严格|认真|统一|全面|自觉)?参照(?!物|系)"
    r"|参照(?=[^。；]{2,40}(?:(?:予以|给予|作出|进行|依法|实施|加以)?[^，。；]{0,6}(?:处罚|行政处罚|处分|追究[^，。；]{0,6}责任|强制执行)))"
)
_MAY = re.compile(r"可以?[^，。；]{0,8}$|没有[^，。；]*的，|尚无|未作规定|尚未")
"""What is left to choice, or fills a gap."""


def _look(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        yield from (
            Hit(spot.start, spot.end)
            for spot in one.find(_WORDS)
            if not (spot.conditional or _MAY.search(spot.text_before))
        )


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
