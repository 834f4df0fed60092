"""The acts that disputes over contracts rest on (依据的法律文件)."""

from __future__ import annotations

from datetime import date

from yifa.law import act

LITIGATION = act("民事诉讼法")
ADMINISTRATIVE = act("行政诉讼法")
INTERPRETATION = act("最高人民法院关于适用《中华人民共和国行政诉讼法》的解释")
CIVIL = act("民法典")
AGREEMENTS = act("最高人民法院关于审理行政协议案件若干问题的规定")
ARBITRATION_2017 = act("仲裁法", on=date(2018, 1, 1))
"""The arbitration act until 2026-02-28."""

ARBITRATION = act("仲裁法").whole
"""As revised in 2025; its articles are not in the books, so that it is named as a whole."""

REVISED_ON = date(2026, 3, 1)
"""From this day on the arbitration act as revised is in force."""
