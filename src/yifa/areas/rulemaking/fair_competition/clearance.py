"""Whether a policy may be issued as far as fair competition goes (条例 18): what clients ask before they do."""

from __future__ import annotations

from yifa.areas.rulemaking.fair_competition.choices import Conclusion


def why_not(concerned: bool, conclusion: str) -> str | None:
    """Why a policy may not be issued; None where it may.

    Args:
        concerned: whether it concerns the economic activity of business operators.
        conclusion: what the review came to; empty where there was none.
    """
    if not concerned:
        return None
    if not conclusion:
        return "涉及经营者经济活动，尚未经公平竞争审查，不得出台"
    if conclusion == Conclusion.PROHIBITED:
        return "经公平竞争审查违反审查标准，不得出台"
    return None
