"""A time limit is counted in 天 (PROC-013)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule

_NUMBER = "0-9一二两三四五六七八九十百"
_DAYS = re.compile(
    rf"(?<![{_NUMBER}每])[{_NUMBER}]{{1,9}}天(?:之内|以内|内|里(?=[^程面外])|之前|前|之后|后|届满|未)"
    rf"|(?<!天数)(?:不(?:得)?(?:少于|短于|超过|多于|低于|晚于)|最[长短多少](?:为"
    rf"|不超过)?|限|至少|满)[{_NUMBER}]{{1,9}}天(?![数气然])"
    rf"|(?<=前)(?!一天)[{_NUMBER}]{{1,9}}天"
    rf"|(?<![会假学周展赛为])(?:(?<!每逾)期|期限|时限|提前|延长|[限期]为)(?:为"
    rf"|是)?(?:不超过)?[{_NUMBER}]{{1,9}}天(?![数气])"
)


def _look(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        yield from (Hit(spot.start, spot.end) for spot in one.find(_DAYS))


RULE = Rule(
    id="PROC-013",
    group=Group.PROCEDURE,
    severity=Severity.WARNING,
    summary="期限用“天”",
    basis=("《立法技术规范（试行）（一）》“日，工作日”",),
    suggestion="改为“日”或者“工作日”",
    look=_look,
    fires=("应当在10天内答复。", "会议召开前三天通知。", "公示期为五天。", "工期为四十五天。"),
    silent=("应当在10个工作日内答复。", "放假三天。", "会期两天。", "全年优良天数不少于300天。"),
    kinds=PROVISIONS,
)
