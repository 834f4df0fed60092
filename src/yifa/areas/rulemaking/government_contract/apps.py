"""Django's entry to government contracts."""

from __future__ import annotations

from django.apps import AppConfig


class GovernmentContractConfig(AppConfig):
    """Government contracts (政府合同), their milestones and payments."""

    name = "yifa.areas.rulemaking.government_contract"
    label = "government_contract"
    verbose_name = "政府合同"
    default_auto_field = "django.db.models.BigAutoField"
