"""Django's entry to collecting fines."""

from __future__ import annotations

from django.apps import AppConfig


class FineCollectionConfig(AppConfig):
    """Fines: payment, additional fine, deferral and instalments (罚款收缴)."""

    name = "yifa.areas.enforcement.fine_collection"
    label = "fine_collection"
    verbose_name = "罚款收缴"
    default_auto_field = "django.db.models.BigAutoField"
