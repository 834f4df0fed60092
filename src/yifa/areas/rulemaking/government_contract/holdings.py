"""The texts that contracts hold, for whoever asks what a change of law touches."""

from __future__ import annotations

from django.db.models import Q

from yifa.areas.rulemaking.government_contract.models import ContractCase
from yifa.areas.rulemaking.law_change.holding import HOLDINGS, Holding

CONTRACTS = HOLDINGS.add(
    Holding(
        "government_contract", "政府合同", ContractCase, ("draft", "change_text", "purpose"),
        standing=Q(closed_on=None), title=lambda record: f"{record.number} {record.contract_title}".strip(),
    )
)  # fmt: skip
"""Contracts that are not archived and were not given up."""
