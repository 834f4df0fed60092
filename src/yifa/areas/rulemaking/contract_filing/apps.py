"""Django's entry to this procedure."""

from __future__ import annotations

from django.apps import AppConfig


class ContractFilingConfig(AppConfig):
    """The filing of contracts (合同备案) at the justice bureau."""

    name = "yifa.areas.rulemaking.contract_filing"
    label = "contract_filing"
    verbose_name = "合同备案"
    default_auto_field = "django.db.models.BigAutoField"
