"""The provisions that execution rests on (行政强制执行的依据)."""

from __future__ import annotations

from yifa.areas.enforcement.bases import COERCION as C
from yifa.areas.enforcement.bases import PENALTY, PUBLICITY
from yifa.law import act

LITIGATION = act("行政诉讼法")
RULES = act("最高人民法院关于适用《行政诉讼法》的解释")
REVIEW = act("行政复议法")
WORKING = C[69].says("工作日")
"""What counts ten days or fewer in this act counts working days (trap 2)."""

__all__ = ["LITIGATION", "PENALTY", "PUBLICITY", "REVIEW", "RULES", "WORKING", "C"]
