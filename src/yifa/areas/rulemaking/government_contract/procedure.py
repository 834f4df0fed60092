"""Contracts and their milestones, found by the kernel when Django starts."""

from __future__ import annotations

from yifa.areas.rulemaking.government_contract.contract_procedure import GovernmentContract, GovernmentContract2025
from yifa.areas.rulemaking.government_contract.obligation_procedure import ContractObligation, ContractObligation2025

__all__ = ["ContractObligation", "ContractObligation2025", "GovernmentContract", "GovernmentContract2025"]
