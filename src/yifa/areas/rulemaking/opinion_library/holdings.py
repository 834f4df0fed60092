"""The opinions of the library, for whoever asks what a change of law touches."""

from __future__ import annotations

from django.db.models import Q

from yifa.areas.rulemaking.law_change.holding import HOLDINGS, Holding
from yifa.areas.rulemaking.opinion_library.models import OpinionBlock

BLOCKS = HOLDINGS.add(
    Holding("opinion_library", "审查意见模板", OpinionBlock, ("text", "basis"), standing=Q(withdrawn=False))
)  # fmt: skip
"""Those that were not withdrawn."""
