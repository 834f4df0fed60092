"""The acts that reconsideration rests on (依据的法律文件)."""

from __future__ import annotations

from datetime import date

from yifa.law import act

L = act("行政复议法", on=date(2024, 1, 1))
"""行政复议法, as revised in 2023."""

R07 = act("行政复议法实施条例", on=date(2024, 1, 1))
"""The implementing regulation of 2007, as far as it does not contradict the act, until 2026-06-30."""

SINCE_2026 = date(2026, 7, 1)
"""From this day on the implementing regulation of 2026 is in force."""

R26 = act("行政复议法实施条例", on=SINCE_2026)
"""The implementing regulation of 2026, since 2026-07-01."""

LITIGATION = act("行政诉讼法")

WORKING_DAYS = L[88, 2].says("工作日")
"""Three, five, seven and ten days are working days."""
