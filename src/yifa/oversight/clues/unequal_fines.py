"""The same act of the same tier was fined quite differently from its peers (unequal_fines)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from yifa.areas.enforcement.bases import PENALTY, RANGES
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.similar import outliers


def _find(look: Look) -> Iterator[Found]:
    since = look.on - timedelta(365 * look.number("similar_years"))
    for one in outliers(look.cases("penalty"), since, look.on, least=look.number("similar_least")):
        reason = f"记录的理由：{one.reason[:60]}" if one.reason else "没有记录理由"
        text = f"{one.place_text}；{reason}。"
        yield Found(f"case:{one.case_id}", one.organ_id, text, one.on, one.case_id)


CLUE = Clue(
    code="unequal_fines", label="同案不同罚", basis=(PENALTY[5, 2], PENALTY[34], RANGES),
    looks_at="同一违法行为、同一阶次的罚款（以货值、违法所得计的看倍数）：四分位数和偏离", severity=Severity.PLAIN,
    find=_find, reads=("penalty",), problem="decision", thresholds=("similar_years", "similar_least"),
)  # fmt: skip
