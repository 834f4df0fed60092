"""Django's entry to receipts and reconciliation."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class ReceiptsConfig(AppConfig):
    """Receipts for fines and the reconciliation of money (罚没票据和对账)."""

    name = "yifa.areas.enforcement.receipts"
    label = "receipts"
    verbose_name = "罚没票据"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Import the module `kept_lines` of every app: what it declares is kept whenever it is stored."""
        from yifa.areas.enforcement.common import keeping

        autodiscover_modules("kept_lines")
        keeping.connect()
