"""A certificate in the register has run out or is suspended and was not taken back (expired_register)."""

from __future__ import annotations

from yifa.areas.enforcement.bases import CERTIFIED, QUALIFIED
from yifa.oversight.books import warned
from yifa.oversight.clue import Clue, Severity

CODES = ("certificate_expired", "certificate_suspended", "too_few_officers")

CLUE = Clue(
    code="expired_register", label="证件过期、暂扣未清理", basis=(CERTIFIED, QUALIFIED),
    looks_at="执法人员台账：有效期、证件状态", severity=Severity.PLAIN,
    find=lambda look: warned(look, "enforcement_officer", *CODES), reads=("enforcement_officer",),
    act_kind="system", problem="standing",
)  # fmt: skip
