"""The acts that the procedure rests on."""

from __future__ import annotations

from yifa.law import act

D = act("重大行政决策程序暂行条例")
ORGANIC = act("地方各级人民代表大会和地方各级人民政府组织法")
EXPROPRIATION = act("国有土地上房屋征收与补偿条例")
COMPETITION = act("公平竞争审查条例")
DISCLOSURE = act("政府信息公开条例")

REFERRED = D[42].says("参照本条例")
"""Departments and townships follow the regulation by reference: a deviation is possible where it is explained."""
