"""What was done before is judged by the new document (PROC-006)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.law import act

_BACK = re.compile(
    r"本(?:办法|规定|通知|意见|细则|规则)(?:施行|实施|发布|印发|公布)(?:之)?(?:以)?前[^。；]{0,30}?(?:适用|按照?|参照|依照)本(?:办法|规定|通知|意见|细则|规则)"
)
_GOOD = re.compile(r"有利|从轻|不溯及")


def _look(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        if not _GOOD.search(one.text):
            yield from (Hit(spot.start, spot.end) for spot in one.find(_BACK) if not spot.denied)


RULE = Rule(
    id="PROC-006",
    group=Group.PROCEDURE,
    severity=Severity.WARNING,
    summary="规定溯及既往",
    basis=(act("立法法")[104],),
    suggestion="删除，或者限于更有利于当事人的情形",
    look=_look,
    fires=("本办法施行前已建成的房屋按照本办法处理。",),
    silent=("本办法施行前已受理的，按照原规定办理。", "本办法施行前的行为，适用本办法对当事人更有利的，适用本办法。"),
    kinds=PROVISIONS,
)
