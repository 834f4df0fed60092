"""The acts that the catalogue rests on."""

from __future__ import annotations

from yifa.law import act

D = act("重大行政决策程序暂行条例")
ORGANIC = act("地方各级人民代表大会和地方各级人民政府组织法")

LISTED = D[3, 3].says("经同级党委同意")
"""The catalogue: determined, consented to by the party committee, published, adjusted."""
REFERRED = D[42].says("参照本条例")
"""Departments and townships follow the regulation by reference (参照)."""
