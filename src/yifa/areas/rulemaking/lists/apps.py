"""Django's entry to the lists."""

from __future__ import annotations

from django.apps import AppConfig


class ListsConfig(AppConfig):
    """Lists of powers, licences, certificates, fees, intermediary services (权责、许可、证明、收费、中介服务清单)."""

    name = "yifa.areas.rulemaking.lists"
    label = "lists"
    verbose_name = "权责等清单"
    default_auto_field = "django.db.models.BigAutoField"
