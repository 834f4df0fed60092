"""The choices that local rules on the filing of contracts leave open (口径)."""

from __future__ import annotations

from yifa.areas.rulemaking.contract_acts import LOCAL
from yifa.areas.rulemaking.government_contract.defaults import DEFAULTS as CONTRACTS
from yifa.clock import Period, working_days
from yifa.kernel.defaults import Defaults
from yifa.kernel.situation import Situation

DEFAULTS = Defaults.beside(__file__)


def check_term(situation: Situation) -> Period:
    """How soon the form is checked."""
    return working_days(DEFAULTS.number("check_days", situation), LOCAL)


def refile_term(situation: Situation) -> Period:
    """How soon what was returned is filed again."""
    return working_days(CONTRACTS.number("refile_days", situation), LOCAL)


def review_term(situation: Situation) -> Period:
    """How soon the bureau is through with what it registered."""
    return working_days(DEFAULTS.number("review_days", situation), LOCAL)


def answer_term(situation: Situation) -> Period:
    """How soon the organ says what it did on an opinion."""
    return working_days(CONTRACTS.number("filing_answer_days", situation), LOCAL)
