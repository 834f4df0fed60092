"""A delegation was not published by both sides or has ended (delegation_faults)."""

from __future__ import annotations

from yifa.areas.enforcement.bases import PENALTY
from yifa.oversight.books import warned
from yifa.oversight.clue import Clue, Severity

CLUE = Clue(
    code="delegation_faults", label="委托没有公布", basis=(PENALTY[20, 2].says("向社会公布"),),
    looks_at="执法委托台账：委托机关、受委托方的公布日期", severity=Severity.PLAIN,
    find=lambda look: warned(look, "enforcement_delegation", "delegation_unpublished"),
    reads=("enforcement_delegation",), act_kind="system", problem="standing",
)  # fmt: skip
