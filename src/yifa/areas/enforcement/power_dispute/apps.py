"""Django's entry to the coordination of disputes between enforcement bodies."""

from __future__ import annotations

from django.apps import AppConfig


class PowerDisputeConfig(AppConfig):
    """Coordination of disputes between enforcement bodies (执法争议协调)."""

    name = "yifa.areas.enforcement.power_dispute"
    label = "power_dispute"
    verbose_name = "执法争议协调"
    default_auto_field = "django.db.models.BigAutoField"
