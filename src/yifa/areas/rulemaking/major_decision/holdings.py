"""The texts that decisions hold, for whoever asks what a change of law touches."""

from __future__ import annotations

from django.db.models import Q

from yifa.areas.rulemaking.law_change.holding import HOLDINGS, Holding
from yifa.areas.rulemaking.major_decision.models import DecisionCase

DECISIONS = HOLDINGS.add(
    Holding(
        "major_decision", "重大行政决策", DecisionCase, ("legal_basis", "decision_text", "draft"),
        standing=Q(closed_on=None), title=lambda record: f"{record.number} {record.matter}".strip(),
    )
)  # fmt: skip
"""Decisions under way or carried out; those completed, stopped or ended no longer matter."""
