"""Django's entry to this procedure."""

from __future__ import annotations

from django.apps import AppConfig


class ContractDisputeConfig(AppConfig):
    """Disputes over contracts (合同纠纷)."""

    name = "yifa.areas.rulemaking.contract_dispute"
    label = "contract_dispute"
    verbose_name = "合同纠纷"
    default_auto_field = "django.db.models.BigAutoField"
