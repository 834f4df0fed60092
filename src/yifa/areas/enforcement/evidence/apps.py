"""Django's entry to evidence."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class EvidenceConfig(AppConfig):
    """Evidence over all cases (证据、物品登记)."""

    name = "yifa.areas.enforcement.evidence"
    label = "evidence"
    verbose_name = "证据登记"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Import the module `kept_lines` of every app: what it declares is kept whenever it is stored."""
        from yifa.areas.enforcement.common import keeping

        autodiscover_modules("kept_lines")
        keeping.connect()
