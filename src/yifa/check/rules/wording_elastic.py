"""A word without measure (WORD-012)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.wording import worded
from yifa.law import act

_WORDS = re.compile(
    r"必要时|尽快|尽早|及早|原则上|酌情|酌定|视情(?:延|减|增|处|予|扣|给)|可以?根据情况(?=[给予减延酌])|视(?:具体|实际|天气)?情况(?!轻重|严重|紧急)|视情(?:节)?(?=[，给予予可以决定]|$)|给予适当(?:奖励"
    r"|补助|补贴)|适当(?=予以|给予|延长|补助|补贴|减|增|放宽|调整|提高)"
)


def _look(draft: Draft) -> Iterator[Hit]:
    return worded(draft, _WORDS)


RULE = Rule(
    id="WORD-012",
    group=Group.WORDING,
    severity=Severity.INFO,
    summary="没有标准的弹性用语",
    basis=(act("规章制定程序条例")[8, 1],),
    suggestion="写明条件、期限或者幅度",
    look=_look,
    fires=("原则上尽快办结。", "水位上涨时视情况关闭步道。"),
    silent=("自受理之日起十日内办结。", "采取适当方式告知当事人。"),
    kinds=PROVISIONS,
)
