"""The choices of normative documents that acts leave open (口径), each place's own where it has them."""

from __future__ import annotations

from yifa.clock import Period, days, working_days
from yifa.kernel.defaults import Defaults
from yifa.kernel.situation import Situation
from yifa.law import Basis

DEFAULTS = Defaults.beside(__file__)


def term(code: str, basis: Basis, situation: Situation) -> Period:
    """The period `code`_days of the place of the case, in the unit that `code`_unit says: days or working days."""
    amount = DEFAULTS.number(f"{code}_days", situation)
    working = DEFAULTS.text(f"{code}_unit", situation) == "working_days"
    return working_days(amount, basis) if working else days(amount, basis)
