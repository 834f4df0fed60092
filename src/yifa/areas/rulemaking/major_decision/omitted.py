"""Articles that the declaration does not express, each with the reason (未表达条款)."""

from __future__ import annotations

from yifa.areas.rulemaking.major_decision.acts import D
from yifa.kernel.declare import Omitted

_GENERAL = "总则原则条款，没有可以由环节或者期限表达的内容"

OMITTED: tuple[Omitted, ...] = (
    Omitted(D[1], _GENERAL),
    Omitted(D[2], "适用范围：县级以上人民政府适用，由机关类别判断"),
    Omitted(D[4], _GENERAL),
    Omitted(D[5], _GENERAL),
    Omitted(D[6], _GENERAL),
    Omitted(D[7], _GENERAL),
    Omitted(D[9], "考核评价，不属于本程序"),
    Omitted(D[21], "专家库的建立和管理，不属于本程序"),
    Omitted(D[43], "省级人民政府、国务院部门制定具体制度"),
)
