"""The model texts, for whoever asks what a change of law touches."""

from __future__ import annotations

from django.db.models import Q

from yifa.areas.rulemaking.contract_template.models import ContractTemplate
from yifa.areas.rulemaking.law_change.holding import HOLDINGS, Holding

TEMPLATES = HOLDINGS.add(
    Holding("contract_template", "合同范本", ContractTemplate, ("text",), standing=Q(withdrawn=False, until=None))
)
"""Those still in use."""
