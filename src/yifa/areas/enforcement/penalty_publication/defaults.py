"""The choices of publication that acts leave open or settle differently (口径)."""

from __future__ import annotations

from yifa.kernel.defaults import Choice, Defaults
from yifa.kernel.situation import Situation

DEFAULTS = Defaults.beside(__file__)


def publish_rule(situation: Situation) -> Choice:
    """How many working days a decision has to be published in, with the source of that number."""
    record = situation.record
    if record.decision_class == "penalty":
        return DEFAULTS.of("market_days" if record.regime == "market" else "penalty_days", situation)
    return DEFAULTS.of("licence_days" if record.decision_class == "licence" else "other_days", situation)
