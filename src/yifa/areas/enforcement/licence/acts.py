"""The acts that licences rest on (依据的法律文件)."""

from __future__ import annotations

from yifa.areas.enforcement.bases import ENVIRONMENT, LICENCE, PUBLICITY
from yifa.clock import working_days
from yifa.law import act

__all__ = [
    "BY_WORKDAYS", "COMMITMENT", "ENVIRONMENT", "EXTENDED", "LICENCE", "LISTED", "PUBLICITY", "PUBLISHED",
    "RECONSIDERATION", "TEN_DAYS", "TOLD_ONCE", "TWENTY_DAYS", "TWO_STAFF",
]  # fmt: skip

RECONSIDERATION = act("行政复议法")
COMMITMENT = ENVIRONMENT[40, 3].says("告知承诺")
LISTED = ENVIRONMENT[40, 1].says("清单之外")
PUBLISHED = LICENCE[5, 2].says("未经公布的")
BY_WORKDAYS = LICENCE[82].says("以工作日计算")
TOLD_ONCE = LICENCE[32, 1].item(4).says("一次告知")
TWO_STAFF = LICENCE[34, 3].says("两名以上")
EXTENDED = LICENCE[42, 1].says("延长十日")
TWENTY_DAYS = working_days(20, BY_WORKDAYS)
TEN_DAYS = working_days(10, BY_WORKDAYS)
