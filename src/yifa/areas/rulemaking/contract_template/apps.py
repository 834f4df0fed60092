"""Django's entry to model texts of contracts."""

from __future__ import annotations

from django.apps import AppConfig


class ContractTemplateConfig(AppConfig):
    """Model texts of contracts (合同范本)."""

    name = "yifa.areas.rulemaking.contract_template"
    label = "contract_template"
    verbose_name = "合同范本"
    default_auto_field = "django.db.models.BigAutoField"
